import CaseModel

extension ConsoleState {
    /// The store did an act, or would not.
    mutating func hearOutcome(_ outcome: OperationOutcome, _ ticket: Ticket) -> [Effect] {
        noteWritten(outcome)
        if let journey = work.journeys.removeValue(forKey: ticket) { return hearTurn(outcome, journey) }
        guard let act = work.running.removeValue(forKey: ticket) else { return [] }
        notice = ConsoleCore.notice(for: outcome, of: act, names: desk.names)
        var effects: [Effect] = []
        let conflicts = outcome.edits.compactMap { edit -> Conflict? in
            guard case .conflict(let conflict) = edit else { return nil }
            return conflict
        }
        let done = outcome.edits.compactMap { edit -> CaseID? in
            switch edit {
            case .done(let id, _, _, _), .unchanged(let id): id
            case .refused, .conflict, .notFound: nil
            }
        }
        if !done.isEmpty {
            work.last = act.call
            queue.marks.removeAll()
            queue.cursor.anchor = nil
        }
        // Text stays in its frame until everything it was for is written.
        let remaining = act.targets.map(\.id).filter { !done.contains($0) }
        if remaining.isEmpty {
            effects += closeInput(ticket, act)
        } else {
            keepInput(ticket, words: conflicts.isEmpty ? notice?.text : nil, remaining: remaining)
        }
        for conflict in conflicts.reversed() {
            var wanted = act
            wanted.targets = act.targets.filter { $0.id == conflict.caseID }
            overlays.append(.conflict(ConflictDialog(conflict: conflict, act: wanted, hasText: hasInput)))
        }
        return effects + reload()
    }

    /// The act never reached the store: nothing is lost that was typed.
    mutating func failed(_ act: PendingAct, _ error: StoreError) -> [Effect] {
        notice = Notice("\(act.object) was not changed. \(error)", .refused)
        for index in overlays.indices { overlays[index].stopSending(words: error.description) }
        return []
    }
}
