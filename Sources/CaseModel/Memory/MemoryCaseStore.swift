/// A store that forgets everything when the program ends: for tests, and the measure of what a store does.
public actor MemoryCaseStore {
    private(set) var cases: MemoryCases
    private var loading: (session: LoadSession, cases: MemoryCases)?

    /// An empty store whose keeper may do everything.
    public init(keeper: Claim, keeperName: String, policies: PolicyBook) {
        cases = MemoryCases(policies: policies)
        _ = cases.put(
            Agent(id: AgentID(0), name: keeperName, logins: [keeper.login], duties: Set(Duty.allCases)))
    }

    /// Runs a change on a copy, and keeps the copy when it went well.
    func change<T>(
        _ body: (inout MemoryCases) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        if let loading { throw .locked("\(loading.session.header.claim.login) is importing") }
        var copy = cases
        let result = try body(&copy)
        cases = copy
        return result
    }

    private func found(_ query: CaseQuery, _ context: QueryContext) -> [Case] {
        let names = cases.names
        return cases.cases.values.filter { state in
            let notes = (cases.histories[state.item.id] ?? []).compactMap(\.text)
            return query.matches(QuerySubject(item: state.item, names: names, notes: notes), context)
        }
        .map(\.item)
    }

    private func ordered(_ query: CaseQuery, _ sort: [SortKey], _ context: QueryContext) -> [Case] {
        sort.ordered(found(query, context), names: cases.names)
    }
}

extension MemoryCaseStore: CaseStore {
    /// The policies of the store.
    public var policies: PolicyBook { cases.policies }

    /// How many cases a query finds.
    public func count(_ query: CaseQuery, _ context: QueryContext) async throws(StoreError) -> Int {
        found(query, context).count
    }

    /// The first rows of a query.
    public func firstPage(
        _ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> [CaseSummary] {
        ordered(query, sort, context).prefix(max(0, limit)).map { CaseSummary($0, names: cases.names(of: $0, [])) }
    }

    /// The numbers of the first cases of a query.
    public func firstIDs(
        _ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> [CaseID] {
        ordered(query, sort, context).prefix(max(0, limit)).map(\.id)
    }

    /// The numbers of all cases a query finds, in order.
    public func orderedIDs(
        _ query: CaseQuery, sort: [SortKey], _ context: QueryContext
    ) async throws(StoreError) -> [CaseID] {
        if Task.isCancelled { throw .cancelled }
        return ordered(query, sort, context).map(\.id)
    }

    /// The rows of these cases, in this order.
    public func summaries(_ ids: [CaseID]) async throws(StoreError) -> [CaseSummary] {
        ids.compactMap { cases.cases[$0]?.item }.map { CaseSummary($0, names: cases.names(of: $0, [])) }
    }

    /// These cases in full, without their histories.
    public func records(_ ids: [CaseID]) async throws(StoreError) -> CaseRecords {
        let items = ids.compactMap { cases.cases[$0]?.item }
        var names = Names(cases.policies.words)
        for item in items { names.add(cases.names(of: item, [])) }
        return CaseRecords(items: items, names: names)
    }

    /// One case with its people, its history and its action items.
    public func caseFile(_ id: CaseID) async throws(StoreError) -> CaseFile {
        guard let file = cases.file(id) else { throw .notFound("case \(id)") }
        return file
    }

    /// The cases that a typed number means.
    public func cases(named reference: String) async throws(StoreError) -> [CaseID] {
        var result = Set(cases.cases.values.filter { $0.item.externalID == reference }.map(\.item.id))
        if let id = CaseID(text: reference), cases.cases[id] != nil { result.insert(id) }
        return result.sorted()
    }

    /// How many open cases wait in each queue.
    public func openCounts() async throws(StoreError) -> [QueueCount] {
        var counts: [QueueID?: QueueCount] = [:]
        for item in cases.cases.values.map(\.item) where item.status.isOpen {
            counts[item.queue, default: QueueCount(queue: item.queue, open: 0, critical: 0)].open += 1
            if item.severity.isCritical { counts[item.queue]?.critical += 1 }
        }
        return counts.values.sorted { ($0.queue?.number ?? 0) < ($1.queue?.number ?? 0) }
    }

    /// The newest acts first.
    public func journal(of agent: AgentID?, limit: Int) async throws(StoreError) -> [JournalEntry] {
        cases.diary.acts.reversed().filter { agent == nil || $0.actor.agent == agent }.prefix(max(0, limit)).map(
            \.entry)
    }

    /// How many acts are remembered.
    public func revision() async throws(StoreError) -> Int64 { cases.revision() }

    /// Logs a case.
    public func log(_ new: NewCase, _ operation: Operation) async throws(StoreError) -> CaseFile {
        let id = try change { (cases) throws(StoreError) in try cases.log(new, operation) }
        return try await caseFile(id)
    }

    /// Does what an act wants, edit by edit.
    public func apply(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try change { (cases) throws(StoreError) in try cases.perform(operation) }
    }

    /// Takes back the claimant's newest act that still holds.
    public func undo(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try change { (cases) throws(StoreError) in try cases.undo(operation) }
    }

    /// Does again what the claimant took back last.
    public func redo(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try change { (cases) throws(StoreError) in try cases.redo(operation) }
    }

    /// Opens a load, on a copy.
    public func beginLoad(_ header: LoadHeader) async throws(StoreError) {
        if loading != nil { throw .locked("\(header.claim.login) is importing") }
        loading = (try cases.beginLoad(header), cases)
    }

    /// Adds records to the load.
    public func load(_ records: [LoadRecord]) async throws(StoreError) -> LoadCounts {
        guard var now = loading else { throw .unavailable("no load was begun") }
        loading = nil
        for record in records { try now.cases.load(record, in: &now.session) }
        loading = now
        return now.session.counts
    }

    /// Keeps the copy.
    public func finishLoad() async throws(StoreError) {
        guard var now = loading else { throw .unavailable("no load was begun") }
        loading = nil
        try now.cases.finish(now.session)
        cases = now.cases
    }

    /// Drops the copy.
    public func abandonLoad() async { loading = nil }
}
