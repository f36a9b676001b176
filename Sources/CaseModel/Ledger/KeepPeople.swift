// Agents, queues, customers: who may add and change them, and what has to stay true.

extension CaseLedger {
    /// Adds or changes an agent; the store never loses its last keeper.
    public mutating func save(
        _ agent: Agent, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Agent {
        let actor = try allowed(claim, .manageAgents)
        try check(agent.name, "agent")
        if let same = try self.agent(folded: Words.fold(agent.name)), same.id != agent.id {
            throw .refused(.nameTaken("an agent", same.name))
        }
        let known = try self.agent(agent.id)
        if agent.id.number != 0, known == nil { throw .notFound("agent \(agent.id)") }
        let policy = policies.inForce
        let agent = try refusing { () throws(Refusal) in try agent.placed(by: policy, unlike: known) }
        let others = try everyAgent().filter { $0.id != agent.id }
        guard (others + [agent]).contains(where: \.keeps) else { throw .refused(.lastKeeper) }
        let saved = try put(agent)
        let changes = known.map { saved.changes(since: $0) } ?? ""
        let what = known == nil ? "added the agent \(saved.name)" : "changed the agent \(known?.name ?? saved.name)"
        try journal(changes.isEmpty ? what : "\(what): \(changes)", by: actor, claim, now, recordedAt)
        return saved
    }

    /// Adds or changes a customer; the one of that name is found when nothing else is said of it.
    public mutating func save(
        _ account: Account, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Account {
        let actor = try allowed(claim, .createCase)
        try check(account.name, "account")
        let adds = account.id.number == 0
        if let same = try self.account(folded: Words.fold(account.name)), same.id != account.id {
            guard adds else { throw .refused(.nameTaken("an account", same.name)) }
            let others = account.fields(unlike: same)
            guard others.isEmpty else { throw .refused(.accountDiffers(same.name, others)) }
            return same
        }
        if !adds, try self.account(account.id) == nil { throw .notFound("account \(account.id)") }
        if let parent = account.parent {
            if try self.account(parent) == nil {
                throw .refused(.unknown("account", parent.description, list: "account list"))
            }
            if !adds, try isAbove(account.id, parent) { throw .refused(.accountLoop(account.name)) }
        }
        let saved = try put(account)
        try journal("\(adds ? "added" : "changed") the account \(saved.name)", by: actor, claim, now, recordedAt)
        return saved
    }

    /// Adds or changes a person at a customer; two of one name whose addresses differ stay two (reliability 3, group 4).
    public mutating func save(
        _ contact: Contact, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> Contact {
        let adds = contact.id.number == 0
        let actor = try allowed(claim, adds ? .createCase : .keepContacts)
        try check(contact.name, "contact")
        for role in contact.roles where !role.isOneWord { throw .refused(.oneWord("role", role)) }
        if let type = contact.portalType, !type.isOneWord { throw .refused(.oneWord("portal-type", type)) }
        if let id = contact.account, try account(id) == nil {
            throw .refused(.unknown("account", id.description, list: "account list"))
        }
        if adds {
            let namesakes = try contacts(folded: Words.fold(contact.name), account: contact.account)
            if let same = namesakes.first(where: { contact.says(nothingUnlike: $0) }) {
                guard same.active else { throw .refused(.contactLeft(same.name)) }
                guard contact.hasNoOtherPlace(than: same) else { throw .refused(.contactDiffers(same)) }
                return same
            }
        }
        if !adds {
            guard let known = try self.contact(contact.id) else { throw .notFound("contact \(contact.id)") }
            guard known != known.erased || contact == known else { throw .refused(.contactErased(known.id)) }
        }
        let saved = try put(contact)
        try journal("\(adds ? "added" : "changed") the contact \(saved.name)", by: actor, claim, now, recordedAt)
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

    private func check(_ name: String, _ what: String) throws(StoreError) {
        _ = try refusing { () throws(Refusal) in try name.checked("\(what)'s name", CaseLimits.subject) }
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

extension Contact {
    /// Whether roles and portal access were not given, or are known so.
    fileprivate func hasNoOtherPlace(than known: Contact) -> Bool {
        (roles.isEmpty || Set(roles) == Set(known.roles)) && portalType.agrees(with: known.portalType)
    }

    fileprivate func says(nothingUnlike known: Contact) -> Bool {
        email.agrees(with: known.email) && phone.agrees(with: known.phone) && language.agrees(with: known.language)
    }
}

extension String? {
    fileprivate func agrees(with known: String?) -> Bool {
        guard let self else { return true }
        return known.map { $0.utf8.elementsEqual(self.utf8) } ?? false
    }
}
