public import CaseModel
public import CaseStorage

// What takes a policy takes the built-in one where a test says nothing else.

extension Case {
    public init(id: CaseID, subject: String, severity: Severity, openedAt: Timestamp) {
        self.init(id: id, subject: subject, severity: severity, openedAt: openedAt, words: Guide.words)
    }

    public init?(id: CaseID, events: [CaseEvent]) { self.init(id: id, events: events, words: Guide.words) }
}

extension CaseQuery {
    public init(_ text: String) throws(QueryProblem) { try self.init(text, Guide.words) }

    public static func completions(for text: String, cursor: Int) -> QueryCompletion {
        completions(for: text, cursor: cursor, Guide.words)
    }
}

extension QueryContext {
    public init(now: Timestamp, zone: Zone = .utc, me: AgentID? = nil) {
        self.init(now: now, zone: zone, me: me, words: Guide.words)
    }
}

extension CaseChange {
    public static func severity(_ severity: Severity) -> CaseChange { .severity(severity, reason: "as agreed") }
}

extension MemoryCaseStore {
    public init(keeper: Claim, keeperName: String) {
        self.init(keeper: keeper, keeperName: keeperName, policies: Guide.book)
    }
}

extension SQLiteCaseStore {
    public static func open(path: String, mode: Mode = .readWrite) async throws(StoreError) -> SQLiteCaseStore {
        try await open(path: path, mode: mode, Guide.supply)
    }

    public static func create(
        path: String, keeper: Claim, keeperName: String, at now: Timestamp
    ) async throws(StoreError) -> SQLiteCaseStore {
        try await create(path: path, keeper: keeper, keeperName: keeperName, at: now, Guide.supply)
    }

    public static func restore(
        from backup: String, over path: String, by claim: Claim, at now: Timestamp
    ) async throws(StoreError) -> RestoreReport {
        try await restore(from: backup, over: path, by: claim, at: now, Guide.supply)
    }
}

public func decide(
    _ change: CaseChange, on item: Case, items: [ActionItem], by agent: Agent, at now: Timestamp
) throws(Refusal) -> Decision {
    try decide(change, on: item, items: items, by: agent, at: now, CaseFacts(), Guide.book)
}

public func decideLog(_ new: NewCase, at now: Timestamp) throws(Refusal) -> Decision {
    let agent = Agent(id: AgentID(1), name: "Ada")
    return try decideLog(new, id: CaseID(1_000_001), by: agent, at: now, Opening(), Guide.book)
}
