import CaseModel

/// What a command wants done to cases; nil for a command that does nothing to cases.
///
/// - Throws: a problem that names the argument which is missing or wrong, and the nearest that would fit.
public func plan(_ call: CommandCall, _ directory: Directory) throws(CallProblem) -> CasePlan? {
    let words = call.words
    switch call.command {
    case .take: return CasePlan(references: words, [.take])
    case .release: return CasePlan(references: words, [.release])
    case .reopen: return CasePlan(references: words, [.reopen])
    case .assign:
        let name = try call.needed(.to, "the agent's name")
        return CasePlan(references: words, [.assign(try directory.agent(named: name))])
    case .status:
        var given: [String: String] = [:]
        for (name, value) in words.compactMap(assignment) { given[name] = value }
        var plain = call
        plain.words = words.filter { assignment($0) == nil }
        // The words of a status are several: those at the end that say one.
        let said = plain.words.indices.dropLast().first { start in
            CodeField.status.code(plain.words[start...].joined(separator: " "), directory.words) != nil
        }
        if let said { plain.words = plain.words[..<said] + [plain.words[said...].joined(separator: " ")] }
        let (word, rest) = try plain.lastWord("a status")
        return CasePlan(references: rest, [.status(try status(word, directory.words), given: given)])
    case .severity:
        let (word, rest) = try call.lastWord("a severity")
        return CasePlan(
            references: rest, [.severity(try severity(word, directory.words), reason: call.options[.message])])
    case .move:
        guard !words.isEmpty else { throw CallProblem("move needs the name of a queue.") }
        return CasePlan([.queue(try queue(words.joined(separator: " "), directory))])
    case .tags: return CasePlan([try tags(words)])
    case .subject:
        guard let text = words.first else { throw CallProblem("subject needs the new subject line.") }
        return CasePlan([.subject(text)])
    case .note: return CasePlan(references: words, [.note(try call.needed(.message, "the text"))])
    case .reply: return CasePlan(references: words, [.reply(try call.needed(.message, "the text"))])
    case .escalate:
        return CasePlan(references: words, [.escalate(summary: try call.needed(.summary, "the summary"))])
    case .close:
        var plan = CasePlan(references: words, [try closing(call, directory.words)])
        plan.duplicateOf = call.options[.duplicateOf]
        return plan
    case .hear: return CasePlan(references: words, [.hear(try call.needed(.message, "what was said"))])
    case .remind: return CasePlan(references: words, [.remind(try call.needed(.message, "the text"))])
    case .deny:
        let ground = try call.needed(.ground, "the ground")
        return CasePlan(
            references: words, [.deny(ground: ground, person: call.options[.by], text: call.options[.message])])
    case .handOver:
        let center = try call.needed(.to, "the centre")
        return CasePlan(
            references: words, [.handOver(center: center, text: try call.needed(.message, "a note"))])
    case .ask:
        let kind = try call.needed(.item, "the kind of item")
        return CasePlan(
            references: words,
            [
                .ask(
                    kind: kind, text: try call.needed(.message, "the request"),
                    due: try time(call, .due, directory))
            ])
    case .snooze:
        _ = try call.needed(.until, "a time")
        return CasePlan(references: words, [.snooze(try time(call, .until, directory))])
    case .set: return try setting(call, directory)
    case .item: return try settling(words, call)
    default: return nil
    }
}

extension Command {
    /// Whether ``plan(_:_:)`` makes a plan of it.
    public var changesCases: Bool {
        switch self {
        case .take, .release, .reopen, .assign, .status, .severity, .move, .tags, .subject, .note, .reply, .escalate,
            .close, .set, .item, .ask, .hear, .remind, .deny, .handOver, .snooze:
            true
        default: false
        }
    }
}

private func closing(_ call: CommandCall, _ words: Vocabulary) throws(CallProblem) -> CaseChange {
    let word = try call.needed(.reason, "the reason")
    let said = Words.fold(word)
    guard let reason = words.closure(word.lowercased()) ?? words.closures.first(where: { Words.fold($0.words) == said })
    else {
        throw CallProblem.unknown("reason", word, among: words.closures.map(\.code))
    }
    return .close(reason, duplicateOf: nil, text: call.options[.message])
}

private func settling(_ words: [String], _ call: CommandCall) throws(CallProblem) -> CasePlan {
    guard let first = words.first, let id = ActionItemID(text: first) else {
        throw CallProblem("item needs the number of an action item.", "Like: item AI-1000001-1 done.")
    }
    guard words.count == 2, let state = ItemState(rawValue: words[1].lowercased()), state != .open else {
        throw CallProblem("item \(id) needs done, declined or accepted.")
    }
    var plan = CasePlan([.settle(id, state, text: call.options[.message])])
    plan.caseID = id.caseID
    return plan
}

/// An instant given as an option, as people say it; `none` means none.
private func time(
    _ call: CommandCall, _ option: CallOption, _ directory: Directory
) throws(CallProblem) -> Timestamp? {
    guard let text = call.options[option], text != "none" else { return nil }
    if let instant = Timestamp(words: text, at: directory.now, in: directory.zone) { return instant }
    let today = directory.now.map { directory.zone.local($0).day }
    if let today, let absence = DayWords.absence(ofTime: text, today: today) {
        throw CallProblem("--\(option.rawValue) \(text): \(absence)")
    }
    throw CallProblem(
        "--\(option.rawValue) needs a time, like 2h, tomorrow, 17:00, 2026-03-09 or 2026-03-09T13:30:00Z, not \(text).")
}

extension CommandCall {
    /// The value of an option that must be there.
    func needed(_ option: CallOption, _ what: String) throws(CallProblem) -> String {
        if let value = options[option] { return value }
        let spelling = option.short.map { "-" + $0 } ?? "--" + option.rawValue
        throw CallProblem(
            "\(command.name) needs \(what) (\(spelling)).", "Usage: \(command.name) \(command.entry.usage)")
    }

    fileprivate func lastWord(_ what: String) throws(CallProblem) -> (String, [String]) {
        guard let last = words.last else { throw CallProblem("\(command.name) needs \(what).") }
        return (last, Array(words.dropLast()))
    }
}
