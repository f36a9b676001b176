// What a query can ask about: every key of a case in JSON, by the kind of its values. The raw values are those keys.

/// A field with a closed set of codes.
public enum CodeField: String, CaseIterable, Hashable, Sendable {
    /// Status, type and channel; why it was closed.
    case status, type, channel, closureReason
    /// How the response clock stands; always empty until there are clocks.
    case responseState

    /// Every code the field can have.
    public var codes: [String] {
        switch self {
        case .status: Status.allCases.map(\.rawValue)
        case .type: CaseType.allCases.map(\.rawValue)
        case .channel: Channel.allCases.map(\.rawValue)
        case .closureReason: ClosureReason.allCases.map(\.rawValue)
        case .responseState: ["running", "paused", "met", "breached", "stopped"]
        }
    }

    /// Whether a case can be without it.
    public var canBeEmpty: Bool { self != .status && self != .type }
}

/// A field that is a number.
public enum NumberField: String, CaseIterable, Hashable, Sendable {
    /// The severity as 1 to 4, agreed and asked for; the count of events.
    case severity, requestedSeverity, version
}

/// A field that names a case.
public enum CaseIDField: String, CaseIterable, Hashable, Sendable {
    /// The case itself; the case it repeats.
    case id, duplicateOf
}

/// A field that is an instant.
public enum TimeField: String, CaseIterable, Hashable, Sendable {
    /// When it was logged.
    case opened = "openedAt"
    /// When anything last happened to it.
    case updated = "updatedAt"
    /// When it was closed.
    case closed = "closedAt"
    /// When an engineer first answered.
    case response = "firstResponseAt"
    /// When the first answer is due; always empty until there are clocks.
    case due = "responseDueAt"
    /// Out of sight until then.
    case snoozed = "snoozedUntil"

    /// Whether a bare duration counts ahead from now, as for due times, or back.
    public var looksAhead: Bool { self == .due || self == .snoozed }
}

/// A field that is a name, a mark or free text compared as a whole.
public enum ValueField: Hashable, Sendable {
    /// Names of people and places; product; the number in the source.
    case account, contact, partner, owner, queue, product, externalID
    /// Several values: any of them may match, none of them is "empty".
    case tags, watchers
    /// The value of the extra columns whose folded name is this folded name.
    case extra(Needle)
    /// The names of all extra columns.
    case extraNames
    /// Always empty until there are entitlements, regions and clocks.
    case plan, entitlement, region, center, criticalSituationManager, responseTarget

    /// The fields with a fixed name.
    public static let named: [ValueField] = [
        .account, .contact, .partner, .owner, .queue, .product, .externalID, .tags, .watchers, .extraNames, .plan,
        .entitlement, .region, .center, .criticalSituationManager, .responseTarget,
    ]

    /// Whether its values are agents, so that `me` has a meaning.
    public var isAgent: Bool { self == .owner || self == .watchers || self == .criticalSituationManager }
}

/// A text that is searched by words.
public enum WordField: String, CaseIterable, Hashable, Sendable {
    /// Subject, description, notes, number in the source and the contact's name, each by itself; and the case's own
    /// number, when that is all that is looked for.
    case text
    /// The subject line.
    case subject
    /// The description.
    case description
}

/// A mark of state, as in `is:open`.
public enum Mark: String, CaseIterable, Hashable, Sendable {
    /// Any status but closed and denied.
    case open
    /// Nobody answers for it.
    case unassigned
    /// Its first answer came late or is late; never until there are clocks.
    case breached
    /// Its first answer is late; never until there are clocks.
    case overdue
    /// Out of sight: snoozed until a time after now.
    case snoozed
    /// Open, with severity 1.
    case critical
    /// On hold.
    case onhold
    /// I answer for it; never for a login that is no agent.
    case mine
    /// Somebody's work goes on (``Status/working``).
    case working
}
