/// What could be typed at a place in a query.
public struct QueryCompletion: Equatable, Sendable {
    /// The scalars that a candidate replaces.
    public var range: Range<Int>
    /// What can stand there, ready to be put in; best first.
    public var candidates: [String]
    /// The field whose value is being typed, by its full name; nil while a field or a word is typed.
    public var field: String?

    /// Candidates for a stretch of a query.
    public init(range: Range<Int>, candidates: [String], field: String? = nil) {
        self.range = range
        self.candidates = candidates
        self.field = field
    }
}

extension CaseQuery {
    /// What could be typed where the cursor stands: field names, and the values of fields with a closed set of them.
    ///
    /// - Parameter cursor: scalars before the cursor, 0 to the count of scalars in the text.
    public static func completions(for text: String, cursor: Int) -> QueryCompletion {
        QueryCompletion(range: cursor..<cursor, candidates: [])
    }
}
