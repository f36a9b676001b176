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

extension SortKey {
    /// Reads `due,-severity,opened`.
    public static func parse(_ text: String) throws(QueryProblem) -> [SortKey] {
        var keys: [SortKey] = []
        for part in text.split(separator: ",") {
            guard let field = Field(rawValue: String(part.drop { $0 == "-" })) else {
                throw QueryProblem(column: 1, message: "There is no order \(part).")
            }
            keys.append(SortKey(field, descending: part.hasPrefix("-")))
        }
        return keys
    }
}
