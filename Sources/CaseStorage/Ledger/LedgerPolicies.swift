import CaseModel

// The policies that a store keeps: texts, read once.

extension Connection {
    /// The policies of the store.
    func policies() throws(StoreError) -> PolicyBook {
        if let book { return book.policies }
        return try refreshPolicies()
    }

    /// Reads the policies again when there are more than before; at the beginning of a transaction.
    @discardableResult
    func refreshPolicies() throws(StoreError) -> PolicyBook {
        let newest = try number("SELECT ifnull(max(number), 0) FROM policies")
        if let book, book.number == newest { return book.policies }
        let rows = try all("SELECT number, mark, text FROM policies ORDER BY number", table: "policies") {
            (row) throws(StoreError) in (mark: try row.text(1), text: try row.text(2))
        }
        var editions: [Policy] = []
        for row in rows {
            guard let policy = ReadPolicies.policy(row.text, mark: row.mark) else {
                throw .damaged("the policy \(row.mark) cannot be read")
            }
            editions.append(policy)
        }
        guard let inForce = editions.popLast() else { throw .damaged("the store has no policy") }
        let policies = PolicyBook(inForce, earlier: editions, zones: supply.zones)
        book = (newest, policies)
        return policies
    }

    /// Gives a store its first policy: a new one that of who makes it, an older one that in whose words it was written,
    /// because whoever happens to open it first decides nothing.
    func takePolicy(isNew: Bool) throws(StoreError) {
        guard let policy = isNew ? supply.policy() : supply.builtIn() else {
            throw .unavailable("no policy was given that it could follow")
        }
        try add(policy, at: Timestamp(seconds: 0))
    }

    /// Makes a policy the one in force.
    func add(_ policy: Policy, at now: Timestamp) throws(StoreError) {
        let text = String(decoding: policy.text, as: UTF8.self)
        try run(
            "INSERT INTO policies(mark, text, at) VALUES (?, ?, ?)", [.text(policy.mark), .text(text), SQLValue(now)])
        ReadPolicies.keep(policy, text)
    }
}

extension SQLiteLedger {
    func adopt(_ policy: Policy, at now: Timestamp) throws(StoreError) {
        try connection.add(policy, at: now)
        policies = try connection.refreshPolicies()
        let words = policies.words
        // What lists are sorted and counted by repeats what the words mean.
        for code in try connection.codes("status") {
            guard let status = words.status(code) else { continue }
            try connection.run(
                """
                UPDATE cases SET status_rank = ?1, open = ?2
                WHERE status = ?3 AND (status_rank <> ?1 OR open <> ?2)
                """,
                [SQLValue(status.place), SQLValue(status.isOpen), .text(code)])
        }
        for (column, coded) in [("severity", "severity_code"), ("requested_severity", "requested_code")] {
            for code in try connection.codes("ifnull(\(coded), CAST(\(column) AS TEXT))") {
                guard let severity = words.severity(code) else { continue }
                let text: SQLValue = severity.code == String(severity.rank) ? .null : .text(severity.code)
                try connection.run(
                    """
                    UPDATE cases SET \(column) = ?1, \(coded) = ?2
                    WHERE ifnull(\(coded), CAST(\(column) AS TEXT)) = ?3 AND (\(column) <> ?1 OR \(coded) IS NOT ?2)
                    """,
                    [SQLValue(severity.rank), text, .text(code)])
            }
        }
    }
}

extension Connection {
    /// The different values of something about cases.
    fileprivate func codes(_ expression: String) throws(StoreError) -> [String] {
        try all("SELECT DISTINCT \(expression) FROM cases", table: "cases") { (row) throws(StoreError) in
            try row.text(0)
        }
    }
}
