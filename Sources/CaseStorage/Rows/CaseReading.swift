import CaseModel

extension Connection {
    /// A case with its extra fields.
    func record(_ id: CaseID) throws(StoreError) -> Case? {
        let sql = "SELECT \(CaseColumns.list) FROM cases c WHERE c.id = ?"
        let words = try policies().words
        guard
            var item = try first(
                sql, [SQLValue(id)], table: "cases", { (row) throws(StoreError) in try Case(row, words) })
        else { return nil }
        item.extra = try extras(of: id)
        return item
    }

    func extras(of id: CaseID) throws(StoreError) -> [String: String] {
        var result: [String: String] = [:]
        let sql = """
            SELECT x.case_id, n.name, x.value FROM extras x JOIN extra_names n ON n.id = x.name WHERE x.case_id = ?
            """
        try each(sql, [SQLValue(id)], table: "extras") { (row) throws(StoreError) in
            result[try row.text(1)] = try row.text(2)
            return true
        }
        return result
    }

    func items(of id: CaseID) throws(StoreError) -> [ActionItem] {
        let sql = """
            SELECT case_id, ordinal, kind, text, asked_at, due_at, state, settled_at FROM items
            WHERE case_id = ? ORDER BY ordinal
            """
        return try all(sql, [SQLValue(id)], table: "items") { (row) throws(StoreError) in try ActionItem(row) }
    }

    func state(of id: CaseID) throws(StoreError) -> CaseState? {
        guard let item = try record(id) else { return nil }
        return CaseState(item: item, items: try items(of: id))
    }

    /// A case with its people, its history and its action items.
    func file(_ id: CaseID) throws(StoreError) -> CaseFile? {
        guard let state = try state(of: id) else { return nil }
        let events = try events(of: id)
        var names = Names(try policies().words)
        var mentioned = NamedIDs()
        mentioned.add(state.item)
        for change in events.flatMap(\.changes) { mentioned.add(change) }
        try add(mentioned, to: &names)
        return CaseFile(
            item: state.item, names: names, contact: try state.item.contact.flatMap(contact),
            account: try state.item.account.flatMap(account), events: events, items: state.items)
    }

    /// Learns the names that a case mentions.
    func add(_ item: Case, to names: inout Names) throws(StoreError) {
        var mentioned = NamedIDs()
        mentioned.add(item)
        try add(mentioned, to: &names)
    }

    private func add(_ mentioned: NamedIDs, to names: inout Names) throws(StoreError) {
        for id in mentioned.accounts where names.accounts[id] == nil { names.accounts[id] = try account(id)?.name }
        for id in mentioned.contacts where names.contacts[id] == nil { names.contacts[id] = try contact(id)?.name }
        for id in mentioned.agents where names.agents[id] == nil { names.agents[id] = try agent(id)?.name }
        for id in mentioned.queues where names.queues[id] == nil { names.queues[id] = try queue(id)?.name }
    }
}

extension ActionItem {
    /// An item from a row: case, ordinal, kind, text, asked, due, state, settled.
    init(_ row: Row) throws(StoreError) {
        self.init(
            id: ActionItemID(caseID: try row.id(0), ordinal: Int(try row.integer(1))), kind: try row.text(2),
            text: try row.text(3), askedAt: try row.instant(4), dueAt: try row.instantOrNil(5),
            state: try row.word(6, ItemState.init(rawValue:)), settledAt: try row.instantOrNil(7))
    }
}

extension CaseSummary {
    /// The columns of a row of a list, of tables `c` and those joined in ``joins``.
    static let columns = """
        c.id, c.external_id, c.subject, c.status, c.severity, a.name, p.name, q.name, c.owner, g.name, c.product, \
        c.tags, c.opened_at, c.updated_at, c.closed_at, c.version, c.severity_code, c.response_phase, c.response_due, \
        c.response_late, c.response_target, c.follow_phase, c.follow_due, c.follow_late, c.follow_target, c.account, \
        c.first_response_at, c.plan, c.center, c.snoozed_until, c.covered_by, c.flags
        """

    static let joins = """
        LEFT JOIN accounts a ON a.id = c.account LEFT JOIN contacts p ON p.id = c.contact \
        LEFT JOIN queues q ON q.id = c.queue LEFT JOIN agents g ON g.id = c.owner
        """

    init(_ row: Row, _ words: Vocabulary) throws(StoreError) {
        var item = Case(
            id: try row.id(0), subject: try row.text(2), severity: try row.severity(4, code: 16, words),
            openedAt: try row.instant(12), words: words)
        try item.set(.tags, from: row, 11)
        item.plan = try row.textOrNil(27)
        item.entitlement = try row.wordOrNil(30) { RecordID(text: $0) }
        try item.set(.flags, from: row, 31)
        self.init(item, names: Names())
        externalID = try row.textOrNil(1)
        status = try row.word(3) { words.status($0) }
        accountName = try row.textOrNil(5)
        contactName = try row.textOrNil(6)
        queueName = try row.textOrNil(7)
        owner = try row.idOrNil(8)
        ownerName = try row.textOrNil(9)
        product = try row.textOrNil(10)
        updatedAt = try row.instant(13)
        closedAt = try row.instantOrNil(14)
        version = Int(try row.integer(15))
        response = try ClockFace(row, 17)
        followUp = try ClockFace(row, 21)
        account = try row.idOrNil(25)
        firstResponseAt = try row.instantOrNil(26)
        center = try row.textOrNil(28)
        snoozedUntil = try row.instantOrNil(29)
    }
}

extension Connection {
    /// The row of a case.
    func summary(_ id: CaseID) throws(StoreError) -> CaseSummary? {
        let sql = "SELECT \(CaseSummary.columns) FROM cases c \(CaseSummary.joins) WHERE c.id = ?"
        let words = try policies().words
        return try first(sql, [SQLValue(id)], table: "cases") { (row) throws(StoreError) in
            try CaseSummary(row, words)
        }
    }
}
