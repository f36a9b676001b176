/// What logging a case finds out about it: the edition, the region and the cover at the time of opening.
public struct Opening: Equatable, Sendable {
    /// The region whose hours count.
    public var region: String?
    /// The plans that cover it, or that would if nothing stood in the way.
    public var plan: String?
    /// The entitlement that does.
    public var entitlement: RecordID?
    /// What the conditions ask.
    public var facts = CaseFacts()

    /// Nothing found.
    public init() {}
}

/// The event that logs a case: every field it starts with (domain 12: log → NEW).
///
/// - Throws: a refusal when the subject says nothing, a text does not fit, or a condition refuses it.
public func decideLog(
    _ new: NewCase, id: CaseID, by agent: Agent, at now: Timestamp, _ opening: Opening, _ book: PolicyBook
) throws(Refusal) -> Decision {
    let subject = try new.subject.checked("subject", CaseLimits.subject)
    let description = try new.description.bounded("description")
    let product = try new.product?.bounded("product", CaseLimits.subject).orNil
    let language = try new.language?.bounded("language", CaseLimits.mark).orNil
    var item = Case(id: id, subject: subject, severity: new.severity, openedAt: now, words: book.words)
    item.type = new.type
    item.channel = new.channel
    item.account = new.account
    item.contact = new.contact
    item.plan = opening.plan
    item.region = opening.region
    let policy = book.inForce
    var attempt = Attempt(item: item, items: [], now: now, facts: opening.facts, policy: policy)
    attempt.troubleshooting = new.troubleshootingDone
    let passage = try policy.pass(policy.rows("log", from: nil, to: nil, item), attempt, book.words)
    let critical = try policy.pass(
        policy.rows("become-critical", from: item.status, to: nil, item), attempt, book.words)
    let held = (passage.held + critical.held).map(\.code)
    let warned = (passage.warned + critical.warned).map(\.code)
    let status = passage.to ?? book.words.start
    let values: [(CaseField, String?)] = [
        (.subject, subject), (.description, description.orNil), (.type, new.type.code),
        (.status, status.code), (.severity, new.severity.code), (.requestedSeverity, new.severity.code),
        (.account, new.account.description), (.contact, new.contact?.description),
        (.partner, new.partner?.description), (.product, product), (.channel, new.channel.code),
        (.openedAt, now.description), (.language, language), (.region, opening.region), (.plan, opening.plan),
        (.entitlement, opening.entitlement?.description), (.policy, policy.mark),
        (.flags, Set(held).sorted().joined(separator: " ").orNil),
        (.extra("troubleshooting"), new.troubleshootingDone.map { $0 ? "done" : "skipped" }),
        (.extra("caller"), new.stranger),
    ]
    var decision = Decision(.logged, values.compactMap { field, value in value.map { FieldChange(field, nil, $0) } })
    decision.remarks = held.map { GuardRemark(.hold, $0) } + warned.map { GuardRemark(.warn, $0) }
    return decision
}
