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
        let number = try number(of: event.operation)
        try connection.run(
            "INSERT INTO record_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", event.row(operation: number))
    }
}
