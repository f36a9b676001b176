public import CaseModel

extension SQLiteCaseStore {
    /// Customers as a roster shows them.
    public func roster(_ query: RosterQuery) async throws(StoreError) -> [RosterLine] {
        try await ask(pages) { (connection) throws(StoreError) in
            let ledger = SQLiteLedger(connection, try connection.policies())
            let part = query.sql
            let accounts = try connection.all(part.sql, part.values, table: "accounts") { (row) throws(StoreError) in
                try Account(row)
            }
            var lines: [RosterLine] = []
            for account in accounts { lines.append(try connection.rosterLine(account, ledger.policies.words)) }
            try ledger.addPlans(to: &lines, on: query.day)
            return lines
        }
    }

    /// The people who are wanted.
    public func contacts(_ query: ContactQuery) async throws(StoreError) -> [Contact] {
        try await ask(pages) { (connection) throws(StoreError) in
            var found: [Contact] = []
            for active in query.standings where found.count < query.limit {
                let part = query.sql(active: active, limit: query.limit - found.count)
                found += try connection.all(part.sql, part.values, table: "contacts") { (row) throws(StoreError) in
                    try Contact(row)
                }
            }
            return found
        }
    }

    /// How much there is: nothing is ever removed, so that the last number of each is how many there are.
    public func totals() async throws(StoreError) -> StoreTotals {
        try await ask(pages) { (connection) throws(StoreError) in
            func last(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int {
                Int(try connection.number("SELECT ifnull(max(\(sql)", values))
            }
            return StoreTotals(
                accounts: try last("id), 0) FROM accounts"), contacts: try last("id), 0) FROM contacts"),
                partners: try last("number), 0) FROM records WHERE kind = ?", [.text(RecordKind.partner.code)]))
        }
    }
}

extension Connection {
    /// A customer with what is counted of it, each by an index.
    func rosterLine(_ account: Account, _ words: Vocabulary) throws(StoreError) -> RosterLine {
        let id = [SQLValue(account.id)]
        var line = RosterLine(account)
        line.children = Int(try number(RosterCount.children, id))
        line.contacts = Int(try number(RosterCount.contacts, id))
        try each(RosterCount.open, id, table: "cases") { (row) throws(StoreError) in
            line.open[try row.severity(0, code: 1, words).code] = Int(try row.integer(2))
            return true
        }
        return line
    }
}

/// What is counted of a customer.
enum RosterCount {
    static let children = "SELECT count(*) FROM accounts WHERE parent = ?"
    static let contacts = "SELECT count(*) FROM contacts WHERE account = ? AND active = 1"
    static let open = """
        SELECT severity, severity_code, count(*) FROM cases INDEXED BY open_by_account WHERE open = 1 AND account = ?
        GROUP BY severity, severity_code
        """
}
