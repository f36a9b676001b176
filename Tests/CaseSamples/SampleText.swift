public import SeededRandom

/// Text as customers send it: eight scripts, and what breaks programs.
public enum SampleText {
    /// Words that cases and queries share, so that queries find something.
    public static let words = [
        "licence", "server", "timeout", "Timer", "time", "LICENCES", "serve", "a", "b", "x1", "42", "café",
        "cafe\u{301}",
        "Ærø", "Straße", "STRASSE", "İstanbul", "ılık", "Łódź", "naïve", "ǿ", "ØRE",
        "лицензия", "СЕРВЕР", "Ёлка", "елка", "ключ", "й",
        "άδεια", "ΣΊΣΥΦΟΣ", "σίσυφος",
        "مرحبا", "آن", "ا\u{653}ن", "ترخيص",
        "רישיון", "שָׁלוֹם", "שלום",
        "लाइसेंस", "क़लम", "क\u{93C}लम",
        "한국어", "\u{1112}\u{1161}\u{11AB}국어", "서버",
        "許可証", "漢字", "漢", "サーバー", "ガ", "カ\u{3099}", "かな", "ใบอนุญาต", "น้ำ",
    ]

    /// Texts that are neither words nor harmless.
    public static let hostile = [
        "\u{202e}gpj.exe", "\u{2066}x\u{2069}", "CS-\u{200b}1001", "a\u{200c}b", "a\u{200d}b", "\u{feff}x", "x\u{ad}y",
        "\u{180e}", "\u{34f}", "\u{3164}", "\u{115f}\u{1160}", "\u{ffa0}", "\u{2800}", "\u{e0041}\u{e007f}",
        "x\u{fe0f}", "x\u{e0100}", "\u{2028}", "\u{fff9}a\u{fffa}b\u{fffb}", "\u{a0}", "\u{3000}",
        "\u{430}dmin", "\u{13aa}cme", "\u{ff23}\u{ff33}\u{ff0d}\u{ff11}", "\u{2160}\u{2161}", "\u{fb01}le", "\u{df}",
        "\u{1e9e}", "\u{130}", "\u{131}", "\u{17f}", "\u{212a}", "\u{1e9b}\u{323}", "\u{ac00}", "\u{1100}\u{1161}",
        "\u{c5}", "\u{212b}", "A\u{30a}", "\u{37e}", "\u{1fef}", "\u{f900}",
        "e" + String(repeating: "\u{301}", count: 50), String(repeating: "\u{489}", count: 70), "\u{301}x",
        "q\u{5b0}\u{5b4}", "q\u{5b4}\u{5b0}", "\u{1f468}\u{200d}\u{1f469}", "\u{2764}\u{fe0f}", "1\u{fe0f}\u{20e3}",
        "\u{1f1fa}\u{1f1f8}", "\u{6f22}\u{5b57}", "\u{ff76}\u{ff9e}", "\u{e01}\u{e47}", "\u{ba8}\u{bbf}", "\u{fdfd}",
        "\u{2460}\u{b1}", "\u{ffff}", "\u{10ffff}", "\u{e000}", "\u{fffd}", String(repeating: "w", count: 64),
        String(repeating: "w", count: 65), String(repeating: "w", count: 130),
        "' OR 1=1 --", "'; DROP TABLE cases;--", "?1", ":x", "@p", "\\", "%", "_", "%_%_", "[a-", "\"", "a OR",
        "NEAR(", "col:x", "*", "-", "^x", "(((", "AND NOT", "=1+1", "%s %n", "<b>x</b>", "null", "0012", "\u{663}",
        "none", "any", "me", "and", "or", "not", "\u{1b}[2J", "a\nb", "a\r\nb", "\t", "time*", "a,b", "a..b", "-x",
    ]

    /// Between words.
    private static let gaps = [" ", " ", " ", "-", "\n", ", ", "\u{200b}", "", "'", "."]

    /// A text of up to `pieces` pieces; may say nothing at all.
    public static func text(_ pieces: Int, _ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<random.number(0...pieces) {
            text += random.chance(15) ? random.pick(hostile) : random.pick(words)
            text += random.pick(gaps)
        }
        return text
    }

    /// A text as somebody else would type it: other letters' case, cut, or as it is.
    public static func retyped(_ text: String, _ random: inout SplitMix64) -> String {
        switch random.number(0...9) {
        case 0, 1: return text.uppercased()
        case 2: return text.lowercased()
        case 3, 4:
            let scalars = text.unicodeScalars
            return String(String.UnicodeScalarView(scalars.prefix(random.number(0...scalars.count))))
        default: return text
        }
    }
}
