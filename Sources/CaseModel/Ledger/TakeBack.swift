extension CaseLedger {
    /// Takes back the claimant's newest act that still holds.
    public mutating func undo(_ operation: Operation) throws(StoreError) -> OperationOutcome {
        try turn(operation, .undo)
    }

    /// Does again what the claimant took back last.
    public mutating func redo(_ operation: Operation) throws(StoreError) -> OperationOutcome {
        try turn(operation, .redo)
    }

    /// The newest act after another one that somebody did knowingly, and that cannot be taken back.
    private func actThatStays(of agent: AgentID, after act: OperationID?) throws(StoreError) -> LedgerAct? {
        for newer in try actsThatStay(of: agent, after: act) {
            guard newer.kind == .record else { return newer }
            // What a console notes by itself is nobody's act.
            let noted: [RecordKind] = [.alert, .reveal, .referenceCheck]
            let kinds = try recordEvents(writtenBy: newer.id).compactMap { RecordKind(code: $0.record.kind) }
            if kinds.contains(where: { !noted.contains($0) }) { return newer }
        }
        return nil
    }

    private mutating func turn(_ operation: Operation, _ kind: LedgerAct.Kind) throws(StoreError) -> OperationOutcome {
        if let known = try outcome(of: operation.id) { return known }
        let agent = try actor(behind: operation.claim)
        let back = kind == .undo
        guard let act = try act(of: agent.id, back ? .holds : .takenBack, newest: back) else {
            if back, let newest = try actThatStays(of: agent.id, after: nil), newest.kind == .log {
                throw .refused(.logStays(newest.words))
            }
            throw .refused(back ? .nothingToUndo : .nothingToRedo)
        }
        if back, !operation.leave.passesStaying, let newer = try actThatStays(of: agent.id, after: act.id) {
            throw .refused(.stays(newer, before: act.words))
        }
        if back, operation.leave.acts?.contains(act.id) == false {
            var outcome = OperationOutcome(id: operation.id, edits: [], subject: act.words)
            outcome.unsure = act.entry
            return outcome
        }
        var turns: [Turn] = []
        var problems: [EditOutcome] = []
        for stretch in act.touched {
            switch try turn(stretch, of: act, operation, by: agent, back: back) {
            case .success(let turn): turns.append(turn)
            case .failure(let problem): problems.append(problem.outcome)
            }
        }
        guard problems.isEmpty else { return OperationOutcome(id: operation.id, edits: problems, subject: act.words) }
        for turn in turns {
            let new = try turn.new.withClocks(policies) { () throws(StoreError) in turn.history + turn.events }
            try write(turn.events, from: turn.old, to: new)
        }
        let outcome = OperationOutcome(
            id: operation.id, edits: turns.map(\.outcome), subject: act.words)
        try mark(act.id, back ? .takenBack : .holds)
        let done = LedgerAct(
            id: operation.id, kind: kind, actor: agent.actor(operation.claim), at: operation.at,
            recordedAt: operation.recordedAt, words: (back ? "took back: " : "did again: ") + act.words,
            touched: turns.flatMap(\.events).stretches, refersTo: act.id)
        try remember(done, outcome: outcome)
        return outcome
    }

    /// Works out how one case turns, or why it cannot.
    private func turn(
        _ stretch: LedgerAct.Touched, of act: LedgerAct, _ operation: Operation, by agent: Agent, back: Bool
    ) throws(StoreError) -> Result<Turn, Turn.Problem> {
        let id = stretch.caseID
        guard let old = try state(of: id) else { return .failure(Turn.Problem(outcome: .notFound(id))) }
        let history = try events(of: id, after: 0)
        let targets = history.filter { $0.operation == act.id && $0.action != .undone && $0.action != .redone }
        var turn = Turn(old: old, new: old, history: history)
        for target in back ? targets.reversed() : targets {
            do throws(Refusal) {
                try authorise(agent, target.act, .item(id))
            } catch {
                return .failure(Turn.Problem(outcome: .refused(id, error)))
            }
            let (changes, clashes) = turn.changes(turning: target, back: back)
            guard clashes.isEmpty else {
                let conflict = Conflict(
                    caseID: id, base: stretch.last, current: old.item.version, fields: clashes)
                return .failure(Turn.Problem(outcome: .conflict(conflict)))
            }
            // An item that comes back needs its words again: they are the text of the event that asks.
            let asks = !back && target.action == .asked
            let event = CaseEvent(
                caseID: id, seq: turn.new.item.version + 1, at: operation.at, recordedAt: operation.recordedAt,
                actor: agent.actor(operation.claim), action: back ? .undone : .redone, changes: changes,
                text: asks ? target.text : nil, operation: operation.id, refersTo: target.seq)
            do throws(ValueProblem) { try turn.new.apply(event) } catch { throw .value(error, in: id) }
            turn.events.append(event)
        }
        return .success(turn)
    }
}

extension CaseEvent {
    /// The act that the event was, so that taking it back needs the same right.
    var act: Act {
        switch action {
        case .noted: .note
        case .replied, .reminded: .reply
        case .heard: .note
        case .denied: .deny
        case .taken, .assigned, .released, .moved, .handedOver: .assign
        case .closed, .reopened: .close
        case .snoozed: .tag
        case .changed: actOfFields
        case .logged: .createCase
        case .imported: .importData
        case .escalated, .asked, .settled, .undone, .redone: .work
        }
    }

    private var actOfFields: Act {
        let fields = changes.map(\.field)
        if fields.contains(.severity) { return .changeSeverity }
        if fields.allSatisfy({ $0 == .tags || $0 == .watchers }) { return .tag }
        // A flag goes or comes with what is asked for; what a status needs is corrected by who may do all the more.
        let isOfSituation = fields.allSatisfy { field in
            switch field {
            case .criticalSituationManager, .given, .flags: true
            default: false
            }
        }
        return isOfSituation ? .commandSituation : .work
    }
}
