/// How a clock stands at one moment.
public struct ClockState: Equatable, Sendable {
    /// The words of `responseState`.
    public enum Phase: String, CaseIterable, Sendable {
        /// It runs towards its due time.
        case running
        /// It stands still.
        case paused
        /// It was answered in time.
        case met
        /// The due time passed before an answer.
        case breached
        /// The case ended before an answer was due.
        case stopped
        /// There is no clock.
        case none
    }

    /// How it stands.
    public let phase: Phase
    /// When an answer is due; nil while it stands still, and where it is never due.
    public let due: Timestamp?
    /// Why it is never due; nil otherwise.
    public let never: NeverDue?
    /// Every due time that was promised, oldest first.
    public let promises: [ClockPromise]
    /// The seconds that counted until now, or until the answer or the end.
    public let elapsed: Int64
    /// The seconds that may still count, negative when overdue; nil where it is never due.
    public let remaining: Int64?
}

/// A due time as it was once promised.
public struct ClockPromise: Equatable, Sendable {
    /// The event that made it, by its place in the history.
    public let madeBy: Int
    /// When it was made.
    public let madeAt: Timestamp
    /// The rule it was computed by.
    public let rule: ClockRule
    /// When the clock had begun.
    public let started: Timestamp
    /// What was promised; nil when the clock stood still at that time, and where it is never due.
    public let due: Timestamp?
    /// The event that replaced it; nil while it is in force.
    public internal(set) var replacedBy: Int?
    /// When it was replaced.
    public internal(set) var replacedAt: Timestamp?

    /// Whether it still holds.
    public var isInForce: Bool { replacedBy == nil }

    /// Whether its time had passed when it was replaced.
    public var wasMissed: Bool {
        guard let due, let replacedAt else { return false }
        return !rule.target.isMet(by: replacedAt, due: due)
    }
}
