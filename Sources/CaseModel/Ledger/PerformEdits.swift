extension CaseLedger {
    /// Does what an act wants, edit by edit; an act that is remembered is answered as before.
    public mutating func perform(_ operation: Operation) throws(StoreError) -> OperationOutcome {
        if let known = try outcome(of: operation.id) { return known }
        let agent = try actor(behind: operation.claim)
        var outcome = OperationOutcome(id: operation.id, edits: [])
        var events: [CaseEvent] = []
        for edit in operation.edits {
            let answer = try perform(edit, of: operation, by: agent)
            outcome.edits.append(answer)
            if case .done(_, _, let new, _) = answer { events += new }
        }
        guard let first = events.first(where: { !$0.onlyConfirms }) ?? events.first else { return outcome }
        let touched = events.stretches
        let act = LedgerAct(
            id: operation.id, kind: .edit, actor: agent.actor(operation.claim), at: operation.at,
            recordedAt: operation.recordedAt, words: events.words(beginning: first, names: try names(in: [first])),
            touched: touched)
        try forgetTakenBack(by: agent.id)
        try remember(act, outcome: outcome)
        return outcome
    }

    /// Works an edit out on a copy, and writes it when every change of it may be.
    private mutating func perform(
        _ edit: CaseEdit, of operation: Operation, by agent: Agent
    ) throws(StoreError) -> EditOutcome {
        guard let stored = try state(of: edit.caseID) else { return .notFound(edit.caseID) }
        let base = edit.base ?? stored.item.version
        // What came after a version that is yet to come cannot be looked at, so nothing would be compared.
        guard base <= stored.item.version else {
            return .refused(edit.caseID, .versionToCome(edit.caseID, base, newest: stored.item.version))
        }
        var since: [CaseEvent] = []
        if base < stored.item.version {
            since = try self.events(of: edit.caseID, after: base).filter { $0.operation != operation.id }
        }
        var state = stored
        var events: [CaseEvent] = []
        for change in edit.changes {
            var decision: Decision
            let facts = try self.facts(of: change, on: state, by: agent, at: operation.at, after: events)
            do throws(Refusal) {
                try authorise(agent, change.act, .item(edit.caseID))
                decision = try decide(
                    change, on: state.item, items: state.items, by: agent, at: operation.at,
                    facts, policies)
            } catch {
                return .refused(edit.caseID, try naming(error, state.item))
            }
            if let refusal = try unknown(in: change, of: state.item) { return .refused(edit.caseID, refusal) }
            // An answer keeps the promise that its writer knew of, not one that somebody gave meanwhile.
            if change.adds, since.contains(where: { $0.changes.contains { $0.field == .given(Case.promise) } }) {
                decision.changes.removeAll { $0.field == .given(Case.promise) }
            }
            if !change.adds,
                let clash = conflict(decision, with: since, base: base, current: stored.item, by: agent.id)
            {
                return .conflict(clash)
            }
            guard !decision.isEmpty else { continue }
            let event = CaseEvent(decision, of: operation, at: state.item.version + 1, on: edit.caseID, by: agent)
            do throws(ValueProblem) {
                try state.apply(event)
            } catch {
                return .refused(edit.caseID, .noValue(error))
            }
            events.append(event)
        }
        guard !events.isEmpty else { return .unchanged(edit.caseID) }
        state = try state.withClocks(policies) { () throws(StoreError) in
            try self.events(of: edit.caseID, after: 0) + events
        }
        try write(events, from: stored, to: state)
        let merged = since.contains { !$0.changes.isEmpty }
        return .done(edit.caseID, version: state.item.version, events: events, merged: merged)
    }

    /// A refusal with the owner's name in it, where that is what it is about.
    private func naming(_ refusal: Refusal, _ item: Case) throws(StoreError) -> Refusal {
        guard refusal.rule == Refusal.takeUnowned, let owner = item.owner, let agent = try agent(owner) else {
            return refusal
        }
        return .owned(item.id, by: agent.name)
    }

    /// Why a change cannot be: it names somebody or something that is not there.
    private func unknown(in change: CaseChange, of item: Case) throws(StoreError) -> Refusal? {
        switch change {
        case .assign(let id):
            guard let agent = try agent(id) else { return .unknown("agent", id.description, list: "agent list") }
            return agent.active ? nil : .left(agent.name)
        case .queue(let id?):
            return try queue(id) == nil ? .unknown("queue", id.description, list: "queue list") : nil
        case .close(_, let id?, _):
            return try state(of: id) == nil ? .unknown("case", id.description, list: "list") : nil
        case .fact(.criticalSituationManager, let value?):
            guard let id = AgentID(text: value), let agent = try agent(id) else {
                return .unknown("agent", value, list: "agent list")
            }
            return agent.active ? nil : .left(agent.name)
        case .fact(.contact, let value?):
            guard let id = ContactID(text: value), let contact = try contact(id) else {
                return .unknown("contact", value, list: "contact list")
            }
            guard contact.active else { return .left(contact.name) }
            return try mayStand(contact, for: item) ? nil : .contactOfOthers(contact)
        case .fact(.entitlement, let value?):
            guard let id = RecordID(text: value), let record = try record(id) else {
                return .unknown("entitlement", value, list: "entitlement list")
            }
            // What covers a case is the customer's, or that of who is above it in its group.
            guard RecordKind.covering.contains(record.kind) else { return .covers(nothing: id) }
            return try isAbove(record.account, item.account) ? nil : .coversOthers(id)
        case .fact(.region, let value?):
            let known = policies.inForce.places.regions.map(\.code)
            return known.contains(value) ? nil : .unknown("region", value, list: "policy show")
        case .fact(.plan, let value?):
            let known = policies.inForce.cover.plans.map(\.code)
            let lost = value.split(separator: "+").first { !known.contains(String($0)) }
            return lost.map { .unknown("plan", String($0), list: "policy show") }
        default: return nil
        }
    }

    /// Whether a person belongs to the customer of a case, to who is above it in its group, or to a partner.
    private func mayStand(_ contact: Contact, for item: Case) throws(StoreError) -> Bool {
        guard let customer = item.account else { return true }
        let group = try group(above: customer).map(\.id)
        if let company = contact.account, company == item.partner || group.contains(company) { return true }
        return try records(RecordQuery(.partner, of: group)).map { Appointment(record: $0) }.contains { appointment in
            appointment.means(contact) || (appointment.company != nil && appointment.company == contact.account)
        }
    }
}

extension RecordKind {
    /// What a customer can be covered by.
    fileprivate static let covering: [RecordKind] = [.entitlement, .contract, .hardware]
}

extension CaseChange {
    /// Whether the change adds to what others did and so can overwrite nothing of theirs.
    var adds: Bool {
        switch self {
        case .tags, .watch, .note, .reply, .hear, .remind, .ask: true
        default: false
        }
    }
}

extension CaseEvent {
    init(_ decision: Decision, of operation: Operation, at seq: Int, on id: CaseID, by agent: Agent) {
        self.init(
            caseID: id, seq: seq, at: operation.at, recordedAt: operation.recordedAt,
            actor: agent.actor(operation.claim), action: decision.action, changes: decision.changes,
            text: decision.text, operation: operation.id, remarks: decision.remarks)
    }
}

extension Agent {
    /// The agent as events name the one who acts.
    func actor(_ claim: Claim) -> EventActor {
        EventActor(agent: id, name: name, login: claim.login)
    }
}

extension [CaseEvent] {
    /// The events by case, as stretches of their histories.
    var stretches: [LedgerAct.Touched] {
        var result: [LedgerAct.Touched] = []
        for event in self {
            if let index = result.firstIndex(where: { $0.caseID == event.caseID }) {
                result[index].last = event.seq
            } else {
                result.append(LedgerAct.Touched(caseID: event.caseID, first: event.seq, last: event.seq))
            }
        }
        return result
    }
}
