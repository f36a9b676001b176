/// What is taken for a mail address: so much that a slip is seen, and no more, for the world has strange ones.
public enum MailAddress {
    /// The rule as people read it.
    public static let rule = "A mail address has one @ with something on each side, and no blanks."

    /// Whether a text has the form of a mail address.
    public static func isOne(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !scalars.contains { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
    }
}

extension Refusal {
    static let mailForm = Refusal(
        rule: "mail-form", message: MailAddress.rule, remedy: "Look at what was typed.", about: "email")
}
