import CaseModel

/// What became of an act, as the sentence for the notice line.
func notice(for outcome: OperationOutcome, of act: PendingAct, names: Names) -> Notice {
    var done: [CaseEvent] = []
    var doneCases = 0
    var unchanged: [CaseID] = []
    var refusals: [(CaseID, Refusal)] = []
    var gone: [CaseID] = []
    var merged = false
    for edit in outcome.edits {
        switch edit {
        case .done(_, _, let events, let wasMerged):
            doneCases += 1
            done += events
            merged = merged || wasMerged
        case .unchanged(let id): unchanged.append(id)
        case .refused(let id, let refusal): refusals.append((id, refusal))
        case .notFound(let id): gone.append(id)
        case .conflict: break
        }
    }
    var sentences: [String] = []
    if doneCases == 1, !done.isEmpty {
        sentences.append(done.map { words(for: $0, names: names) }.joined(separator: ", ").sentence)
    } else if doneCases > 1 {
        sentences.append("\(doneCases) cases: \(act.changes.map { actWords($0, names) }.joined(separator: ", ")).")
    }
    if merged { sentences.append("Somebody changed other fields meanwhile; both changes hold.") }
    if let first = unchanged.first {
        sentences.append(unchanged.count == 1 ? "\(first) is so already." : "\(unchanged.count) cases are so already.")
    }
    if let first = gone.first {
        sentences.append(gone.count == 1 ? "\(first) is gone." : "\(gone.count) cases are gone.")
    }
    if let first = refusals.first {
        let count = refusals.count > 1 ? "\(refusals.count) were refused; the first: " : ""
        sentences.append(count + first.1.description)
    }
    if doneCases > 0 { sentences.append("u undoes it.") }
    let tone: Notice.Tone = !refusals.isEmpty || !gone.isEmpty ? .refused : doneCases > 0 ? .done : .info
    return Notice(sentences.joined(separator: " "), tone)
}

/// A change in a few words, for acts on many cases and for questions: `take`, `status In Progress`.
func actWords(_ change: CaseChange, _ names: Names) -> String {
    switch change {
    case .subject: "new subject"
    case .description: "new description"
    case .product(let product): product.map { "product \($0)" } ?? "no product"
    case .status(let status): "status \(status.words)"
    case .severity(let severity): "severity \(severity.code)"
    case .type(let type): "type \(type.rawValue)"
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
    case .escalate: "escalate"
    case .close(let reason, _, _): "close: \(reason.words)"
    case .reopen: "reopen"
    case .ask: "ask the customer"
    case .settle(_, let state): "action item \(state.rawValue)"
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
