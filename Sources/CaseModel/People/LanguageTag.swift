/// What is taken for the language of a contact: one that the policy names, or a code as the world writes them.
public enum LanguageTag {
    /// Whether a text is a code: two or three letters, and the land or script behind a hyphen: `de`, `pt-BR`, `zh-Hant`.
    public static func isOne(_ text: String) -> Bool {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            [UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0)
        }
        func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.count) && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
        }
    }
}

extension Policy {
    /// Why a text is not the language of a contact; nil for one that is, by a name here or by its code.
    func strangeLanguage(_ text: String) -> Refusal? {
        let named = people.languages.contains {
            $0.code == text.lowercased() || Words.fold($0.name) == Words.fold(text)
        }
        guard !named, !LanguageTag.isOne(text) else { return nil }
        let names = people.languages.map(\.name).joined(separator: ", ")
        return Refusal(
            rule: "language-form", message: "“\(text.prefix(80))” is no language that is known.",
            remedy: "Write its code, like de or pt-BR\(names.isEmpty ? "" : ", or one of \(names)").", about: "language"
        )
    }
}
