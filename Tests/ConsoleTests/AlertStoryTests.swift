import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Alerts on the screen")
struct AlertStoryTests {
    /// Records what is new, as another console does.
    private func raise(_ store: MemoryCaseStore, _ name: String) async throws {
        let edits = try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).edits
        let operation = Operation(id: OperationID(name), claim: SampleStore.kim, at: SampleStore.now, edits: [])
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
        // Seen by anybody, it is gone everywhere, without a sound.
        let first = try #require(try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).standing.first)
        let seen = Operation(id: OperationID("seen"), claim: SampleStore.kim, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(first.record.id, doing: .alert(.acknowledge))], seen)
        try await seat.poll()
        #expect(seat.row(0).contains("1 alert "))
        #expect(seat.asked.last(where: \.isSignal) == .signal(alerts: 1, rings: false))
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
