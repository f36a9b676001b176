import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("The cursor stands on the row that was taken back")
struct TakenBackRowTests {
    private let id = CaseID(1_000_001)

    @Test("in a queue that the act took it from")
    func queue() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("2")
        #expect(seat.state.queue.cursorID == id)
        await seat.type("t")
        #expect(seat.state.queue.cursorID == CaseID(1_000_003), "\(seat.picture())")
        await seat.type("u")
        #expect(seat.state.queue.cursorID == id, "\(seat.picture())")
        // A key before the rows come gives it up.
        await seat.type("t")
        seat.press("uj")
        await seat.rest()
        #expect(seat.state.queue.cursor.goal == nil)
        #expect(seat.state.queue.cursorID != id, "\(seat.picture())")
    }

    @Test("under a filter, and in the list below a case")
    func filter() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5/")
        await seat.write("severity:1,2\n")
        await seat.type("gg")
        #expect(seat.state.queue.cursorID == id)
        await seat.agree("3")
        #expect(seat.state.queue.cursorID != id)
        await seat.type("u")
        #expect(seat.state.queue.cursorID == id, "\(seat.picture())")
        await seat.type("<CR>")
        await seat.agree("3")
        await seat.type("u<Esc>")
        #expect(seat.state.queue.cursorID == id, "\(seat.picture())")
    }

    @Test("in a workplace")
    func workplace() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5j")
        let other = try #require(seat.state.queue.cursorID)
        await seat.agree("1")
        await seat.type("gx")
        let first = try #require(seat.state.workplaces.top?.row?.subject)
        let taken = first == .item(id) ? id : other
        #expect(first == .item(taken))
        await seat.agree("3")
        #expect(seat.state.workplaces.top?.row?.subject != first, "\(seat.picture())")
        await seat.type("u")
        #expect(seat.state.workplaces.top?.row?.subject == first, "\(seat.picture())")
    }

    @Test("and on the one that was renewed, where that stays in the list")
    func renewed() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gr", "l"], &seat)
        let membership = try #require(RecordID(text: "MB-2"))
        while seat.state.workplaces.top?.row?.subject != .record(membership) {
            let before = seat.state.workplaces.top?.window.cursor
            await seat.type("j")
            guard before != seat.state.workplaces.top?.window.cursor else { break }
        }
        await WorkplacePictureTests.press(["a", "text:Renew<CR>", "<C-d>"], &seat)
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Would be: so."]))
        await seat.type("<CR>")
        let operation = CaseModel.Operation(
            id: OperationID("renewed"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(membership, ["end": "2028-03-30"])], operation)
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["So."]))
        #expect(seat.state.workplaces.top?.row?.subject == .record(membership), "\(seat.picture())")
    }
}
