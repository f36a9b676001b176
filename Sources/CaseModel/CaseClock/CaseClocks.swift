/// The clocks of a case, from its history alone (domain 2.3).
public struct CaseClocks: Sendable {
    /// The clock of the first response.
    public private(set) var response = ResponseClock(.firstResponse)
    /// The clock of the next answer.
    public private(set) var followUp = ResponseClock(.followUp)
    /// The case as far as its events were looked at.
    public private(set) var item: Case
    private let book: PolicyBook
    private let takenBack: Set<Int>
    /// The edition that the case remembered first: what it did before that is told by it, too.
    private let firstMark: String?

    /// The fields on which the rule of a clock depends.
    private static let deciding: Set<CaseField> = [.plan, .region, .severity, .type, .policy]

    /// Replays a history.
    ///
    /// - Throws: a value in it that fits no field.
    public init(of id: CaseID, _ events: [CaseEvent], _ book: PolicyBook) throws(ValueProblem) {
        self.book = book
        takenBack = events.takenBack
        firstMark = events.lazy.flatMap(\.changes).first { $0.field == .policy && $0.new != nil }?.new
        item = Case(id: id, subject: "", openedAt: events.first?.at ?? Timestamp(seconds: 0), words: book.words)
        for event in events { try add(event) }
    }

    /// Adds what happened next, or what might.
    public mutating func add(_ event: CaseEvent) throws(ValueProblem) {
        let before = item
        try item.apply(event)
        if before.version == 0 {
            start(at: item.openedAt, by: event)
        } else if event.changes.contains(where: { CaseClocks.deciding.contains($0.field) }),
            RuleQuestion(before, .firstResponse, book) != RuleQuestion(item, .firstResponse, book)
        {
            tell(event) { .ruleChanged($0) }
        }
        // What was taken back moves no clock, and what takes it back says nothing to the customer either.
        let holds = event.refersTo == nil && !takenBack.contains(event.seq)
        let firstAnswer = item.firstResponseAt
        if event.isAnswer {
            if holds { note(event, .answered(outward: true, human: true)) }
        } else if holds, before.firstResponseAt != firstAnswer, let firstAnswer {
            // The source knows of an answer that stands in no event of its own.
            response.add(ClockEvent(at: firstAnswer, seq: event.seq, .answered(outward: true, human: true)))
        }
        if holds, event.action == .heard || event.action == .settled { note(event, .asked) }
        follow(before.version == 0 ? nil : before, event)
    }

    private mutating func start(at opened: Timestamp, by event: CaseEvent) {
        response.add(ClockEvent(at: opened, seq: event.seq, .opened(rule(.firstResponse))))
        followUp.add(ClockEvent(at: opened, seq: event.seq, .opened(rule(.followUp))))
    }

    private mutating func tell(_ event: CaseEvent, _ kind: (ClockRule?) -> ClockEvent.Kind) {
        response.add(ClockEvent(at: event.at, seq: event.seq, kind(rule(.firstResponse))))
        followUp.add(ClockEvent(at: event.at, seq: event.seq, kind(rule(.followUp))))
    }

    private mutating func note(_ event: CaseEvent, _ kind: ClockEvent.Kind) {
        response.add(ClockEvent(at: event.at, seq: event.seq, kind))
        followUp.add(ClockEvent(at: event.at, seq: event.seq, kind))
    }

    /// What a change of the status, or of the edition that says what it does, does to each clock.
    private mutating func follow(_ before: Case?, _ event: CaseEvent) {
        guard before?.status != item.status || before?.policy != item.policy else { return }
        let (old, new) = (before.map(effects), effects(of: item))
        for (kind, from, to) in [
            (Policy.ClockKind.firstResponse, old?.firstResponse ?? .runs, new.firstResponse),
            (.followUp, old?.followUp ?? .runs, new.followUp),
        ] where from != to {
            var steps: [ClockEvent.Kind] = []
            switch from {
            case .runs: break
            case .pauses: steps.append(.resumed)
            case .stops: steps.append(.reopened)
            }
            switch to {
            case .runs: break
            case .pauses: steps.append(.paused)
            case .stops: steps.append(.stopped)
            }
            for step in steps {
                let change = ClockEvent(at: event.at, seq: event.seq, step)
                if kind == .firstResponse { response.add(change) } else { followUp.add(change) }
            }
        }
    }

    /// What the edition that a case remembers says its status does; a later edition changes no clock that ran.
    private func effects(of item: Case) -> Policy.StatusKind {
        book.kind(of: item.status, in: item.policy ?? firstMark)
    }

    private func rule(_ clock: Policy.ClockKind) -> ClockRule? {
        guard case .success(let found)? = answer(clock) else { return nil }
        return found.rule
    }

    /// What the edition that the case remembers says of a clock now: the rule with what it was put together from, or
    /// why it has none; nil for a case without plan, region or edition.
    public func answer(_ clock: Policy.ClockKind) -> Result<PolicyRule, PolicyQuestionProblem>? {
        RuleQuestion(item, clock, book).map(book.rule)
    }

    /// The edition that the case remembers.
    public var edition: Policy? { item.policy.flatMap(book.edition) }

    /// The clocks as they would be if a change were made now.
    public func after(_ changes: [FieldChange], at now: Timestamp) throws(ValueProblem) -> CaseClocks {
        var copy = self
        try copy.add(
            CaseEvent(
                caseID: item.id, seq: item.version + 1, at: now, actor: EventActor(agent: nil, name: "", login: ""),
                action: .changed, changes: changes, operation: OperationID("")))
        return copy
    }
}

extension PolicyBook {
    /// The tags of the sources of the target that a clock of a case has, with what must be said beside them
    /// (``Policy/credit(_:)``); nil where it has none, or was promised by another.
    ///
    /// - Parameter target: the words of the target that is shown.
    public func credit(ofTarget target: String?, _ clock: Policy.ClockKind, of item: Case) -> String? {
        guard let mark = item.policy, let edition = edition(mark),
            case .success(let found)? = RuleQuestion(item, clock, self).map(rule),
            found.rule.target.description == target, let fact = found.facts.first(where: { $0.what == "target" })
        else { return nil }
        return edition.credit(fact.tags)
    }
}

extension CaseState {
    /// The state with its clocks as a history has them.
    ///
    /// - Parameter history: all events of the case, the newest of them too.
    public func withClocks(
        _ book: PolicyBook, _ history: () throws(StoreError) -> [CaseEvent]
    ) throws(StoreError) -> CaseState {
        var state = self
        // Without a plan there never was a rule, unless a plan was taken away: then its promises are told by `why`.
        guard item.plan != nil else {
            state.item.response = .none
            state.item.followUp = .none
            return state.withPromise
        }
        let events = try history()
        do throws(ValueProblem) {
            let clocks = try CaseClocks(of: item.id, events, book)
            state.item.response = clocks.response.face
            state.item.followUp = clocks.followUp.face
        } catch {
            throw .value(error, in: item.id)
        }
        return state.withPromise
    }
}
