/// A due time as a worked sum: every stretch from the opening on, what it counted, and why.
public struct ClockSum: Equatable, Sendable {
    /// One stretch of time.
    public struct Step: Equatable, Sendable {
        /// Its first instant.
        public let from: Timestamp
        /// The instant after its last.
        public let to: Timestamp
        /// How many seconds of it count: all or none.
        public let counted: Int64
        /// Why it counts, or why not.
        public let reason: Reason
        /// By how many seconds the calendar's clocks moved within it, forward being positive; 0 on ordinary days.
        public let clockChange: Int64

        /// A stretch with all its parts.
        public init(from: Timestamp, to: Timestamp, counted: Int64, reason: Reason, clockChange: Int64 = 0) {
            self.from = from
            self.to = to
            self.counted = counted
            self.reason = reason
            self.clockChange = clockChange
        }
    }

    /// Why a stretch counts, or why not.
    public enum Reason: Hashable, Sendable {
        /// The clock runs.
        case counted
        /// Before, between or after the hours of a day that has some.
        case outsideHours
        /// A weekday without hours.
        case noHours
        /// A holiday, by its name.
        case holiday(String)
        /// The clock stands still from one event to another, named by their place in the history; nil while it lasts.
        case paused(by: Int, until: Int?)
    }

    /// What the clock runs by.
    public let rule: ClockRule
    /// When it began.
    public let opened: Timestamp
    /// When the target is used up; nil while that is not known.
    public let due: Timestamp?
    /// Why it will never be used up; nil otherwise.
    public let never: NeverDue?
    /// The stretches without a gap, from the opening to the due time or as far as it is known.
    public let steps: [Step]

    /// The seconds that count.
    public var counted: Int64 { steps.reduce(0) { $0.adding($1.counted) } }

    /// Whether it reaches beyond the days whose holidays are known.
    public var isUncertain: Bool {
        guard rule.coverage == .business, let last = due ?? steps.last?.to else { return false }
        return !rule.calendar.isKnown(rule.calendar.zone.local(last).day)
    }
}

/// Why a target is never used up.
public enum NeverDue: Hashable, Sendable {
    /// The week of the calendar has no hours.
    case noHours
    /// The calendar does not open for ten years from this day on.
    case closedFrom(CivilDay)
    /// It would be after the year 9999.
    case tooFar
}
