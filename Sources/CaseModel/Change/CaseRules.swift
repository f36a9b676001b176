/// What the rules made of a change: the event to be written, before it has a place and an author.
public struct Decision: Equatable, Sendable {
    /// What is done.
    public var action: EventAction
    /// Which fields change; those that stay the same are left out.
    public var changes: [FieldChange]
    /// The note, the reply, the summary.
    public var text: String?

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
public func decide(
    _ change: CaseChange, on item: Case, items: [ActionItem], by agent: Agent, at now: Timestamp
) throws(Refusal) -> Decision {
    switch change {
    case .note(let text): return Decision(.noted, text: try text.checked("note", CaseLimits.text))
    case .reply(let text):
        let first: [FieldChange] = item.firstResponseAt == nil ? [.init(.firstResponseAt, nil, now.description)] : []
        return Decision(.replied, first, text: try text.checked("reply", CaseLimits.text))
    case .tags(let adding, let removing): return try decideTags(adding, removing, on: item)
    case .watch(let on):
        let watchers = Set(item.watchers).symmetricDifference(item.watchers.contains(agent.id) == on ? [] : [agent.id])
        return item.decision(.changed, [.watchers: watchers.sorted().map(\.description).joined(separator: " ").orNil])
    case .close(let reason, let other, let text):
        return try decideClose(reason, other, text, on: item, at: now)
    case .reopen:
        guard !item.status.isOpen else { throw Refusal.notClosed(item.id) }
        let back: [CaseField: String?] = [
            .status: Status.wip.rawValue, .closedAt: nil, .closureReason: nil, .duplicateOf: nil,
        ]
        return item.decision(.reopened, back)
    default: break
    }
    guard item.status != .closed else { throw Refusal.closed(item.id) }
    switch change {
    case .subject(let text):
        return item.decision(.changed, [.subject: try text.checked("subject", CaseLimits.subject)])
    case .description(let text): return item.decision(.changed, [.description: try text.bounded("description").orNil])
    case .product(let text):
        return item.decision(.changed, [.product: try text?.bounded("product", CaseLimits.subject).orNil])
    case .extra(let name, let value):
        guard !Words.isBlank(name), name.utf8.count <= CaseLimits.mark else { throw Refusal.extraName(name) }
        return item.decision(.changed, [.extra(name): try value?.bounded("field", CaseLimits.subject).orNil])
    case .type(let type): return item.decision(.changed, [.type: type.rawValue])
    case .severity(let severity): return item.decision(.changed, [.severity: severity.code])
    case .status(let status):
        guard status != .closed else { throw Refusal.closeNeedsReason }
        guard status != .denied else { throw Refusal.denyLater }
        return item.decision(.changed, [.status: status.rawValue])
    case .take:
        guard item.owner == nil || item.owner == agent.id else { throw Refusal.owned(item.id) }
        return item.owned(by: agent.id, .taken)
    case .assign(let owner): return item.owned(by: owner, owner == agent.id ? .taken : .assigned)
    case .release:
        let status = item.status == .wip ? Status.open : item.status
        return item.decision(.released, [.owner: nil, .status: status.rawValue])
    case .queue(let queue): return item.decision(.moved, [.queue: queue?.description])
    case .snooze(let until): return item.decision(.snoozed, [.snoozedUntil: until?.description])
    case .escalate(let summary):
        let text = try summary.checked("summary", CaseLimits.text)
        return Decision(.escalated, item.differences([.status: Status.esc.rawValue]), text: text)
    case .ask(let kind, let text, let due):
        guard kind.isOneWord else { throw Refusal.oneWord("kind", kind) }
        // An item that was taken back leaves a gap, so counting would give a number twice.
        let id = ActionItemID(caseID: item.id, ordinal: (items.map(\.id.ordinal).max() ?? 0) + 1)
        let text = try text.checked("request", CaseLimits.text)
        if let due, !Timestamp.writable.contains(due) { throw Refusal.dueOutside(due) }
        let record = ActionItem(id: id, kind: kind, text: text, askedAt: now, dueAt: due)
        return Decision(.asked, [FieldChange(.item(id), nil, record.code)], text: text)
    case .settle(let id, let state):
        guard let old = items.first(where: { $0.id == id }) else { throw Refusal.noItem(id) }
        var new = old
        new.state = state
        let changes = old.code == new.code ? [] : [FieldChange(.item(id), old.code, new.code)]
        return Decision(.settled, changes)
    case .note, .reply, .tags, .watch, .close, .reopen: return Decision(.changed)
    }
}
