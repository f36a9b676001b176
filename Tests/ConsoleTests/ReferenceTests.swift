import CaseModel
import GuidePolicy
import Testing

@testable import ConsoleCore

@Suite("Numbers that are typed")
struct ReferenceTests {
    /// The sample store with three more cases: their sources called them 1000001, 500 and INC-9.
    private func store() async throws -> MemoryCaseStore {
        let store = try await SampleStore.make()
        let now = SampleStore.now
        try await store.beginLoad(
            LoadHeader(source: "old desk", claim: SampleStore.ada, at: now, operation: OperationID("keys")))
        _ = try await store.load(
            ["1000001", "500", "INC-9"].map { key in
                let values: [CaseField: String?] = [
                    .subject: "Once \(key)", .severity: "3", .status: "open", .openedAt: now.description,
                ]
                let entry = HistoryEntry(at: now, actor: "web form", action: .logged, values: values)
                return .history(CaseHistory(key: key, line: 1, entries: [entry]))
            })
        try await store.finishLoad()
        return store
    }

    private let twin = CaseID(1_000_008)
    private let fiveHundred = CaseID(1_000_009)
    private let incident = CaseID(1_000_010)

    private func say(_ line: String, _ seat: inout Seat) async {
        await seat.type(":")
        await seat.write(line)
        await seat.type("<CR>")
    }

    @Test("mean the case of the source, too", arguments: ["500", "CS-1000009", "1000009"])
    func source(reference: String) async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        await say("take \(reference)", &seat)
        #expect(seat.notice.contains("Took CS-1000009."))
        #expect(try await store.caseFile(fiveHundred).item.owner != nil)
    }

    @Test(
        "are refused when they mean two cases, and both are named",
        arguments: [
            "take 1000001", "set 1000001 severity=1 --note why", "note 1000001 -m x", "note 1000001", "close 1000001",
            "close 500 --reason duplicate --duplicate-of 1000001", "take 500 1000001", "assign 1000001 --to kim",
        ])
    func ambiguous(line: String) async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        let before = try await store.revision()
        await say(line, &seat)
        #expect(seat.notice.contains("1000001 is the number of several cases: CS-1000001, CS-1000008."))
        #expect(try await store.revision() == before)
        #expect(seat.row(-2).contains(":" + line), "\(seat.picture())")
        await seat.type("<Esc>")
        #expect(seat.row(-1).contains("? keys"))
    }

    @Test("are refused when they mean none", arguments: ["take 77", "take INC-8", "close INC-8", "open CS-77"])
    func none(line: String) async throws {
        var seat = try await Seat.open(store())
        await say(line, &seat)
        #expect(seat.notice.contains("There is no case \(line.split(separator: " ")[1])."))
    }

    @Test("open a case, or the list of those they can mean")
    func open() async throws {
        var seat = try await Seat.open(store())
        await say("open INC-9", &seat)
        #expect(seat.row(0).contains("CS-1000010"))
        await say("open 1000001", &seat)
        #expect(seat.picture().contains("Several cases have that number"))
        await seat.type("<Down><CR>")
        #expect(seat.row(0).contains("CS-1000008"))
    }

    @Test("open the list, line or frame for the case they mean")
    func incomplete() async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        await say("close INC-9", &seat)
        #expect(seat.picture().contains("Close CS-1000010 because"))
        await seat.type("<Esc>")
        await say("note 500", &seat)
        #expect(seat.picture().contains("Internal note on CS-1000009"))
        await seat.write("Found")
        await seat.type("<C-d>")
        #expect(try await store.caseFile(fiveHundred).events.last?.text == "Found")
    }

    @Test("of the case that a duplicate repeats are looked for, in the line as in the option")
    func duplicates() async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        await say("close INC-9 --reason duplicate --duplicate-of 500", &seat)
        #expect(try await store.caseFile(incident).item.duplicateOf == fiveHundred)
        await seat.type("x8")
        await seat.write("1000001")
        await seat.type("<CR>")
        #expect(seat.notice.contains("repeats the case: 1000001"))
        #expect(seat.notice.contains("several cases"))
        await seat.type("<C-u>")
        await seat.write("500")
        await seat.type("<CR>")
        #expect(seat.notice.contains("A last word, or Enter:"))
        await seat.type("<CR>")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.duplicateOf == fiveHundred)
    }

    @Test("are looked for first; what is typed meanwhile comes after the act, and Esc stops")
    func typeAhead() async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        await seat.agree("4")
        seat.press(":take<Space>500<CR>u")
        await seat.rest()
        #expect(seat.notice.contains("Undid: took CS-1000009."))
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .four)
        let before = try await store.revision()
        seat.press(":take<Space>500<CR><Esc>")
        #expect(seat.notice.contains("Stopped; nothing was changed."))
        await seat.rest()
        #expect(try await store.revision() == before)
    }

    @Test("words that were written for one case go to another only when somebody says yes")
    func writtenAgain() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5c")
        await seat.write("Told them.")
        await seat.type("<C-d>")
        await seat.type("j")
        let id = try #require(seat.state.queue.cursorID)
        let before = try await store.caseFile(id).item.version
        await seat.type(".")
        #expect(seat.picture().contains("Internal note on \(id), in the same words as before?"), "\(seat.picture())")
        #expect(try await store.caseFile(id).item.version == before)
        await seat.type("y")
        #expect(try await store.caseFile(id).item.version == before + 1)
    }

    @Test("are not done again by the point, which means these cases")
    func again() async throws {
        let store = try await store()
        var seat = try await Seat.open(store)
        await say("set 500 severity=1 --note \"all of them hang\"", &seat)
        await seat.type(".")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .one)
    }
}
