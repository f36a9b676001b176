import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("The screen around the list of cases")
struct ListFrameTests {
    private typealias Touch = (what: String, act: (inout ConsoleState) -> Void)

    @Test("shows the head of a list still when rows come in there; further down the cursor keeps its height")
    func head() {
        var cursor = QueueCursor()
        cursor.window = ListWindow(count: 50, height: 10)
        cursor.go(to: 2, count: 52)
        #expect(cursor.visible == 0..<10 && cursor.position == 2)
        // A cursor that would leave the first screen takes the list along.
        cursor.go(to: 12, count: 62)
        #expect(cursor.position == 12 && cursor.visible.contains(12))
        cursor.window.move(to: 30)
        let height = cursor.position - cursor.window.top
        cursor.go(to: 33, count: 65)
        #expect(cursor.position == 33 && cursor.position - cursor.window.top == height && height > 0)
    }

    @Test("is kept while the cursor moves and while nothing happens")
    func kept() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5")
        let before = try #require(seat.state.listFrame)
        for key in ["j", "j", "k", "G"] { seat.press(key) }
        seat.hear(.rest)
        seat.hear(.tick(seat.state.now))
        #expect(seat.state.listFrame == before)
    }

    @Test("is given up when anything it can tell of is set")
    func givenUp() async throws {
        let touches: [Touch] = [
            ("who acts", { $0.session?.storeName = "other" }), ("the minute", { $0.now = $0.now + 60 }),
            ("the size", { $0.size.columns += 1 }), ("the signs", { $0.desk.look.glyphs = .ascii }),
            ("the tabs", { $0.queue.tabs.counts[0] = 77 }), ("the filter", { $0.queue.filter.text = "x" }),
            ("the order of rows", { $0.queue.order = CaseOrder() }), ("the sort", { $0.queue.sort = [] }),
            ("rows of before", { $0.queue.earlier = nil }), ("marks", { $0.queue.marks.removeAll() }),
            ("columns", { $0.queue.table = QueueTable(width: 50, needs: ColumnNeeds()) }),
            ("an overlay", { $0.overlays = [.line(LineEntry(.command))] }), ("the phase", { $0.phase = .opening }),
            ("a case", { $0.page = PageState(id: CaseID(1)) }),
        ]
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5")
        for touch in touches {
            var state = seat.state
            #expect(state.listFrame != nil)
            touch.act(&state)
            #expect(state.listFrame == nil, "\(touch.what)")
        }
    }

    @Test(
        "numbers have a comma at the thousands",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1, "-1"), (-1000, "-1,000"), (123_456, "123,456"),
            (1_000_000, "1,000,000"), (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
        ])
    func numbers(number: Int, words: String) {
        #expect(grouped(number) == words)
    }
}
