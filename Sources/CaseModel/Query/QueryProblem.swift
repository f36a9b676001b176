/// What is wrong with a query, and where.
public struct QueryProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The scalar at fault, 1 for the first.
    public let column: Int
    /// What is wrong and what would fit, as whole sentences; it names the column.
    public let message: String

    /// A problem in words.
    public init(column: Int, message: String) {
        self.column = column
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
