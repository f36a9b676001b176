// What a case of a load finds of its customer's records, where the source leaves it to the rules.

/// What cases of a load found of their customers so far; it does not change while cases alone come.
struct LoadedCovers: Sendable {
    /// What is known of a customer.
    var facts: [AccountID: OpeningFacts] = [:]
    /// What the policy says of cover, by the code of what a request is about.
    var terms: [String: CoverTerms] = [:]

    /// A record came, or somebody.
    mutating func forgetFacts() { if !facts.isEmpty { facts.removeAll() } }
}

extension CaseLedger {
    /// Completes the first values of a case by what logging it would have found.
    ///
    /// - Returns: what was held or warned of.
    func findCover(
        _ values: inout [CaseField: String?], at time: Timestamp, of id: CaseID, in session: inout LoadSession
    ) throws(StoreError) -> [GuardRemark] {
        let words = policies.words
        func value(_ field: CaseField) -> String? { values[field] ?? nil }
        guard let account = value(.account).flatMap({ AccountID(text: $0) }),
            let channel = value(.channel).flatMap({ words.channel($0) }) ?? words.channels.first,
            let facts = try facts(of: account, in: &session)
        else { return [] }
        var new = NewCase(
            subject: value(.subject) ?? "", severity: value(.severity).flatMap { words.severity($0) } ?? words.mildest,
            type: value(.type).flatMap { words.type($0) } ?? words.usualType, channel: channel, account: account,
            contact: value(.contact).flatMap { ContactID(text: $0) }, product: value(.product),
            troubleshootingDone: value(.extra("troubleshooting")).map { $0 == "done" })
        new.stranger = value(.extra("caller"))
        let terms = terms(for: new.type, in: &session)
        let opening = try opening(of: new, at: time, facts, terms)
        let decision: Decision
        do throws(Refusal) {
            decision = try decideLog(new, id: id, by: session.agent, at: time, opening, policies)
        } catch {
            // Whatever would have been refused here was taken there.
            return []
        }
        let found: Set<CaseField> = [.region, .plan, .entitlement, .policy, .flags]
        for change in decision.changes where found.contains(change.field) && values[change.field] == nil {
            values[change.field] = .some(change.new)
        }
        return decision.remarks
    }

    private func facts(of account: AccountID, in session: inout LoadSession) throws(StoreError) -> OpeningFacts? {
        if let known = session.covers.facts[account] { return known }
        // A bound on memory: who is beyond it is looked up again.
        if session.covers.facts.count >= 1000 { session.covers.facts.removeAll(keepingCapacity: true) }
        let found = try openingFacts(of: account)
        session.covers.facts[account] = found
        return found
    }

    private func terms(for type: CaseType, in session: inout LoadSession) -> CoverTerms {
        if let known = session.covers.terms[type.code] { return known }
        let terms = CoverTerms(policies.inForce, for: type.code)
        session.covers.terms[type.code] = terms
        return terms
    }
}
