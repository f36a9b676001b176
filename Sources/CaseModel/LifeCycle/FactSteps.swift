// The verbs that change what a case is, not where it stands (domain 12).

extension Step {
    /// A severity agreed with the customer, or asked for by the customer; the clock runs anew from the opening.
    func severity(_ severity: Severity, requested: Bool, _ reason: String?) throws(Refusal) -> Decision {
        let text = try reason?.bounded("reason").orNil
        // What the customer asks for counts until a severity is agreed (domain 13, row 12); where the history does not
        // tell, two that differ do.
        let isAgreed = facts.isSeverityAgreed == true || item.severity != item.requestedSeverity
        var values: [CaseField: String?] = [:]
        if requested { values[.requestedSeverity] = .some(severity.code) }
        if !requested || !isAgreed { values[.severity] = .some(severity.code) }
        // To agree to what was asked for changes no value and yet binds; it is told by its reason.
        let isConsent = !requested && facts.isSeverityAgreed == false && text != nil
        let isSame = item.differences(values).isEmpty
        guard !isSame || isConsent else { return Decision(.changed) }
        let change = { (next: inout Case) in
            if requested { next.requestedSeverity = severity }
            if !requested || !isAgreed { next.severity = severity }
        }
        guard let passage = try pass("change-severity", text: text, change) else {
            throw Refusal.notHere("change-severity", item, policy)
        }
        let critical = try !requested && !severity.isCritical ? nil : pass("become-critical", text: text, change)
        var decision = self.decision(.changed, values, text: text, passage, critical)
        if isSame { decision.changes.append(FieldChange(.severity, severity.code, severity.code)) }
        return decision
    }

    /// A fact that no other verb is for.
    func fact(_ field: CaseField, _ value: String?) throws(Refusal) -> Decision {
        guard field.isFact else { throw Refusal.noFact(field) }
        let value = try value?.bounded(field.name, CaseLimits.subject).orNil
        var values: [CaseField: String?] = [field: value]
        if field == .plan || field == .region {
            // From now on the clock runs by the edition in force; what was promised before stays told.
            values[.policy] = .some(policy.mark)
        }
        if field == .given(Case.promise) { return try promised(value) }
        if case .given(let name) = field {
            let records = policy.people.roles.filter(\.isCritical).flatMap(\.records)
            guard records.contains(name) else { throw Refusal.noRecord(name, records) }
            guard item.severity.isCritical else { throw Refusal.notCritical(item.id, name) }
            if let value {
                guard let at = Timestamp(iso: value) else { throw Refusal.noTime(name, value) }
                try inOrder(at, name)
            }
        }
        if field == .contact { return try caller(values) }
        // A plan can make a case a critical situation, and somebody who commands it can settle the question.
        guard field == .plan || field == .criticalSituationManager else { return item.decision(.changed, values) }
        let passage = try pass("become-critical") { next in
            if field == .plan { next.plan = value }
            if field == .criticalSituationManager {
                next.criticalSituationManager = value.flatMap { AgentID(text: $0) }
            }
        }
        return decision(.changed, values, passage)
    }

    /// What is recorded of a situation was neither before it was declared nor is it still to come; people write minutes.
    private func inOrder(_ at: Timestamp, _ name: String) throws(Refusal) {
        let start = facts.declaredAt ?? item.openedAt
        guard at.minute >= start.minute else { throw Refusal.beforeDeclared(item.id, name, at, start) }
        guard at.minute <= now.minute else { throw Refusal.toCome(item.id, name, at, now) }
    }

    /// Somebody else calls for the customer from now on; what the case was held for is settled by somebody who may call
    /// (domain 11, rows 7 and 12).
    private func caller(_ values: [CaseField: String?]) throws(Refusal) -> Decision {
        // The question whether anybody is known is answered by naming somebody.
        guard let contact = values[.contact] ?? nil else { return decision(.changed, values) }
        var next = item
        next.contact = ContactID(text: contact)
        // Who calls from now on is asked what logging asks of a caller.
        let attempt = Attempt(item: next, items: items, now: now, facts: facts, policy: policy)
        let rows = policy.rows("log", from: nil, to: nil, next)
        var passage = try policy.pass(rows, attempt, book.words, only: Step.unknownCaller)
        passage.satisfied.append(Step.noCaller)
        return decision(.changed, values, passage)
    }

    /// To another centre (follow the sun: domain 3, 12).
    func handOver(to center: String, _ text: String) throws(Refusal) -> Decision {
        guard policy.places.centers.contains(where: { $0.code == center }) else {
            throw Refusal.noCenter(center, policy.places.centers.map(\.code))
        }
        guard item.center != center else {
            let name = policy.places.centers.first { $0.code == center }?.name ?? center
            throw Refusal(
                rule: "no-hand-over", message: "\(name) has \(item.id) already.", remedy: "Choose another centre.")
        }
        let text = try text.checked("note", CaseLimits.text)
        guard let passage = try pass("hand-over", text: text, { $0.center = center }) else {
            throw Refusal.noHandOver(item, policy, book.words)
        }
        return decision(.handedOver, [.center: center], text: text, passage)
    }
}

extension CaseField {
    /// Whether it is a fact that no verb is for; all others go by the verb that has their rules.
    var isFact: Bool {
        switch self {
        case .plan, .entitlement, .region, .language, .criticalSituationManager, .contact, .given: true
        case .externalID, .subject, .description, .type, .status, .severity, .requestedSeverity, .account, .partner,
            .product, .channel, .queue, .owner, .openedAt, .firstResponseAt, .closedAt, .closureReason,
            .duplicateOf, .snoozedUntil, .tags, .watchers, .center, .policy, .flags, .extra, .item:
            false
        }
    }
}

extension Refusal {
    static func noFact(_ field: CaseField) -> Refusal {
        Refusal(
            rule: "no-fact", message: "The \(field.name) of a case is not set as a fact.",
            remedy: "Use the verb for it, where there is one.")
    }

    static func noRecord(_ name: String, _ known: [String]) -> Refusal {
        Refusal(
            rule: "situation-record", message: "The policy records no \(name) of a critical situation.",
            remedy: known.isEmpty ? "It records nothing." : "It records \(known.joined(separator: ", ")).")
    }

    static func notCritical(_ id: CaseID, _ name: String) -> Refusal {
        Refusal(
            rule: "situation-record", message: "\(id) is no critical situation, so nothing is \(name) in it.",
            remedy: "Agree the severity first.")
    }

    static func noTime(_ name: String, _ value: String, rule: String = "situation-record") -> Refusal {
        Refusal(
            rule: rule, message: "\(name) is a time, not \(value).",
            remedy: "Write it like 2026-03-09T13:30, with Z behind it for UTC.", about: name)
    }

    static func beforeDeclared(_ id: CaseID, _ name: String, _ at: Timestamp, _ start: Timestamp) -> Refusal {
        Refusal(
            rule: situationOrder, message: "\(id) was declared critical at \(start), so it was not \(name) at \(at).",
            remedy: "Give a time from then on.", about: name)
    }

    static func toCome(_ id: CaseID, _ name: String, _ at: Timestamp, _ now: Timestamp) -> Refusal {
        Refusal(
            rule: situationOrder, message: "It is \(now), so \(id) was not \(name) at \(at), which is still to come.",
            remedy: "Give the time at which it was.", about: name)
    }

    /// The rule that the times of a situation do not run backwards.
    static let situationOrder = "situation-order"

    static func noCenter(_ center: String, _ known: [String]) -> Refusal {
        Refusal(
            rule: "center-unknown", message: "There is no centre \(center) in the policy.",
            remedy: "There are: \(known.joined(separator: ", ")).")
    }

    /// No row hands it over from there; the statuses it can have first, from which one does, are named.
    static func noHandOver(_ item: Case, _ policy: Policy, _ words: Vocabulary) -> Refusal {
        let rows = policy.lifeCycle.transitions.filter { $0.event == "hand-over" }
        let first = policy.ways(from: item, words).filter { status in
            status.isOpen && rows.contains { policy.allows($0, from: status.code) }
        }
        let named = first.prefix(3).map { "“\($0.words)”" }.joined(separator: " or ")
        return Refusal(
            rule: noTransition,
            message: "The policy hands over no case that is “\(item.status.words)”, such as \(item.id).",
            remedy: !named.isEmpty
                ? "Make it \(named) first, then hand it over."
                : rows.isEmpty
                    ? "The policy hands over none: it has no row with event = hand-over."
                    : "Nothing leads from there to a status that is handed over.")
    }

    static func noGround(_ ground: String, _ known: [String]) -> Refusal {
        Refusal(
            rule: "ground-named", message: "\(ground) is no ground on which the policy denies support.",
            remedy: known.isEmpty ? "It has none." : "Grounds are: \(known.joined(separator: ", ")).")
    }

    static func noNeed(_ need: String, _ status: Status) -> Refusal {
        Refusal(
            rule: "needs-given", message: "“\(status.words)” does not need \(need).",
            remedy: status.needs.isEmpty
                ? "“\(status.words)” needs nothing."
                : "“\(status.words)” needs \(status.needs.joined(separator: ", ")).")
    }

    static func noEscalation(_ edition: String) -> Refusal {
        Refusal(
            rule: "no-transition", message: "The policy \(edition) has no status for cases that are escalated.",
            remedy: "Give it one (role = escalated), or move the case to another queue.")
    }

    static let denyNeedsGround = Refusal(
        rule: "deny-needs-ground", message: "Support is denied on a ground and by a named person.",
        remedy: "Name it: deny ID --ground WORD.")
}

extension Timestamp {
    /// The minute that it falls into, as people write times.
    fileprivate var minute: Int64 { (seconds - (seconds % 60 + 60) % 60) / 60 }
}
