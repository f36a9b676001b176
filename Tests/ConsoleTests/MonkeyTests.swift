import CaseModel
import CaseSamples
import SeededRandom
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Any keys at all")
struct MonkeyTests {
    @Test("leave a console that is whole", arguments: [1, 2, 3, 4] as [UInt64])
    func keys(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        var other = try await Seat.open(store, SampleStore.kim)
        let keys = Self.keys
        for step in 0..<5000 {
            switch random.next() % 100 {
            case 0:
                let size = Size(columns: Int(random.next() % 160), rows: Int(random.next() % 50))
                seat.hear(.resized(size))
            case 1: seat.hear(.paste("pasted\ntext \u{1b}[2J"))
            case 2: seat.hear(.tick(SampleStore.now + Int64(step)))
            case 4...20: seat.hear(.rest)
            case 3:
                await other.type("<Esc><Esc>5")
                await other.type(random.next() % 2 == 0 ? "p\(random.next() % 4 + 1)" : "t")
                try await seat.poll()
            default: seat.hear(.key(keys[Int(random.next() % UInt64(keys.count))]))
            }
            // Answers come now and then, so that keys also meet a console that waits.
            if random.next() % 3 == 0 { await seat.rest() }
            let problem = broken(seat.state)
            #expect(problem == nil, "seed \(seed), step \(step)")
            if problem != nil { return }
            if random.next() % 10 == 0 {
                let isSame = view(seat.state, theme: .terminal) == drawnAnew(seat.state)
                #expect(isSame, "what was drawn before is not what is drawn now: seed \(seed), step \(step)")
                if !isSame { return }
            }
        }
        await seat.rest()
        seat.hear(.resized(Size(columns: 120, rows: 40)))
        for _ in 0..<10 { await seat.type("<Esc>") }
        #expect(seat.picture().contains("Caseload"), "seed \(seed)")
    }

    /// Every key that is bound, and what is typed into lists, lines and frames.
    private static let keys: [Key] = {
        var keys: [Key] = []
        for entry in CommandEntry.all {
            for key in entry.keys { keys += KeySequence(notation: key.notation)?.keys ?? [] }
        }
        keys += ["a", "y", "n", "1", " ", "é", "漢", "x", "=", "-"].map { Key.character($0) }
        keys += [.enter, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end, .ctrl("o")]
        return keys
    }()

    /// The picture with nothing kept of what was drawn before.
    private func drawnAnew(_ state: ConsoleState) -> Surface {
        var state = state
        state.desk.look.zones = DrawnZones()
        state.queue.shelf.strips = RowStrips()
        if state.queue.preview.picture != nil, state.screen == .queue {
            state.queue.preview.expire()
            state.settlePreview(ScreenLayout(state))
        }
        return view(state, theme: .terminal)
    }

    /// What is wrong with a state; nil when it is whole.
    private func broken(_ state: ConsoleState) -> String? {
        let queue = state.queue
        let window = queue.cursor.window
        if queue.earlier == nil, window.count != queue.order.count { return "the window has other rows than the order" }
        if queue.earlier == nil, queue.marks.order != queue.order.ids { return "the marks are of another order" }
        if window.cursor < window.top || window.cursor >= window.top + window.height {
            return "the cursor is out of sight"
        }
        if !queue.order.ids.isEmpty, queue.earlier == nil, queue.cursorID == nil { return "the cursor is on no case" }
        if queue.shelf.rows.count > RowShelf.capacity + 200 { return "too many rows are kept" }
        if let page = state.page, page.scroll > page.lastScroll { return "the page is scrolled beyond its end" }
        if state.overlays.count > 6 { return "\(state.overlays.count) things lie on top of each other" }
        if queue.asked.held.count > 1000 { return "too many keys are held" }
        return nil
    }
}
