import CaseModel

// Reading and writing records.

extension SQLiteLedger {
    func record(_ id: RecordID) throws(StoreError) -> Record? { try connection.record(id) }
    func records(_ query: RecordQuery) throws(StoreError) -> [Record] { try connection.records(query) }

    func recordEvents(of id: RecordID, after version: Int) throws(StoreError) -> [RecordEvent] {
        try connection.recordEvents(
            "e.kind = ? AND e.number = ? AND e.seq > ?", [.text(id.kind), .integer(id.number), SQLValue(version)],
            pending: pendingAct)
    }

    func recordEvents(writtenBy id: OperationID) throws(StoreError) -> [RecordEvent] {
        try connection.recordEvents("e.op = (SELECT number FROM operations WHERE id = ?)", [.text(id.text)])
    }

    func nextNumber(of kind: RecordKind) throws(StoreError) -> Int64 {
        try connection.number("SELECT ifnull(max(number), 0) + 1 FROM records WHERE kind = ?", [.text(kind.code)])
    }

    func write(_ event: RecordEvent, to new: Record) throws(StoreError) {
        let name: [SQLValue] = [.text(new.kind.code), .integer(new.number)]
        if event.seq == 1 {
            try connection.run("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)", name + new.row)
        } else {
            let sql = """
                UPDATE records SET account = ?, title = ?, ends = ?, version = ?, body = ?, mark = ?
                WHERE kind = ? AND number = ? AND version = ?
                """
            try connection.run(sql, new.row + name + [SQLValue(event.seq - 1)])
            guard connection.changed == 1 else {
                throw .damaged("\(new.id) is no longer at version \(event.seq - 1)")
            }
        }
        try place(new)
        try placeHosts(of: new)
        let number = try number(of: event.operation)
        try connection.run(
            "INSERT INTO record_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", event.row(operation: number))
    }

    /// Keeps which hosts a licence is found by.
    private func placeHosts(of record: Record) throws(StoreError) {
        guard record.kind == .license else { return }
        let (old, new) = (Set(try connection.hosts(of: record)), Set(record.hosts))
        for host in old.subtracting(new) {
            try connection.run(
                "DELETE FROM license_hosts WHERE host = ? AND number = ?", [.text(host), .integer(record.number)])
        }
        for host in new.subtracting(old) {
            try connection.run("INSERT INTO license_hosts VALUES (?, ?)", [.text(host), .integer(record.number)])
        }
    }
}

extension Connection {
    /// The hosts by which a licence is found, sorted.
    func hosts(of license: Record) throws(StoreError) -> [String] {
        let sql = "SELECT host, number FROM license_hosts WHERE number = ? ORDER BY host"
        return try all(sql, [.integer(license.number)], table: "license_hosts") { (row) throws(StoreError) in
            try row.text(0)
        }
    }
}
