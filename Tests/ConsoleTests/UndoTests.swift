import CaseModel
import ConsoleCore
import Testing

@Suite("Several acts taken back at once")
struct UndoTests {
    /// A seat at which three acts were done to the licence case.
    private func seat(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await Seat.open(store)
        await seat.type("p4")
        await seat.type("sr")
        await seat.type("p3")
        return seat
    }

    private func say(_ line: String, _ seat: inout Seat) async {
        await seat.type(":")
        await seat.write(line)
        await seat.type("<CR>")
    }

    private let id = CaseID(1_000_002)

    @Test("are as many as was said, and are named")
    func several() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo 3", &seat)
        #expect(seat.notice.contains("Undid 3 acts: set CS-1000002 to severity 3; "))
        #expect(seat.notice.contains("In review; set CS-1000002 to severity 4."))
        var item = try await store.caseFile(id).item
        #expect(item.severity == .two && item.status == .wip)
        await say("redo 2", &seat)
        #expect(seat.notice.contains("Did again 2 acts: set CS-1000002 to severity 4; "))
        item = try await store.caseFile(id).item
        #expect(item.severity == .four && item.status == .review)
    }

    @Test("stop at the first that cannot be, and say how far they came and why")
    func stopped() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo 9", &seat)
        #expect(seat.notice.contains("Undid 3 acts:"))
        #expect(seat.notice.contains("There  is no act of yours to take back."))
        #expect(try await store.caseFile(id).item.severity == .two)
    }

    @Test("come before whatever is typed meanwhile")
    func typeAhead() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        seat.press(":undo<Space>3<CR>p1")
        await seat.rest()
        let item = try await store.caseFile(id).item
        #expect(item.severity == .one && item.status == .wip)
    }

    @Test("are a number", arguments: ["x", "0", "1001", "2 3"])
    func wrong(words: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo \(words)", &seat)
        #expect(seat.notice.contains("undo takes"))
        #expect(try await store.caseFile(id).item.severity == .three)
    }
}
