import CaseModel

// Replacing texts wherever they are kept: a table that nobody told of is looked through by itself.

extension SQLiteLedger {
    /// Tables whose texts are replaced event by event, or are names of companies and colleagues, or of no person.
    private static let known: Set<String> = [
        "accounts", "agent_logins", "agents", "attached", "cases", "contacts", "content_parts", "contents",
        "erasures", "events", "extra_names", "extras", "items", "loads", "operations", "policies", "queues",
        "record_events", "records", "tags", "watchers",
    ]

    func sweep(_ replace: (String) -> String) throws(StoreError) {
        let tables = try StoreShape(format: Migration.newest).tables
        try sweep(tables.filter { !Self.known.contains($0.name) }, replace)
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
