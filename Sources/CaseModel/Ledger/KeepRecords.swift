import SettingsText

// Records: who may add and change them, and what has to stay true.

extension CaseLedger {
    /// Does what an act wants of records: all of it or nothing; an act that is remembered is answered as before.
    public mutating func keep(_ edits: [RecordEdit], _ operation: Operation) throws(StoreError) -> RecordOutcome {
        if try outcome(of: operation.id) != nil { return try remembered(operation.id) }
        let agent = try actor(behind: operation.claim)
        var outcome = RecordOutcome()
        for edit in edits { try keep(edit, of: operation, by: agent, &outcome) }
        guard let first = outcome.events.first else { return outcome }
        let rest = outcome.events.count > 1 ? " and \(outcome.events.count - 1) more" : ""
        let canTurn = outcome.events.allSatisfy(\.canTurn)
        let act = LedgerAct(
            id: operation.id, kind: canTurn ? .amend : .record, actor: agent.actor(operation.claim), at: operation.at,
            recordedAt: operation.recordedAt, words: words(for: first, names: try names(in: [], [first])) + rest)
        if canTurn { try forgetTakenBack(by: agent.id) }
        try remember(act, outcome: OperationOutcome(id: operation.id, edits: []))
        return outcome
    }

    private func remembered(_ id: OperationID) throws(StoreError) -> RecordOutcome {
        var outcome = RecordOutcome(events: try recordEvents(writtenBy: id))
        for event in outcome.events {
            guard let record = try record(event.record) else { throw .damaged("\(event.record) is gone") }
            let events = try recordEvents(of: event.record, after: 0).filter { $0.seq <= event.seq }
            outcome.records.append(Record(event.record, kind: record.kind, events: events))
        }
        return outcome
    }

    private mutating func keep(
        _ edit: RecordEdit, of operation: Operation, by agent: Agent, _ outcome: inout RecordOutcome
    ) throws(StoreError) {
        if let raised = try alertRaised(before: edit) {
            outcome.records.append(raised)
            return
        }
        let (old, base) = try start(edit.target)
        var acts = Set(edit.values.keys.map { old.kind.act(changing: $0, of: old) })
        if let own = edit.act?.right(of: agent, on: old) { acts = [own] }
        for act in acts.isEmpty ? [old.kind.act] : acts {
            try refusing { () throws(Refusal) in
                try authorise(agent, act, old.version == 0 ? .store : .record(old.id))
            }
        }
        var edit = edit
        var (new, changes) = try settle(&edit, of: old, operation)
        if base < old.version {
            let mine = changes.filter { $0.field != RecordKind.lastAct }
            let since = try recordEvents(of: old.id, after: base).filter { $0.operation != operation.id }
            let fields = collisions(mine, with: since) { old[$0.field] }
            guard fields.isEmpty else {
                throw .recordConflict(
                    RecordConflict(record: old.id, base: base, current: old.version, fields: fields))
            }
            if !since.isEmpty, !changes.isEmpty { outcome.merged = true }
        }
        let text = try refusing { () throws(Refusal) in try edit.text?.bounded("text").orNil }
        guard !changes.isEmpty || text != nil else {
            outcome.records.append(old)
            return
        }
        let event = RecordEvent(
            record: old.id, seq: old.version + 1, at: operation.at, recordedAt: operation.recordedAt,
            actor: agent.actor(operation.claim), changes: changes, text: text, operation: operation.id)
        new.version = event.seq
        try write(event, to: new)
        try dropContent(after: new)
        outcome.events.append(event)
        outcome.records.append(new)
    }

    /// What an edit makes of a record, by all the rules of its kind, with the changes that lead there.
    ///
    /// - Parameter isHistory: it was so; whom it names may have left since.
    func settle(
        _ edit: inout RecordEdit, of old: Record, _ operation: Operation, isHistory: Bool = false
    ) throws(StoreError) -> (Record, [ValueChange<String>]) {
        try followParent(of: old, &edit.values)
        if old.kind == .notice { try address(old, &edit, at: operation.at) }
        if old.kind == .partner { try checkAppointment(old, edit) }
        if old.kind == .membership { try nameContact(of: old, &edit, on: try day(of: operation.at, for: old.account)) }
        try act(on: old, &edit, operation)
        let always = edit.values[RecordKind.lastAct] == nil ? [] : [RecordKind.lastAct]
        let changes = try refusing { () throws(Refusal) in try old.decide(edit.values, telling: always) }
        var new = old
        for change in changes { new.values[change.field] = change.new }
        for change in changes { try checkReference(change, in: new, isHistory: isHistory) }
        try checkAttachment(new, from: old)
        try checkKind(new, from: old, at: operation.at)
        return (new, changes)
    }

    /// The record before the edit, and the version that the person saw.
    private mutating func start(_ target: RecordEdit.Target) throws(StoreError) -> (Record, base: Int) {
        switch target {
        case .new(let kind): return (Record(RecordID(kind, try nextNumber(of: kind)), kind: kind), 0)
        case .existing(let id, let base):
            guard let old = try record(id) else { throw .notFound("\(id.kind) \(id)") }
            let base = base ?? old.version
            guard base <= old.version else { throw .refused(.versionToCome(id, base, newest: old.version)) }
            return (old, base)
        }
    }

    /// What belongs to a record belongs to its customer.
    func followParent(of old: Record, _ wanted: inout [String: String?]) throws(StoreError) {
        guard old.version == 0, let name = old.kind.parent, let field = old.kind.field(name),
            let text = wanted[name] ?? nil, let id = RecordID(text: text)
        else { return }
        guard let parent = try record(id) else { throw .refused(.noReference(text, field)) }
        guard let account = parent.account else { return }
        let given = (wanted[RecordKind.account] ?? nil).flatMap { AccountID(text: $0) }
        guard given == nil || given == account else { throw .refused(.otherCustomer(id, field)) }
        wanted[RecordKind.account] = account.description
    }

    /// Whom or what a new value names is there, and still with us.
    ///
    /// - Parameter isHistory: the value is from another system, where the person may have left since.
    func checkReference(
        _ change: ValueChange<String>, in record: Record, isHistory: Bool = false
    ) throws(StoreError) {
        guard let value = change.new, let field = record.kind.field(change.field) else { return }
        if case .code(let kind) = field.type, !policy.codes(of: kind).contains(value) {
            throw .refused(.noCode(value, kind, policy).about(field.name))
        }
        guard try isThere(value, field.type) else { throw .refused(.noReference(value, field)) }
        if field.name == record.kind.parent, let parent = record.parent,
            try self.record(parent)?.account != record.account
        {
            throw .refused(.otherCustomer(parent, field))
        }
        if record.kind == .environment, field.name == "manager", !isHistory { try checkManager(value) }
        guard field.type == .contact,
            let contact = try ContactID(text: value).flatMap({
                id throws(StoreError) in try contact(id)
            })
        else { return }
        guard contact.active || isHistory else { throw .refused(.contactLeft(contact.name).about(field.name)) }
        if record.kind == .partner, field.name == "toldBy", try !isAbove(contact.account, record.account) {
            throw .refused(.notTheCustomer(contact.name, field.name))
        }
        // A customer's records name nobody else's people; within a group they may go up and down. Partners are others.
        guard record.kind != .partner, let home = contact.account else { return }
        let isAbove = try self.isAbove(home, record.account)
        let isBelow = try self.isAbove(record.account, home)
        guard isAbove || isBelow else {
            throw .refused(.otherContact(contact.name, field))
        }
    }

    /// Whether what a value names is there, or was: what a customer is asked for can be taken back.
    func wasThere(_ value: String, _ type: RecordFieldType) throws(StoreError) -> Bool {
        if try isThere(value, type) { return true }
        guard type == .holder, case .asked(let id)? = AttachmentHolder(text: value) else { return false }
        return try events(of: id.caseID, after: 0).contains { $0.changes.contains { $0.field == .item(id) } }
    }

    /// Whether what a value names is there.
    func isThere(_ value: String, _ type: RecordFieldType) throws(StoreError) -> Bool {
        switch type {
        case .account: try AccountID(text: value).flatMap { id throws(StoreError) in try account(id) } != nil
        case .contact: try ContactID(text: value).flatMap { id throws(StoreError) in try contact(id) } != nil
        case .agent: try AgentID(text: value).flatMap { id throws(StoreError) in try agent(id) } != nil
        case .record: try RecordID(text: value).flatMap { id throws(StoreError) in try record(id) } != nil
        case .holder:
            try AttachmentHolder(text: value).map { holder throws(StoreError) in try isThere(holder) } ?? false
        case .item: try CaseID(text: value).flatMap { id throws(StoreError) in try state(of: id) } != nil
        default: true
        }
    }

    /// Whether an account is another one, or above it in its group.
    func isAbove(_ upper: AccountID?, _ lower: AccountID?) throws(StoreError) -> Bool {
        try lower.map { lower throws(StoreError) in try group(above: lower) }?.contains { $0.id == upper } ?? false
    }

    /// An account and those above it in its group, upwards.
    func group(above id: AccountID) throws(StoreError) -> [Account] {
        var accounts: [Account] = []
        var next: AccountID? = id
        while let id = next, !accounts.contains(where: { $0.id == id }), let account = try account(id) {
            accounts.append(account)
            next = account.parent
        }
        return accounts
    }
}

extension RecordKind {
    /// The right that a change of a field needs; a record that is added needs that of its kind alone.
    func act(changing field: String, of old: Record) -> Act {
        old.version == 0 ? act : self.field(field)?.act ?? act
    }
}

/// What an event did to a record, in the words of a notice: `added the contract CN-12`.
public func words(for event: RecordEvent, names: Names) -> String {
    let id = event.record
    guard event.seq > 1 else { return "added the \(id.kind) \(id)" }
    if event.saysSeen { return "saw \(id)" }
    let kind = RecordKind(code: id.kind)
    if let act = event.licenseAct { return act.words(id) }
    if let renewal = renewalWords(event, kind, names) { return renewal }
    let parts = event.changes.map { change in
        "\(change.field) \(change.new.map { names.words($0, of: kind?.field(change.field)?.type) } ?? "none")"
    }
    return parts.isEmpty ? "wrote a note on \(id)" : "set \(id) to \(parts.joined(separator: ", "))"
}

/// That something ends later than before; nil for other events.
private func renewalWords(_ event: RecordEvent, _ kind: RecordKind?, _ names: Names) -> String? {
    guard let kind, RecordKind.turning.contains(kind),
        let end = event.changes.first(where: { $0.field == kind.end }), let old = end.old, let new = end.new, old < new
    else { return nil }
    // How and since when somebody is the contact follows from who is.
    let others = event.changes.filter { $0.field != kind.end && !kind.together.dropFirst().contains($0.field) }
    let beside = others.map { change in
        "; \(change.field) \(change.new.map { names.words($0, of: kind.field(change.field)?.type) } ?? "none")"
    }
    return "renewed \(event.record) from \(old) to \(new)" + beside.joined()
}

extension Names {
    /// The value of a record's field as people read it: names for identifiers, the value itself otherwise.
    public func words(_ value: String, of type: RecordFieldType?) -> String {
        switch type {
        case .account: AccountID(text: value).flatMap { accounts[$0] } ?? value
        case .contact: ContactID(text: value).flatMap { contacts[$0] } ?? value
        case .agent: AgentID(text: value).flatMap { agents[$0] } ?? value
        default: value
        }
    }
}
