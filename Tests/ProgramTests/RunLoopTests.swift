import CaseModel
import CaseStorage
import ConsoleCore
import Foundation
import GuidePolicy
import ProgramStage
import Synchronization
import TerminalUI
import Testing

@testable import caseload

@Suite("The run loop takes keys and answers in and paints once")
struct RunLoopTests {
    /// A console in a thread of its own, on a store of its own.
    private final class Running: Sendable {
        let wires = ScriptTerminal.Wires()
        let store: String
        let drafts: String
        private let ended = Mutex(false)
        private let failure = Mutex<String?>(nil)

        init(_ folder: URL) {
            store = folder.appending(path: "cases.db").path
            drafts = folder.appending(path: "drafts").path
        }

        func start() {
            Thread.detachNewThread { [self] in
                do throws(Failure) {
                    try run()
                } catch {
                    failure.withLock { $0 = error.message }
                }
                ended.withLock { $0 = true }
            }
        }

        private func run() throws(Failure) {
            let options = try Arguments(["--store", store, "--now", "2026-03-09T13:30:00Z"]).options
            let shell = try Shell(options, Output(.data), Output(.notes))
            guard let mailbox = Mailbox<Mail>() else { throw Failure(.failed, "no pipe") }
            Task { mailbox.post(await shell.openForConsole(named: "test")) }
            let terminal = ScriptTerminal(wires)
            let state = ConsoleState(size: terminal.size, now: shell.clock.now, start: "Everything")
            let screen = Screen(
                terminal: terminal, descriptors: [wires.descriptor], stop: { [wires] in wires.note("stop") })
            let loop = ConsoleLoop(
                shell, state: state, on: screen, mailbox: mailbox, drafts: Drafts(folder: drafts))
            loop.run()
            let troubles = try loop.runner.finish(isHurried: loop.isHurried)
            if let trouble = troubles.first { throw Failure(.failed, trouble) }
        }

        func waitForEnd() async throws {
            for _ in 0..<6000 where !ended.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(10)) }
            try #require(ended.withLock { $0 })
            #expect(failure.withLock { $0 } == nil)
        }
    }

    private func desk(cases: Int) async throws -> (Stage, Running) {
        let stage = try Stage()
        let running = Running(stage.folder)
        let claim = Identity.claim(actingAs: nil)
        let now = try #require(Timestamp(iso: "2026-03-09T13:00:00Z"))
        let store = try await SQLiteCaseStore.create(
            path: running.store, keeper: claim, keeperName: "Kim", at: now)
        try await store.beginLoad(
            LoadHeader(source: "test", claim: claim, at: now, operation: OperationID("load")))
        let records = (1...cases).map { number in
            LoadRecord.history(
                CaseHistory(
                    key: "T\(number)", line: number,
                    entries: [HistoryEntry(at: now, actor: "Lee", values: [.subject: "Case \(number)"])]))
        }
        _ = try await store.load(records)
        try await store.finishLoad()
        await store.close()
        return (stage, running)
    }

    @Test func typeAheadIsPaintedOnce() async throws {
        let (stage, running) = try await desk(cases: 700)
        running.start()
        try #require(try await running.wires.shows("of 700"))
        try await Task.sleep(for: .milliseconds(300))
        let before = running.wires.count
        running.wires.type(String(repeating: "j", count: 500))
        try #require(try await running.wires.shows("501 of 700"))
        // One picture for the keys, and one for each answer that came: rows, and whole cases around the cursor.
        #expect(running.wires.count - before < 40)
        running.wires.type("Q")
        try await running.waitForEnd()
        _ = stage
    }

    @Test func actsAreWrittenAndQuestionsReplaceOneAnother() async throws {
        let (stage, running) = try await desk(cases: 60)
        running.start()
        try #require(try await running.wires.shows("of 60"))
        for _ in 0..<30 { running.wires.type("1234567") }
        try #require(try await running.wires.shows("› Everything"))
        running.wires.type("t")
        try #require(try await running.wires.shows("Took CS-"))
        running.wires.type("u")
        try #require(try await running.wires.shows("Undid"))
        running.wires.type("tQ")
        try await running.waitForEnd()
        // What was asked for before the end is written.
        let store = try await SQLiteCaseStore.open(path: running.store, mode: .readOnly)
        let query = try CaseQuery("owner:Kim")
        let now = try #require(Timestamp(iso: "2026-03-09T13:30:00Z"))
        #expect(try await store.count(query, QueryContext(now: now)) == 1)
        #expect(try await store.verify().faults == [])
        await store.close()
        _ = stage
    }

    @Test func aTerminalThatGoesLeavesADraft() async throws {
        let (stage, running) = try await desk(cases: 3)
        running.start()
        try #require(try await running.wires.shows("of 3"))
        running.wires.type("c")
        try #require(try await running.wires.shows("Internal note"))
        running.wires.type([.paste("kept words")])
        try #require(try await running.wires.shows("kept words"))
        running.wires.type([.closed])
        try await running.waitForEnd()
        let files = try FileManager.default.contentsOfDirectory(atPath: running.drafts)
            .filter { !$0.hasPrefix("held-") }
        #expect(files.count == 1 && files[0].hasPrefix("note-CS-"))
        _ = stage
    }

    @Test func sleepingAndResizing() async throws {
        let (stage, running) = try await desk(cases: 3)
        running.start()
        try #require(try await running.wires.shows("of 3"))
        running.wires.type([.key(.ctrl("z")), .resized, .key(.ctrl("l"))])
        running.wires.type("Q")
        try await running.waitForEnd()
        #expect(running.wires.done == ["stop", "redraw"])
        _ = stage
    }
}
