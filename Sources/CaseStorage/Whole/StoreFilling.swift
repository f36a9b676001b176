import CaseModel

/// A new file that is filled with the rows of another store, in one transaction.
struct StoreFilling {
    private let connection: Connection
    private let format: Int
    private let tables: [String: StoreShape.Table]

    /// Begins with an empty store of the format that the rows have.
    init(_ connection: Connection, format: Int) throws(StoreError) {
        self.connection = connection
        self.format = format
        let shape = try StoreShape(format: format)
        tables = Dictionary(shape.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        // Nobody knows the file yet, so that it need not be on the disk before it is whole.
        for setting in ["foreign_keys=ON", "temp_store=FILE", "synchronous=OFF", "cache_size=-48000"] {
            try connection.run("PRAGMA \(setting)")
        }
        try connection.run("BEGIN IMMEDIATE")
        // Rows come by table, and what they name may come later.
        try connection.run("PRAGMA defer_foreign_keys=ON")
        try connection.run("PRAGMA application_id = \(FileMark.application)")
        try connection.migrate(from: 0, to: format)
    }

    /// Adds a row.
    func add(_ row: StoredRow) throws(StoreError) {
        guard let table = tables[row.kind] else {
            throw .damaged("format \(format) keeps nothing called \(row.kind.prefix(60))")
        }
        guard row.names.elementsEqual(table.columns, by: { $0.utf8.elementsEqual($1.utf8) }) else {
            throw .damaged("a row of \(table.name) has \(table.columns.joined(separator: ", ")), in this order")
        }
        if let column = table.misfit(among: row.values) {
            throw .damaged("\(column) of \(table.name) holds another kind of value")
        }
        try connection.run(table.insert, row.values.map(SQLValue.init))
    }

    /// Brings it all to the newest format, makes what follows from the rows, checks it and keeps it.
    func finish() throws(StoreError) -> VerifyReport {
        try connection.migrate(from: format)
        if format < Migration.firstWithPolicies { try connection.takePolicy(isNew: false) }
        try connection.refreshPolicies()
        try connection.indexEveryCase()
        var audit = try CaseAudit(connection)
        try audit.run()
        if let fault = audit.report.faults.first {
            throw .damaged("what it holds does not fit: \(fault.hasSuffix(".") ? String(fault.dropLast()) : fault)")
        }
        try connection.run("COMMIT")
        return audit.report
    }
}

extension Connection {
    /// Keeps the words of every case anew, so that each is found by what it holds.
    func indexEveryCase() throws(StoreError) {
        try run("DELETE FROM search")
        try each("SELECT id FROM cases ORDER BY id", table: "cases") { (row) throws(StoreError) in
            try index(try row.id(0))
            return true
        }
    }

    /// Keeps the words of a case anew.
    func index(_ id: CaseID) throws(StoreError) {
        let notes = try all(
            "SELECT body FROM events WHERE case_id = ? AND body IS NOT NULL ORDER BY seq", [SQLValue(id)],
            table: "events"
        ) { (row) throws(StoreError) in Words.index(try row.text(0)) }
        let sql = """
            SELECT c.id, c.subject, c.description, ifnull(c.external_id, ''),
                ifnull((SELECT name FROM contacts WHERE id = c.contact), '') FROM cases c WHERE c.id = ?
            """
        let texts = try first(sql, [SQLValue(id)], table: "cases") { (row) throws(StoreError) in
            [try row.text(1), try row.text(2), try row.text(3), try row.text(4)].map(Words.index)
        }
        guard let texts else { return }
        let kept = notes.filter { !$0.isEmpty }.joined(separator: " ")
        try run("DELETE FROM search WHERE rowid = ?", [SQLValue(id)])
        try run(
            "INSERT INTO search(rowid, subject, description, external, contact, notes) VALUES (?, ?, ?, ?, ?, ?)",
            [SQLValue(id)] + texts.map(SQLValue.text) + [.text(kept)])
    }
}
