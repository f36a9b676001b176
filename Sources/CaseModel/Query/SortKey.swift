/// One key of an order: `due`, `-severity`, `opened`.
public struct SortKey: Equatable, Hashable, Sendable {
    /// What cases are ordered by.
    public enum Field: String, CaseIterable, Sendable {
        /// The fields a list can be ordered by.
        case id, due, severity, status, opened, updated, closed, subject, account, contact, queue, owner
    }

    /// What decides.
    public var field: Field
    /// Largest, latest, last first.
    public var descending: Bool

    /// A key of an order.
    public init(_ field: Field, descending: Bool = false) {
        self.field = field
        self.descending = descending
    }

    /// Most severe first, the longest waiting first among equals: the order of a queue until clocks give due times.
    public static let usual: [SortKey] = [SortKey(.severity), SortKey(.opened)]
}
