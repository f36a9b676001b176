// What a query can ask about: every key of a case in JSON, by the kind of its values. The raw values are those keys.

/// A field with a closed set of codes.
public enum CodeField: String, CaseIterable, Hashable, Sendable {
    /// Status, type and channel; why it was closed.
    case status, type, channel, closureReason
    /// How the clocks of the first response and of the next answer stand; empty where there is none.
    case responseState, followUpState

    /// Every code the field can have.
    public func codes(_ words: Vocabulary) -> [String] {
        switch self {
        case .status: words.statuses.map(\.code)
        case .type: words.types.map(\.code)
        case .channel: words.channels.map(\.code)
        case .closureReason: words.closures.map(\.code)
        case .responseState, .followUpState: ClockState.Phase.allCases.filter { $0 != .none }.map(\.rawValue)
        }
    }

    /// What screens call each code, where the policy says so.
    func titles(_ words: Vocabulary) -> [(code: String, title: String)] {
        switch self {
        case .status: words.statuses.map { ($0.code, $0.words) }
        case .type: words.types.map { ($0.code, $0.words) }
        case .channel: words.channels.map { ($0.code, $0.words) }
        case .closureReason: words.closures.map { ($0.code, $0.words) }
        case .responseState, .followUpState: []
        }
    }

    /// The same as they are typed without quotes, but for those that are the code: `waiting-on-customer`.
    public func typedTitles(_ words: Vocabulary) -> [String] {
        let codes = codes(words)
        return titles(words).map { Words.split($0.title).joined(separator: "-") }.filter {
            !$0.isEmpty && !codes.contains($0)
        }
    }

    /// Every code, with what screens call it where that is another word.
    func codesInWords(_ words: Vocabulary) -> String {
        let titles = titles(words)
        return codes(words).map { code in
            let title = titles.first { $0.code == code }?.title
            return title.map { Words.fold($0) == code ? code : "\(code) (\($0))" } ?? code
        }.joined(separator: ", ")
    }

    /// Whether a case can be without it.
    public var canBeEmpty: Bool { self != .status && self != .type }
}

/// A field that is a number.
public enum NumberField: String, CaseIterable, Hashable, Sendable {
    /// The rank of the severity agreed and asked for, 1 for the worst; the count of events.
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
    /// When the first answer is due; empty where no clock says so.
    case due = "responseDueAt"
    /// When the next answer is due; empty where no clock says so.
    case followUp = "followUpDueAt"
    /// Out of sight until then.
    case snoozed = "snoozedUntil"

    /// Whether a bare duration counts ahead from now, as for due times, or back.
    public var looksAhead: Bool { self == .due || self == .followUp || self == .snoozed }
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
    /// What the customer has, where it is, who holds it, the words of the target; the edition the clock runs by.
    case plan, entitlement, region, center, criticalSituationManager, responseTarget, policy, language
    /// What could not be verified and is held open, several: codes of the policy's conditions.
    case flags

    /// The fields with a fixed name.
    public static let named: [ValueField] = [
        .account, .contact, .partner, .owner, .queue, .product, .externalID, .tags, .watchers, .extraNames, .plan,
        .entitlement, .region, .center, .criticalSituationManager, .responseTarget, .policy, .language, .flags,
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
    /// What its status needed and was given: what is awaited, from whom (``QuerySubject/words(ofGiven:)``).
    case awaited
}

/// A mark of state, as in `is:open`.
public enum Mark: String, CaseIterable, Hashable, Sendable {
    /// Not at an end (``Status/isOpen``).
    case open
    /// At the end, with a reason.
    case closed
    /// People who know more have it (``Policy/StatusRole/escalated``).
    case escalated
    /// Nobody answers for it.
    case unassigned
    /// Its first answer came late or is late.
    case breached
    /// Its first answer is late and still owed.
    case overdue
    /// Out of sight: snoozed until a time after now.
    case snoozed
    /// Open, with a severity that is a critical situation.
    case critical
    /// On hold.
    case onhold
    /// I answer for it; never for a login that is no agent.
    case mine
    /// Somebody's work goes on (``Status/working``).
    case working
}
