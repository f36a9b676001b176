extension CaseLedger {
    /// Takes back the claimant's newest act that still holds.
    public mutating func undo(_ operation: Operation) throws(StoreError) -> OperationOutcome {
        try turn(operation, .undo)
    }

    /// Does again what the claimant took back last.
    public mutating func redo(_ operation: Operation) throws(StoreError) -> OperationOutcome {
        try turn(operation, .redo)
    }

    /// The acts after another one that somebody did knowingly, and that cannot be taken back; nil for none.
    private func staying(of agent: AgentID, after act: OperationID?) throws(StoreError) -> StayingActs? {
        let newer = try actsThatStay(of: agent, after: act)
        var known: [JournalEntry] = []
        var seen: Set<OperationID> = []
        for act in newer {
            guard let knowing = try knowing(act) else { continue }
            known.append(act.entry)
            if knowing == .alerts { seen.insert(act.id) }
        }
        guard let newest = known.first else { return nil }
        return StayingActs(
            known, areAll: newer.count < LedgerAct.fewActs, before: try formerValues(of: newest.id), seen: seen)
    }

    /// What the records that an act changed had before, in words; nil where it changed none.
    private func formerValues(of act: OperationID) throws(StoreError) -> String? {
        let events = try recordEvents(writtenBy: act).filter { $0.seq > 1 }
        let names = try names(in: [], events)
        let former = events.compactMap { event -> String? in
            let kind = RecordKind(code: event.record.kind)
            let values = event.changes.compactMap { change -> String? in
                // How and since when somebody was named follows from who is.
                guard let field = kind?.field(change.field), !field.isByAct,
                    kind?.together.dropFirst().contains(change.field) != true
                else { return nil }
                return "\(change.field) \(change.old.map { names.words($0, of: field.type) } ?? "none")"
            }
            return values.isEmpty ? nil : "\(event.record) had \(values.joined(separator: ", "))"
        }
        guard !former.isEmpty else { return nil }
        let more = former.count > 3 ? " and \(former.count - 3) more had others" : ""
        return former.prefix(3).joined(separator: ", ") + more
    }

    /// What somebody did an act with, knowingly; nil for what a console noted by itself.
    private func knowing(_ act: LedgerAct) throws(StoreError) -> Knowing? {
        guard act.kind == .record else { return .others }
        let noted: [RecordKind] = [.alert, .reveal, .referenceCheck]
        let events = try recordEvents(writtenBy: act.id)
        if events.contains(where: { RecordKind(code: $0.record.kind).map { !noted.contains($0) } ?? false }) {
            return .others
        }
        return events.contains(where: \.saysSeen) ? .alerts : nil
    }

    /// Why an act is only told of, not taken back; nil where it may be.
    private func doubt(
        about act: LedgerAct, of agent: AgentID, _ leave: UndoLeave
    ) throws(StoreError) -> UndoDoubt? {
        let isMeant = leave.acts?.contains(act.id) != false
        if isMeant, leave.passesStaying { return nil }
        let staying = try staying(of: agent, after: act.id)
        if isMeant, staying == nil { return nil }
        return UndoDoubt(act: act.entry, staying: staying)
    }

    private mutating func turn(_ operation: Operation, _ kind: LedgerAct.Kind) throws(StoreError) -> OperationOutcome {
        if var known = try outcome(of: operation.id) {
            known.records = try recordEvents(writtenBy: operation.id)
            return known
        }
        let agent = try actor(behind: operation.claim)
        let back = kind == .undo
        guard let act = try act(of: agent.id, back ? .holds : .takenBack, newest: back) else {
            if back, let staying = try staying(of: agent.id, after: nil) {
                throw .refused(.nothingBefore(staying.newestAlone))
            }
            throw .refused(back ? .nothingToUndo : .nothingToRedo)
        }
        if back, let doubt = try doubt(about: act, of: agent.id, operation.leave) {
            var outcome = OperationOutcome(id: operation.id, edits: [], subject: act.words)
            outcome.doubt = doubt
            return outcome
        }
        if act.kind == .amend {
            let events = try turnRecords(of: act, operation, by: agent, back: back)
            return try finish(act, operation, by: agent, back: back) { $0.records = events }
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
        return try finish(act, operation, by: agent, back: back, turns.flatMap(\.events).stretches) {
            $0.edits = turns.map(\.outcome)
        }
    }

    /// Remembers that an act was taken back or done again.
    private mutating func finish(
        _ act: LedgerAct, _ operation: Operation, by agent: Agent, back: Bool, _ touched: [LedgerAct.Touched] = [],
        _ answer: (inout OperationOutcome) -> Void
    ) throws(StoreError) -> OperationOutcome {
        var outcome = OperationOutcome(id: operation.id, edits: [], subject: act.words)
        answer(&outcome)
        try mark(act.id, back ? .takenBack : .holds)
        let done = LedgerAct(
            id: operation.id, kind: back ? .undo : .redo, actor: agent.actor(operation.claim), at: operation.at,
            recordedAt: operation.recordedAt, words: (back ? "took back: " : "did again: ") + act.words,
            touched: touched, refersTo: act.id)
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

/// What somebody did an act with, knowingly: alerts, which somebody saw, or anything else.
private enum Knowing { case alerts, others }

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
        if fields == [.given(Case.promise)] { return .reply }
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
