import CaseModel

/// Compares each record with what its events add up to, what it is found by, and what the journal says of its acts.
struct RecordAudit {
    private let connection: Connection
    private(set) var faults: [String] = []
    private(set) var count = 0
    /// Events under a clock fixed by hand.
    private(set) var fixedClock = 0

    init(_ connection: Connection) {
        self.connection = connection
    }

    mutating func run() throws(StoreError) {
        let ledger = SQLiteLedger(connection, try connection.policies())
        for kind in RecordKind.all {
            var last: Int64 = 0
            let sql = "SELECT kind, number FROM records WHERE kind = ? ORDER BY number"
            let ids = try connection.all(sql, [.text(kind.code)], table: "records") { (row) throws(StoreError) in
                RecordID(kind, try row.integer(1))
            }
            for id in ids {
                count += 1
                if id.number != last &+ 1 { faults.append("The \(kind.code)s have a gap before \(id).") }
                last = id.number
                do throws(StoreError) {
                    guard let record = try connection.record(id) else { continue }
                    faults += try ledger.faults(of: record)
                    let (columns, place) = (try columns(of: id), try place(of: record))
                    let hosts = record.kind == .license ? try connection.hosts(of: record) : []
                    if columns != record.row || place != record.attachedRow || hosts != record.hosts {
                        faults.append("\(id) is not found by what it holds.")
                    }
                } catch {
                    if case .cancelled = error { throw error }
                    faults.append("\(id): \(error)")
                }
            }
        }
        let strange = try connection.number("SELECT count(*) FROM records") - Int64(count)
        if strange != 0 { faults.append("There are \(strange) records of kinds that are not known.") }
        fixedClock = Int(
            try connection.number("SELECT count(*) FROM record_events WHERE recorded_at IS NOT NULL"))
        let attachments = try connection.number(
            "SELECT count(*) FROM attached WHERE number NOT IN (SELECT number FROM records WHERE kind = ?)",
            [.text(RecordKind.attachment.code)])
        if attachments != 0 { faults.append("\(attachments) attachments are found that are not there.") }
        let hosts = try connection.number(
            "SELECT count(*) FROM license_hosts WHERE number NOT IN (SELECT number FROM records WHERE kind = ?)",
            [.text(RecordKind.license.code)])
        if hosts != 0 { faults.append("\(hosts) hosts have something of licences that are not there.") }
        faults += try ledger.contentFaults()
        try compareActs()
    }

    private func columns(of id: RecordID) throws(StoreError) -> [SQLValue]? {
        let sql = "SELECT account, title, ends, version, body, mark FROM records WHERE kind = ? AND number = ?"
        return try connection.first(sql, [.text(id.kind), .integer(id.number)], table: "records") {
            (row) throws(StoreError) in
            var values: [SQLValue] = []
            for column in 0..<6 { values.append(try row.value(column)) }
            return values
        }
    }

    private func place(of record: Record) throws(StoreError) -> [SQLValue]? {
        guard record.kind == .attachment else { return nil }
        let sql = "SELECT number, holder, case_id, digest, standing FROM attached WHERE number = ?"
        return try connection.first(sql, [.integer(record.number)], table: "attached") { (row) throws(StoreError) in
            var values: [SQLValue] = []
            for column in 0..<5 { values.append(try row.value(column)) }
            return values
        }
    }

    /// Who and when: an event and its act say the same, except that a load has the times and names of its source; and no
    /// act on records is without an event.
    private mutating func compareActs() throws(StoreError) {
        let events = """
            SELECT e.kind, e.number, e.seq FROM record_events e LEFT JOIN operations o ON o.number = e.op
            WHERE o.kind IS NULL OR e.login <> o.login OR e.recorded_at IS NOT o.recorded_at
                OR CASE o.kind WHEN 'load' THEN e.agent IS NOT NULL
                    ELSE o.kind NOT IN ('record', 'amend', 'undo', 'redo') OR e.at <> o.at OR e.actor <> o.actor OR e.agent IS NOT o.agent END
            LIMIT 100
            """
        try connection.each(events, table: "record_events") { (row) throws(StoreError) in
            let words = "\(try row.text(0)) \(try row.integer(1)), event \(try row.integer(2))"
            faults.append("\(words): who or when is not what the journal says.")
            return true
        }
        let acts = """
            SELECT number FROM operations o WHERE kind IN ('record', 'amend')
                AND NOT EXISTS (SELECT 1 FROM record_events e WHERE e.op = o.number) LIMIT 100
            """
        try connection.each(acts, table: "operations") { (row) throws(StoreError) in
            faults.append("Act \(try row.integer(0)): the events it wrote to records are not there.")
            return true
        }
    }
}
