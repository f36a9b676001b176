// What a case finds out of the records of its customer.

extension CaseLedger {
    /// All that is known of a customer that has to do with cover; of its people the one who calls.
    func coverFacts(of id: AccountID, caller: ContactID?) throws(StoreError) -> CoverFacts {
        var facts = CoverFacts(accounts: try group(above: id))
        let ids = facts.accounts.map(\.id)
        for kind in [RecordKind.contract, .entitlement, .hardware, .purchase, .partner] {
            facts.records += try records(RecordQuery(kind, of: ids))
        }
        if let caller, let contact = try contact(caller) { facts.contacts = [contact] }
        return facts
    }

    /// What logging a case finds out: region, cover, and whether the caller may call.
    func opening(of new: NewCase, at now: Timestamp) throws(StoreError) -> Opening {
        guard let facts = try openingFacts(of: new.account) else { return Opening() }
        return try opening(of: new, at: now, facts, policies.coverTerms(for: new.type.code))
    }

    /// What cases find of a customer, whoever calls and for what; nil for one that is not there.
    func openingFacts(of id: AccountID) throws(StoreError) -> OpeningFacts? {
        guard let customer = try account(id) else { return nil }
        let policy = policies.inForce
        let cover = try coverFacts(of: id, caller: nil)
        let ids = cover.accounts.map(\.id)
        let consents = ConsentAnswer.all(.cooperation, among: try records(RecordQuery(.consent, of: ids)), policy)
        let lines = CallBack(try records(RecordQuery(.asset, of: ids)), policy)
        return OpeningFacts(
            region: try region(of: customer), cover: cover,
            cooperates: consents.isEmpty ? nil : consents.allSatisfy(\.isGiven),
            hasCallBack: lines.map { $0.number != nil })
    }

    /// What logging a case finds out of what is known of its customer.
    ///
    /// - Parameter found: what covers it, where that was found before.
    func opening(
        of new: NewCase, at now: Timestamp, _ known: OpeningFacts, _ terms: CoverTerms, _ found: FoundCover? = nil
    ) throws(StoreError) -> Opening {
        var facts = known.cover
        var caller = CoverQuestion.Caller.stranger(new.stranger ?? "")
        if let contact = try new.contact.flatMap({ id throws(StoreError) in try contact(id) }) {
            facts.contacts = [contact]
            caller = .contact(contact)
        }
        let day = policies.day(of: now, in: known.region)
        let found = found ?? FoundCover(of: new, on: day, known, terms, policies)
        var opening = Opening()
        opening.region = known.region
        opening.facts.isCovered = found.isEntitled
        let answer = facts.caller(caller, day, terms, terms.severities)
        opening.facts.callerMayOpen = answer?.reasons.isEmpty ?? false
        opening.facts.cooperates = known.cooperates
        opening.facts.hasCallBack = known.hasCallBack
        opening.plan = found.plan
        opening.entitlement = found.entitlement
        return opening
    }

    /// The region in which a customer is registered: its own, or that of who is above it.
    func region(of account: Account) throws(StoreError) -> String? {
        try group(above: account.id).lazy.compactMap(\.region).first
    }

    /// What the conditions of a change ask.
    ///
    /// - Parameter pending: what the same edit did before, and is not written yet.
    func facts(
        of change: CaseChange, on state: CaseState, by agent: Agent, at now: Timestamp, after pending: [CaseEvent]
    ) throws(StoreError) -> CaseFacts {
        var facts = CaseFacts()
        let item = state.item
        facts.today = policies.day(of: now, in: item.region)
        try addWork(change, on: item, by: agent, at: now, to: &facts)
        switch change {
        case .status, .take, .assign:
            // What a case is flagged for may have been mended since, wherever it stands.
            let isFlagged = item.flags.contains { [Step.uncovered, Step.unknownCaller].contains($0) }
            let isVerified = item.status.role != .start && item.status.role != .doubtful && !isFlagged
            if !isVerified { try addCover(of: item, calledBy: item.contact, at: now, to: &facts) }
        case .fact(.contact, let value):
            try addCover(of: item, calledBy: value.flatMap { ContactID(text: $0) }, at: now, to: &facts)
        case .fact(.given, _?):
            let history = try events(of: item.id, after: 0) + pending
            facts.declaredAt = history.declaredCritical(policies.words) ?? item.openedAt
        case .ask:
            facts.lastItem = try events(of: item.id, after: 0).flatMap(\.changes).compactMap { change in
                if case .item(let id) = change.field { id.ordinal } else { nil }
            }
            .max()
        case .severity, .requestSeverity:
            let history = try events(of: item.id, after: 0) + pending
            let takenBack = history.takenBack
            facts.isSeverityAgreed = history.contains { $0.agreesSeverity && !takenBack.contains($0.seq) }
        case .close:
            var silent = item.openedAt
            var (reminders, notices) = (0, 0)
            let history = try events(of: item.id, after: 0) + pending
            let takenBack = history.takenBack
            // A status that comes back because a move was taken back begins no wait.
            for event in history where event.refersTo == nil && !takenBack.contains(event.seq) {
                let waits = event.changes.contains {
                    $0.field == .status && policies.words.status($0.new ?? "")?.role == .waiting
                }
                if event.action == .heard || event.action == .settled || waits {
                    silent = event.at
                    reminders = 0
                }
                if event.action == .reopened { notices = 0 }
                if event.action == .reminded {
                    reminders += 1
                    notices += 1
                }
            }
            facts.reminders = reminders
            facts.notices = notices
            facts.silenceEnds = policies.end(of: "silence-period", from: silent, in: item.region)
        default: break
        }
        return facts
    }

    /// Whether a case is covered, and whether who calls may call.
    private func addCover(
        of item: Case, calledBy caller: ContactID?, at now: Timestamp, to facts: inout CaseFacts
    ) throws(StoreError) {
        guard let customer = item.account else { return }
        let known = try coverFacts(of: customer, caller: caller)
        let opened = policies.day(of: item.openedAt, in: item.region)
        var question = CoverQuestion(day: opened, product: item.product, severity: item.severity)
        question.caller = try caller.flatMap { id throws(StoreError) in try contact(id) }.map { .contact($0) }
        if question.caller == nil { question.caller = .stranger(item.extra["caller"] ?? "") }
        var answer = cover(question, known, policies.coverTerms(for: item.type.code))
        // What covered it when it was opened is kept, where it is of the plan that the case has.
        if answer.isEntitled {
            let kind = policies.inForce.intake.requestTypes.first { $0.code == item.type.code }?.kind
            let best = policies.inForce.bestPlan(
                of: answer, severity: item.severity, region: item.region, kind: kind, policies)
            if let found = best.item, let plan = found.plan, item.plans.contains(plan) {
                facts.coveredBy = found.record
            }
        }
        if !answer.isEntitled, item.status.role != .start {
            // What was missing then may have been mended since.
            question.day = facts.today ?? now.day
            answer = cover(question, known, policies.coverTerms(for: item.type.code))
        }
        facts.isCovered = answer.isEntitled
        facts.callerMayOpen = answer.caller?.reasons.isEmpty ?? false
    }
}

extension CaseLedger {
    /// The day that it is for a customer at an instant: a contract ends at the customer's midnight.
    func day(of instant: Timestamp, for customer: AccountID?) throws(StoreError) -> CivilDay {
        guard let customer, let account = try account(customer) else { return instant.day }
        return policies.day(of: instant, in: try region(of: account))
    }
}

/// What cases find of a customer when they are logged.
struct OpeningFacts: Sendable {
    /// The region whose hours count.
    let region: String?
    /// What has to do with cover, without the people.
    let cover: CoverFacts
    /// Whether the customer agreed to cooperate; nil where nobody asks.
    let cooperates: Bool?
    /// Whether it can be called back; nil where nobody asks.
    let hasCallBack: Bool?
}

/// What covers a case, whoever calls.
struct FoundCover: Sendable {
    /// Whether it is covered.
    let isEntitled: Bool
    /// The plans by which it is answered, with `+` between them.
    let plan: String?
    /// What covers it.
    let entitlement: RecordID?

    init(of new: NewCase, on day: CivilDay, _ known: OpeningFacts, _ terms: CoverTerms, _ book: PolicyBook) {
        let answer = cover(CoverQuestion(day: day, product: new.product, severity: new.severity), known.cover, terms)
        let kind = book.inForce.intake.requestTypes.first { $0.code == new.type.code }?.kind
        let (plan, item) = book.inForce.bestPlan(
            of: answer, severity: new.severity, region: known.region, kind: kind, book)
        isEntitled = answer.isEntitled
        self.plan = plan
        entitlement = answer.isEntitled ? item?.record : nil
    }
}

extension PolicyBook {
    /// The day that it is in a region at an instant; where no region is known, in UTC.
    public func day(of instant: Timestamp, in region: String?) -> CivilDay {
        let place = inForce.places.regions.first { $0.code == region }
        return (place.flatMap { zones($0.zone) } ?? .utc).local(instant).day
    }

    /// When a period of the policy that begins at an instant is over; nil where it has none, or no calendar counts it.
    func end(of threshold: String, from start: Timestamp, in region: String?) -> Timestamp? {
        guard let target = inForce.threshold(threshold)?.target else { return nil }
        let place = inForce.places.regions.first { $0.code == region }
        guard let calendar = place.flatMap({ inForce.calendar(of: $0, zones: zones) }) else {
            return target.seconds.map { start + $0 }
        }
        let coverage: Coverage = target.unit == .businessDays ? .business : .always
        return ClockRule(target: target, coverage: coverage, calendar: calendar).due(from: start).instant
    }
}

extension Policy {
    /// The plans by which a case is answered, and what brings them.
    ///
    /// What covers comes first; where nothing does, what would if nothing stood in its way, so that the clock runs all
    /// the same. Add-ons and hardware of the customer stand beside the plan that has the target.
    func bestPlan(
        of answer: CoverAnswer, severity: Severity, region: String?, kind: String?, _ book: PolicyBook
    ) -> (plan: String?, item: CoverAnswer.Item?) {
        let items = (answer.isEntitled ? answer.covering : answer.failing).filter { $0.plan != nil }
        guard let region else { return (items.first?.plan, items.first) }
        let (all, mark) = (items.compactMap(\.plan), mark)
        func due(_ plans: [String]) -> Timestamp? {
            let question = RuleQuestion(mark, plans, severity: severity.code, region: region, kind: kind)
            guard case .success(let rule) = book.rule(question) else { return nil }
            return rule.rule.due(from: Timestamp(seconds: 0)).instant
        }
        // Each plan by itself with what only stands beside others; the one that answers soonest is what was bought.
        let beside = all.filter { plan in cover.plans.first { $0.code == plan }?.hasTargets == false }
        var best: (due: Timestamp, plans: [String], item: CoverAnswer.Item)?
        for item in items {
            guard let plan = item.plan, !beside.contains(plan) else { continue }
            let others = all.filter { other in other != plan && (beside.contains(other) || isOtherKind(other, plan)) }
            for plans in [[plan] + others.unique, [plan] + beside.unique, [plan]] {
                guard let due = due(plans) else { continue }
                if best.map({ due < $0.due }) ?? true { best = (due, plans, item) }
                break
            }
        }
        guard let best else { return (items.first?.plan, items.first) }
        return (best.plans.joined(separator: "+"), best.item)
    }

    private func isOtherKind(_ other: String, _ plan: String) -> Bool {
        cover.plans.first { $0.code == other }?.kind != cover.plans.first { $0.code == plan }?.kind
    }
}
