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
        let values: [SQLValue] = [.text(kind.code), .text(Words.fold(titled))] + (account.map { [SQLValue($0)] } ?? [])
        return try connection.all(SQLiteLedger.titled(ofOne: account != nil), values, table: "records") {
            (row) throws(StoreError) in try Record(row)
        }
    }

    /// The first records of a kind and a title, of one customer or of all.
    ///
    /// The index is named: SQLite takes the records of a whole kind for few, and would read them all for each row of an
    /// import. Those of one customer are fewer than those of one title, which all may have.
    static func titled(ofOne: Bool) -> String {
        """
        SELECT \(Record.columns) FROM records INDEXED BY \(ofOne ? "records_by_account" : "records_by_title")
        WHERE kind = ? AND title = ?\(ofOne ? " AND account = ?" : "") ORDER BY number LIMIT 50
        """
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
