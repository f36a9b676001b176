import SeededRandom
import TerminalUI
import Testing

@testable import CursesTerminal

@Suite("Row differences") struct RowShiftTests {
    private func list(from first: Int, cursor: Int, rows: Int = 12) -> Surface {
        var surface = Surface(Size(columns: 20, rows: rows))
        for y in 0..<rows {
            let role: Role = first + y == cursor ? .cursorRow : .text
            surface.write("row \(first + y) 漢 e\u{301}", in: surface.area, y: y, role: role)
        }
        return surface
    }

    @Test func findsWhatScrolled() {
        let down = RowShift.find(list(from: 1, cursor: 12), list(from: 0, cursor: 11), rows: 12)
        #expect(down == RowShift(region: 0..<11, distance: 1))
        let up = RowShift.find(list(from: 4, cursor: 4), list(from: 5, cursor: 5), rows: 12)
        #expect(up == RowShift(region: 1..<12, distance: -1))
        let half = RowShift.find(list(from: 5, cursor: 5), list(from: 0, cursor: 0), rows: 12)
        #expect(half?.distance == 5)
    }

    @Test func leavesOtherChangesAlone() {
        #expect(RowShift.find(list(from: 0, cursor: 3), list(from: 0, cursor: 4), rows: 12) == nil)
        #expect(RowShift.find(list(from: 100, cursor: 100), list(from: 0, cursor: 0), rows: 12) == nil)
        let empty = Surface(Size(columns: 20, rows: 12))
        #expect(RowShift.find(empty, empty, rows: 12) == nil)
        #expect(RowShift.find(empty, list(from: 0, cursor: 0), rows: 12) == nil)
    }

    @Test func rowsThatAreOneArrayAreFoundAsOthersAre() {
        let strips = (0..<13).map { number in
            var strip = Surface(Size(columns: 20, rows: 1))
            strip.write("row \(number)", in: strip.area)
            return strip
        }
        func picture(from first: Int) -> Surface {
            var surface = Surface(Size(columns: 20, rows: 12))
            for y in 0..<12 { surface.write(strips[first + y], in: surface.area.row(y)) }
            return surface
        }
        let (old, new) = (picture(from: 0), picture(from: 1))
        let isOneArray = new.rows[0].withUnsafeBufferPointer { one in
            old.rows[1].withUnsafeBufferPointer { one.baseAddress == $0.baseAddress }
        }
        #expect(isOneArray)
        #expect(RowChange.isSame(new, 0, old, 1, true) && !RowChange.isSame(new, 0, old, 0, true))
        #expect(RowShift.find(new, old, rows: 12) == RowShift(region: 0..<12, distance: 1))
        #expect(RowShift.find(new, old, rows: 12, changed: 12) == RowShift(region: 0..<12, distance: 1))
        var written = new
        written.write("x", in: written.area)
        #expect(new[0, 0] != written[0, 0] && old[0, 1] == new[0, 0])
    }

    /// Moves and paints rows as the painter does, and says what would stand on the screen.
    private func painted(_ new: Surface, over old: Surface) -> [[Cell]] {
        let (rows, columns) = (new.size.rows, new.size.columns)
        let shift = RowShift.find(new, old, rows: rows)
        return (0..<rows).map { y in
            guard let oldRow = shift == nil ? y : shift?.oldRow(of: y) else { return (0..<columns).map { new[$0, y] } }
            var row = (0..<columns).map { old[$0, oldRow] }
            if let range = RowChange.range(new, y, old, oldRow, true, columns: columns) {
                for x in range { row[x] = new[x, y] }
            }
            return row
        }
    }

    @Test func whatIsSentMakesThePicture() {
        var random = SplitMix64(seed: 61)
        let texts: [Shown] = ["漢字", "a", "  b", "漢", "", "long text here"]
        var old = Surface(Size(columns: 9, rows: 8))
        for round in 0..<500 {
            var new = old
            if Bool.random(using: &random) { new = Surface(old.size) }
            for _ in 0..<Int.random(in: 0...10, using: &random) {
                let text = texts[Int.random(in: 0..<texts.count, using: &random)]
                let (x, y) = (Int.random(in: -1...8, using: &random), Int.random(in: 0...7, using: &random))
                new.write(text, in: new.area, x: x, y: y, role: Bool.random(using: &random) ? .text : .bad)
            }
            let rows = painted(new, over: old)
            for y in 0..<8 { #expect(rows[y] == (0..<9).map { new[$0, y] }, "seed 61, round \(round), row \(y)") }
            old = new
        }
    }

    @Test func noWideGlyphIsCut() {
        var old = Surface(Size(columns: 6, rows: 1))
        old.write("漢字漢", in: old.area)
        var new = Surface(Size(columns: 6, rows: 1))
        new.write("漢x字漢", in: new.area)
        #expect(RowChange.range(new, 0, old, 0, true, columns: 6) == 2..<6)
        #expect(RowChange.range(new, 0, new, 0, true, columns: 6) == nil)
    }
}
