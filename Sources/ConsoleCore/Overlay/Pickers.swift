import CaseModel
import TerminalUI

extension ConsoleState {
    /// The case as known in full, when the input is about one.
    func item(of targets: Targets) -> CaseFile? {
        guard let id = targets.only else { return nil }
        if let page, page.id == id { return page.file }
        return desk.files[id]
    }

    /// Why the rules stand against a change of the one case, and whether it is so now; nil when that is not known.
    ///
    /// What is so now can still be chosen: a colleague may have changed it since, and then the store has the word.
    private func verdict(_ change: CaseChange, _ file: CaseFile?) -> (
        obstacle: String?, brief: String?, changes: [FieldChange], isSo: Bool
    )? {
        guard let file, let session, let agent = session.agent else { return nil }
        do throws(Refusal) {
            // What is not known here the store looks at.
            let decision = try decide(
                change, on: file.item, items: file.items, by: agent, at: now, CaseFacts(), session.policies)
            return (nil, nil, decision.changes, decision.isEmpty)
        } catch {
            // The case is named by the title, and its number would only push the reason out of sight.
            let words = error.description.withKeys
            let number = ["\(file.item.id): ", "\(file.item.id) "].first(where: words.hasPrefix) ?? ""
            let rest = String(words.dropFirst(number.count))
            let brief = error.rule == Refusal.noTransition ? "not from “\(file.item.status.words)”" : nil
            return (rest.hasPrefix("is ") ? "It " + rest : rest.sentence, brief, [], false)
        }
    }

    /// A line for a change, with why it cannot be chosen, and with what it does to the clock where that is asked.
    func line(
        _ call: CommandCall, _ label: String, _ detail: String = "", _ change: CaseChange, _ file: CaseFile?,
        key: Unicode.Scalar? = nil, whatIf: WhatIf? = nil
    ) -> Picker.Line {
        let verdict = verdict(change, file)
        var details = detail.isEmpty ? [] : [detail]
        if verdict?.isSo == true {
            // With a reason it binds: the customer is said to have agreed to what it asked for.
            let isConsent = if case .severity = change { file.map { $0.agreement == nil } ?? false } else { false }
            details.append(isConsent ? "as it is; notes the agreement" : "as it is")
        } else if verdict?.obstacle == nil, let outlook = whatIf?.outlook(verdict?.changes ?? []) {
            details.append(outlook)
        }
        return Picker.Line(
            call: call, label: label, detail: details.joined(separator: ", "), obstacle: verdict?.obstacle,
            brief: verdict?.brief, key: key)
    }

    func whatIf(_ file: CaseFile?) -> WhatIf? {
        WhatIf(file, session?.policies, at: now, isBrief: isNarrow) { isNarrow ? briefWords(at: $0) : words(at: $0) }
    }

    /// Whether a list has room for little beside its labels.
    var isNarrow: Bool { size.columns < 100 }

    /// An instant of the days to come without its date: `Tue 09:02`.
    private func briefWords(at instant: Timestamp) -> String {
        let local = desk.directory.zone.local(instant)
        let days = local.day.daysSince1970 - displayDay.daysSince1970
        guard (1...6).contains(days) else { return words(at: instant) }
        return "\(Timeline.weekdayName(local.day.weekday)) \(local.clockText)"
    }

    /// The statuses, those that usually come next first, those that cannot be last with the reason.
    func statusPicker(_ targets: Targets) -> Picker {
        let file = item(of: targets)
        let whatIf = whatIf(file)
        let current = file?.item.status ?? targets.first.flatMap { queue.shelf[$0]?.status }
        let words = desk.directory.words
        let rules = session?.policies.inForce.lifeCycle
        let lines = words.statuses(after: current ?? words.start).map { status in
            if let way = otherWay(to: status, file) { return way }
            // What it needs is asked for next, and so stands in no one's way here.
            let given = Dictionary(
                uniqueKeysWithValues: Set(status.needs).map { ($0, Status.isDay($0) ? "9999-12-31" : "…") })
            let change = CaseChange.status(status, given: given)
            // What it was given may be given anew.
            let isSo = status == current && !status.needs.isEmpty ? "as it is" : ""
            let details = [isSo, asked(status, from: current), refusedWords(change, targets)].filter { !$0.isEmpty }
            var line = line(
                CommandCall(.status, [status.code]), status.words, details.joined(separator: ", "), change, file,
                key: status.key, whatIf: whatIf)
            line.note = rules?.statuses.first { $0.code == status.code }.flatMap { meaning($0.meaning, $0.origin) }
            return line
        }
        return Picker("Status of \(targets.words)", lines.possibleFirst, targets: targets, kind: .short)
    }

    /// What is asked for next on the way to a status: `asks what is awaited`; empty for nothing.
    private func asked(_ status: Status, from current: Status?) -> String {
        let needs = CommandCall.needs(asked: status, from: current).map { need in
            let word = CaseField.given(need).label
            return word.hasSuffix("ed") ? "what is \(word)" : word
        }
        return needs.isEmpty ? "" : "asks \(needs.joined(separator: " and "))"
    }

    /// The line for a status that has a verb of its own, which then asks for what it needs; nil for others.
    private func otherWay(to status: Status, _ file: CaseFile?) -> Picker.Line? {
        let command: Command
        let isSo = file?.item.status == status
        var obstacle: String?
        if status.isFinal {
            command = .close
        } else if status.role == .refused {
            command = .deny
            let ground = session?.policies.inForce.duties.grounds.first { $0.effect == .deny }?.code ?? ""
            obstacle = verdict(.deny(ground: ground, person: nil, text: "…"), file)?.obstacle
        } else {
            return nil
        }
        if isSo { obstacle = "The case stands there already; \(key(.reopen)) opens it again." }
        return Picker.Line(
            call: CommandCall(command), label: status.words, detail: isSo ? "as it is" : "asks why",
            obstacle: obstacle, key: status.key)
    }

    /// What a word of the policy means, with where that is from; nil where the policy does not say.
    func meaning(_ words: String?, _ origin: Policy.Origin) -> String? {
        words.map { "\($0) \(session?.policies.inForce.credit(origin.tags(of: "meaning")) ?? "")" }
    }

    /// The active agents, oneself first, then those who are on duty; each with whether and where they are.
    func agentPicker(_ targets: Targets) -> Picker {
        let file = item(of: targets)
        let me = session?.agent?.id
        let look = ListingLook(self)
        let active = desk.directory.agents.filter(\.active).map { agent in
            (agent: agent, presence: look?.presence(of: agent))
        }
        // Where nobody knows who is there, nobody goes behind the others for it.
        let isThere = { (presence: Presence?) in presence.map { $0.isReachable || $0.unknown != nil } ?? true }
        let others = active.filter { $0.agent.id != me }
        let sorted =
            active.filter { $0.agent.id == me } + others.filter { isThere($0.presence) }
            + others.filter { !isThere($0.presence) }
        let lines = sorted.map { agent, presence in
            let center = agent.center.map { desk.directory.words.center($0) ?? $0 }
            let standing = presence.flatMap { $0.unknown == nil ? look?.told($0) : nil }
            var told = [agent.id == me ? "you" : nil, standing, center].compactMap { $0 }
            if told.isEmpty { told = agent.duties.map(\.words).sorted() }
            return line(
                CommandCall(.assign, options: [.to: agent.id.description]), agent.name, told.joined(separator: ", "),
                .assign(agent.id), file)
        }
        return Picker("Assign \(targets.words) to", lines, targets: targets)
    }

    /// The store's queues to move a case to.
    func movePicker(_ targets: Targets) -> Picker {
        let file = item(of: targets)
        let none = line(CommandCall(.move, ["none"]), "no queue", "", .queue(nil), file)
        let lines = desk.directory.queues.map { queue in
            line(CommandCall(.move, [queue.id.description]), queue.name, "", .queue(queue.id), file)
        }
        return Picker("Move \(targets.words) to the queue", lines + [none], targets: targets)
    }

    /// Why a case is closed.
    func reasonPicker(_ targets: Targets) -> Picker {
        let file = item(of: targets)
        let isClosed = file?.item.status.isFinal ?? false
        let lines = desk.directory.words.closures.enumerated().map { index, reason in
            Picker.Line(
                call: CommandCall(.close, options: [.reason: reason.code]),
                label: reason.words.sentence.withoutStop, detail: "",
                obstacle: isClosed ? "the case is closed already" : nil,
                key: index < 10 ? String((index + 1) % 10).unicodeScalars.first : nil)
        }
        return Picker("Close \(targets.words) because", lines, targets: targets, kind: .short)
    }

    /// The orders of a queue.
    func sortPicker() -> Picker {
        let current = queue.sortInGroups.first
        let keys = SortKey.Field.allCases.flatMap { [SortKey($0), SortKey($0, descending: true)] }
        let lines = keys.map { key in
            let name = (key.descending ? "-" : "") + key.field.rawValue
            let order = key.descending ? "last to first" : "first to last"
            let arrow = desk.glyphs.shown(key.descending ? .down : .up).text
            return Picker.Line(
                call: CommandCall(.sort, [name]), label: "\(key.field.rawValue) \(arrow)",
                detail: key == current ? order + ", in use" : order)
        }
        var picker = Picker("Order of \(queue.tabs.queue.name)", lines)
        if let index = keys.firstIndex(where: { $0 == current }) { picker.menu.select(index) }
        return picker
    }
}

extension [Picker.Line] {
    /// What can be chosen first; the order stays otherwise.
    var possibleFirst: [Picker.Line] { filter { $0.obstacle == nil } + filter { $0.obstacle != nil } }
}

extension String {
    /// The text without a full stop at its end.
    var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
