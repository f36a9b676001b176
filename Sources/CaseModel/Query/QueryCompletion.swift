/// What could be typed at a place in a query.
public struct QueryCompletion: Equatable, Sendable {
    /// The scalars that a candidate replaces.
    public var range: Range<Int>
    /// What can stand there, ready to be put in; best first.
    public var candidates: [String]
    /// The field whose value is being typed, by its canonical name; nil while a field or a word is typed.
    public var field: String?

    /// Candidates for a stretch of a query.
    public init(range: Range<Int>, candidates: [String], field: String? = nil) {
        self.range = range
        self.candidates = candidates
        self.field = field
    }
}

extension CaseQuery {
    /// A text as a value of a query: in quotes where it needs them.
    public static func quoted(_ text: String) -> String { QueryPrinter.quotedIfNeeded(text) }

    /// What could be typed where the cursor stands: field names, and the values of fields with a closed set of them.
    ///
    /// - Parameter cursor: scalars before the cursor; more than the text has means its end.
    public static func completions(for text: String, cursor: Int, _ words: Vocabulary) -> QueryCompletion {
        let scalars = Array(text.unicodeScalars.prefix(longest))
        let end = min(max(0, cursor), scalars.count)
        var start = end
        while start > 0, !breaks(scalars[start - 1]) { start -= 1 }
        if start < end, scalars[start] == "-" { start += 1 }
        let inQuotes = scalars[..<start].count { $0 == "\"" } % 2 == 1
        guard !inQuotes else { return QueryCompletion(range: end..<end, candidates: []) }
        let typed = scalars[start..<end]
        guard let sign = typed.firstIndex(where: { ":<>".unicodeScalars.contains($0) }) else {
            let word = string(typed)
            // The words of a status are one term, which takes the place of them all.
            let all = string(scalars[..<end])
            let isPlain = !all.unicodeScalars.contains { ":<>-,()\"".unicodeScalars.contains($0) }
            let meant = isPlain && Words.split(all).count > 1 ? statuses(saying: all, words) : []
            guard meant.isEmpty else { return QueryCompletion(range: 0..<end, candidates: meant) }
            return QueryCompletion(
                range: start..<end, candidates: fields(beginning: word) + statuses(saying: word, words))
        }
        guard let field = QueryField(typed: string(scalars[start..<sign])) else {
            return QueryCompletion(range: end..<end, candidates: [])
        }
        var from = sign + 1
        if from < end, scalars[from] == "=" { from += 1 }
        if let comma = typed.lastIndex(of: ","), comma >= from { from = comma + 1 }
        let beginning = string(scalars[from..<end]).lowercased()
        let candidates = field.words(words).filter { begins($0, beginning) && $0 != beginning }
        return QueryCompletion(range: from..<end, candidates: candidates, field: field.name)
    }

    /// Field names with their colon, the exact ones and the short ones first; where nothing is typed, each field once.
    private static func fields(beginning typed: String) -> [String] {
        guard !typed.isEmpty else { return fieldNames.map { $0 == "x.NAME" ? "x." : $0 + ":" } }
        return (["is"] + QueryField.typedNames.filter { $0 != "is" })
            .filter { begins($0.lowercased(), typed.lowercased()) }
            .map { $0 + ":" }
    }

    /// Terms for the statuses that say a word on screens, which the texts of cases need not: `status:waiting-on-customer`.
    public static func statuses(saying typed: String, _ words: Vocabulary) -> [String] {
        let said = Words.split(typed)
        guard let last = said.last, typed.utf8.count > 2 else { return [] }
        return CodeField.status.titles(words).compactMap { code, title in
            let parts = Words.split(title)
            let isSaid = parts.indices.contains { start in
                let rest = parts[start...].prefix(said.count)
                return rest.count == said.count && rest.dropLast().elementsEqual(said.dropLast())
                    && rest.last.map { begins($0, last) } == true
            }
            guard isSaid else { return nil }
            // What another status is called by, too, means that one: then its code tells it.
            let term = parts.joined(separator: "-")
            return "status:" + (CodeField.status.code(term, words) == code ? term : code)
        }
    }

    private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "()\"".unicodeScalars.contains(scalar)
    }

    private static func begins(_ text: String, _ beginning: String) -> Bool {
        text.utf8.starts(with: beginning.utf8)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
