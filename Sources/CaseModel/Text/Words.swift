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
