// Reading and writing what a row of a load is about, whatever its kind.

extension CaseLedger {
    /// The values of a thing; nil when there is none of that number.
    func values(of kind: RowKind, _ number: Int64) throws(StoreError) -> [String: String]? {
        switch kind {
        case .account: try account(AccountID(number))?.values
        case .contact: try contact(ContactID(number))?.values
        case .agent: try agent(AgentID(number))?.values
        default: try kind.record.flatMap { kind throws(StoreError) in try record(RecordID(kind, number))?.values }
        }
    }

    /// Writes what a row leads to.
    mutating func write(_ merge: inout RowMerge, in session: inout LoadSession) throws(RowStop) {
        let (row, values, number) = (merge.row, merge.after, merge.number ?? 0)
        if let kind = row.kind.record {
            merge.number = try row.asking { () throws(StoreError) in try write(merge, of: kind, in: &session) }
            return
        }
        session.madeNames = true
        merge.number = try row.asking { () throws(StoreError) in
            switch row.kind {
            case .account:
                let old = try account(AccountID(number)) ?? Account(id: AccountID(0), name: "")
                return try put(old.with(values)).id.number
            case .contact:
                let old = try contact(ContactID(number)) ?? Contact(id: ContactID(0), name: "")
                return try put(old.with(values)).id.number
            default:
                let old = try agent(AgentID(number)) ?? Agent(id: AgentID(0), name: "")
                return try put(old.with(values)).id.number
            }
        }
    }

    /// A record gets one event, as if by the source; its own rules hold, but whom it names may have left since.
    private mutating func write(
        _ merge: RowMerge, of kind: RecordKind, in session: inout LoadSession
    ) throws(StoreError) -> Int64 {
        let header = session.header
        var old = Record(RecordID(kind, merge.number ?? 0), kind: kind)
        if merge.number == nil {
            old = Record(RecordID(kind, try nextNumber(of: kind)), kind: kind)
        } else if let here = try record(old.id) {
            old = here
        }
        var wanted: [String: String?] = [:]
        for field in kind.fields where merge.after[field.name] != old[field.name] {
            wanted[field.name] = .some(merge.after[field.name])
        }
        try followParent(of: old, &wanted)
        if kind == .membership, merge.after["contact"] != nil {
            if merge.after["naming"] == nil { wanted["naming"] = Naming.named.rawValue }
            if merge.after["since"] == nil { wanted["since"] = header.at.day.description }
        }
        let changes = try refusing { () throws(Refusal) in try old.decide(wanted) }
        var new = old
        for change in changes { new.values[change.field] = change.new }
        for change in changes { try checkReference(change, in: new, isHistory: true) }
        // The steps that led here are history; what is bought, and what of it is in use, must still add up.
        if kind == .license || kind == .attachment {
            try checkAttachment(new, from: old)
            try checkKind(new, from: old, at: header.at)
        }
        let event = RecordEvent(
            record: old.id, seq: old.version + 1, at: header.at, recordedAt: header.recordedAt,
            actor: EventActor(agent: nil, name: header.source, login: header.claim.login), changes: changes,
            operation: header.operation)
        new.version = event.seq
        try write(event, to: new)
        session.counts.events += 1
        return new.number
    }
}
