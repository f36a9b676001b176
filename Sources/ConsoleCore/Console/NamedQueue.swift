public import CaseModel

/// A queue of the tab line: a name for a query and an order.
public struct NamedQueue: Equatable, Hashable, Sendable {
    /// The name in the tab line.
    public var name: String
    /// Which cases, in the query language.
    public var query: String { didSet { hasOneOwner = NamedQueue.hasOneOwner(query) } }
    /// In which order.
    public var sort: [SortKey]
    /// Whether the tab line counts it; the archives grow for ever, and nobody works down their number.
    public var isCounted: Bool
    /// Whether all its cases have the same owner, or none, so that no row need name one.
    private var hasOneOwner: Bool
    /// What makes rows stand out, first ones first.
    public var rules: [RowRule] = []

    /// The column that says the same in every row.
    var idleColumn: QueueColumn? { hasOneOwner ? .owner : nil }

    /// A queue by name.
    public init(_ name: String, query: String, sort: [SortKey] = SortKey.usual, isCounted: Bool = true) {
        self.name = name
        self.query = query
        self.sort = sort
        self.isCounted = isCounted
        hasOneOwner = NamedQueue.hasOneOwner(query)
    }

    /// Only of queries without quotation marks, brackets and joining words is it said; others have the column.
    private static func hasOneOwner(_ query: String) -> Bool {
        let words = query.lowercased().split(separator: " ")
        let isOne = words.contains { ["is:mine", "is:unassigned", "owner:me", "owner:none"].contains($0) }
        return isOne && !query.contains { "()\"".contains($0) } && !words.contains { ["or", "not"].contains($0) }
    }

    /// The queues everybody has.
    public static let builtIn: [NamedQueue] = [
        NamedQueue("Mine", query: "is:mine is:open -is:snoozed", sort: SortKey.work),
        NamedQueue("Unassigned", query: "is:unassigned is:open -is:snoozed", sort: SortKey.work),
        NamedQueue("Escalated", query: "is:escalated", sort: SortKey.work),
        NamedQueue("Critical", query: "is:critical", sort: SortKey.work),
        NamedQueue("All open", query: "is:open", sort: SortKey.work),
        NamedQueue(
            "Closed", query: "is:closed", sort: [SortKey(.closed, descending: true)], isCounted: false),
        NamedQueue("Everything", query: "", sort: [SortKey(.updated, descending: true)], isCounted: false),
        NamedQueue("Snoozed", query: "is:snoozed is:open", sort: [SortKey(.snoozed)]),
    ]
}
