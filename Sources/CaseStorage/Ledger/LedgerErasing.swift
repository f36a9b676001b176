import CaseModel

// Erasing: texts of events are replaced under a line in `erasures` that the triggers look for.

extension SQLiteLedger: ErasingLedger {
    func eachEvent(_ body: (CaseEvent) throws(StoreError) -> Void) throws(StoreError) {
        let sql = """
            SELECT \(CaseEvent.columns) FROM events e LEFT JOIN operations o ON o.number = e.op
            ORDER BY e.case_id, e.seq
            """
        try connection.each(sql, table: "events") { (row) throws(StoreError) in
            try body(try CaseEvent(row, pending: pendingAct))
            return true
        }
    }

    func eachRecordEvent(_ body: (RecordEvent) throws(StoreError) -> Void) throws(StoreError) {
        let sql = """
            SELECT \(RecordEvent.columns) FROM record_events e LEFT JOIN operations o ON o.number = e.op
            ORDER BY e.kind, e.number, e.seq
            """
        try connection.each(sql, table: "record_events") { (row) throws(StoreError) in
            try body(try RecordEvent(row, pending: pendingAct))
            return true
        }
    }

    func eachAct(_ body: (LedgerAct, OperationOutcome) throws(StoreError) -> Void) throws(StoreError) {
        let sql = "SELECT \(LedgerAct.columns), outcome FROM operations ORDER BY number"
        try connection.each(sql, table: "operations") { (row) throws(StoreError) in
            let act = try LedgerAct(row)
            try body(act, try row.word(12) { OutcomeText.decode($0, id: act.id) })
            return true
        }
    }

    func beginErasing(_ contact: ContactID) throws(StoreError) {
        try connection.run("INSERT INTO erasures(contact) VALUES (?)", [SQLValue(contact)])
    }

    func endErasing(_ contact: ContactID, by act: OperationID) throws(StoreError) {
        try connection.run(
            "UPDATE erasures SET op = (SELECT number FROM operations WHERE id = ?) WHERE op IS NULL", [.text(act.text)])
        // Words that are no longer there would stay in the index until its parts are merged.
        try connection.run("INSERT INTO search(search) VALUES ('rebuild')")
    }

    func rewrite(_ events: [CaseEvent], from old: CaseState, to new: CaseState) throws(StoreError) {
        for event in events {
            try connection.run(
                "UPDATE events SET actor = ?, changes = ?, body = ? WHERE case_id = ? AND seq = ?",
                [
                    .text(event.actor.name), .text(ChangesText.encode(event.changes, name: \.name)),
                    SQLValue(event.text), SQLValue(event.caseID), SQLValue(event.seq),
                ])
        }
        try rewriteRows(from: old, to: new)
        try connection.index(new.item.id)
    }

    func rewrite(_ events: [RecordEvent], to new: Record) throws(StoreError) {
        for event in events {
            try connection.run(
                "UPDATE record_events SET changes = ?, body = ? WHERE kind = ? AND number = ? AND seq = ?",
                [
                    .text(ChangesText.encode(event.changes) { $0 }), SQLValue(event.text), .text(event.record.kind),
                    .integer(event.record.number), SQLValue(event.seq),
                ])
        }
        try connection.run(
            """
            UPDATE records SET account = ?, title = ?, ends = ?, version = ?, body = ?, mark = ?
            WHERE kind = ? AND number = ?
            """,
            new.row + [.text(new.kind.code), .integer(new.number)])
        try place(new)
    }

    func rewrite(_ act: LedgerAct, outcome: OperationOutcome) throws(StoreError) {
        try connection.run(
            "UPDATE operations SET words = ?, outcome = ? WHERE id = ?",
            [.text(act.words), .text(OutcomeText.encode(outcome)), .text(act.id.text)])
    }
}
