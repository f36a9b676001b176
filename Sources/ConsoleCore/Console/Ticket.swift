/// The number of a question; its answer carries the same one, and an answer to an older question is dropped.
public struct Ticket: Hashable, Comparable, Sendable {
    /// Greater for a later question; 0 for none.
    public let number: Int

    /// A number for a question.
    public init(_ number: Int) {
        self.number = number
    }

    /// No question.
    public static let none = Ticket(0)

    /// Orders by time of asking.
    public static func < (a: Ticket, b: Ticket) -> Bool { a.number < b.number }

    /// The number of the next question.
    mutating func next() -> Ticket {
        self = Ticket(number + 1)
        return self
    }
}
