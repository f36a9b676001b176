/// What the rules made of a change: the event to be written, before it has a place and an author.
public struct Decision: Equatable, Sendable {
    /// What is done.
    public var action: EventAction
    /// Which fields change; those that stay the same are left out.
    public var changes: [FieldChange]
    /// The note, the reply, the summary.
    public var text: String?
    /// Conditions that do not hold, and the case is held or a warning said.
    public var remarks: [GuardRemark] = []

    /// An event to be written.
    public init(_ action: EventAction, _ changes: [FieldChange] = [], text: String? = nil) {
        self.action = action
        self.changes = changes
        self.text = text
    }

    /// Whether nothing would be different afterwards.
    public var isEmpty: Bool { changes.isEmpty && text == nil }
}

/// Turns a wish into an event or a refusal (domain 12: free among the working statuses, guarded at the edges).
///
/// - Parameter facts: what is known besides the case; what is not known is taken to hold.
public func decide(
    _ change: CaseChange, on item: Case, items: [ActionItem], by agent: Agent, at now: Timestamp, _ facts: CaseFacts,
    _ book: PolicyBook
) throws(Refusal) -> Decision {
    let step = Step(item: item, items: items, agent: agent, now: now, facts: facts, book: book)
    switch change {
    case .note(let text): return Decision(.noted, text: try text.checked("note", CaseLimits.text))
    case .hear(let text): return Decision(.heard, text: try text.checked("customer's word", CaseLimits.text))
    case .reply(let text): return step.outward(.replied, try text.checked("reply", CaseLimits.text))
    case .remind(let text): return step.outward(.reminded, try text.checked("notice", CaseLimits.text))
    case .tags(let adding, let removing): return try decideTags(adding, removing, on: item)
    case .watch(let on):
        let watchers = Set(item.watchers).symmetricDifference(item.watchers.contains(agent.id) == on ? [] : [agent.id])
        return item.decision(.changed, [.watchers: watchers.sorted().map(\.description).joined(separator: " ").orNil])
    case .close(let reason, let other, let text): return try step.close(reason, other, text)
    case .reopen: return try step.reopen()
    default: break
    }
    guard !item.status.isFinal else { throw Refusal.closed(item) }
    switch change {
    case .subject(let text):
        return item.decision(.changed, [.subject: try text.checked("subject", CaseLimits.subject)])
    case .description(let text): return item.decision(.changed, [.description: try text.bounded("description").orNil])
    case .product(let text):
        return item.decision(.changed, [.product: try text?.bounded("product", CaseLimits.subject).orNil])
    case .extra(let name, let value):
        guard !Words.isBlank(name), name.utf8.count <= CaseLimits.mark else { throw Refusal.extraName(name) }
        return item.decision(.changed, [.extra(name): try value?.bounded("field", CaseLimits.subject).orNil])
    case .type(let type): return item.decision(.changed, [.type: type.code])
    case .fact(let field, let value): return try step.fact(field, value)
    case .severity(let severity, let reason): return try step.severity(severity, requested: false, reason)
    case .requestSeverity(let severity, let reason): return try step.severity(severity, requested: true, reason)
    case .status(let status, let given): return try step.status(status, given)
    case .take:
        guard item.owner == nil || item.owner == agent.id else { throw Refusal.owned(item.id) }
        return try step.owned(by: agent.id, .taken)
    case .assign(let owner): return try step.owned(by: owner, owner == agent.id ? .taken : .assigned)
    case .release: return try step.released()
    case .queue(let queue): return item.decision(.moved, [.queue: queue?.description])
    case .snooze(let until):
        if let until, until <= now { throw Refusal.isOver("snooze-over", "\(item.id) cannot come back at", until, now) }
        return item.decision(.snoozed, [.snoozedUntil: until?.description])
    case .escalate(let summary): return try step.escalate(try summary.bounded("summary"))
    case .deny(let ground, let person, let text): return try step.deny(ground, person, text)
    case .handOver(let center, let text): return try step.handOver(to: center, text)
    case .ask(let kind, let text, let due):
        guard kind.isOneWord else { throw Refusal.oneWord("kind", kind) }
        let kinds = book.inForce.duties.items.map(\.code)
        guard kinds.contains(kind) else { throw Refusal.noItemKind(kind, kinds) }
        // An item that was taken back keeps its number: files and texts may name it.
        let last = max(items.map(\.id.ordinal).max() ?? 0, facts.lastItem ?? 0)
        let id = ActionItemID(caseID: item.id, ordinal: last + 1)
        let text = try text.checked("request", CaseLimits.text)
        if let due, !Timestamp.writable.contains(due) { throw Refusal.dueOutside(due) }
        if let due, due <= now { throw Refusal.isOver("due-over", "an answer is not wanted by", due, now) }
        let record = ActionItem(id: id, kind: kind, text: text, askedAt: now, dueAt: due)
        return Decision(.asked, [FieldChange(.item(id), nil, record.code)], text: text)
    case .settle(let id, let state, let text): return try step.settle(id, state, text)
    case .note, .hear, .reply, .remind, .tags, .watch, .close, .reopen: return Decision(.changed)
    }
}
