// Cover: from the customer, up its group, to contracts, entitlements and machines, and to who may call.

/// Finds what covers a customer on a day, and every reason why something does not.
///
/// The facts are those of the customer and everybody above it; an own or a parent's contract serves alike.
public func cover(_ question: CoverQuestion, _ facts: CoverFacts, _ terms: CoverTerms) -> CoverAnswer {
    var answer = CoverAnswer()
    for item in facts.items(question, terms) {
        if item.reasons.isEmpty { answer.covering.append(item) } else { answer.failing.append(item) }
    }
    let severities = terms.severities.filter { severity in
        answer.covering.contains { $0.severities.contains(severity) }
    }
    if !answer.isEntitled {
        answer.reasons = answer.failing.isEmpty ? [.noContract(facts.customer)] : answer.reasonsOfProduct(question)
        answer.reasons = terms.credited(answer.reasons)
    }
    answer.callers = facts.contacts.map { facts.caller($0, question.day, terms, severities) }
        .filter(\.reasons.isEmpty)
    answer.caller = facts.caller(question.caller, question.day, terms, severities)
    answer.reasons += answer.caller?.reasons ?? []
    return answer
}

extension CoverFacts {
    /// Whether who calls may, for severities that are covered; nil when nobody is asked about.
    func caller(
        _ caller: CoverQuestion.Caller?, _ day: CivilDay, _ terms: CoverTerms, _ severities: [Severity]
    ) -> CoverAnswer.Caller? {
        switch caller {
        case nil: nil
        case .contact(let contact): self.caller(contact, day, terms, severities)
        case .stranger(let name):
            CoverAnswer.Caller(
                name: name, severities: [], reasons: terms.credited([.unknownCaller(name, nil, customer)]))
        }
    }

    /// The days on which an answer can become another: the first and the day after the last of whatever covers.
    func turns(_ terms: CoverTerms) -> [CivilDay] {
        var days: Set<CivilDay> = []
        for record in records where record.kind != .purchase && record.kind != .partner {
            let plans = [record["plan"]].compactMap { $0 } + record.words("plans")
            let validities = plans.compactMap { terms.plans?[$0]?.validity }
            days.formUnion([record.start, record.day("endOfLife")].compactMap { $0 } + validities.compactMap(\.from))
            let last = [record.end].compactMap { $0 } + validities.compactMap(\.to)
            days.formUnion(last.map { CivilDay(daysSince1970: $0.daysSince1970 + 1) })
        }
        return days.sorted()
    }
}

extension CoverFacts {
    /// The customer's name.
    fileprivate var customer: String { accounts.first?.name ?? "The customer" }

    /// Everything that might cover, with the reasons why it does not.
    fileprivate func items(_ question: CoverQuestion, _ terms: CoverTerms) -> [CoverAnswer.Item] {
        let counts = LicenseCounts(self, on: question.day)
        let entitlements = Dictionary(grouping: records(.entitlement)) { $0.record("contract") }
        var items: [CoverAnswer.Item] = []
        for contract in records(.contract) {
            let children = entitlements[contract.id] ?? []
            for child in children {
                var item = item(CoverLine(record: child), under: contract, child["plan"], question, terms)
                item.reasons += terms.standing(counts.allIn(CoverLine(record: child), question))
                items.append(item)
            }
            guard children.isEmpty else { continue }
            // A contract that names its plans and nothing else covers every product by each of them (INF).
            for plan in contract.words("plans") {
                items.append(item(CoverLine(record: contract), under: nil, plan, question, terms))
            }
            if contract.words("plans").isEmpty {
                var bare = item(CoverLine(record: contract), under: nil, nil, question, terms)
                bare.reasons += terms.credited([.nothingEntitled(contract.id)])
                items.append(bare)
            }
        }
        return items + records(.hardware).map { item(CoverLine(record: $0), under: nil, $0["plan"], question, terms) }
    }

    private func item(
        _ line: CoverLine, under contract: Record?, _ plan: String?, _ question: CoverQuestion, _ terms: CoverTerms
    ) -> CoverAnswer.Item {
        let (record, id) = (line.record, line.record.id)
        var reasons: [CoverReason] = []
        for part in [contract, record].compactMap({ $0 }) {
            if let start = part.start, question.day < start { reasons.append(.notStarted(part.id, start)) }
            if let end = part.end, end < question.day { reasons.append(.expired(part.id, end)) }
        }
        if let product = question.product, !line.covers(product) { reasons.append(.product(id, product)) }
        if record.flag("telemetry") == false { reasons.append(.telemetry(id)) }
        if let day = record.day("endOfLife"), day <= question.day { reasons.append(.endOfLife(id, day)) }
        var severities = Set(terms.severities)
        if let plan, let plans = terms.plans {
            if let known = plans[plan] {
                severities = known.severities
                let (from, to) = (known.validity.from, known.validity.to)
                if let from, question.day < from { reasons.append(.planNotStarted(id, plan, from)) }
                if let to, to < question.day { reasons.append(.planEnded(id, plan, to)) }
            } else {
                reasons.append(.planUnknown(id, plan))
            }
            if let severity = question.severity, !severities.contains(severity) {
                reasons.append(.severity(id, severity, plan))
            }
        }
        let ends = [contract, record].compactMap { $0?.end }
        return CoverAnswer.Item(
            record: id, product: line.product, plan: plan, until: ends.min(),
            severities: terms.severities.filter(severities.contains), reasons: terms.standing(reasons))
    }
}

extension CoverTerms {
    /// The reasons for which the policy has a ground, or needs none, with what they rest on.
    func standing(_ reasons: [CoverReason]) -> [CoverReason] {
        credited(
            reasons.filter { reason in
                guard case .lack(let lack) = reason.basis else { return true }
                return lacks?.contains(lack) ?? true
            })
    }

    /// The reasons with what they rest on.
    func credited(_ reasons: [CoverReason]) -> [CoverReason] {
        reasons.map { reason in
            var reason = reason
            reason.source = sources[reason.basis] ?? []
            return reason
        }
    }
}

extension CoverFacts {
    /// Whether a person may open cases, and why not.
    fileprivate func caller(
        _ contact: Contact, _ day: CivilDay, _ terms: CoverTerms, _ severities: [Severity]
    ) -> CoverAnswer.Caller {
        var reasons: [CoverReason] = contact.active ? [] : [.inactiveCaller(contact)]
        var appointment: RecordID?
        if accounts.contains(where: { $0.id == contact.account }) {
            reasons += roleReasons(contact, terms)
        } else {
            let (found, problems) = self.appointment(of: contact, on: day, terms)
            appointment = found
            reasons += problems
        }
        reasons = terms.credited(reasons)
        return CoverAnswer.Caller(
            contact: contact.id, name: contact.name, appointment: appointment,
            severities: reasons.isEmpty ? severities : [], reasons: reasons)
    }

    private func roleReasons(_ contact: Contact, _ terms: CoverTerms) -> [CoverReason] {
        if let type = contact.portalType, terms.silentPortalTypes.contains(type) {
            return [.silentPortal(contact, type)]
        }
        let hasRole = contact.roles.contains(where: terms.callingRoles.contains)
        let hasAccess = contact.portalType.map(terms.callingPortalTypes.contains) ?? false
        return hasRole || hasAccess ? [] : [.noCallingRole(contact, terms.callingRoles)]
    }

    /// The appointment under which somebody outside may call; without one, what is wrong with each that comes near.
    private func appointment(
        of contact: Contact, on day: CivilDay, _ terms: CoverTerms
    ) -> (RecordID?, [CoverReason]) {
        var problems: [CoverReason] = []
        for record in records(.partner) {
            let appointment = Appointment(record: record)
            guard appointment.means(contact) else {
                if appointment.company != nil, appointment.company == contact.account {
                    problems.append(.partnerPerson(record.id, contact))
                }
                continue
            }
            var own: [CoverReason] = []
            if let roles = terms.actingRoles, !appointment.mayAct(roles) {
                own.append(.partnerRole(record.id, record["role"]))
            }
            if !appointment.isForCases { own.append(.partnerScope(record.id)) }
            if let start = record.start, day < start { own.append(.partnerNotStarted(record.id, start)) }
            if let removed = appointment.removedOn, removed <= day {
                own.append(.partnerRemoved(record.id, removed))
            } else if let end = record.end, end < day {
                own.append(.partnerEnded(record.id, end))
            }
            if own.isEmpty { return (record.id, []) }
            problems += own
        }
        return (nil, problems.isEmpty ? [.unknownCaller(contact.name, contact.id, customer)] : problems)
    }
}
