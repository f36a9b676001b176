// Agents, queues, customers: who may add and change them, and what has to stay true.

extension CaseLedger {
    /// Adds or changes an agent; the store never loses its last keeper.
    public mutating func save(
        _ agent: Agent, seen: Agent?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Agent {
        let actor = try allowed(claim, .manageAgents)
        let known = try self.agent(agent.id)
        if agent.id.number != 0, known == nil { throw .notFound("agent \(agent.id)") }
        let wanted = try merged(agent, seen: seen, with: known, "agent")
        try check(wanted.name, "agent")
        if let same = try self.agent(folded: Words.fold(wanted.name)), same.id != wanted.id {
            throw .refused(.nameTaken("an agent", same.name))
        }
        let policy = policies.inForce
        let agent = try refusing { () throws(Refusal) in try wanted.placed(by: policy, unlike: known) }
        let others = try everyAgent().filter { $0.id != agent.id }
        guard (others + [agent]).contains(where: \.keeps) else { throw .refused(.lastKeeper) }
        let saved = try put(agent)
        let changes = known.map { saved.changes(since: $0) }
        try journalSaving("agent", known?.name ?? saved.name, changes, by: actor, claim, now, recordedAt)
        return saved
    }

    /// Adds or changes a customer; the one of that name is found when nothing else is said of it.
    public mutating func save(
        _ account: Account, seen: Account?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Account {
        let adds = account.id.number == 0
        let actor = try allowed(claim, adds ? .createCase : .keepAccounts)
        let known = try self.account(account.id)
        if !adds, known == nil { throw .notFound("account \(account.id)") }
        let account = try merged(account, seen: seen, with: known, "account")
        try check(account.name, "account")
        if let same = try self.account(folded: Words.fold(account.name)), same.id != account.id {
            guard adds else { throw .refused(.nameTaken("an account", same.name)) }
            let others = account.fields(unlike: same)
            guard others.isEmpty else { throw .refused(.accountDiffers(same.name, others)) }
            return same
        }
        if let parent = account.parent {
            if try self.account(parent) == nil {
                throw .refused(.unknown("account", parent.description, list: "account list"))
            }
            if !adds, try isAbove(account.id, parent) { throw .refused(.accountLoop(account.name)) }
        }
        let saved = try put(account)
        let changes = known.map { known in
            saved.fields(unlike: known).map { "\($0) \(saved.values[$0] ?? "none")" }.joined(separator: "; ")
        }
        try journalSaving("account", known?.name ?? saved.name, changes, by: actor, claim, now, recordedAt)
        return saved
    }

    /// Adds a queue, or finds the one with that name.
    public mutating func addQueue(
        _ name: String, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Queue {
        let actor = try allowed(claim, .manageAgents)
        try check(name, "queue")
        if let same = try queue(folded: Words.fold(name)) { return same }
        let saved = try put(Queue(id: QueueID(0), name: name))
        try journal("added the queue \(saved.name)", by: actor, claim, now, recordedAt)
        return saved
    }

    func check(_ name: String, _ what: String) throws(StoreError) {
        _ = try refusing { () throws(Refusal) in try name.checked("\(what)'s name", CaseLimits.subject) }
    }

    /// What is to be saved: the fields in which a wish differs from what the person saw, over what is here now.
    func merged<Kept: ValuedByField>(
        _ wish: Kept, seen: Kept?, with known: Kept?, _ what: String
    ) throws(StoreError) -> Kept {
        guard let seen, let known, seen != known else { return wish }
        let (wanted, here) = (wish.values, known.values)
        let mine = wish.fields(unlike: seen)
        let theirs = Set(known.fields(unlike: seen))
        let both = mine.filter { theirs.contains($0) && wanted[$0] != here[$0] }
        guard both.isEmpty else {
            let fields = both.map { PeopleConflict.Field($0, mine: wanted[$0], theirs: here[$0]) }
            throw .peopleConflict(PeopleConflict(of: "the \(what) \(here["name"] ?? "")", fields: fields))
        }
        var values = here
        for field in mine { values[field] = wanted[field] }
        return known.with(values)
    }

    /// - Parameter changes: what a change wrote, in words; nil for something new.
    mutating func journalSaving(
        _ what: String, _ name: String, _ changes: String?, by agent: Agent, _ claim: Claim, _ now: Timestamp,
        _ recordedAt: Timestamp?
    ) throws(StoreError) {
        let fields = changes.flatMap(\.orNil).map { ": \($0)" } ?? ""
        try journal(
            "\(changes == nil ? "added" : "changed") the \(what) \(name)\(fields)", by: agent, claim, now, recordedAt)
    }

    mutating func journal(
        _ words: String, by agent: Agent, _ claim: Claim, _ now: Timestamp, _ recordedAt: Timestamp?
    ) throws(StoreError) {
        let id = OperationID("keep-\(try revision() + 1)")
        let act = LedgerAct(
            id: id, kind: .keep, actor: agent.actor(claim), at: now, recordedAt: recordedAt, words: words)
        try remember(act, outcome: OperationOutcome(id: id, edits: []))
    }
}

extension Agent {
    /// Whether the agent can keep the store: may, is here, and can say who it is.
    var keeps: Bool { active && duties.contains(.storeKeeper) && !logins.isEmpty }
}

// What was given agrees with what is known when it is the same byte for byte: two spellings that only look alike, or
// count as equal characters, are two addresses (reliability 3, group 4).

extension Account {
    /// The fields that were given and are known otherwise.
    fileprivate func fields(unlike known: Account) -> [String] {
        var fields: [String] = []
        if !organizationID.agrees(with: known.organizationID) { fields.append("organization") }
        if !country.agrees(with: known.country) { fields.append("country") }
        if let parent, parent != known.parent { fields.append("parent") }
        if !region.agrees(with: known.region) { fields.append("region") }
        return fields
    }
}

extension String? {
    func agrees(with known: String?) -> Bool {
        guard let self else { return true }
        return known.map { $0.utf8.elementsEqual(self.utf8) } ?? false
    }
}
