public import CaseModel
public import CaseStorage

// What takes a policy takes the built-in one where a test says nothing else.

extension Case {
    /// A case in words of the built-in policy.
    public init(id: CaseID, subject: String, severity: Severity, openedAt: Timestamp) {
        self.init(id: id, subject: subject, severity: severity, openedAt: openedAt, words: Guide.words)
    }

    /// A case as its events tell it, in words of the built-in policy.
    public init?(id: CaseID, events: [CaseEvent]) { self.init(id: id, events: events, words: Guide.words) }
}

extension CaseQuery {
    /// A query in words of the built-in policy.
    public init(_ text: String) throws(QueryProblem) { try self.init(text, Guide.words) }

    /// What can follow in a query in words of the built-in policy.
    public static func completions(for text: String, cursor: Int) -> QueryCompletion {
        completions(for: text, cursor: cursor, Guide.words)
    }
}

extension QueryContext {
    /// A place to ask from, in words of the built-in policy.
    public init(now: Timestamp, zone: Zone = .utc, me: AgentID? = nil) {
        self.init(now: now, zone: zone, me: me, words: Guide.words)
    }
}

extension CaseChange {
    /// A change of the severity that was agreed.
    public static func severity(_ severity: Severity) -> CaseChange { .severity(severity, reason: "as agreed") }
}

extension MemoryCaseStore {
    /// A store in memory that follows the built-in policy.
    public init(keeper: Claim, keeperName: String) {
        self.init(keeper: keeper, keeperName: keeperName, policies: Guide.book)
    }
}

extension SQLiteCaseStore {
    /// Opens a store that follows the built-in policy.
    public static func open(path: String, mode: Mode = .readWrite) async throws(StoreError) -> SQLiteCaseStore {
        try await open(path: path, mode: mode, Guide.supply)
    }

    /// Makes a store that follows the built-in policy.
    public static func create(
        path: String, keeper: Claim, keeperName: String, at now: Timestamp
    ) async throws(StoreError) -> SQLiteCaseStore {
        try await create(path: path, keeper: keeper, keeperName: keeperName, at: now, Guide.supply)
    }

    /// Restores a store; what is made of an older format follows the built-in policy.
    public static func restore(
        from backup: String, over path: String, by claim: Claim, at now: Timestamp
    ) async throws(StoreError) -> RestoreReport {
        try await restore(from: backup, over: path, by: claim, at: now, Guide.supply)
    }
}

/// Decides under the built-in policy, when nothing is known besides the case.
public func decide(
    _ change: CaseChange, on item: Case, items: [ActionItem], by agent: Agent, at now: Timestamp
) throws(Refusal) -> Decision {
    try decide(change, on: item, items: items, by: agent, at: now, CaseFacts(), Guide.book)
}

/// Logs under the built-in policy, when nothing is known besides.
public func decideLog(_ new: NewCase, at now: Timestamp) throws(Refusal) -> Decision {
    let agent = Agent(id: AgentID(1), name: "Ada")
    return try decideLog(new, id: CaseID(1_000_001), by: agent, at: now, Opening(), Guide.book)
}
