public import CaseModel

extension SQLiteCaseStore {
    /// The policies of the store.
    public var policies: PolicyBook {
        get async throws(StoreError) {
            try await ask(pages) { (connection) throws(StoreError) in try connection.policies() }
        }
    }

    /// How many cases a query finds.
    public func count(_ query: CaseQuery, _ context: QueryContext) async throws(StoreError) -> Int {
        try await ask(searches) { (connection) throws(StoreError) in
            let part = query.sql(context)
            return Int(try connection.number("SELECT count(*) FROM cases c WHERE \(part.sql)", part.values))
        }
    }

    /// The first rows of a query.
    public func firstPage(
        _ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> [CaseSummary] {
        try await ask(pages) { (connection) throws(StoreError) in
            try connection.summaries(try connection.ids(query, sort, context, limit: max(0, limit)))
        }
    }

    /// The numbers of the first cases of a query.
    public func firstIDs(
        _ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> [CaseID] {
        try await ask(pages) { (connection) throws(StoreError) in
            try connection.ids(query, sort, context, limit: max(0, limit))
        }
    }

    /// The numbers of all cases a query finds, in order.
    public func orderedIDs(
        _ query: CaseQuery, sort: [SortKey], _ context: QueryContext
    ) async throws(StoreError) -> [CaseID] {
        try await ask(searches) { (connection) throws(StoreError) in try connection.ids(query, sort, context) }
    }

    /// The rows of these cases, in this order.
    public func summaries(_ ids: [CaseID]) async throws(StoreError) -> [CaseSummary] {
        try await ask(pages) { (connection) throws(StoreError) in try connection.summaries(ids) }
    }

    /// These cases in full, without their histories.
    public func records(_ ids: [CaseID]) async throws(StoreError) -> CaseRecords {
        try await ask(pages) { (connection) throws(StoreError) in
            var records = CaseRecords(items: [], names: Names(try connection.policies().words))
            for id in ids {
                guard let item = try connection.record(id) else { continue }
                try connection.add(item, to: &records.names)
                records.items.append(item)
            }
            return records
        }
    }

    /// One case with its people, its history and its action items.
    public func caseFile(_ id: CaseID) async throws(StoreError) -> CaseFile {
        let file = try await ask(pages) { (connection) throws(StoreError) in try connection.file(id) }
        guard let file else { throw .notFound("case \(id)") }
        return file
    }

    /// The cases that a typed number means.
    public func cases(named reference: String) async throws(StoreError) -> [CaseID] {
        try await ask(pages) { (connection) throws(StoreError) in
            try connection.all(
                "SELECT id FROM cases WHERE external_id = ?1 OR id = ?2 ORDER BY id",
                [.text(reference), SQLValue(CaseID(text: reference))], table: "cases"
            ) { (row) throws(StoreError) in try row.id(0) }
        }
    }

    /// How many open cases wait in each queue.
    public func openCounts() async throws(StoreError) -> [QueueCount] {
        try await ask(pages) { (connection) throws(StoreError) in
            let words = try connection.policies().words
            let critical = words.severities.filter(\.isCritical).map { String($0.rank) }.joined(separator: ", ")
            let sql = """
                SELECT queue, count(*), sum(severity IN (\(critical))) FROM cases INDEXED BY open_by_queue
                WHERE open = 1 GROUP BY queue ORDER BY queue
                """
            return try connection.all(sql, table: "cases") { (row) throws(StoreError) in
                QueueCount(
                    queue: try row.idOrNil(0), open: Int(try row.integer(1)), critical: Int(try row.integer(2)))
            }
        }
    }

    /// The newest acts first.
    public func journal(of agent: AgentID?, limit: Int) async throws(StoreError) -> [JournalEntry] {
        try await ask(pages) { (connection) throws(StoreError) in
            let sql = """
                SELECT \(LedgerAct.columns) FROM operations WHERE ?1 IS NULL OR agent = ?1
                ORDER BY number DESC LIMIT ?2
                """
            return try connection.all(sql, [SQLValue(agent), SQLValue(max(0, limit))], table: "operations") {
                (row) throws(StoreError) in try LedgerAct(row).entry
            }
        }
    }

    /// A number that changes whenever anybody changes anything.
    public func revision() async throws(StoreError) -> Int64 {
        try await ask(pages) { (connection) throws(StoreError) in try connection.revision() }
    }

    /// All agents, by name.
    public func agents() async throws(StoreError) -> [Agent] {
        try await ask(pages) { (connection) throws(StoreError) in try connection.agents() }
    }

    /// All queues, by name.
    public func queues() async throws(StoreError) -> [Queue] {
        try await ask(pages) { (connection) throws(StoreError) in try connection.queues() }
    }

    /// The accounts of some numbers.
    public func accounts(_ ids: [AccountID]) async throws(StoreError) -> [Account] {
        try await ask(pages) { (connection) throws(StoreError) in try connection.accounts(ids) }
    }

    /// The contacts of some numbers.
    public func contacts(_ ids: [ContactID]) async throws(StoreError) -> [Contact] {
        try await ask(pages) { (connection) throws(StoreError) in try connection.contacts(ids) }
    }

    /// Accounts that a text finds.
    public func accounts(matching text: String, limit: Int) async throws(StoreError) -> [Account] {
        try await ask(pages) { (connection) throws(StoreError) in
            try connection.accounts(matching: text, limit: limit)
        }
    }

    /// Contacts that a text finds, of one account or of all.
    public func contacts(
        matching text: String, account: AccountID?, limit: Int
    ) async throws(StoreError) -> [Contact] {
        try await ask(pages) { (connection) throws(StoreError) in
            try connection.contacts(matching: text, account: account, limit: limit)
        }
    }

    /// The records that are wanted.
    public func records(_ query: RecordQuery) async throws(StoreError) -> RecordList {
        try await ask(pages) { (connection) throws(StoreError) in
            let records = try connection.records(query)
            return RecordList(
                records: records, names: try SQLiteLedger(connection, try connection.policies()).names(in: records),
                goesOn: records.count >= query.limit)
        }
    }

    /// One record with its history.
    public func recordFile(_ id: RecordID) async throws(StoreError) -> RecordFile {
        let file = try await ask(pages) { (connection) throws(StoreError) in
            try SQLiteLedger(connection, try connection.policies()).file(id)
        }
        guard let file else { throw .notFound("\(id.kind) \(id)") }
        return file
    }

    /// The attachments of something.
    public func attachments(on holder: AttachmentHolder) async throws(StoreError) -> [RecordFile] {
        try await ask(pages) { (connection) throws(StoreError) in
            try SQLiteLedger(connection, try connection.policies()).files(on: holder)
        }
    }

    /// The bytes of an attachment.
    public func content(of attachment: RecordID) async throws(StoreError) -> [UInt8] {
        try await ask(searches) { (connection) throws(StoreError) in
            try SQLiteLedger(connection, try connection.policies()).content(of: attachment)
        }
    }

    /// The agent behind a claim.
    public func agent(for claim: Claim) async throws(StoreError) -> Agent {
        try await ask(pages) { (connection) throws(StoreError) in
            try SQLiteLedger(connection, try connection.policies()).actor(behind: claim)
        }
    }
}

extension Connection {
    /// The numbers of the cases a query finds, in order.
    func ids(
        _ query: CaseQuery, _ sort: [SortKey], _ context: QueryContext, limit: Int? = nil
    ) throws(StoreError) -> [CaseID] {
        let part = query.sql(context)
        let sql = "SELECT c.id FROM cases c WHERE \(part.sql) ORDER BY \(sort.sql)" + (limit == nil ? "" : " LIMIT ?")
        return try all(sql, part.values + (limit.map { [SQLValue($0)] } ?? []), table: "cases") {
            (row) throws(StoreError) in try row.id(0)
        }
    }

    func summaries(_ ids: [CaseID]) throws(StoreError) -> [CaseSummary] {
        var result: [CaseSummary] = []
        result.reserveCapacity(ids.count)
        for id in ids {
            if let summary = try summary(id) { result.append(summary) }
        }
        return result
    }
}
