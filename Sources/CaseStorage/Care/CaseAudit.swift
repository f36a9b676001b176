import CaseModel

/// Compares what a store keeps with itself: the file, its people, its acts, and each case with what its events add up
/// to.
struct CaseAudit {
    private let connection: Connection
    private(set) var report = VerifyReport()
    private var state: CaseState?
    private let policies: PolicyBook
    /// The events of the case so far, where clocks have to be worked out from them.
    private var history: [CaseEvent] = []
    private var notes: [String] = []
    private var fixedClock = 0
    private var broken: CaseID?
    /// Rows that cases have beside their own, by table.
    private var rows: [String: Int] = ["tags": 0, "watchers": 0, "extras": 0, "items": 0, "search": 0, "cases": 0]

    init(_ connection: Connection) throws(StoreError) {
        self.connection = connection
        policies = try connection.policies()
    }

    /// Checks the file, its people, every case, one after the other, and the journal.
    mutating func run() throws(StoreError) {
        try checkFile()
        try checkPeople()
        let sql = """
            SELECT \(CaseEvent.columns) FROM events e LEFT JOIN operations o ON o.number = e.op
            ORDER BY e.case_id, e.seq
            """
        var audit = self
        try connection.each(sql, table: "events") { (row) throws(StoreError) in
            let id: CaseID = try row.id(0)
            if audit.state?.item.id != id { try audit.begin(id) }
            do throws(StoreError) {
                try audit.add(try CaseEvent(row))
            } catch {
                if case .cancelled = error { throw error }
                audit.fault("\(id), event \(try row.integer(1)): \(error)", about: id)
            }
            return true
        }
        try audit.end()
        self = audit
        try checkCounts()
        var journal = JournalAudit(connection)
        try journal.run()
        for words in journal.faults { fault(words) }
        var records = RecordAudit(connection)
        try records.run()
        for words in records.faults { fault(words) }
        report.records = records.count
        fixedClock += records.fixedClock
        report.remark(events: fixedClock, acts: journal.fixedClock)
    }

    private mutating func fault(_ words: String, about id: CaseID? = nil) {
        if let id { broken = id }
        report.fault(words)
    }

    private mutating func checkFile() throws(StoreError) {
        let words = try connection.all("PRAGMA integrity_check(20)", table: "file") { (row) throws(StoreError) in
            try row.text(0)
        }
        for word in words where word != "ok" { fault("The file: \(word).") }
        let lost = try connection.all("PRAGMA foreign_key_check", table: "file") { (row) throws(StoreError) in
            "A row of \(try row.text(0)) names a row of \(try row.text(2)) that is not there."
        }
        for words in lost.prefix(20) { fault(words) }
        for words in try connection.schemaFaults() { fault(words) }
    }

    private mutating func checkPeople() throws(StoreError) {
        do throws(StoreError) {
            report.check(keepersAmong: try connection.agents())
        } catch {
            if case .cancelled = error { throw error }
            fault("The agents: \(error)")
        }
        for words in try connection.foldedFaults() { fault(words) }
    }

    private mutating func begin(_ id: CaseID) throws(StoreError) {
        try end()
        state = CaseState(
            item: Case(id: id, subject: "", openedAt: Timestamp(seconds: 0), words: policies.words))
        history = []
        notes = []
    }

    private mutating func add(_ event: CaseEvent) throws(StoreError) {
        guard var state else { return }
        report.events += 1
        history.append(event)
        if event.recordedAt != nil { fixedClock += 1 }
        guard event.seq == state.item.version &+ 1 else {
            fault("\(event.caseID): the events have a gap before \(event.seq).", about: event.caseID)
            state.item.version = event.seq
            self.state = state
            return
        }
        if event.seq == 1 {
            state.item.openedAt = event.at
            state.item.updatedAt = event.at
        }
        for field in state.fields(misquotedBy: event) {
            let words = "\(event.caseID), event \(event.seq): \(field.name) was not what it says."
            fault(words, about: event.caseID)
        }
        do throws(ValueProblem) {
            try state.apply(event)
        } catch {
            fault("\(event.caseID), event \(event.seq): \(error.value) is no \(error.field.name).", about: event.caseID)
        }
        if let text = event.text {
            let words = Words.index(text)
            if !words.isEmpty { notes.append(words) }
        }
        self.state = state
    }

    /// Compares what a case's events add up to with its rows.
    private mutating func end() throws(StoreError) {
        guard var state else { return }
        self.state = nil
        let events = history
        // A value that fits no field was told of already, and stops no other check.
        if broken != state.item.id { state = try state.withClocks(policies) { () throws(StoreError) in events } }
        if state.item.response != .none { report.clocks += 1 }
        let (item, id) = (state.item, state.item.id)
        report.cases += 1
        rows["tags", default: 0] += Set(item.tags).count
        rows["watchers", default: 0] += Set(item.watchers).count
        rows["extras", default: 0] += item.extra.count
        rows["items", default: 0] += state.items.count
        rows["search", default: 0] += 1
        rows["cases", default: 0] += 1
        // One fault says enough of a case whose events cannot be read.
        guard broken != id else { return }
        guard let stored = try connection.columns(of: id) else { return fault("\(id) has events and no row.") }
        let expected = CaseColumns.values(of: item)
        for (index, value) in expected.enumerated() where !value.isSame(as: stored[index]) {
            fault("\(id): \(CaseColumns.names[index]) is not what the events say.")
        }
        if try !connection.hasExtras(of: item) { fault("\(id): its extra fields are not what the events say.") }
        if try !connection.hasTags(of: item) { fault("\(id): its tags are not what the events say.") }
        if try !connection.hasWatchers(of: item) { fault("\(id): its watchers are not what the events say.") }
        if try connection.items(of: id) != state.items { fault("\(id): its items are not what the events say.") }
        let contact = try item.contact.flatMap { id throws(StoreError) in try connection.contact(id)?.name }
        let words = [
            Words.index(item.subject), Words.index(item.description), notes.joined(separator: " "),
            Words.index(item.externalID ?? ""), Words.index(contact ?? ""),
        ]
        if try connection.indexedWords(of: id) != words { fault("\(id): its searched words are not its texts.") }
    }

    private mutating func checkCounts() throws(StoreError) {
        for (table, count) in rows.sorted(by: { $0.key < $1.key }) {
            let found = try connection.number("SELECT count(*) FROM \(table)")
            if found != Int64(count) { fault("The table \(table) has \(found) rows; the events tell of \(count).") }
        }
    }
}

extension SQLValue {
    /// Whether two values are the same byte for byte.
    fileprivate func isSame(as other: SQLValue) -> Bool {
        if case .text(let a) = self, case .text(let b) = other { return a.utf8.elementsEqual(b.utf8) }
        return self == other
    }
}
