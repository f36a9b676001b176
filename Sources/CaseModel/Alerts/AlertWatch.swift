/// What somebody who watches wants to know.
public struct AlertWatch: Equatable, Sendable {
    /// The time by the program's clock.
    public var now: Timestamp
    /// How long before a promise is due that is told, in seconds; nil tells of none.
    public var ahead: Int64?
    /// The versions of the cases that were looked at before: they are not looked at again.
    public var judged: [CaseID: Int]

    /// When anybody last did something, as the store knows; nil where it says nothing of that.
    public var lastAct: Timestamp?

    /// What happened longer ago is no news where somebody was there, in seconds: what another system told of long ago
    /// would ring all at once.
    public static let memory: Int64 = 86_400
    /// As far back as that goes where nobody was, as over some days off, in seconds.
    public static let absence: Int64 = 7 * 86_400

    /// A look at a store.
    public init(now: Timestamp, ahead: Int64?, judged: [CaseID: Int] = [:]) {
        self.now = now
        self.ahead = ahead
        self.judged = judged
    }

    /// Since when something is news.
    public var since: Timestamp {
        let usual = now - AlertWatch.memory
        return lastAct.map { max(now - AlertWatch.absence, min($0 - 1, usual)) } ?? usual
    }
    /// Until when a promise is due before long, or was.
    public var until: Timestamp { now + (ahead ?? 0) }
}

/// What a look found.
public struct AlertRound: Equatable, Sendable {
    /// What is to be recorded: alerts that nobody raised yet, whose others are now, and that the cause of some is gone.
    public var edits: [RecordEdit] = []
    /// The alerts that stand now, the newest first.
    public var standing: [StandingAlert] = []
    /// The versions of the cases that were looked at, for the next time.
    public var judged: [CaseID: Int] = [:]

    /// So many alerts are looked at.
    public static let limit = 5_000

    /// Nothing found.
    public init() {}
}

extension CaseLedger {
    /// Finds what alerts are to be raised, and which are over.
    ///
    /// - Parameters:
    ///   - changed: the open cases that changed since ``AlertWatch/since``, with their versions.
    ///   - due: those of which a promise is due between then and ``AlertWatch/until``.
    public func round(
        _ watch: AlertWatch, changed: [CaseID: Int], due: [CaseID]
    ) throws(StoreError) -> AlertRound {
        var round = AlertRound()
        let alerts = Dictionary(grouping: try standingAlerts()) { $0.item("case") }
        let isNew = { (id: CaseID, version: Int) in watch.judged[id] != version }
        var cases = Set(changed.filter { isNew($0.key, $0.value) }.keys).union(due)
        cases.formUnion(alerts.keys.compactMap { $0 })
        for id in cases.sorted() {
            guard let state = try state(of: id) else { continue }
            let version = state.item.version
            round.judged[id] = version
            let isDue = due.contains(id)
            guard isNew(id, version) || isDue else { continue }
            let causes = try causes(in: state.item, isNew(id, version) ? try events(of: id, after: 0) : [], watch.now)
            for alert in alerts[id] ?? [] where isNew(id, version) {
                guard let cause = causes.first(where: { $0.text == alert["cause"] }) else {
                    round.edits.append(RecordEdit(alert.id, doing: .alert(.settle)))
                    continue
                }
                guard cause.owner != alert.agent("owner") else { continue }
                round.edits.append(RecordEdit(alert.id, doing: .alert(.pass(cause.owner))))
            }
            for cause in causes where watch.wants(cause) {
                if try !isRaised(cause) { round.edits.append(cause.edit) }
            }
        }
        for (id, version) in changed { round.judged[id] = round.judged[id] ?? version }
        return round
    }

    /// The alerts that whose they are did not see yet and whose cause holds, the newest first.
    ///
    /// The oldest is no less somebody's than the newest, so that the bound is far beyond what people look through; there
    /// is one, since each is looked at every minute.
    public func standingAlerts() throws(StoreError) -> [Record] {
        try records(
            RecordQuery(.alert, marked: AlertState.open.rawValue, newestFirst: true, limit: AlertRound.limit))
    }

    private func isRaised(_ cause: AlertCause) throws(StoreError) -> Bool {
        try raised(cause.text) != nil
    }

    /// Every cause in a case as it stands, however long ago it came up.
    ///
    /// - Parameter events: its history; empty to look at its promises alone.
    func causes(in item: Case, _ events: [CaseEvent], _ now: Timestamp) throws(StoreError) -> [AlertCause] {
        guard item.status.isOpen else { return [] }
        var causes: [AlertCause] = []
        let takenBack = events.takenBack
        if item.severity.isCritical,
            let event = events.last(where: { event in
                !takenBack.contains(event.seq) && event.changes.contains { policies.words.makesCritical($0) }
            })
        {
            causes.append(
                AlertCause(
                    reason: .critical, item: item.id, mark: String(event.seq), at: event.at,
                    owner: item.criticalSituationManager ?? item.owner))
        }
        if let owner = item.owner, let event = try unanswered(item, by: owner, events, takenBack) {
            causes.append(
                AlertCause(reason: .heard, item: item.id, mark: String(event.seq), at: event.at, owner: owner))
        }
        if item.severity.isCritical, let promise = item.followUp.broken {
            causes.append(
                AlertCause(
                    reason: .late, item: item.id, mark: "next \(promise.due.seconds)", at: promise.lateFrom,
                    owner: item.criticalSituationManager ?? item.owner))
        }
        for (name, clock) in [("first", item.response), ("next", item.followUp)] where clock.phase == .running {
            // Of a situation whose update is late that is told, and not that it is due as well.
            let isLate = name == "next" && causes.last?.reason == .late && causes.last.map { $0.at <= now } ?? false
            guard let due = clock.due, !isLate else { continue }
            causes.append(
                AlertCause(
                    reason: .due, item: item.id, mark: "\(name) \(due.seconds)", at: due, owner: item.owner))
        }
        return causes
    }

    /// What the customer said last, where whose case it is did nothing since and did not record it.
    private func unanswered(
        _ item: Case, by owner: AgentID, _ events: [CaseEvent], _ takenBack: Set<Int>
    ) throws(StoreError) -> CaseEvent? {
        guard events.contains(where: { $0.action == .heard || $0.action == .replied }) else { return nil }
        let name = try agent(owner)?.name
        let customer = try item.contact.flatMap { id throws(StoreError) in try contact(id) }?.name
        for event in events.reversed() where !takenBack.contains(event.seq) {
            // Histories of other systems tell people by name alone.
            let isOwner = event.actor.agent.map { $0 == owner } ?? (event.actor.name == name)
            if isOwner { return nil }
            let isCustomer = event.actor.agent == nil && event.actor.name == customer
            if event.action == .heard || (event.action == .replied && isCustomer) { return event }
        }
        return nil
    }
}

extension AlertWatch {
    /// Whether a cause is news.
    fileprivate func wants(_ cause: AlertCause) -> Bool {
        guard cause.at > since else { return false }
        return cause.reason == .due ? ahead != nil && cause.at <= until : cause.at <= now
    }
}

extension ClockFace {
    /// What it promises, and from when on that is broken; nil while it does not run.
    fileprivate var broken: (due: Timestamp, lateFrom: Timestamp)? {
        guard phase == .running, let due, let lateFrom else { return nil }
        return (due, lateFrom)
    }
}

extension Vocabulary {
    /// Whether a change made a case one that is critical and was not.
    func makesCritical(_ change: FieldChange) -> Bool {
        func isCritical(_ code: String?) -> Bool { code.flatMap { severity($0) }?.isCritical ?? false }
        guard change.field == .severity else { return false }
        return isCritical(change.new) && !isCritical(change.old)
    }
}
