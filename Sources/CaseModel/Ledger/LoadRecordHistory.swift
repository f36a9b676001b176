// One life of a record in a load: every entry goes through the rules that hold for people, at its own time.

extension CaseLedger {
    /// Takes a life in; where a rule stands against an entry, the life ends before it, and that is told.
    mutating func load(_ history: RecordHistory, in session: inout LoadSession) throws(StoreError) {
        let (source, kind) = (session.header.source, history.kind)
        guard try loadedRow(source: source, kind: kind.code, key: history.key) == nil else { return }
        session.covers.forgetFacts()
        var record = Record(RecordID(kind, try nextNumber(of: kind)), kind: kind)
        do throws(StoreError) {
            for entry in history.entries { try add(entry, of: history, to: &record, in: &session) }
        } catch .refused(let refusal) {
            session.counts.rejected += 1
            let message = "\(kind.code) \(history.key): \(refusal.message) \(refusal.remedy)"
            session.counts.add(LoadProblem(line: history.line, field: nil, message: message))
            // Bytes that nothing came to have are not kept.
            if let digest = history.content.map({ SHA256.text(of: $0) }), try !isAttached(digest) {
                try dropContent(of: digest)
            }
        }
        guard record.version > 0 else { return }
        session.madeNames = true
        let known = LoadedRow(number: record.number, values: record.values)
        try keep(known, source: source, kind: kind.code, key: history.key)
    }

    private mutating func add(
        _ entry: RecordEntry, of history: RecordHistory, to record: inout Record, in session: inout LoadSession
    ) throws(StoreError) {
        let header = session.header
        let values = try identifiers(of: entry.values, for: record, in: &session)
        var edit = RecordEdit(record.id, values, text: entry.text)
        edit.act = entry.act
        if record.version == 0, let content = history.content { try give(content, to: &edit) }
        let operation = Operation(
            id: header.operation, claim: header.claim, at: entry.at, recordedAt: header.recordedAt, edits: [])
        let (new, changes) = try settle(&edit, of: record, operation, isHistory: true)
        let event = RecordEvent(
            record: record.id, seq: record.version + 1, at: entry.at, recordedAt: header.recordedAt,
            actor: EventActor(agent: nil, name: entry.actor, login: header.claim.login), changes: changes,
            text: edit.text, operation: header.operation)
        record = new
        record.version = event.seq
        try write(event, to: record)
        try dropContent(after: record)
        session.counts.events += 1
    }

    /// The values of an entry with identifiers for keys and names.
    private mutating func identifiers(
        of values: [String: String?], for record: Record, in session: inout LoadSession
    ) throws(StoreError) -> [String: String?] {
        var result = values
        // Whose people are meant: those of the customer, which may follow from what the record belongs to, then others'.
        var homes = [record.account].compactMap { $0 }
        for field in record.kind.fields {
            guard let text = values[field.name] ?? nil else { continue }
            if field.type == .holder {
                let holder = try holder(text, in: &session)
                result[field.name] = holder
                if let home = try AttachmentHolder(text: holder).flatMap({ holder throws(StoreError) in
                    try account(of: holder)
                }) {
                    homes.append(home)
                }
                continue
            }
            guard !field.type.named.isEmpty else { continue }
            var found: String?
            for home in homes.isEmpty ? [nil] : homes.map(Optional.some) where found == nil {
                found = try named(text, by: field, at: home, in: &session)
            }
            guard let found else { throw .refused(.noReference(text, field)) }
            result[field.name] = found
            if let account = AccountID(text: found) { homes.append(account) }
            if field.name == record.kind.parent, let id = RecordID(text: found) {
                if let account = try self.record(id)?.account { homes.append(account) }
            }
        }
        return result
    }

    /// What a file hangs on: a case by its key, one of its action items as `KEY/1`, a record as `KIND/KEY`.
    private func holder(_ text: String, in session: inout LoadSession) throws(StoreError) -> String {
        let source = session.header.source
        if let item = try id(of: RowKind.caseCode, keyed: text, by: source) { return item }
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            if let ordinal = Int(parts[1]),
                let item = try id(of: RowKind.caseCode, keyed: parts[0], by: source).flatMap({ CaseID(text: $0) })
            {
                return ActionItemID(caseID: item, ordinal: ordinal).description
            }
            if let record = try id(of: parts[0], keyed: parts[1], by: source) { return record }
        }
        return text
    }
}
