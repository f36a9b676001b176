import CaseModel

// What is kept beside the events of a case, as the audit looks at it.

extension Connection {
    /// The columns of a case's row, as they are.
    func columns(of id: CaseID) throws(StoreError) -> [SQLValue]? {
        let sql = "SELECT \(CaseColumns.list) FROM cases c WHERE c.id = ?"
        return try first(sql, [SQLValue(id)], table: "cases") { (row) throws(StoreError) in
            var values: [SQLValue] = []
            for index in CaseColumns.names.indices { values.append(try row.value(index)) }
            return values
        }
    }

    func indexedWords(of id: CaseID) throws(StoreError) -> [String]? {
        let sql = "SELECT rowid, subject, description, notes, external, contact FROM search WHERE rowid = ?"
        return try first(sql, [SQLValue(id)], table: "search") { (row) throws(StoreError) in
            var words: [String] = []
            for index in 1...5 { words.append(try row.text(index)) }
            return words
        }
    }

    /// Whether a case's extra fields stand as they should, each with the form it is found by.
    func hasExtras(of item: Case) throws(StoreError) -> Bool {
        let sql = """
            SELECT n.name, x.value, x.folded FROM extras x JOIN extra_names n ON n.id = x.name WHERE x.case_id = ?
            """
        let rows = try all(sql, [SQLValue(item.id)], table: "extras") { (row) throws(StoreError) in
            (name: try row.text(0), value: try row.text(1), folded: try row.textOrNil(2))
        }
        return rows.count == item.extra.count
            && rows.allSatisfy { row in
                item.extra[row.name] == row.value && Words.fold(row.value) == row.folded ?? row.value
            }
    }

    /// Whether a case is found by its tags; rows of cases that have none show in the counts.
    func hasTags(of item: Case) throws(StoreError) -> Bool {
        guard !item.tags.isEmpty else { return true }
        let sql = "SELECT tag, folded FROM tags WHERE case_id = ?"
        let rows = try all(sql, [SQLValue(item.id)], table: "tags") { (row) throws(StoreError) in
            (tag: try row.text(0), folded: try row.text(1))
        }
        return Set(rows.map(\.tag)) == Set(item.tags) && rows.allSatisfy { Words.fold($0.tag) == $0.folded }
    }

    /// Whether a case is found by its watchers; rows of cases that have none show in the counts.
    func hasWatchers(of item: Case) throws(StoreError) -> Bool {
        guard !item.watchers.isEmpty else { return true }
        let rows = try all("SELECT agent FROM watchers WHERE case_id = ?", [SQLValue(item.id)], table: "watchers") {
            (row) throws(StoreError) -> AgentID in try row.id(0)
        }
        return Set(rows) == Set(item.watchers)
    }

    /// The names and addresses that are not found by the form they are compared in.
    func foldedFaults() throws(StoreError) -> [String] {
        let columns = [
            ("agents", "name", "folded"), ("queues", "name", "folded"), ("accounts", "name", "folded"),
            ("contacts", "name", "folded"), ("contacts", "email", "email_folded"), ("extra_names", "name", "folded"),
        ]
        var faults: [String] = []
        for (table, column, folded) in columns {
            try each("SELECT id, \(column), \(folded) FROM \(table)", table: table) { (row) throws(StoreError) in
                if try row.textOrNil(1).map(Words.fold) != row.textOrNil(2) {
                    faults.append("The \(column) of row \(try row.integer(0)) of \(table) is not found by it.")
                }
                return true
            }
        }
        return faults
    }
}
