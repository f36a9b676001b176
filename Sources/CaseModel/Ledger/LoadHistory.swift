// One history of a load: what is new in it becomes events; what a person changed since stays as it is.

extension CaseLedger {
    mutating func load(_ history: CaseHistory, in session: inout LoadSession) throws(StoreError) {
        guard let first = history.entries.first else { throw .refused(.emptyHistory(line: history.line)) }
        let source = session.header.source
        if let key = history.key, let known = try loaded(source: source, key: key) {
            return try merge(history, key: key, known: known, in: &session)
        }
        let id = try nextCaseID()
        var merge = HistoryMerge(
            state: CaseState(item: Case(id: id, subject: "", openedAt: first.at, words: policies.words)), old: nil,
            source: [:], line: history.line)
        merge.findsCover = history.findsCover
        var digest = HistoryDigest()
        let unresolved = session.unresolved
        for var entry in history.entries {
            digest.add(entry)
            if merge.events.isEmpty { entry.complete(key: history.key) }
            try add(entry, to: &merge, in: &session)
        }
        let events = merge.events
        try write(events, from: nil, to: try merge.state.withClocks(policies) { () throws(StoreError) in events })
        if let key = history.key {
            let isWhole = session.unresolved == unresolved
            try keep(LoadedHistory(caseID: id, digest, isWhole: isWhole), source: source, key: key)
        }
        session.counts.created += 1
        session.counts.events += merge.events.count
    }

    private mutating func merge(
        _ history: CaseHistory, key: String, known: LoadedHistory, in session: inout LoadSession
    ) throws(StoreError) {
        let entries = history.entries
        var digest = HistoryDigest()
        for entry in entries.prefix(known.count) { digest.add(entry) }
        let same = entries.count >= known.count && digest.value == known.digest
        if same, entries.count == known.count {
            session.counts.unchanged += 1
            return
        }
        guard let state = try state(of: known.caseID) else {
            throw .damaged("\(known.caseID) was loaded as \(key) and is gone")
        }
        let before = try events(of: known.caseID, after: 0).filter { $0.actor.agent == nil }
        if !same, known.hasOlderCopy(entries, digest, events: before) {
            session.counts.unchanged += 1
            return
        }
        var merge = HistoryMerge(state: state, old: state, source: [:], line: history.line)
        let unresolved = session.unresolved
        for change in before.flatMap(\.changes) { merge.source[change.field] = .some(change.new) }
        merge.erased = try erased(in: entries.prefix(known.count), before)
        merge.pass(over: entries.prefix(known.count))
        if !same, let last = entries.prefix(known.count).last {
            // Rows that were taken over have changed: one event brings what they come to now.
            var sum = HistoryEntry(at: last.at, actor: last.actor, values: [:])
            for entry in entries.prefix(known.count) { sum.values.merge(entry.values) { $1 } }
            sum.text =
                known.isWhole
                ? "The source tells its earlier history differently now." : "What the source names is known now."
            try add(sum, to: &merge, in: &session)
            if merge.events.last?.changes.isEmpty == true { merge.drop(to: state) }
        }
        for entry in entries.dropFirst(known.count) {
            digest.add(entry)
            try add(entry, to: &merge, in: &session)
        }
        if !merge.events.isEmpty {
            let events = merge.events
            let state = try merge.state.withClocks(policies) { () throws(StoreError) in
                try self.events(of: known.caseID, after: 0) + events
            }
            try write(events, from: merge.old, to: state)
        }
        let now = LoadedHistory(caseID: known.caseID, digest, isWhole: session.unresolved == unresolved)
        try keep(now, source: session.header.source, key: key)
        session.counts.conflicts += merge.conflicts
        session.counts.events += merge.events.count
        if merge.events.isEmpty { session.counts.unchanged += 1 } else { session.counts.updated += 1 }
    }

    /// The persons of entries that were taken over who were erased since: numbers by the names that the source has still
    /// (reliability 6 and H2).
    private func erased(
        in entries: some Sequence<HistoryEntry>, _ events: [CaseEvent]
    ) throws(StoreError) -> [String: String] {
        var numbers: [Timestamp: [String?]] = [:]
        for event in events {
            for change in event.changes where change.field == .contact {
                numbers[event.at, default: []].append(change.new)
            }
        }
        var erased: [String: String] = [:]
        var before: String?
        for entry in entries {
            guard let name = entry.values[.contact] ?? nil, name != before else { continue }
            before = name
            // Of one instant there may be several entries; each that names somebody else made one change.
            guard let told = numbers[entry.at], let first = told.first else { continue }
            numbers[entry.at] = Array(told.dropFirst())
            guard let number = first,
                let contact = try ContactID(text: number).flatMap({ id throws(StoreError) in try contact(id) }),
                contact == contact.erased
            else { continue }
            erased[name] = number
        }
        return erased
    }

    /// Turns one entry into one event, even when nothing differs, so that a timeline has as many lines as the source.
    private mutating func add(
        _ entry: HistoryEntry, to merge: inout HistoryMerge, in session: inout LoadSession
    ) throws(StoreError) {
        var values: [CaseField: String?] = [:]
        // Most rows repeat most of the row before; who is meant by a name depends on the account beside it.
        let moves = entry.values[.account].map { $0 != merge.row[.account] } ?? false
        for (field, raw) in entry.values {
            if let before = merge.row[field], before == raw, !(moves && field == .contact) { continue }
            merge.row[field] = .some(raw)
            let (field, value) = try translate(field, raw, of: entry, merge, in: &session)
            values[field] = .some(value)
        }
        var remarks: [GuardRemark] = []
        if merge.findsCover, merge.events.isEmpty {
            remarks = try findCover(&values, at: entry.at, of: merge.state.item.id, in: &session)
        }
        merge.derive(&values, from: entry)
        // Clocks of loaded cases run by the edition in force when they were loaded.
        if values[.plan] ?? nil != nil, merge.state.item.policy == nil {
            values[.policy] = .some(policies.inForce.mark)
        }
        let (changes, left) = merge.changes(values)
        let header = session.header
        var text = entry.text
        if text == nil, changes.isEmpty {
            text = left.isEmpty ? "Nothing changed." : "Left as it is here: \(left.joined(separator: ", "))."
        }
        let event = CaseEvent(
            caseID: merge.state.item.id, seq: merge.state.item.version + 1, at: entry.at,
            recordedAt: header.recordedAt,
            actor: EventActor(
                agent: nil, name: merge.erased[entry.actor] == nil ? entry.actor : PersonTrace.mark,
                login: header.claim.login), action: entry.action,
            changes: changes, text: text, operation: header.operation, remarks: remarks)
        do throws(ValueProblem) {
            try merge.state.apply(event)
        } catch {
            throw .refused(.loadValue(error, line: merge.line))
        }
        merge.events.append(event)
    }

    /// The value of a field as events keep it: identifiers for names, one form for times and marks.
    private mutating func translate(
        _ field: CaseField, _ raw: String?, of entry: HistoryEntry, _ merge: HistoryMerge,
        in session: inout LoadSession
    ) throws(StoreError) -> (CaseField, String?) {
        if case .item(let id) = field {
            return (.item(ActionItemID(caseID: merge.state.item.id, ordinal: id.ordinal)), raw)
        }
        guard let raw, !raw.isEmpty else { return (field, nil) }
        switch field {
        case .owner: return (field, try identifier(.agent(raw), for: field, line: merge.line, in: &session))
        case .queue: return (field, try identifier(.queue(raw), for: field, line: merge.line, in: &session))
        case .account, .partner:
            return (field, try identifier(.account(raw), for: field, line: merge.line, in: &session))
        case .contact:
            if let erased = merge.erased[raw] { return (field, erased) }
            var account = merge.value(of: .account)
            if let given = entry.values[.account] {
                account = try given.flatMap { name throws(StoreError) in
                    name.isEmpty ? nil : try identifier(.account(name), for: .account, in: &session)
                }
            }
            if let partner = entry.values[.partner] ?? nil {
                // Who calls for a partner is one of its people, unless it has nobody of that name.
                let id = try identifier(.account(partner), for: .account, in: &session)
                if try !contacts(folded: Words.fold(raw), account: id.flatMap { AccountID(text: $0) }).isEmpty {
                    account = id
                }
            }
            let contact = LoadName.contact(raw, account: account)
            return (field, try identifier(contact, for: field, line: merge.line, in: &session))
        case .watchers:
            var found: Set<String> = []
            for name in raw.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                let name = LoadName.agent(withoutBlanks(String(name)))
                if let id = try identifier(name, for: field, line: merge.line, in: &session) { found.insert(id) }
            }
            return (field, found.sorted().joined(separator: " "))
        case .tags: return (field, Set(String?.some(raw).blankSeparated).sorted().joined(separator: " "))
        case .openedAt, .firstResponseAt, .closedAt, .snoozedUntil:
            return (field, Timestamp(iso: raw)?.description ?? raw)
        case .criticalSituationManager:
            return (field, try identifier(.agent(raw), for: field, line: merge.line, in: &session))
        case .entitlement:
            let name = LoadName.reference(raw, kinds: [RecordKind.entitlement.code], account: nil)
            return (field, try identifier(name, for: field, line: merge.line, in: &session))
        case .plan, .region, .center:
            let known = policies.codes(of: field)
            let codes = raw.split(separator: "+").map { $0.lowercased() }
            if !codes.isEmpty, codes.allSatisfy(known.contains) { return (field, codes.joined(separator: "+")) }
            session.tellUnresolved(raw, field, line: merge.line, "in the policy")
            return (field, nil)
        default: return (field, raw)
        }
    }
}

extension HistoryEntry {
    /// The first entry says everything a case starts with.
    fileprivate mutating func complete(key: String?) {
        if values[.externalID] == nil, let key { values[.externalID] = .some(key) }
        if values[.requestedSeverity] == nil, let severity = values[.severity] {
            values[.requestedSeverity] = .some(severity)
        }
    }
}

extension LoadedHistory {
    /// Whether entries are the first of those that were taken over, as an older copy of the source has them.
    ///
    /// - Parameter events: what was taken over; it decides where no digests of beginnings are known.
    fileprivate func hasOlderCopy(_ entries: [HistoryEntry], _ digest: HistoryDigest, events: [CaseEvent]) -> Bool {
        guard entries.count < count else { return false }
        guard beginnings.isEmpty else {
            return beginnings.prefix(entries.count).elementsEqual(digest.beginnings)
        }
        return entries.count <= events.count
            && zip(entries, events).allSatisfy { $0.at == $1.at && $0.actor == $1.actor.name }
    }
}
