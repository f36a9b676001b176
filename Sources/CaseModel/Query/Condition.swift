/// The tree of a query.
public indirect enum Condition: Equatable, Sendable {
    /// All of them hold.
    case all([Condition])
    /// At least one holds.
    case any([Condition])
    /// It does not hold.
    case not(Condition)
    /// A single statement about a case.
    case term(Term)
}

/// A single statement about a case; helper types stand beside it as the grammar needs them.
public struct Term: Equatable, Sendable {
    /// To be replaced by the query grammar.
    public var text: String

    /// A statement.
    public init(text: String) {
        self.text = text
    }
}
