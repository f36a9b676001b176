import CaseModel

/// A store file inside one write transaction.
final class SQLiteLedger {
    let connection: Connection
    var policies: PolicyBook
    /// The journal line that the events of this transaction will belong to.
    private var pending: (number: Int64, id: OperationID)?
    private var lastCase: Int64?
    private var extraNames: [String: Int64] = [:]

    init(_ connection: Connection, _ policies: PolicyBook) {
        self.connection = connection
        self.policies = policies
    }

    /// The act whose journal line is still to be written.
    var pendingAct: OperationID? { pending?.id }

    /// The journal number of an act; a new one is kept free until ``remember(_:outcome:)``.
    func number(of id: OperationID) throws(StoreError) -> Int64 {
        if let pending, pending.id == id { return pending.number }
        let number = try connection.number("SELECT ifnull(max(number), 0) + 1 FROM operations")
        pending = (number, id)
        return number
    }

    /// The number of an extra column's name.
    func number(ofExtra name: String) throws(StoreError) -> Int64 {
        if let known = extraNames[name] { return known }
        try connection.run(
            "INSERT INTO extra_names(name, folded) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
            [.text(name), .text(Words.fold(name))])
        let number = try connection.number("SELECT id FROM extra_names WHERE name = ?", [.text(name)])
        if extraNames.count > 10_000 { extraNames = [:] }
        extraNames[name] = number
        return number
    }
}

extension SQLiteLedger: CaseLedger {
    func agents(withLogin login: String) throws(StoreError) -> [Agent] { try connection.agents(withLogin: login) }
    func agent(_ id: AgentID) throws(StoreError) -> Agent? { try connection.agent(id) }
    func everyAgent() throws(StoreError) -> [Agent] { try connection.agents() }
    func account(_ id: AccountID) throws(StoreError) -> Account? { try connection.account(id) }
    func contact(_ id: ContactID) throws(StoreError) -> Contact? { try connection.contact(id) }
    func queue(_ id: QueueID) throws(StoreError) -> Queue? { try connection.queue(id) }

    func agent(folded name: String) throws(StoreError) -> Agent? {
        try connection.agents("WHERE folded = ?", [.text(name)]).first
    }
    func account(folded name: String) throws(StoreError) -> Account? {
        try connection.accounts("WHERE folded = ?", [.text(name)]).first
    }
    func contacts(folded name: String, account: AccountID?) throws(StoreError) -> [Contact] {
        try connection.contacts("WHERE folded = ? AND account IS ? ORDER BY id", [.text(name), SQLValue(account)])
    }
    func queue(folded name: String) throws(StoreError) -> Queue? {
        try connection.queues("WHERE folded = ?", [.text(name)]).first
    }

    func state(of id: CaseID) throws(StoreError) -> CaseState? { try connection.state(of: id) }
    func events(of id: CaseID, after version: Int) throws(StoreError) -> [CaseEvent] {
        try connection.events(of: id, after: version, pending: pendingAct)
    }

    func outcome(of id: OperationID) throws(StoreError) -> OperationOutcome? {
        let sql = "SELECT \(LedgerAct.columns), outcome FROM operations WHERE id = ?"
        let found = try connection.first(sql, [.text(id.text)], table: "operations") { (row) throws(StoreError) in
            (try LedgerAct(row), try row.word(12) { OutcomeText.decode($0, id: id) })
        }
        guard let (act, stored) = found else { return nil }
        var outcome = stored
        for (index, edit) in outcome.edits.enumerated() {
            guard case .done(let caseID, let version, _, let merged) = edit,
                let stretch = act.touched.first(where: { $0.caseID == caseID })
            else { continue }
            let events = try connection.events(of: caseID, after: stretch.first - 1, upTo: version)
                .filter { $0.operation == id }
            outcome.edits[index] = .done(caseID, version: version, events: events, merged: merged)
        }
        return outcome
    }

    func act(of agent: AgentID, _ standing: LedgerAct.Standing, newest: Bool) throws(StoreError) -> LedgerAct? {
        let sql = Self.edit(newest: newest)
        return try connection.first(sql, [SQLValue(agent), SQLValue(standing.rawValue)], table: "operations") {
            (row) throws(StoreError) in try LedgerAct(row)
        }
    }

    /// Acts that can be taken back, as the index has them.
    private static let turning = "kind IN ('edit', 'amend')"

    /// The newest of them of an agent with a standing, or the oldest.
    static func edit(newest: Bool) -> String {
        """
        SELECT \(LedgerAct.columns) FROM operations WHERE agent = ? AND standing = ? AND \(turning)
        ORDER BY number \(newest ? "DESC" : "ASC") LIMIT 1
        """
    }

    /// Forgets what of an agent could have been done again.
    static let forgetting = "UPDATE operations SET standing = ? WHERE agent = ? AND standing = ? AND \(turning)"

    func actsThatStay(of agent: AgentID, after act: OperationID?) throws(StoreError) -> [LedgerAct] {
        // The numbers go up, so that few rows are looked at; older ones than these are nobody's slip of the finger.
        let sql = """
            WITH newest AS (
                SELECT * FROM operations
                WHERE number > (SELECT ifnull(max(number), 0) FROM operations) - \(LedgerAct.newestActs))
            SELECT \(LedgerAct.columns) FROM newest
            WHERE agent = ? AND kind IN ('record', 'keep', 'log')
            AND number > ifnull((SELECT max(number) FROM newest WHERE id = ? OR refers_to = ?), 0)
            ORDER BY number DESC LIMIT \(LedgerAct.fewActs)
            """
        let values: [SQLValue] = [SQLValue(agent), SQLValue(act?.text), SQLValue(act?.text)]
        return try connection.all(sql, values, table: "operations") { (row) throws(StoreError) in
            try LedgerAct(row)
        }
    }

    func revision() throws(StoreError) -> Int64 { try connection.revision() }

    func loaded(source: String, key: String) throws(StoreError) -> LoadedHistory? {
        let sql = "SELECT case_id, entries, digest, beginnings FROM loads WHERE source = ? AND key = ?"
        return try connection.first(sql, [.text(source), .text(key)], table: "loads") { (row) throws(StoreError) in
            LoadedHistory(
                caseID: try row.id(0), count: Int(try row.integer(1)), digest: UInt64(bitPattern: try row.integer(2)),
                beginnings: try row.word(3, HexText.decode))
        }
    }

    func nextCaseID() throws(StoreError) -> CaseID {
        var last = lastCase ?? 0
        if lastCase == nil { last = try connection.number("SELECT ifnull(max(id), 0) FROM cases") }
        let next = max(last + 1, CaseKind.first)
        lastCase = next
        return CaseID(next)
    }

    func remember(_ act: LedgerAct, outcome: OperationOutcome) throws(StoreError) {
        let number = try number(of: act.id)
        try connection.run(
            "INSERT INTO operations(\(LedgerAct.columns), outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(number), .text(act.id.text), .text(act.kind.rawValue), SQLValue(act.actor.agent),
                .text(act.actor.name), .text(act.actor.login), SQLValue(act.at), SQLValue(act.recordedAt),
                .text(act.words), .text(act.touchedText), SQLValue(act.refersTo?.text),
                SQLValue(act.standing.rawValue), .text(OutcomeText.encode(outcome)),
            ])
        pending = nil
    }

    func mark(_ id: OperationID, _ standing: LedgerAct.Standing) throws(StoreError) {
        try connection.run(
            "UPDATE operations SET standing = ? WHERE id = ?", [SQLValue(standing.rawValue), .text(id.text)])
    }

    func forgetTakenBack(by agent: AgentID) throws(StoreError) {
        let (back, gone) = (LedgerAct.Standing.takenBack.rawValue, LedgerAct.Standing.forgotten.rawValue)
        try connection.run(
            Self.forgetting, [SQLValue(gone), SQLValue(agent), SQLValue(back)])
    }

    func keep(_ history: LoadedHistory, source: String, key: String) throws(StoreError) {
        let sql = """
            INSERT INTO loads(source, key, case_id, entries, digest, beginnings) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, key) DO UPDATE
            SET case_id = excluded.case_id, entries = excluded.entries, digest = excluded.digest,
                beginnings = excluded.beginnings
            """
        try connection.run(
            sql,
            [
                .text(source), .text(key), SQLValue(history.caseID), SQLValue(history.count),
                .integer(Int64(bitPattern: history.digest)), .text(HexText.encode(history.beginnings)),
            ])
    }
}

extension Connection {
    func revision() throws(StoreError) -> Int64 { try number("SELECT ifnull(max(number), 0) FROM operations") }
}
