/// A question about cases in the query language: parsed, checked, ready to be asked of memory or a store.
public struct CaseQuery: Equatable, Sendable {
    /// The condition; nil finds every case.
    public var condition: Condition?

    /// A query with a condition already built.
    public init(_ condition: Condition? = nil) {
        self.condition = condition
    }

    /// Finds every case.
    public static let all = CaseQuery()
}

/// What a query needs to know besides the case: the time, the zone in which days are meant, and who asks.
public struct QueryContext: Equatable, Sendable {
    /// The program's clock.
    public var now: Timestamp
    /// The display zone; days begin and end in it.
    public var zone: Zone
    /// The agent that `me` and `mine` mean; nil for a login that is no agent.
    public var me: AgentID?
    /// The words of the policy, for what `is:` means.
    public var words: Vocabulary

    /// The circumstances of a question.
    public init(now: Timestamp, zone: Zone = .utc, me: AgentID? = nil, words: Vocabulary) {
        self.words = words
        self.now = now
        self.zone = zone
        self.me = me
    }
}
