import CaseModel

// Replacing texts wherever they are kept: a table that nobody told of is looked through by itself.

extension SQLiteLedger {
    /// Tables whose texts are replaced event by event, or are names of companies, colleagues and hosts, or of no person.
    private static let known: Set<String> = [
        "accounts", "agent_logins", "agents", "attached", "cases", "contacts", "content_parts", "contents",
        "erasures", "events", "extra_names", "extras", "items", "license_hosts", "loaded_rows", "loads", "operations",
        "policies",
        "queues",
        "record_events", "records", "tags", "watchers",
    ]

    func sweep(_ replace: (String) -> String) throws(StoreError) {
        let tables = try StoreShape(format: Migration.newest).tables
        try sweep(tables.filter { !Self.known.contains($0.name) }, replace)
        try sweepLoadedRows(replace)
    }

    /// What loads remember of rows: a key that names the person is kept as a digest, by which the row is still known, so
    /// that the next import brings nobody back.
    private func sweepLoadedRows(_ replace: (String) -> String) throws(StoreError) {
        var changed: [(row: [SQLValue], key: String, body: SQLValue)] = []
        let select = "SELECT source, kind, key, body FROM loaded_rows"
        try connection.each(select, table: "loaded_rows") { (row) throws(StoreError) in
            let key = try row.text(2)
            let body = try row.value(3)
            let new = (key: replace(key) == key ? key : LoadRow.digest(of: key), body: body.mapText(replace))
            if new.key != key || new.body != body {
                changed.append(([.text(try row.text(0)), .text(try row.text(1)), .text(key)], new.key, new.body))
            }
            return true
        }
        for (row, key, body) in changed {
            let update = "UPDATE loaded_rows SET key = ?, body = ? WHERE source = ? AND kind = ? AND key = ?"
            try connection.run(update, [.text(key), body] + row)
        }
    }

    /// Replaces texts in all rows of tables.
    func sweep(_ tables: [StoreShape.Table], _ replace: (String) -> String) throws(StoreError) {
        for table in tables {
            var changed: [(row: [SQLValue], values: [SQLValue])] = []
            try connection.each(table.select, table: table.name) { (row) throws(StoreError) in
                var values: [SQLValue] = []
                for column in table.columns.indices { values.append(try row.value(column)) }
                let new = values.map { $0.mapText(replace) }
                guard new != values else { return true }
                changed.append((table.key.map { values[table.columns.firstIndex(of: $0) ?? 0] }, new))
                return true
            }
            for (row, values) in changed { try connection.run(table.update, values + row) }
        }
    }
}

extension StoreShape.Table {
    /// Replaces a row that is found by its key.
    var update: String {
        let sets = columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
        return "UPDATE \"\(name)\" SET \(sets) WHERE " + key.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
    }
}

extension SQLValue {
    /// The value with its text replaced, or the texts in it where it is made of several.
    fileprivate func mapText(_ replace: (String) -> String) -> SQLValue {
        guard case .text(let text) = self else { return self }
        guard let parts = LengthPrefixed.decode(text), parts.count > 1 else { return .text(replace(text)) }
        return .text(LengthPrefixed.encode(parts.map { $0.map(replace) }))
    }
}
