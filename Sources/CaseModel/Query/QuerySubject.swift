/// A case as queries look at it, prepared once for many questions.
public struct QuerySubject: Sendable {
    /// The case.
    public let item: Case
    /// The names behind its identifiers.
    public let names: Names
    /// The texts of its events, in order.
    public let notes: [String]

    /// Prepares a case for questions.
    public init(item: Case, names: Names, notes: [String]) {
        self.item = item
        self.names = names
        self.notes = notes
    }
}

extension CaseQuery {
    /// Whether the query finds a case.
    public func matches(_ subject: QuerySubject, _ context: QueryContext) -> Bool {
        condition == nil
    }

    /// Reads a query; an empty text finds every case.
    public init(_ text: String) throws(QueryProblem) {
        self.init(Condition?.none)
    }

    /// The query in its canonical form, which reads back as the same query; empty when it finds every case.
    public var text: String { "" }
}
