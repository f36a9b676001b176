import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Alerts on the screen")
struct AlertStoryTests {
    /// Records what is new, as another console does.
    private func raise(_ store: MemoryCaseStore, _ name: String) async throws {
        let edits = try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).edits
        let operation = CaseModel.Operation(
            id: OperationID(name), claim: SampleStore.kim, at: SampleStore.now, edits: [])
        _ = try await store.keep(edits, operation)
    }

    @Test func whatIsNewIsSaidCountedAndRings() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        #expect(!seat.row(0).contains("alert") && !seat.asked.contains { $0.isSignal })
        try await raise(store, "raised")
        try await seat.poll()
        #expect(seat.row(0).contains("2 alerts"))
        #expect(seat.notice.contains("Alert: CS-10000") && seat.notice.contains("And 1 more."))
        #expect(seat.asked.filter(\.isSignal) == [.signal(alerts: 2, rings: true)])
        // The same again rings nobody.
        try await seat.poll()
        seat.hear(.tick(SampleStore.now + 60))
        await seat.rest()
        #expect(seat.asked.filter(\.isSignal).count == 1)
        // Seen by another it calls whose it is still; seen by that person it is gone, without a sound.
        let standing = try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).standing
        let me = try await store.agent(for: SampleStore.ada).id
        let mine = try #require(standing.first { $0.owner == me })
        for (claim, count) in [(SampleStore.kim, 2), (SampleStore.ada, 1)] {
            let seen = CaseModel.Operation(
                id: OperationID("seen-\(count)"), claim: claim, at: SampleStore.now, edits: [])
            _ = try await store.keep([RecordEdit(mine.record.id, doing: .alert(.acknowledge))], seen)
            try await seat.poll()
            #expect(seat.row(0).contains(count == 2 ? "2 alerts " : "1 alert "))
            if count == 2 {
                await seat.type("gw")
                #expect(seat.picture().contains("kim, 14:05"), "\(seat.picture())")
            }
        }
        #expect(seat.asked.last(where: \.isSignal) == .signal(alerts: 1, rings: false))
    }

    @Test func theActsOnAnAlertBeginWithThatItWasSeen() async throws {
        let store = try await SampleStore.make()
        try await raise(store, "raised")
        var seat = try await Seat.open(store)
        await seat.type("gwa")
        guard case .picker(let picker)? = seat.state.overlays.last else {
            Issue.record("nothing is offered: \(seat.picture())")
            return
        }
        #expect(picker.lines.first?.label == "Seen" && picker.lines.first?.call.words.first == "acknowledge")
    }

    @Test func theTabOfWhoSitsHereCountsAsTheTitleDoes() async throws {
        let store = try await SampleStore.make()
        try await raise(store, "raised")
        var seat = try await Seat.open(store, SampleStore.kim)
        await seat.type("gw")
        #expect(seat.row(0).contains("1 alert ") && seat.row(1).hasPrefix(" For you 1 "), "\(seat.picture())")
        #expect(seat.row(1).contains("Everybody's 2"), "\(seat.picture())")
        // What is seen from the other tab is counted at once in this one.
        await seat.type("]")
        let standing = try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).standing
        let me = try await store.agent(for: SampleStore.kim).id
        let called = try #require(standing.first { $0.calls(me, isThere: true) })
        let seen = CaseModel.Operation(id: OperationID("seen"), claim: SampleStore.kim, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(called.record.id, doing: .alert(.acknowledge))], seen)
        try await seat.poll()
        #expect(!seat.row(0).contains("alert ") && seat.row(1).hasPrefix(" For you 0 "), "\(seat.picture())")
    }

    @Test func whomAnAlertCallsAndWhySpaceIsSeenIsSaid() async throws {
        let store = try await SampleStore.make()
        try await raise(store, "raised")
        var seat = try await Seat.open(store, columns: 100, rows: 24)
        await seat.type("gw")
        #expect(seat.picture().contains("It is yours, and stands until you have seen it."), "\(seat.picture())")
        await seat.type("j")
        #expect(seat.picture().contains("It is nobody's, and calls all until one has seen it."), "\(seat.picture())")
        await seat.type("?")
        #expect(seat.picture().contains("Space   Seen"), "\(seat.picture())")
        #expect(!seat.picture().contains("Space   Mark"))
        await seat.type("<Esc>]]")
        #expect(seat.row(3).contains("Whose") && !seat.row(3).contains("With "), "\(seat.picture())")
        // Of a critical case of another's it is said whose it is, and why it calls all the same.
        var kim = try await Seat.open(store, SampleStore.kim)
        await kim.type(":")
        await kim.write("assign CS-1000001 --to ada")
        await kim.type("<CR>")
        try await raise(store, "passed")
        try await kim.poll()
        await kim.type("gw")
        #expect(
            kim.picture().contains("It is with ada; what is critical calls all until one has seen it."),
            "\(kim.picture())")
    }

    @Test func whatWasSomebodysWhoLeftCallsAll() {
        let record = Record(RecordID(.alert, 1), kind: .alert, values: ["reason": "heard", "owner": "AG-7"])
        let alert = StandingAlert(record, item: nil)
        #expect(!alert.calls(AgentID(1), isThere: true) && alert.calls(AgentID(1), isThere: false))
        #expect(alert.calls(AgentID(7), isThere: true))
    }

    @Test func oneWhoSitsDownLaterHearsOfThemToo() async throws {
        let store = try await SampleStore.make()
        try await raise(store, "raised")
        let seat = try await Seat.open(store, columns: 80, rows: 24)
        #expect(seat.row(0).contains("2 alerts"))
        #expect(seat.asked.filter(\.isSignal) == [.signal(alerts: 2, rings: true)])
        // What a customer said on another's case calls the other alone.
        let other = try await Seat.open(store, SampleStore.kim)
        #expect(other.row(0).contains("1 alert ") && other.notice.contains("is critical"))
    }
}

extension Effect {
    fileprivate var isSignal: Bool {
        if case .signal = self { true } else { false }
    }
}
