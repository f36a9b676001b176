import CaseModel

/// Compares the acts in the journal with the events they wrote, and with what undo and redo made of them.
struct JournalAudit {
    private let connection: Connection
    private(set) var faults: [String] = []
    /// Acts under a clock fixed by hand.
    private(set) var fixedClock = 0
    private var last: Int64 = 0
    /// Events that edits, logged cases, undo and redo say they wrote.
    private var told = 0
    /// Acts that do not hold any more, as their places say, and as the acts after them say.
    private var kept: [OperationID: LedgerAct.Standing] = [:]
    private var expected: [OperationID: LedgerAct.Standing] = [:]
    /// What each agent took back and may still do again.
    private var takenBack: [AgentID: Set<OperationID>] = [:]

    init(_ connection: Connection) {
        self.connection = connection
    }

    mutating func run() throws(StoreError) {
        try compareEvents()
        try connection.each("SELECT \(LedgerAct.columns) FROM operations ORDER BY number", table: "operations") {
            (row) throws(StoreError) in
            let number = try row.integer(0)
            if number != last &+ 1 { faults.append("The journal has a gap before act \(number).") }
            last = number
            do throws(StoreError) {
                try take(try LedgerAct(row), number)
            } catch {
                if case .cancelled = error { throw error }
                faults.append("Act \(number): \(error)")
            }
            return true
        }
        try compareErasures()
        for id in Set(kept.keys).union(expected.keys).sorted(by: { $0.text < $1.text }) where kept[id] != expected[id] {
            faults.append("Act \(id): whether it holds is not what undo and redo say.")
        }
        let sql = "SELECT count(*) FROM events e JOIN operations o ON o.number = e.op WHERE o.kind <> 'load'"
        let found = try connection.number(sql)
        if found != Int64(told) { faults.append("The acts of people tell of \(told) events; there are \(found).") }
    }

    private mutating func take(_ act: LedgerAct, _ number: Int64) throws(StoreError) {
        if act.recordedAt != nil { fixedClock += 1 }
        if act.standing != .holds { kept[act.id] = act.standing }
        for stretch in act.touched {
            // A damaged file may hold any numbers.
            guard stretch.first >= 1, stretch.last >= stretch.first, stretch.last < 1 << 40 else {
                faults.append("Act \(number): it tells of no events that can be.")
                continue
            }
            let count = stretch.last - stretch.first + 1
            told += count
            let found = try connection.number(
                "SELECT count(*) FROM events WHERE case_id = ? AND seq BETWEEN ? AND ? AND op = ?",
                [SQLValue(stretch.caseID), SQLValue(stretch.first), SQLValue(stretch.last), .integer(number)])
            if found != Int64(count) { faults.append("Act \(number): \(stretch.caseID) has other events of it.") }
        }
        guard let agent = act.actor.agent else { return }
        switch (act.kind, act.refersTo) {
        case (.edit, _), (.amend, _), (.log, _):
            // What was taken back before another act stays so.
            for id in takenBack.removeValue(forKey: agent) ?? [] { expected[id] = .forgotten }
        case (.undo, let target?):
            expected[target] = .takenBack
            takenBack[agent, default: []].insert(target)
        case (.redo, let target?):
            expected[target] = nil
            takenBack[agent]?.remove(target)
        case (.undo, nil), (.redo, nil): faults.append("Act \(number): it says not which act it is about.")
        case (.load, _), (.keep, _), (.record, _): break
        }
    }

    /// Each erasure is an act of the journal, and left nothing of a person in the place of names.
    private mutating func compareErasures() throws(StoreError) {
        let sql = """
            SELECT e.contact, c.name, o.kind IS 'keep' OR o.kind IS 'record',
                c.email IS NULL AND c.phone IS NULL AND c.language IS NULL AND c.active = 0
            FROM erasures e LEFT JOIN contacts c ON c.id = e.contact LEFT JOIN operations o ON o.number = e.op
            """
        try connection.each(sql, table: "erasures") { (row) throws(StoreError) in
            let id: ContactID = try row.id(0)
            if try row.integer(2) != 1 { faults.append("The erasure of \(id) is no act of the journal.") }
            let (name, isBare) = (try row.textOrNil(1), try row.integer(3) == 1)
            if name != Contact.erasedName(id) || !isBare {
                faults.append("\(id) was erased, and there is something of it again.")
            }
            return true
        }
    }

    /// Who, when and what: an event and its act say the same, except that a load has the times and names of its source.
    private mutating func compareEvents() throws(StoreError) {
        let sql = """
            SELECT e.case_id, e.seq FROM events e JOIN operations o ON o.number = e.op
            WHERE e.login <> o.login OR e.recorded_at IS NOT o.recorded_at OR CASE o.kind
                WHEN 'load' THEN e.agent IS NOT NULL OR e.refers_to IS NOT NULL
                ELSE e.agent IS NOT o.agent OR e.actor <> o.actor OR e.at <> o.at OR CASE e.action
                    WHEN 'logged' THEN o.kind <> 'log'
                    WHEN 'undone' THEN o.kind <> 'undo'
                    WHEN 'redone' THEN o.kind <> 'redo'
                    ELSE o.kind <> 'edit' OR e.action = 'imported' END
                OR CASE WHEN o.kind IN ('undo', 'redo') THEN NOT EXISTS (
                    SELECT 1 FROM events t JOIN operations p ON p.number = t.op
                    WHERE t.case_id = e.case_id AND t.seq = e.refers_to AND t.seq < e.seq AND p.id = o.refers_to)
                    ELSE e.refers_to IS NOT NULL END
                END
            LIMIT 100
            """
        try connection.each(sql, table: "events") { (row) throws(StoreError) in
            let id: CaseID = try row.id(0)
            faults.append("\(id), event \(try row.integer(1)): who, when or what is not what the journal says.")
            return true
        }
    }
}
