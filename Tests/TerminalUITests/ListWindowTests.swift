import SeededRandom
import TerminalUI
import Testing

@Suite("List window") struct ListWindowTests {
    @Test func keepsItsPromises() {
        var random = SplitMix64(seed: 31)
        for round in 0..<200 {
            var window = ListWindow(
                count: Int.random(in: 0...60, using: &random), height: Int.random(in: 0...20, using: &random))
            for _ in 0..<100 {
                let amount = Int.random(in: -30...30, using: &random)
                switch Int.random(in: 0...8, using: &random) {
                case 0: window.move(by: amount)
                case 1: window.move(to: amount)
                case 2: window.page(by: amount.signum())
                case 3: window.halfPage(by: amount.signum())
                case 4: window.scroll(by: amount)
                case 5: window.setCount(amount * 3)
                case 6: window.setHeight(amount)
                case 7: window.centre()
                default: window.move(by: amount < 0 ? .min : .max)
                }
                let place = "seed 31, round \(round)"
                #expect(window.cursor >= 0 && window.cursor < max(1, window.count), "\(place)")
                #expect(window.count == 0 || window.visible.contains(window.cursor), "\(place)")
                #expect(window.top == 0 || window.top + window.height <= window.count, "\(place)")
                #expect(window.visible.count == min(window.count, window.height), "\(place)")
            }
        }
    }

    @Test func movesByPages() {
        var window = ListWindow(count: 100, height: 10)
        window.page(by: 1)
        #expect((window.top, window.cursor) == (8, 8))
        window.halfPage(by: 1)
        #expect((window.top, window.cursor) == (13, 13))
        window.page(by: -5)
        #expect((window.top, window.cursor) == (0, 0))
        window.move(by: 10)
        #expect((window.top, window.cursor) == (1, 10))
        window.scroll(by: 5)
        #expect((window.top, window.cursor) == (6, 10))
        window.setCount(8)
        #expect((window.top, window.cursor) == (0, 7))
        #expect(window.hasMore == (false, false))
    }
}
