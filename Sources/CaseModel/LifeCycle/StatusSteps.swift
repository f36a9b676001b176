// The verbs that move a case from status to status (domain 12).

extension Step {
    /// A new status with what it needs.
    func status(_ target: Status, _ given: [String: String]) throws(Refusal) -> Decision {
        guard !target.isFinal else { throw Refusal.closeNeedsReason }
        guard target.role != .refused else { throw Refusal.denyNeedsGround }
        var values: [CaseField: String?] = [.status: target.code]
        for (need, value) in given {
            guard known(need) else { throw Refusal.noNeed(need, target) }
            values[.given(need)] = .some(try value.bounded(need, CaseLimits.subject).orNil)
        }
        guard target != item.status else { return item.decision(.changed, values) }
        // What the case was given for the status it leaves has had its time.
        for need in item.given.keys where values[.given(need)] == nil && !target.needs.contains(need) {
            if item.status.needs.contains(need) { values[.given(need)] = .some(nil) }
        }
        let passage = try pass(nil, to: target, text: given["cure"]) { next in
            for (field, value) in values { if case .given(let need) = field { next.given[need] = value } }
        }
        guard let passage else { throw Refusal.noWay(of: item, to: target, policy, book.words) }
        if let to = passage.to, !passage.held.isEmpty { values[.status] = .some(to.code) }
        return decision(.changed, values, passage)
    }

    private func known(_ need: String) -> Bool {
        book.words.statuses.contains { $0.needs.contains(need) } || need == "cure"
    }

    /// Somebody answers for it: a case that waited for an engineer is then worked on.
    func owned(by owner: AgentID, _ action: EventAction) throws(Refusal) -> Decision {
        let event = action == .taken ? "take" : "assign"
        let passage = try pass(event) { $0.owner = owner }
        var values: [CaseField: String?] = [.owner: owner.description]
        if let to = passage?.to { values[.status] = .some(to.code) }
        return decision(action, values, passage)
    }

    /// To people who know more, with a summary.
    func escalate(_ summary: String) throws(Refusal) -> Decision {
        guard let passage = try pass("escalate", text: summary), let to = passage.to else {
            guard let to = book.words.statuses.first(where: { $0.role == .escalated }) else {
                throw Refusal.noEscalation(policy.edition.name)
            }
            throw Refusal.noWay(of: item, to: to, policy, book.words)
        }
        return decision(.escalated, [.status: to.code], text: summary, passage)
    }

    /// The end, with a reason.
    func close(_ reason: ClosureReason, _ other: CaseID?, _ text: String?) throws(Refusal) -> Decision {
        guard !item.status.isFinal else { throw Refusal.closed(item.id) }
        if let other, other == item.id { throw Refusal.duplicateOfItself(item.id) }
        guard let end = book.words.statuses.first(where: \.isFinal) else { throw Refusal.closeNeedsReason }
        let text = try text?.bounded("text").orNil
        let names = policy.lifeCycle.closures.first { $0.code == reason.code }?.needs.contains("other-case") ?? false
        let passage = try pass("close", to: end, text: text) { next in
            next.closureReason = reason
            next.duplicateOf = names ? other : nil
        }
        guard let passage else { throw Refusal.noEnd(of: item, reason, policy, book.words) }
        if names, other == nil { throw Refusal.duplicateNeedsCase }
        let values: [CaseField: String?] = [
            .status: (passage.to ?? end).code, .closedAt: now.description, .closureReason: reason.code,
            .duplicateOf: names ? other?.description : nil,
        ]
        return decision(.closed, values, text: text, passage)
    }

    /// Open again, within the policy's window.
    func reopen() throws(Refusal) -> Decision {
        guard !item.status.isOpen else { throw Refusal.notClosed(item.id) }
        // A case that was denied is not closed: it comes back when the ground is cured.
        let event = item.status.isFinal ? "reopen" : "cure"
        guard let passage = try pass(event), let to = passage.to else { throw Refusal.notClosed(item.id) }
        let back: [CaseField: String?] = [
            .status: to.code, .closedAt: nil, .closureReason: nil, .duplicateOf: nil,
        ]
        return decision(.reopened, back, passage)
    }

    /// Support denied for this issue, on a ground, by a person who is named (domain 11, row 70).
    func deny(_ ground: String, _ person: String?, _ text: String?) throws(Refusal) -> Decision {
        let grounds = policy.duties.grounds.filter { $0.effect == .deny }
        guard grounds.contains(where: { $0.code == ground }) else {
            throw Refusal.noGround(ground, grounds.map(\.code))
        }
        guard let denied = book.words.statuses.first(where: { $0.role == .refused }) else {
            throw Refusal.noGround(ground, [])
        }
        let text = try text?.bounded("text").orNil
        let person = try person?.bounded("person", CaseLimits.subject).orNil ?? agent.name
        let passage = try pass("deny", to: denied, text: text) { next in
            next.given["ground"] = ground
            next.given["person"] = person
        }
        guard let passage else { throw Refusal.noWay(of: item, to: denied, policy, book.words) }
        return decision(
            .denied, [.status: denied.code, .given("ground"): ground, .given("person"): person], text: text, passage)
    }
}
