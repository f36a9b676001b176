import CaseModel

extension ConsoleState {
    /// The store did an act, or would not.
    mutating func hearOutcome(_ outcome: OperationOutcome, _ ticket: Ticket) -> [Effect] {
        noteWritten(outcome)
        if let journey = work.journeys.removeValue(forKey: ticket) { return hearTurn(outcome, journey) }
        guard let act = work.running.removeValue(forKey: ticket) else { return [] }
        noteOwn(outcome, at: act.place)
        // Of several cases the text stays for those that were refused; a key alone would be typed into it.
        let isTextLeft = index(of: act.input) != nil && outcome.edits.contains { $0.isLeft }
        let undo = isTextLeft ? "\(key(.back)), then \(key(.undo))" : key(.undo)
        var said = ConsoleCore.notice(
            for: outcome, of: act, names: desk.names, me: session?.agent?.name,
            beside: stayWords(outcome, at: status(of: act.targets)) ?? commandWords(outcome)
                ?? helpingWords(outcome, of: act.call),
            undo: undo)
        said.text = tellingTimes(said.text)
        notice = said
        var conflicts: [Conflict] = []
        var done: Set<CaseID> = []
        for edit in outcome.edits {
            switch edit {
            case .done(let id, _, _, _), .unchanged(let id): done.insert(id)
            case .conflict(let conflict): conflicts.append(conflict)
            case .refused, .notFound: break
            }
        }
        if !done.isEmpty {
            work.last = act.call
            // What was not done keeps its mark, so that one sees which cases those are.
            if act.targets.areMarked {
                queue.marks.remove(done)
                workplaces.top?.marks.subtract(done.map { .item($0) })
            }
        }
        // What was typed ahead was meant for what comes after, and not for a question or a text that came back.
        if act.input != .none, done.count < outcome.edits.count { work.held = [] }
        let effects = settleInput(act.input, done, words: conflicts.isEmpty ? notice?.text : nil)
        for conflict in conflicts.reversed() {
            var wanted = act
            let target = Targets.Target(id: conflict.caseID, base: conflict.current)
            wanted.targets = .these([target], marked: act.targets.areMarked)
            overlays.append(.conflict(ConflictDialog(conflict: conflict, act: wanted)))
        }
        return effects + reload()
    }

    /// The act never reached the store: nothing is lost that was typed.
    mutating func failed(_ act: PendingAct, _ error: StoreError) -> [Effect] {
        notice = Notice(
            "\(act.targets.words) \(act.targets.count == 1 ? "was" : "were") not changed. \(error)", .refused)
        if let index = index(of: act.input) {
            work.held = []
            overlays[index].complain(error.description)
        }
        return []
    }
}

extension EditOutcome {
    /// Whether the case is as it was, so that what was typed for it is left.
    fileprivate var isLeft: Bool {
        switch self {
        case .done, .unchanged: false
        case .conflict, .refused, .notFound: true
        }
    }
}
