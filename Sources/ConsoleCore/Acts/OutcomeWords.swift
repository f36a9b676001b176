public import CaseModel

/// What became of an act, as the sentence for the notice line.
///
/// - Parameters:
///   - beside: one more sentence about it.
///   - undo: the key that takes it back.
func notice(
    for outcome: OperationOutcome, of act: PendingAct, names: Names, me: String?, beside: String? = nil, undo: String
) -> Notice {
    var done: [CaseEvent] = []
    var doneCases = 0
    var unchanged: [CaseID] = []
    var failures: [String] = []
    var merged = false
    var kept = 0
    for edit in outcome.edits {
        switch edit {
        case .done(_, _, let events, let wasMerged):
            doneCases += 1
            kept += act.changes.contains { $0.isSet(by: events) } ? 0 : 1
            done += events
            merged = merged || wasMerged
        case .unchanged(let id): unchanged.append(id)
        case .refused(let id, let refusal):
            // Which case it is goes without saying only where there is one.
            let isNamed = act.targets.count == 1 || refusal.message.hasPrefix(id.description)
            // Of several the whole sentence of the rule fits; what else could be done is said by each case alone.
            let isShort = act.targets.count == 1 || refusal.description.utf8.count < 160
            let words = isShort ? refusal.description : refusal.message
            failures.append((isNamed ? "" : "\(id): ") + words)
        case .notFound(let id): failures.append("\(id) is gone.")
        case .conflict: break
        }
    }
    var sentences: [String] = []
    if doneCases == 1, !done.isEmpty {
        sentences.append(done.map { words(for: $0, names: names) }.joined(separator: ", ").sentence)
    } else if doneCases > 1 {
        let set = doneCases - kept
        let all = set == act.targets.count ? "" : " of \(grouped(act.targets.count))"
        let object = "\(grouped(set))\(all) cases"
        if set > 0 {
            sentences.append(act.changes.map { doneWords($0, object, names) }.joined(separator: ", ").sentence)
        }
        // What was typed with it binds all the same, such as the reason of a severity that is agreed now.
        if kept > 0 {
            sentences.append(
                "\(grouped(kept)) \(kept == 1 ? "was" : "were") so already, and what was said is recorded.")
        }
    }
    if let turn = done.lazy.compactMap({ situationWords($0, names.known) }).first { sentences.append(turn) }
    if doneCases > 0, let conflict = act.replaces { sentences.append(replacement(conflict, names, me)) }
    // What the policy says against it, of the first case that has something; all of it stands in the history.
    if let remark = done.flatMap(\.remarks).first {
        let what = names.known.remark(remark.condition) ?? remark.condition
        sentences.append(remark.strength.sentence + what)
    }
    if merged { sentences.append("Somebody changed other fields meanwhile; both changes hold.") }
    if let first = unchanged.first {
        let one = unchanged.count == 1
        let object = one ? first.description : "\(grouped(unchanged.count)) cases"
        let state =
            act.changes == [.release] ? "\(one ? "has" : "have") no owner" : "\(one ? "is" : "are") already like that"
        sentences.append("\(object) \(state).")
    }
    if let first = failures.first, act.targets.count > 1 {
        let one = failures.count == 1
        let marks = !act.targets.areMarked ? "" : one ? " and keeps its mark" : " and keep their marks"
        let isGone = outcome.edits.contains { if case .notFound = $0 { true } else { false } }
        let verb = isGone ? "failed" : one ? "was refused" : "were refused"
        sentences.append("\(grouped(failures.count)) \(verb)\(marks)\(one ? "" : "; the first"): \(first)")
    } else {
        sentences += failures
    }
    if let beside { sentences.append(beside) }
    if doneCases > 0 { sentences.append("\(undo) undoes it.") }
    return Notice(sentences.joined(separator: " "), failures.isEmpty ? doneCases > 0 ? .done : .info : .refused)
}

/// What a change of severity began or ended besides, which wakes people; nil for others.
private func situationWords(_ event: CaseEvent, _ words: Vocabulary) -> String? {
    guard let change = event.changes.first(where: { $0.field == .severity }) else { return nil }
    let (old, new) = (change.old.flatMap { words.severity($0) }, change.new.flatMap { words.severity($0) })
    guard let old, let new, old.isCritical != new.isCritical else { return nil }
    return new.isCritical ? "It is a critical situation now." : "The critical situation has ended."
}

extension CaseChange {
    /// Whether events gave a case the value that is wanted, which it did not have before; true of acts without a value.
    fileprivate func isSet(by events: [CaseEvent]) -> Bool {
        let field: CaseField
        switch self {
        case .severity: field = .severity
        case .requestSeverity: field = .requestedSeverity
        case .status: field = .status
        default: return true
        }
        return events.contains { $0.changes.contains { $0.field == field && $0.old != $0.new } }
    }
}

extension Policy.Guard {
    /// How a remark begins; what should be so follows, in the policy's words.
    public var sentence: String {
        self == .hold ? "Held until this is so: " : "Warning: this should be so, and is not: "
    }
}

/// A change that was done to several cases, in the words that one case has: `took 3 cases`.
private func doneWords(_ change: CaseChange, _ object: String, _ names: Names) -> String {
    switch change {
    case .take: "took \(object)"
    case .assign(let agent): "gave \(object) to \(names.agents[agent] ?? agent.description)"
    case .release: "released \(object)"
    case .queue(let queue):
        queue.map { "moved \(object) to \(names.queues[$0] ?? $0.description)" } ?? "took \(object) out of the queue"
    case .tags: "changed the tags of \(object): " + actWords(change, names).dropFirst("tags ".count)
    case .watch(let on): on ? "watched \(object)" : "stopped watching \(object)"
    case .snooze: "snoozed \(object)"
    case .note: "wrote a note on \(object)"
    case .reply: "replied on \(object)"
    case .hear: "heard from the customer on \(object)"
    case .remind: "reminded the customer on \(object)"
    case .deny(let ground, _, _): "denied support on \(object): \(ground)"
    case .handOver(let center, _): "handed \(object) over to \(names.known.center(center) ?? center)"
    case .escalate: "escalated \(object)"
    case .close(let reason, _, _): "closed \(object): \(reason.words)"
    case .reopen: "reopened \(object)"
    case .ask: "asked the customer on \(object)"
    case .settle: "settled an action item of \(object)"
    case .subject, .description, .product, .status, .severity, .requestSeverity, .type, .fact, .extra:
        "set \(object) to \(actWords(change, names))"
    }
}

/// What others wrote that the person's act replaced, with its value.
private func replacement(_ conflict: Conflict, _ names: Names, _ me: String?) -> String {
    let parts = conflict.fields.map { field in
        let value = field.theirs.map { names.words($0, of: field.field) } ?? "none"
        let short = value.unicodeScalars.count > 40 ? value.unicodeScalarsUpTo(40) + "…" : Substring(value)
        let whose = conflict.writer(me: me) == nil ? "of \(field.by)" : "of your other window"
        return "the \(field.field.words) \(whose) (\(short))"
    }
    return "Yours replaced \(parts.joined(separator: ", "))."
}

extension Conflict {
    /// The words for the other one when that is the same agent; nil when it is somebody else.
    func writer(me: String?) -> String? {
        me != nil && fields.allSatisfy { $0.by == me } ? "You, in another window," : nil
    }
}

/// A change in a few words, for acts on many cases and for questions: `take`, `status In Progress`.
func actWords(_ change: CaseChange, _ names: Names) -> String {
    switch change {
    case .subject: "new subject"
    case .description: "new description"
    case .product(let product): product.map { "product \($0)" } ?? "no product"
    case .status(let status, _): "status \(status.words)"
    case .severity(let severity, _): "severity \(severity.code)"
    case .requestSeverity(let severity, _): "requested severity \(severity.code)"
    case .fact(let field, let value): "\(field.words) \(value.map { names.words($0, of: field) } ?? "none")"
    case .type(let type): "type \(type.code)"
    case .take: "take"
    case .assign(let agent): "assign to \(names.agents[agent] ?? agent.description)"
    case .release: "release"
    case .queue(let queue): queue.map { "move to \(names.queues[$0] ?? $0.description)" } ?? "take out of the queue"
    case .tags(let adding, let removing):
        "tags " + (adding.map { "+" + $0 } + removing.map { "-" + $0 }).joined(separator: " ")
    case .watch(let on): on ? "watch" : "stop watching"
    case .snooze: "snooze"
    case .note: "internal note"
    case .reply: "public reply"
    case .hear: "customer's word"
    case .remind: "notice to the customer"
    case .deny: "deny support"
    case .handOver(let center, _): "hand over to \(names.known.center(center) ?? center)"
    case .escalate: "escalate"
    case .close(let reason, _, _): "close: \(reason.words)"
    case .reopen: "reopen"
    case .ask: "ask the customer"
    case .settle(_, let state, _): "action item \(state.rawValue)"
    case .extra(let name, _): name
    }
}

extension String {
    /// The text as a sentence: a capital in front, a full stop behind.
    var sentence: String {
        guard let first = unicodeScalars.first else { return self }
        let rest = String(unicodeScalars.dropFirst())
        let ended = unicodeScalars.last.map { $0 == "." || $0 == "!" || $0 == "?" } ?? true
        return first.properties.uppercaseMapping + rest + (ended ? "" : ".")
    }
}
