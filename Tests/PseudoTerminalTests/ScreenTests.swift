import SeededRandom
import Testing

@testable import PseudoTerminal

@Suite("A screen shows what the bytes ask for")
struct ScreenTests {
    struct Sample: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: String
        var lines: [String]
        var testDescription: String { name }

        init(_ name: String, _ bytes: String, _ lines: [String]) {
            (self.name, self.bytes, self.lines) = (name, bytes, lines)
        }
    }

    static let samples: [Sample] = [
        Sample("plain text", "ab\r\ncd", ["ab", "cd", "", ""]),
        Sample("cursor address", "\u{1b}[2;3Hx\u{1b}[Hy", ["y", "  x", "", ""]),
        Sample("cursor moves", "\u{1b}[3;3H\u{1b}[A\u{1b}[2Da\u{1b}[Cb\u{1b}[Bc\u{8}\u{8}d", ["", "a b", "  dc", ""]),
        Sample("column and row", "\u{1b}[5Gx\u{1b}[3dy", ["    x", "", "     y", ""]),
        Sample("tabs", "a\tb\u{1b}[Z\u{1b}[Zc", ["c       b", "", "", ""]),
        Sample("wrap waits for the next glyph", "0123456789\rX", ["X123456789", "", "", ""]),
        Sample("wrap", "0123456789ab", ["0123456789", "ab", "", ""]),
        Sample("scroll at the bottom", "1\r\n2\r\n3\r\n4\r\n5", ["2", "3", "4", "5"]),
        Sample("reverse line feed", "1\r\n2\u{1b}[H\u{1b}MX", ["X", "1", "2", ""]),
        Sample("margins", "1\r\n2\r\n3\r\n4\u{1b}[2;3r\u{1b}[3;1H\nX", ["1", "3", "X", "4"]),
        Sample("scroll up and down", "1\r\n2\r\n3\r\n4\u{1b}[2S", ["3", "4", "", ""]),
        Sample("scroll down", "1\r\n2\r\n3\r\n4\u{1b}[1T", ["", "1", "2", "3"]),
        Sample("scroll in margins", "1\r\n2\r\n3\r\n4\u{1b}[2;4r\u{1b}[S\u{1b}[r", ["1", "3", "4", ""]),
        Sample("insert line", "1\r\n2\r\n3\r\n4\u{1b}[2;1H\u{1b}[2LX", ["1", "X", "", "2"]),
        Sample("delete line", "1\r\n2\r\n3\r\n4\u{1b}[2;1H\u{1b}[M", ["1", "3", "4", ""]),
        Sample("insert cells", "abcdef\u{1b}[1;3H\u{1b}[2@", ["ab  cdef", "", "", ""]),
        Sample("delete cells", "abcdef\u{1b}[1;3H\u{1b}[2P", ["abef", "", "", ""]),
        Sample("erase cells", "abcdef\u{1b}[1;3H\u{1b}[2X", ["ab  ef", "", "", ""]),
        Sample("erase to the end", "abc\r\ndef\r\nghi\u{1b}[2;2H\u{1b}[J", ["abc", "d", "", ""]),
        Sample("erase to the start", "abc\r\ndef\r\nghi\u{1b}[2;2H\u{1b}[1J", ["", "  f", "ghi", ""]),
        Sample("erase all", "abc\r\ndef\u{1b}[2J", ["", "", "", ""]),
        Sample("erase line", "abc\u{1b}[2G\u{1b}[K\r\ndef\u{1b}[2G\u{1b}[1K", ["a", "  f", "", ""]),
        Sample("repeat", "a\u{1b}[4bZ", ["aaaaaZ", "", "", ""]),
        Sample("wide glyphs", "日本x", ["日本x", "", "", ""]),
        Sample("half a wide glyph is overwritten", "日本\u{1b}[2Gx", [" x本", "", "", ""]),
        Sample("a wide glyph does not fit", "012345678日", ["012345678", "日", "", ""]),
        Sample("marks join their glyph", "e\u{301}x", ["e\u{301}x", "", "", ""]),
        Sample("line drawing", "\u{1b}(0lqk\u{1b}(Bl\u{e}q\u{f}", ["┌─┐l─", "", "", ""]),
        Sample("save and restore", "ab\u{1b}7\u{1b}[4;5Hx\u{1b}8c", ["abc", "", "", "    x"]),
        Sample(
            "titles and device strings show nothing", "a\u{1b}]0;title\u{7}b\u{1b}P+q\u{1b}\\c", ["abc", "", "", ""]),
        Sample(
            "sequences for other things show nothing", "a\u{1b}[>4;2m\u{1b}[?12$pb\u{1b}[22;0;0tc", ["abc", "", "", ""]),
        Sample("the alternate screen comes and goes", "abc\u{1b}[?1049hxyz\u{1b}[?1049ld", ["abcd", "", "", ""]),
        Sample("styles take no room", "\u{1b}[1;38;5;4mab\u{1b}[m", ["ab", "", "", ""]),
    ]

    @Test(arguments: samples)
    func shows(sample: Sample) {
        var whole = Screen(size: TerminalSize(columns: 10, rows: 4))
        whole.feed(sample.bytes.utf8)
        #expect(whole.lines == sample.lines)
        // However the bytes are cut, the screen is the same.
        var split = Screen(size: TerminalSize(columns: 10, rows: 4))
        for byte in sample.bytes.utf8 { split.feed([byte]) }
        #expect(split.lines == sample.lines)
    }

    @Test func keepsStyles() {
        var screen = Screen(size: TerminalSize(columns: 10, rows: 2))
        screen.feed("\u{1b}[1;31mA\u{1b}[0;7;48;5;200mB\u{1b}[38;2;1;2;3;49mC\u{1b}[27;4mD\u{1b}[mE".utf8)
        #expect(screen.cell(column: 0, row: 0).rendition.bold)
        #expect(screen.cell(column: 0, row: 0).rendition.foreground == .number(1))
        #expect(screen.cell(column: 1, row: 0).rendition.reverse)
        #expect(screen.cell(column: 1, row: 0).rendition.background == .number(200))
        #expect(screen.cell(column: 2, row: 0).rendition.foreground == .rgb(1, 2, 3))
        #expect(screen.cell(column: 2, row: 0).rendition.background == .standard)
        #expect(screen.cell(column: 3, row: 0).rendition.underline)
        #expect(screen.cell(column: 4, row: 0).rendition == Rendition())
    }

    @Test func keepsModesAndCursor() {
        var screen = Screen(size: TerminalSize(columns: 10, rows: 4))
        screen.feed("\u{1b}[?25l\u{1b}[?2004h\u{1b}[?1049h\u{1b}[3;4H".utf8)
        #expect(!screen.showsCursor && screen.isAlternate && screen.modes.contains(2004))
        #expect(screen.cursor == (3, 2))
        screen.feed("\u{1b}[?25h\u{1b}[?2004l\u{1b}[?1049l".utf8)
        #expect(screen.showsCursor && !screen.isAlternate && !screen.modes.contains(2004))
    }

    @Test func takesANewSize() {
        var screen = Screen(size: TerminalSize(columns: 10, rows: 4))
        screen.feed("0123456789\u{1b}[4;1Hend\u{1b}[4;10H".utf8)
        screen.resize(to: TerminalSize(columns: 5, rows: 2))
        #expect(screen.lines == ["01234", ""])
        #expect(screen.cursor == (4, 1))
        screen.resize(to: TerminalSize(columns: 12, rows: 3))
        screen.feed("\u{1b}[3;12HZ".utf8)
        #expect(screen.line(2) == "           Z")
    }

    @Test("Bytes that make no sense never trap", arguments: 1...20 as ClosedRange<UInt64>)
    func survivesNoise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var screen = Screen(size: TerminalSize(columns: 7, rows: 3))
        let alphabet = Array("\u{1b}\u{1b}\u{1b}[[[0123456789;;?>HJKLMPXSTbdGrmhl@ABCD\r\n\u{8}x日e\u{301}(0)78Mc".utf8)
        for step in 0..<4_000 {
            screen.feed([alphabet[Int(random.next() % UInt64(alphabet.count))]])
            if step % 500 == 0 {
                let size = TerminalSize(columns: Int(random.next() % 9), rows: Int(random.next() % 5))
                screen.resize(to: size)
            }
            let inside =
                (0..<screen.size.columns).contains(screen.cursor.column)
                && (0..<screen.size.rows).contains(screen.cursor.row)
            #expect(inside, "seed \(seed), step \(step)")
            #expect(screen.rows.allSatisfy { $0.count == screen.size.columns }, "seed \(seed), step \(step)")
        }
    }
}
