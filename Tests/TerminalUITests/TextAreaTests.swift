import HostileText
import SeededRandom
import Testing

@testable import TerminalUI

@Suite("Text being typed") struct TextAreaTests {
    /// The same edits on one plain list of scalars.
    private struct Model {
        var scalars: [Unicode.Scalar] = []
        var cursor = 0

        var text: String { String(String.UnicodeScalarView(scalars)) }
        var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
        var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }
    }

    @Test func editsLikeAPlainText() {
        var random = SplitMix64(seed: 41)
        for round in 0..<60 {
            let size = Size(columns: 3 + round % 12, rows: 1 + round % 5)
            var area = TextArea(size: size)
            var model = Model()
            for step in 0..<200 {
                apply(Int.random(in: 0...12, using: &random), to: &area, and: &model, using: &random)
                let place = "seed 41, round \(round), step \(step)"
                #expect(area.text == model.text, "\(place)")
                let before = model.scalars[..<model.cursor]
                let breaks = before.count { $0 == "\n" }
                #expect(area.cursor.line == breaks, "\(place)")
                #expect(area.cursor.column == model.cursor - model.lineStart, "\(place)")
                #expect(area.byteCount == area.text.utf8.count, "\(place)")
                var surface = Surface(size)
                area.draw(on: &surface, in: surface.area)
                #expect(surface.cursor != nil, "the cursor is in sight: \(place)")
                var fresh = area
                fresh.wraps = WrapCache()
                var again = Surface(size)
                fresh.draw(on: &again, in: again.area)
                #expect(surface == again, "what is known of the wrapping is right: \(place)")
            }
        }
    }

    private func apply(_ act: Int, to area: inout TextArea, and model: inout Model, using random: inout SplitMix64) {
        let text = ["a", "漢", "two words", " ", "x\ny", "\n\n", "long-word-here", "\t"][Int(random.next() % 8)]
        switch act {
        case 0...4:
            _ = area.insert(text)
            model.scalars.insert(contentsOf: Array(text.unicodeScalars), at: model.cursor)
            model.cursor += text.unicodeScalars.count
        case 5:
            _ = area.handle(.left)
            model.cursor = max(0, model.cursor - 1)
        case 6:
            _ = area.handle(.right)
            model.cursor = min(model.scalars.count, model.cursor + 1)
        case 7:
            _ = area.handle(.backspace)
            if model.cursor > 0 {
                model.cursor -= 1
                model.scalars.remove(at: model.cursor)
            }
        case 8:
            _ = area.handle(.delete)
            if model.cursor < model.scalars.count { model.scalars.remove(at: model.cursor) }
        case 9:
            _ = area.handle(.ctrl("u"))
            let start = model.lineStart
            model.scalars.removeSubrange(start..<model.cursor)
            model.cursor = start
        case 10:
            _ = area.handle(.ctrl("k"))
            let end = model.lineEnd
            model.scalars.removeSubrange(
                model.cursor..<min(model.scalars.count, max(end, min(model.cursor + 1, end + 1))))
        case 11:
            _ = area.handle(Bool.random(using: &random) ? .up : .pageDown)
            model.cursor = model.scalars.isEmpty ? 0 : place(of: area.cursor, in: model)
        default:
            _ = area.handle(.home)
            model.cursor = model.lineStart
        }
    }

    private func place(of place: TextPlace, in model: Model) -> Int {
        var line = 0
        var index = 0
        while line < place.line {
            if model.scalars[index] == "\n" { line += 1 }
            index += 1
        }
        return index + place.column
    }

    @Test func movesByRowsAsTheyAreSeen() {
        var area = TextArea("one two three four\nfive", size: Size(columns: 9, rows: 4))
        var surface = Surface(Size(columns: 9, rows: 4))
        area.draw(on: &surface, in: surface.area)
        #expect(surface.picture() == "one two\nthree\nfour\nfive")
        _ = area.handle(.end)
        #expect(area.cursor == TextPlace(line: 0, column: 18))
        _ = area.handle(.up)
        #expect(area.cursor == TextPlace(line: 0, column: 12))
        _ = area.handle(.up)
        _ = area.handle(.down)
        _ = area.handle(.down)
        _ = area.handle(.down)
        #expect(area.cursor == TextPlace(line: 1, column: 4), "the cell is kept")
    }

    @Test func marksStayWithTheirLetters() {
        var area = TextArea("e\u{301}x")
        _ = area.handle(.right)
        #expect(area.cursor.column == 2)
        _ = area.handle(.backspace)
        #expect(area.text == "x")
    }

    @Test func breaksAndLimits() {
        var area = TextArea(byteLimit: 10)
        let isIn = area.insert("a\r\nb\rc")
        #expect(isIn)
        #expect(area.text == "a\nb\nc")
        let isTooMuch = !area.insert("123456")
        #expect(isTooMuch, "refused whole")
        #expect(area.text == "a\nb\nc")
        let isKnown = area.handle(.enter)
        #expect(isKnown)
        #expect(area.byteCount == 6)
        #expect(TextArea(" \n\t").isBlank)
        #expect(!TextArea("x").isBlank)
    }

    @Test func takesAMebibyteInOneLineOrInMany() {
        for text in [String(repeating: "word ", count: 209_715), String(repeating: "x\n", count: 524_288)] {
            var area = TextArea(text, size: Size(columns: 72, rows: 20))
            #expect(area.byteCount == text.utf8.count)
            _ = area.handle(Key(.end, .ctrl))
            for _ in 0..<200 { _ = area.handle(.backspace) }
            for _ in 0..<200 { area.insert("y") }
            for _ in 0..<50 { _ = area.handle(.up) }
            _ = area.handle(Key(.home, .ctrl))
            #expect(area.text == String(text.dropLast(200)) + String(repeating: "y", count: 200))
        }
    }

    @Test func hostileTextIsKeptAndDrawnSafely() {
        for text in HostileText.all {
            var area = TextArea(text, size: Size(columns: 20, rows: 3))
            let kept = text.unicodeScalars.contains("\r") ? nil : text
            if let kept { #expect(Array(area.text.utf8) == Array(kept.utf8)) }
            _ = area.handle(Key(.end, .ctrl))
            var surface = Surface(Size(columns: 22, rows: 3))
            area.draw(on: &surface, in: Area(x: 1, y: 0, width: 20, height: 3))
            for y in 0..<3 { #expect(surface[0, y] == .blank && surface[21, y] == .blank) }
            for cell in surface.rows.joined() { #expect(cell.value >= 0x20 || cell.isContinuation) }
        }
    }

    @Test(arguments: [
        ("<C-w>", "one two ", 8), ("<C-u>", "", 0), ("<A-b><A-d>", "one two ", 8), ("<C-a><A-f><C-k>", "one", 3),
        ("<C-a><Del><C-f>", "ne two three", 1), ("<Home><C-d><End><BS>", "ne two thre", 11),
        ("<C-h>x", "one two threx", 13),
        ("<A-b><C-k><C-w>", "one ", 4),
    ])
    func fieldKnowsTheUsualKeys(keys: String, text: String, cursor: Int) throws {
        var field = TextField("one two three")
        for key in try #require(KeySequence(notation: keys)).keys {
            let isKnown = field.handle(key)
            #expect(isKnown, "\(key)")
        }
        #expect(field.text == text)
        #expect(field.cursor == cursor)
    }

    @Test(arguments: [
        ("x", "x", 1), ("xy", "xy", 2), ("<BS>", "", 0), ("<Del>x", "x", 1), ("<End>x", "old wordsx", 10),
        ("<C-e>x", "old wordsx", 10), ("<Home>x", "xold words", 1), ("<Left>x", "old wordxs", 9),
        ("<C-w>x", "old x", 5), ("<Up>x", "x", 1),
    ])
    func selectedTextGivesWayToWhatIsTyped(keys: String, text: String, cursor: Int) throws {
        var field = TextField("old words", isSelected: true)
        for key in try #require(KeySequence(notation: keys)).keys { _ = field.handle(key) }
        #expect(field.text == text && field.cursor == cursor && !field.isSelected)
        #expect(!TextField("", isSelected: true).isSelected)
    }

    @Test func selectedTextIsSeenWithoutColours() {
        var field = TextField("old", isSelected: true)
        func emphasis() -> [Emphasis] {
            var surface = Surface(Size(columns: 5, rows: 1))
            field.draw(on: &surface, in: surface.area)
            return (0..<5).map { surface[$0, 0].emphasis }
        }
        #expect(emphasis() == [.reverse, .reverse, .reverse, [], []])
        field.deselect()
        #expect(emphasis() == [[], [], [], [], []])
    }

    @Test func fieldStaysInItsRowAndLimit() {
        var field = TextField(byteLimit: 12)
        let isWhole = field.insert("a\nb\tc\r\n漢字漢字")
        #expect(!isWhole)
        #expect(field.text == "a b c 漢字")
        let isKnown = field.handle(.up)
        #expect(!isKnown)
        field = TextField(String(repeating: "ab漢", count: 40))
        for _ in 0..<130 {
            var surface = Surface(Size(columns: 14, rows: 1))
            field.draw(on: &surface, in: Area(x: 1, y: 0, width: 12, height: 1))
            #expect(surface.cursor != nil)
            #expect(surface[0, 0] == .blank && surface[13, 0] == .blank)
            _ = field.handle(.left)
        }
    }
}
