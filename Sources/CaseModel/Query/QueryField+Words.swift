// What messages say about the values of a field.

extension QueryField {
    /// The values that fit, in words.
    func fitting(_ known: Vocabulary) -> String {
        switch self {
        case .number(.version): "a number, such as 3 or 2..5"
        case .number:
            known.severities.map(\.code).dropLast().joined(separator: ", ")
                + " or \(known.mildest.code), or a range such as 1..2"
        case .caseID(.id): "case numbers, such as CS-1000001"
        case .caseID(.duplicateOf): "case numbers, such as CS-1000001, none or any"
        case .time: "a time, such as 2h, 7d, today, 2026-03-09 or 2026-03-01..2026-03-31, none or any"
        case .value, .words: "a text that is not empty"
        case .code(let field): field.codesInWords(known) + (field.canBeEmpty ? ", none, any" : "")
        case .marks: words(known).dropLast().joined(separator: ", ") + " or " + (words(known).last ?? "")
        }
    }

    /// One value that fits.
    func example(_ known: Vocabulary) -> String {
        switch self {
        case .number: "1"
        case .caseID: "CS-1000001"
        case .time: "today"
        case .value(let field): field.isAgent ? "me" : "none"
        case .words: "word"
        case .code, .marks: words(known).first ?? "none"
        }
    }
}
