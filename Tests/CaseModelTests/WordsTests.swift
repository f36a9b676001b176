import CaseSamples
import Foundation
import SeededRandom
import Testing

@testable import CaseModel

@Suite struct WordsTests {
    @Test(arguments: [
        ("Nord Energy", "nord energy"), ("ÉCOLE", "ecole"), ("e\u{301}cole", "ecole"), ("Ærø", "aero"),
        ("Straße", "strasse"), ("STRASSE", "strasse"), ("\u{1E9E}", "ss"), ("Łódź", "lodz"), ("İstanbul", "istanbul"),
        ("ılık", "ilik"), ("\u{17F}", "s"), ("\u{212A}", "k"), ("\u{212B}", "a"), ("ǿ", "o"), ("\u{1E9B}\u{323}", "s"),
        ("Þórður", "thordur"), ("Œuvre", "oeuvre"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("Σίσυφος", "σισυφοσ"), ("Ёлка", "елка"),
        ("\u{AC00}", "\u{1100}\u{1161}"), ("\u{F900}", "\u{8C48}"), ("\u{FB01}le", "\u{FB01}le"),
        ("\u{FF23}", "\u{FF43}"), ("\u{37E}", ";"), ("", ""), ("\u{301}", ""), ("a\u{34F}b", "ab"),
    ])
    func folds(_ text: String, _ folded: String) {
        #expect(Array(Words.fold(text).unicodeScalars) == Array(folded.unicodeScalars))
    }

    @Test(arguments: [
        ("Licence server: timeout!", ["licence", "server", "timeout"]), ("e-mail", ["e", "mail"]),
        ("CS-1000001", ["cs", "1000001"]), ("don't", ["don", "t"]), ("x_y", ["x", "y"]), ("a\u{200B}b", ["a", "b"]),
        ("漢字 test", ["漢", "字", "test"]), ("test漢字x", ["test", "漢", "字", "x"]), ("カ\u{3099}", ["カ\u{3099}"]),
        ("ガ", ["カ\u{3099}"]), ("\u{FE0F}", []), ("\u{2764}\u{FE0F} love", ["love"]), ("½ ②", ["½", "②"]),
        ("", []), (" \n", []), ("naïve café", ["naive", "cafe"]), ("น้ำ", ["น้ำ"]), ("क्षि", ["क्षि"]),
    ])
    func splits(_ text: String, _ words: [String]) {
        #expect(Words.split(text) == words)
        #expect(Words.index(text) == words.joined(separator: " "))
    }

    @Test func longWordsAreCutOnBothSides() {
        let word = String(repeating: "w", count: 130)
        #expect(Words.split(word).map(\.count) == [64, 64, 2])
        let marks = "e" + String(repeating: "\u{489}", count: 100)
        #expect(Words.split(marks).map(\.unicodeScalars.count) == [64, 37])
        let kana = "カ" + String(repeating: "\u{3099}", count: 100)
        #expect(Words.split(kana).map(\.unicodeScalars.count) == [64, 37])
    }

    /// The promise that names compare by bytes rests on this, for every scalar there is.
    @Test func everyScalarFoldsAlikeInEveryComposition() {
        var wrong: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let category = scalar.properties.generalCategory
            if category == .unassigned || category == .privateUse { continue }
            let text = String(scalar)
            let folded = Words.fold(text)
            let bytes = Array(folded.utf8)
            let alike = [text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping, folded]
                .allSatisfy { Array(Words.fold($0).utf8) == bytes }
            let plain = Words.index(text).utf8.allSatisfy { $0 >= 0x80 || $0.isWordByte }
            if !alike || !plain { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong == [])
    }

    @Test func equivalentTextsFoldToTheSameBytes() {
        for seed in UInt64(1)...2000 {
            var random = SplitMix64(seed: seed)
            let text = SampleText.text(8, &random)
            let folded = Array(Words.fold(text).utf8)
            for other in [text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping] {
                #expect(Array(Words.fold(other).utf8) == folded, "seed \(seed)")
                #expect(Words.index(other) == Words.index(text), "seed \(seed)")
            }
            #expect(Array(Words.fold(Words.fold(text)).utf8) == folded, "seed \(seed)")
            // An index can be taken apart at its blanks and indexed again.
            #expect(Words.index(Words.index(text)) == Words.index(text), "seed \(seed)")
        }
    }

    @Test func hostileLengthsEnd() {
        let texts = [
            String(repeating: "a", count: 1 << 20), String(repeating: "漢", count: 350_000),
            "e" + String(repeating: "\u{301}", count: 100_000),
            "q" + String(repeating: "\u{5B4}\u{5B0}", count: 50_000),
            String(repeating: "%", count: 65_536), String(repeating: "\n", count: 100_000),
            String(repeating: "a ", count: 10_000),
        ]
        for (place, text) in texts.enumerated() {
            #expect(Words.fold(text).utf8.count <= text.utf8.count, "text \(place)")
            #expect(Words.split(text).allSatisfy { $0.unicodeScalars.count <= 64 }, "text \(place)")
        }
    }

    @Test(arguments: [
        "", " ", "\u{A0}", "\u{2007}\u{202F}", "\u{3000}", "\u{200B}", "\u{2800}", "\u{3164}", "\u{FEFF}\n",
    ])
    func blankTextsSayNothing(_ text: String) {
        #expect(Words.isBlank(text))
    }

    @Test(arguments: ["a", "\u{301}x", ".", " 漢", "\u{7}"])
    func otherTextsSaySomething(_ text: String) {
        #expect(!Words.isBlank(text))
    }
}
