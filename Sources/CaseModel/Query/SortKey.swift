/// One key of an order: `due`, `-severity`, `opened`.
public struct SortKey: Equatable, Hashable, Sendable {
    /// What cases are ordered by.
    public enum Field: String, CaseIterable, Sendable {
        /// The fields a list can be ordered by; `due` is when an answer is due that is owed.
        case id, due, severity, status, opened, updated, closed, subject, account, contact, queue, owner, snoozed
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

    /// Most severe first, the longest waiting first among equals: the order of a list of any cases.
    public static let usual: [SortKey] = [SortKey(.severity), SortKey(.opened)]

    /// What is due first comes first; then what owes no answer, or whose clock stands still: the order of open cases.
    public static let work: [SortKey] = [SortKey(.due)] + usual

    /// As it is typed: `-severity`.
    public var text: String { (descending ? "-" : "") + field.rawValue }
}

extension SortKey {
    /// The names that can be typed.
    static let names: [String] = Field.allCases.map(\.rawValue)

    /// Keys of JSON that mean the same.
    private static let longNames: [String: Field] = [
        "responsedueat": .due, "openedat": .opened, "updatedat": .updated, "closedat": .closed,
        "snoozeduntil": .snoozed,
    ]

    /// Reads `due,-severity,opened`; an empty text is no order of its own.
    ///
    /// - Throws: the key that names nothing cases can be ordered by, with the nearest one.
    public static func parse(_ text: String) throws(QueryProblem) -> [SortKey] {
        guard text.utf8.count <= CaseQuery.longest else { throw QueryProblem.tooLong(text.utf8.count) }
        var scanner = QueryScanner(text)
        scanner.skipBlanks()
        guard scanner.next != nil else { return [] }
        var keys: [SortKey] = []
        repeat {
            scanner.skipBlanks()
            let descending = scanner.take("-")
            let column = scanner.column
            let name = scanner.run(until: ",")
            scanner.skip(name)
            scanner.skipBlanks()
            guard let field = Field(rawValue: name.lowercased()) ?? longNames[name.lowercased()] else {
                throw QueryProblem.noOrder(name, column)
            }
            keys.append(SortKey(field, descending: descending))
        } while scanner.take(",")
        if scanner.next != nil { throw QueryProblem.noOrder(scanner.run(until: ","), scanner.column) }
        return keys
    }

}
