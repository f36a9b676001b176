/// What is taken for a telephone number: so much that a slip is seen, and no more, for each land writes its own way.
public enum TelephoneNumber {
    /// The rule as people read it.
    public static let rule =
        "A telephone number has three digits or more; +, blanks, brackets, hyphens and ext may stand between them."

    /// Whether a text has the form of a telephone number.
    public static func isOne(_ text: String) -> Bool {
        let scalars = Words.fold(text).unicodeScalars
        let words = scalars.split { !$0.properties.isAlphabetic }.map { String(String.UnicodeScalarView($0)) }
        return scalars.count { $0.properties.generalCategory == .decimalNumber } >= 3
            && words.allSatisfy { ["ext", "extension", "x"].contains($0) }
            && scalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .decimalNumber, .dashPunctuation, .openPunctuation, .closePunctuation, .spaceSeparator: true
                default: scalar.properties.isAlphabetic || "+./,;:#*".unicodeScalars.contains(scalar)
                }
            }
    }
}

extension Refusal {
    static let phoneForm = Refusal(
        rule: "phone-form", message: TelephoneNumber.rule, remedy: "Look at what was typed.", about: "phone")
}
