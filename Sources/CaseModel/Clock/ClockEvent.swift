/// What happened to a clock, in no system's words: the history of a case is turned into these.
public struct ClockEvent: Equatable, Sendable {
    /// One kind of happening.
    public enum Kind: Equatable, Sendable {
        /// The case was logged; nil where no rule gives it a clock.
        case opened(ClockRule?)
        /// Severity or plan changed: the due time is computed anew from the original beginning (domain 2.3).
        case ruleChanged(ClockRule?)
        /// The clock stands still from here on.
        case paused
        /// It runs again.
        case resumed
        /// The customer said something that waits for an answer.
        case asked
        /// Somebody answered; only an outward answer by a human stops a clock (domain 2.3).
        case answered(outward: Bool, human: Bool)
        /// The case was closed, or support denied.
        case stopped
        /// It was opened again.
        case reopened
    }

    /// When it happened.
    public let at: Timestamp
    /// Its place in the case's history; several may share one.
    public let seq: Int
    /// What happened.
    public let kind: Kind

    /// Something that happened.
    public init(at: Timestamp, seq: Int, _ kind: Kind) {
        self.at = at
        self.seq = seq
        self.kind = kind
    }
}
