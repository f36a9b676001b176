/// A step of a case, asked of the policy's table; the verbs stand in the extensions beside it.
struct Step {
    let item: Case
    let items: [ActionItem]
    let agent: Agent
    let now: Timestamp
    let facts: CaseFacts
    let book: PolicyBook

    var policy: Policy { book.inForce }

    /// Asks the table, and says what it makes of the step.
    ///
    /// - Parameters:
    ///   - event: what happens; nil for whatever leads to `target`.
    ///   - target: where the case shall stand; nil for wherever the table leads.
    ///   - change: what else the step changes.
    /// - Returns: the passage, and nil where no row is about the step.
    func pass(
        _ event: String?, to target: Status? = nil, text: String? = nil,
        settled: (kind: Policy.ItemKind, isTold: Bool)? = nil, _ change: (inout Case) -> Void = { _ in }
    ) throws(Refusal) -> Passage? {
        var next = item
        if let target { next.status = target }
        change(&next)
        let rows = policy.rows(event, from: item.status, to: target, next)
        guard !rows.isEmpty else { return nil }
        var attempt = Attempt(item: next, items: items, now: now, text: text, facts: facts, policy: policy)
        attempt.settled = settled
        return try policy.pass(rows, attempt, book.words)
    }

    /// A decision with what the table said of it: what is held is flagged, what holds again no longer is.
    func decision(
        _ action: EventAction, _ values: [CaseField: String?], text: String? = nil, _ passages: Passage?...
    ) -> Decision {
        var flags = Set(item.flags)
        var remarks: [GuardRemark] = []
        for passage in passages.compactMap({ $0 }) {
            flags.subtract(passage.satisfied)
            flags.formUnion(passage.held.map(\.code))
            remarks += passage.held.map { GuardRemark(.hold, $0.code) }
            remarks += passage.warned.map { GuardRemark(.warn, $0.code) }
        }
        // A case that is taken before it is verified carries what verifying it would have flagged, until it holds.
        if remarks.contains(GuardRemark(.warn, "cover-verified")), policy.condition(Step.uncovered) != nil {
            flags.insert(Step.uncovered)
        }
        if facts.isCovered == true { flags.remove(Step.uncovered) }
        if facts.callerMayOpen == true { flags.remove(Step.unknownCaller) }
        var values = values
        // What was missing when it was logged is known from now on.
        if item.entitlement == nil, let record = facts.coveredBy { values[.entitlement] = record.description }
        // What the case was given for the status it leaves has had its time.
        if let code = values[.status] ?? nil, let next = book.words.status(code), next != item.status {
            for need in item.given.keys where item.status.needs.contains(need) && !next.needs.contains(need) {
                values[.given(need)] = .some(nil)
            }
            // Nobody hears of a case that is over, and a promise of its first life is none in its second.
            if item.promisedUpdate != nil, !next.isOpen || next.role == .refused {
                values[.given(Case.promise)] = .some(nil)
            }
        }
        let sorted = flags.sorted()
        if sorted != item.flags { values[.flags] = .some(sorted.joined(separator: " ").orNil) }
        var decision = Decision(action, item.differences(values), text: text)
        decision.remarks = remarks
        return decision
    }

    /// The flag of a case whose customer is not covered.
    static let uncovered = "cover-active"
    /// The flag of a case whose caller may not open cases.
    static let unknownCaller = "caller-may-open"
    /// The flag of a case whose caller nobody knows.
    static let noCaller = "caller-known"

    /// Something told to the customer: the first is the first response, and a promised update is kept by any.
    func outward(_ action: EventAction, _ text: String) -> Decision {
        var changes: [FieldChange] = []
        if item.firstResponseAt == nil { changes.append(.init(.firstResponseAt, nil, now.description)) }
        if let kept = item.given[Case.promise] { changes.append(.init(.given(Case.promise), kept, nil)) }
        return Decision(action, changes, text: text)
    }

    /// An action item settled; of the solutions that are tried, one is accepted (domain 11, row 15).
    func settle(_ id: ActionItemID, _ state: ItemState, _ text: String?) throws(Refusal) -> Decision {
        guard let old = items.first(where: { $0.id == id }) else { throw Refusal.noItem(id) }
        if state == .accepted {
            let proposals = policy.duties.items.filter(\.isProposal).map(\.code)
            guard proposals.contains(old.kind) else { throw Refusal.acceptsSolutions(id, proposals) }
            if let other = items.first(where: { $0.id != id && $0.state == .accepted }) {
                throw Refusal.acceptedAlready(other.id)
            }
        }
        var new = old
        new.state = state
        guard old.code != new.code else { return Decision(.settled) }
        let text = try text?.bounded("result").orNil
        var passage: Passage?
        if state == .done, let kind = policy.duties.items.first(where: { $0.code == old.kind }), kind.result != nil {
            passage = try pass("settle", text: text, settled: (kind, text != nil))
        }
        var decision = self.decision(.settled, [:], text: text, passage)
        decision.changes.insert(FieldChange(.item(id), old.code, new.code), at: 0)
        return decision
    }
}

extension Refusal {
    static func noItemKind(_ kind: String, _ known: [String]) -> Refusal {
        Refusal(
            rule: "item-kind-unknown", message: "The policy has no activity \(kind) that a customer is asked for.",
            remedy: known.isEmpty ? "It has none." : "There are: \(known.joined(separator: ", ")).")
    }

    static func acceptsSolutions(_ id: ActionItemID, _ kinds: [String]) -> Refusal {
        Refusal(
            rule: "accept-solution", message: "\(id) is no solution that could be accepted.",
            remedy: kinds.isEmpty ? "The policy has none." : "Solutions are: \(kinds.joined(separator: ", ")).")
    }

    static func acceptedAlready(_ id: ActionItemID) -> Refusal {
        Refusal(
            rule: "accept-one", message: "\(id) is accepted already; a case has one solution.",
            remedy: "Say first that it was not the one (item \(id) declined).")
    }
}
