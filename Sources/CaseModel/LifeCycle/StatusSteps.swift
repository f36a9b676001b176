// The verbs that move a case from status to status (domain 12).

extension Step {
    /// A new status with what it needs.
    func status(_ target: Status, _ given: [String: String]) throws(Refusal) -> Decision {
        guard !target.isFinal else { throw Refusal.closeNeedsReason }
        guard target.role != .refused else { throw Refusal.denyNeedsGround }
        var values: [CaseField: String?] = [.status: target.code]
        for (need, value) in given where need != Step.cure {
            guard target.needs.contains(need) else { throw Refusal.noNeed(need, target) }
            let text = try value.bounded(need, CaseLimits.subject)
            values[.given(need)] = .some(Words.isBlank(text) ? nil : text)
        }
        let cure = try given[Step.cure]?.bounded(Step.cure).orNil
        let changes = item.differences(values)
        // What it was given can be corrected where it stands, not taken away.
        guard !changes.isEmpty else { return Decision(.changed) }
        let passage = try pass(nil, to: target, text: cure) { next in
            for (field, value) in values { if case .given(let need) = field { next.given[need] = value } }
        }
        guard target != item.status else { return decision(.changed, values, passage) }
        guard let passage else { throw Refusal.noWay(item, to: target, policy, book.words) }
        if let to = passage.to, !passage.held.isEmpty { values[.status] = .some(to.code) }
        return decision(.changed, values, text: cure, passage)
    }

    /// What is told of a ground that no longer holds, beside what statuses need.
    static let cure = "cure"

    /// Somebody answers for it: a case that waited for an engineer is then worked on.
    func owned(by owner: AgentID, _ action: EventAction) throws(Refusal) -> Decision {
        let event = action == .taken ? "take" : "assign"
        let passage = try pass(event) { $0.owner = owner }
        var values: [CaseField: String?] = [.owner: owner.description]
        if let to = passage?.to { values[.status] = .some(to.code) }
        return decision(action, values, passage)
    }

    /// Nobody answers for it: a case that was worked on waits for an engineer again, where the table lets it.
    func released() throws(Refusal) -> Decision {
        var values: [CaseField: String?] = [.owner: nil]
        guard item.status.role == .worked, let queued = book.words.statuses.first(where: { $0.role == .queued }),
            let passage = try pass(nil, to: queued)
        else { return decision(.released, values) }
        values[.status] = (passage.to ?? queued).code
        return decision(.released, values, passage)
    }

    /// To people who know more, with a summary.
    func escalate(_ summary: String) throws(Refusal) -> Decision {
        guard let passage = try pass("escalate", text: summary), let to = passage.to else {
            guard let to = book.words.statuses.first(where: { $0.role == .escalated }) else {
                throw Refusal.noEscalation(policy.edition.name)
            }
            throw Refusal.noWay(item, to: to, policy, book.words)
        }
        return decision(.escalated, [.status: to.code], text: Words.isBlank(summary) ? nil : summary, passage)
    }

    /// The end, with a reason.
    func close(_ reason: ClosureReason, _ other: CaseID?, _ text: String?) throws(Refusal) -> Decision {
        guard !item.status.isFinal else { throw Refusal.closed(item) }
        if let other, other == item.id { throw Refusal.duplicateOfItself(item.id) }
        guard let end = end(for: reason) else { throw Refusal.closeNeedsReason }
        let text = try text?.bounded("text").orNil
        let names = policy.lifeCycle.closures.first { $0.code == reason.code }?.needs.contains("other-case") ?? false
        let passage = try pass("close", to: end, text: text) { next in
            next.closureReason = reason
            next.duplicateOf = names ? other : nil
        }
        guard let passage else {
            let others = book.words.closures.filter { closes($0, at: nil) }
            throw Refusal.notSo(reason, item, others.map(\.words))
        }
        // Where a row asks for the other case, the row says how strongly.
        if names, other == nil, !policy.asks("other-case-named", before: end) { throw Refusal.duplicateNeedsCase }
        let values: [CaseField: String?] = [
            .status: (passage.to ?? end).code, .closedAt: now.description, .closureReason: reason.code,
            .duplicateOf: names ? other?.description : nil,
        ]
        return decision(.closed, values, text: text, passage)
    }

    /// Where a reason leads, of several ends the first that the table has for it.
    private func end(for reason: ClosureReason) -> Status? {
        let ends = book.words.statuses.filter(\.isFinal)
        return ends.first { closes(reason, at: $0) } ?? ends.first
    }

    /// Whether the table closes the case with a reason at an end, or at any.
    private func closes(_ reason: ClosureReason, at end: Status?) -> Bool {
        guard let end else { return book.words.statuses.contains { $0.isFinal && closes(reason, at: $0) } }
        var next = item
        next.closureReason = reason
        return !policy.rows("close", from: item.status, to: end, next).isEmpty
    }

    /// Open again, within the policy's window.
    func reopen() throws(Refusal) -> Decision {
        guard !item.status.isOpen else { throw Refusal.notClosed(item.id) }
        // A case that was denied is not closed: it comes back when the ground is cured.
        let event = item.status.isFinal ? "reopen" : "cure"
        guard let passage = try pass(event), let to = passage.to else { throw .notHere(event, item, policy) }
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
        guard let passage else { throw Refusal.noWay(item, to: denied, policy, book.words) }
        return decision(
            .denied, [.status: denied.code, .given("ground"): ground, .given("person"): person], text: text, passage)
    }
}
