import CaseModel

// What the store knows of the rows of other systems' tables.

extension SQLiteLedger {
    func loadedRow(source: String, kind: String, key: String) throws(StoreError) -> LoadedRow? {
        let sql = "SELECT number, body FROM loaded_rows WHERE source = ? AND kind = ? AND key = ?"
        let values: [SQLValue] = [.text(source), .text(kind), .text(key)]
        return try connection.first(sql, values, table: "loaded_rows") { (row) throws(StoreError) in
            LoadedRow(number: try row.integer(0), values: try row.word(1, Record.values))
        }
    }

    func isLoaded(source: String, kind: String, number: Int64) throws(StoreError) -> Bool {
        let sql = "SELECT count(*) FROM loaded_rows WHERE kind = ? AND number = ? AND source = ?"
        return try connection.number(sql, [.text(kind), .integer(number), .text(source)]) > 0
    }

    func records(of kind: RecordKind, at account: AccountID?, titled: String) throws(StoreError) -> [Record] {
        let sql = """
            SELECT \(Record.columns) FROM records WHERE kind = ? AND title = ? AND (?3 IS NULL OR account = ?3)
            ORDER BY number LIMIT 50
            """
        let values: [SQLValue] = [.text(kind.code), .text(Words.fold(titled)), SQLValue(account)]
        return try connection.all(sql, values, table: "records") { (row) throws(StoreError) in try Record(row) }
    }

    func keep(_ row: LoadedRow, source: String, kind: String, key: String) throws(StoreError) {
        let sql = """
            INSERT INTO loaded_rows(source, kind, key, number, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (source, kind, key) DO UPDATE SET number = excluded.number, body = excluded.body
            """
        try connection.run(
            sql, [.text(source), .text(kind), .text(key), .integer(row.number), .text(Record.body(row.values))])
    }
}
