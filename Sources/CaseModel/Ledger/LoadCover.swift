// What a case of a load finds of its customer's records, where the source leaves it to the rules.

/// What cases of a load found of their customers so far; it does not change while cases alone come.
struct LoadedCovers: Sendable {
    /// What is known of a customer, with the days on which its cover changes.
    var facts: [AccountID: (known: OpeningFacts, turns: [CivilDay])] = [:]
    /// What covers cases that ask the same between two of these days.
    var found: [Question: FoundCover] = [:]

    /// What decides who covers a case.
    struct Question: Hashable {
        let account: AccountID
        let product: String?
        let severity: Severity
        let type: String
        /// How many of the days are over.
        let turn: Int
    }

    /// A record came, or somebody.
    mutating func forgetFacts() {
        guard !facts.isEmpty else { return }
        facts.removeAll()
        found.removeAll()
    }
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
        let known = facts.known
        var new = NewCase(
            subject: value(.subject) ?? "", severity: value(.severity).flatMap { words.severity($0) } ?? words.mildest,
            type: value(.type).flatMap { words.type($0) } ?? words.usualType, channel: channel, account: account,
            contact: value(.contact).flatMap { ContactID(text: $0) }, product: value(.product),
            troubleshootingDone: value(.extra("troubleshooting")).map { $0 == "done" })
        new.stranger = value(.extra("caller"))
        let terms = policies.coverTerms(for: new.type.code)
        let day = policies.day(of: time, in: known.region)
        let turn = facts.turns.count { $0 <= day }
        let question = LoadedCovers.Question(
            account: account, product: new.product, severity: new.severity, type: new.type.code, turn: turn)
        let found = session.covers.found[question] ?? FoundCover(of: new, on: day, known, terms, policies)
        if session.covers.found.count >= 20_000 { session.covers.found.removeAll(keepingCapacity: true) }
        session.covers.found[question] = found
        let opening = try opening(of: new, at: time, known, terms, found)
        let decision: Decision
        do throws(Refusal) {
            decision = try decideLog(new, id: id, by: session.agent, at: time, opening, policies)
        } catch {
            // Whatever would have been refused here was taken there.
            return []
        }
        let fields: Set<CaseField> = [.region, .plan, .entitlement, .policy, .flags]
        for change in decision.changes where fields.contains(change.field) && values[change.field] == nil {
            values[change.field] = .some(change.new)
        }
        return decision.remarks
    }

    private func facts(
        of account: AccountID, in session: inout LoadSession
    ) throws(StoreError) -> (known: OpeningFacts, turns: [CivilDay])? {
        if let known = session.covers.facts[account] { return known }
        // A bound on memory: who is beyond it is looked up again.
        if session.covers.facts.count >= 1000 { session.covers.facts.removeAll(keepingCapacity: true) }
        guard let known = try openingFacts(of: account) else { return nil }
        let facts = (known: known, turns: known.cover.turns(CoverTerms(policies.inForce)))
        session.covers.facts[account] = facts
        return facts
    }
}
