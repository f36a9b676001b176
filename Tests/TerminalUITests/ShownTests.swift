import HostileText
import SeededRandom
import Testing

@testable import TerminalUI

@Suite("Shown text") struct ShownTests {
    /// What may stand in a printed text: no control, no format character but joiners between letters, no line break.
    private func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
            case .format: return scalar.value == 0x200C || scalar.value == 0x200D
            default: return !scalar.properties.isDefaultIgnorableCodePoint
            }
        }
    }

    @Test func hostileTextIsSafeInEveryForm() {
        for text in HostileText.all {
            let shapes = [Shown(text), Shown(detail: text), Shown(text, upTo: 10)] + Shown.lines(text)
            for shown in shapes {
                #expect(isSafe(shown.text), "\(text.debugDescription) became \(shown.text.debugDescription)")
                #expect(shown.width == shown.glyphs.reduce(0) { $0 + $1.width }, "\(text.debugDescription)")
            }
            #expect(Shown(detail: text).text.utf8.count <= max(8, 8 * text.utf8.count), "\(text.debugDescription)")
        }
        for bytes in HostileText.bytes {
            #expect(isSafe(Shown(String(decoding: bytes, as: UTF8.self)).text), "\(bytes)")
        }
    }

    @Test func everyScalarIsDecided() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = Shown(scalar)
            guard isSafe(shown.text), (1...2).contains(shown.width) else {
                Issue.record("U+\(String(value, radix: 16)) became \(shown.text.debugDescription)")
                return
            }
        }
    }

    @Test func controlsAreMarkedAndCounted() {
        for text in HostileText.everyControl {
            let shown = Shown(text)
            #expect(shown.hasHidden, "\(text.debugDescription)")
            #expect(shown.width == text.unicodeScalars.count, "\(text.debugDescription)")
            #expect(!shown.isBlank)
        }
        for text in HostileText.controls where text != "A" {
            #expect(Shown(text).hasHidden, "\(text.debugDescription)")
        }
        for text in HostileText.sequences { #expect(Shown(text).hasHidden, "\(text.debugDescription)") }
    }

    @Test func invisibleCharactersAreMarked() {
        let seen = ["CS-1001 (open)", "50% +1-555"]
        let blanks = ["\u{a0}", "\u{2007}", "\u{202f}", "\u{3000}"]
        for text in HostileText.invisible where !seen.contains(where: text.hasSuffix) {
            if blanks.contains(text) {
                #expect(Shown(text).isBlank, "\(text.debugDescription)")
            } else {
                #expect(Shown(text).hasHidden, "\(text.debugDescription)")
            }
        }
        #expect(Shown("CS-\u{200b}1001").text == "CS-\u{FFFD}1001")
        #expect(Shown(detail: "\u{202e}gpj.exe").text == "<U+202E>gpj.exe")
        #expect(Shown(detail: "a\u{e0041}b").text == "a<U+E0041>b")
    }

    @Test(arguments: [
        ("abc", "abc", 3), ("a\nb", "a\u{FFFD}b", 3), ("a\r\nb", "a\u{FFFD}\u{FFFD}b", 4), ("a\tb", "a\u{FFFD}b", 3),
        ("漢字", "漢字", 4), ("e\u{301}", "e\u{301}", 1), ("\u{301}x", "\u{FFFD}x", 2), ("한", "한", 2),
        ("\u{1100}\u{1161}", "\u{1100}\u{1161}", 2), ("Tōhoku", "Tōhoku", 6), ("ｶﾞ", "ｶﾞ", 2), ("⚠\u{fe0f}!", "⚠!", 2),
        ("\u{1f468}\u{200d}\u{1f469}", "\u{FFFD}", 1), ("\u{1f1fa}\u{1f1f8}", "\u{FFFD}", 1),
        ("1\u{fe0f}\u{20e3}", "\u{FFFD}", 1),
        ("\u{1f469}\u{1f3fd}", "\u{FFFD}", 1), ("\u{1f600}", "\u{1f600}", 2), ("\u{a0}x\u{3000}", " x  ", 4),
        ("\u{645}\u{200c}\u{645}", "\u{645}\u{200c}\u{645}", 2), ("\u{2764}\u{fe0f}", "\u{2764}", 1),
    ])
    func oneLine(text: String, shown: String, width: Int) {
        #expect(Array(Shown(text).text.unicodeScalars) == Array(shown.unicodeScalars))
        #expect(Shown(text).width == width)
    }

    @Test func detailShowsTheParts() {
        #expect(Shown(detail: "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}").text == "\u{1f468}\u{1f469}\u{1f467}")
        #expect(Shown(detail: "\u{1f468}\u{200d}").text == "\u{1f468}<U+200D>")
        #expect(Shown(detail: "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}").text == "\u{1f469}\u{1f4bb}")
        #expect(Shown(detail: "\u{1f1fa}\u{1f1f8}\u{1f1fa}").text == "\u{1f1fa}\u{1f1f8}\u{1f1fa}")
        #expect(!Shown(detail: "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}").hasHidden)
        #expect(Shown(detail: "x\u{fe0f}").text == "x<U+FE0F>")
    }

    @Test func linesBreakAndTabs() {
        #expect(Shown.lines("a\r\nb\n\nc\n").map(\.text) == ["a", "b", "", "c"])
        #expect(Shown.lines("a\tb\n\tc").map(\.text) == ["a       b", "        c"])
        #expect(Shown.lines("safe\rEVIL").map(\.text) == ["safe<U+000D>EVIL"])
        #expect(Shown.lines("").isEmpty)
        #expect(Shown.lines("a\t").map(\.width) == [8])
        #expect(Shown.lines("a\nb\nc", upTo: 2).count == 2)
        #expect(Shown.lines(String(repeating: "\n", count: 100_000), upTo: 50).count == 50)
    }

    @Test func marksAreCapped() {
        let shown = Shown("e" + String(repeating: "\u{301}", count: 100_000))
        #expect(shown.width == 1)
        #expect(shown.text.unicodeScalars.count == 5)
        #expect(shown.hasHidden)
    }

    @Test func largeTextIsReadNoFurtherThanItIsSeen() {
        for text in HostileText.large {
            let shown = Shown(text, upTo: 80)
            #expect(shown.width <= 83)
            #expect(shown.truncated(to: 80).width <= 80)
        }
    }

    @Test func interpolationFiltersStringsAndKeepsShown() {
        let safe: Shown = "ok"
        let mixed: Shown = "\(safe) \("a\u{1b}b") \(42)"
        #expect(mixed.text == "ok a\u{FFFD}b 42")
        #expect(mixed.hasHidden)
    }

    @Test(arguments: [("abcdef", 4, "abc…"), ("abcd", 4, "abcd"), ("漢字漢", 4, "漢…"), ("ab", 1, "…"), ("ab", 0, "")])
    func truncates(text: String, width: Int, shown: String) {
        #expect(Shown(text).truncated(to: width).text == shown)
    }

    @Test func padsAndFits() {
        #expect(Shown("ab").padded(to: 4).text == "ab  ")
        #expect(Shown("ab").padded(to: 4, .right).text == "  ab")
        #expect(Shown("ab").padded(to: 5, .centre).text == " ab  ")
        #expect(Shown("漢字").fitted(to: 4).width == 4)
        #expect(Shown("漢字漢").fitted(to: 4).width == 4)
    }

    @Test(arguments: [
        ("the quick brown fox", 9, ["the quick", "brown fox"]), ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("  in dent", 5, ["  in", "dent"]), ("漢字漢字", 5, ["漢字", "漢字"]), ("", 5, [""]), ("a b", 1, ["a", "b"]),
        ("漢", 1, ["漢"]), ("one    two", 5, ["one", "two"]),
    ])
    func wraps(text: String, width: Int, rows: [String]) {
        #expect(Shown(text).wrapped(to: width).map(\.text) == rows)
    }

    @Test func wrappingLosesNothingButBlanks() {
        var random = SplitMix64(seed: 5)
        let pieces = ["a", "bb", " ", "漢", "e\u{301}", "  ", "\u{1b}", "long-word"]
        for _ in 0..<500 {
            let text = (0..<30).map { _ in pieces[Int(random.next() % 8)] }.joined()
            let width = 2 + Int(random.next() % 20)
            let rows = Shown(text).wrapped(to: width)
            #expect(rows.allSatisfy { $0.width <= width }, "seed 5, \(text.debugDescription)")
            let joined = rows.map(\.text).joined().filter { $0 != " " }
            #expect(joined == Shown(text).text.filter { $0 != " " }, "seed 5, \(text.debugDescription)")
        }
    }
}
