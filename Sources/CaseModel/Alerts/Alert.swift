// Alerts: what nobody may sleep through, recorded once by whoever notices it first.

/// Why there is an alert.
public enum AlertReason: String, CaseIterable, Sendable {
    /// A case is so bad that business stands still: it was logged or raised so.
    case critical
    /// A promise of a case is due before long.
    case due
    /// A critical situation was promised an update by now, and has none.
    case late
    /// The customer said something, and whose case it is did not answer yet.
    case heard

    /// The reason in a few words, behind the number of the case.
    public var words: String {
        switch self {
        case .critical: "is critical"
        case .due: "is due"
        case .late: "owes an update"
        case .heard: "was answered"
        }
    }
}

/// How an alert stands.
public enum AlertState: String, CaseIterable, Sendable {
    /// Whose it is did not say yet that it was seen.
    case open
    /// Whose it is did, by name and time; anybody, where that is nobody, or nobody who still works here.
    case acknowledged
    /// What it told of is no longer so.
    case over
}

/// What is done with an alert.
public enum AlertAct: Equatable, Sendable {
    /// It is recorded, unless its cause is already: of two consoles one raises it.
    case raise
    /// Somebody saw it.
    case acknowledge
    /// Its case is another's now, or nobody's.
    case pass(AgentID?)
    /// Its cause is gone.
    case settle
    /// What became of the command that was run for it.
    case told(String)
}

/// What an alert is about: found in a case, the same for everybody who looks.
public struct AlertCause: Equatable, Sendable {
    /// Why.
    public var reason: AlertReason
    /// The case.
    public var item: CaseID
    /// What tells it from other causes of the case.
    public var mark: String
    /// When it happened; of a promise, when it is due.
    public var at: Timestamp
    /// Whose it is.
    public var owner: AgentID?

    /// The whole cause as one text; of two alerts with the same one is recorded.
    public var text: String { "\(reason.rawValue) \(item) \(mark)" }

    /// What records it.
    var edit: RecordEdit {
        RecordEdit(
            adding: .alert, doing: .alert(.raise),
            [
                "cause": text, "reason": reason.rawValue, "case": item.description, "at": at.description,
                "owner": owner?.description,
            ])
    }
}

/// An alert that somebody has to look at, with the case it is about.
public struct StandingAlert: Equatable, Sendable {
    /// The alert.
    public var record: Record
    /// The case as lists show it; nil when it cannot be found.
    public var item: CaseSummary?

    /// An alert with its case.
    public init(_ record: Record, item: CaseSummary?) {
        self.record = record
        self.item = item
    }

    /// Why.
    public var reason: AlertReason? { record["reason"].flatMap(AlertReason.init(rawValue:)) }
    /// When it happened, or is due.
    public var at: Timestamp? { record["at"].flatMap { Timestamp(iso: $0) } }
    /// Whose it is.
    public var owner: AgentID? { record.agent("owner") }

    /// Whether somebody is called by it: whose it is, until that person saw it, and where it calls all, anybody.
    ///
    /// - Parameter isThere: whether whose it is works here still.
    public func calls(_ agent: AgentID?, isThere: Bool) -> Bool {
        owner == agent || callsAll(isThere: isThere)
    }

    /// Whether it calls all, until one of them saw it: what is critical, or nobody's who works here.
    public func callsAll(isThere: Bool) -> Bool {
        record["by"] == nil && (reason == .critical || owner == nil || !isThere)
    }

    /// One sentence: `CS-1000001 is critical: the gateway drops sessions`.
    public var words: String {
        let subject = item.map { ": \($0.subject)" } ?? ""
        return "\(record["case"] ?? record.id.description) \(reason?.words ?? "wants somebody")\(subject)"
    }
}

extension RecordKind {
    /// What nobody may sleep through, and who saw it.
    public static let alert = RecordKind(
        "alert", "AL", act: .raiseAlerts, title: "cause", mark: "state",
        [
            RecordField("cause", .text(100), "what it is about, the same for everybody", source: "INF", fixed: true),
            RecordField("reason", .word(AlertReason.allCases.map(\.rawValue)), "why", source: "INF", fixed: true),
            RecordField("case", .item, "the case", source: "INF", fixed: true),
            RecordField("at", .instant, "when it happened, or is due", source: "INF", fixed: true),
            RecordField("owner", .agent, "whose it is", source: "INF", byAct: true),
            RecordField(
                "state", .word(AlertState.allCases.map(\.rawValue)), "how it stands", source: "INF", required: true,
                byAct: true),
            RecordField("by", .agent, "who saw it first", source: "INF", byAct: true),
            RecordField("seen", .instant, "when", source: "INF", byAct: true),
            RecordField("command", .text(300), "what became of the command for it", source: "INF", byAct: true),
        ])
}

extension [StandingAlert] {
    /// Those that call somebody.
    ///
    /// - Parameter agents: everybody at support: what was of somebody who left calls all.
    public func calling(_ agent: AgentID?, of agents: [Agent]) -> [StandingAlert] {
        let left = Set(agents.filter { !$0.active }.map(\.id))
        return filter { $0.calls(agent, isThere: $0.owner.map { !left.contains($0) } ?? true) }
    }
}
