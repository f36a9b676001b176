/// Which hours a clock runs in.
public enum Coverage: String, CaseIterable, Hashable, Sendable {
    /// Every hour: a target of business hours then runs as plain hours, business days as plain days (domain 2.3).
    case always = "24x7"
    /// The hours of the calendar: targets of minutes and hours then run on it too (domain 2.3).
    case business
}

/// What a clock runs by: the target, the cover, the calendar, and where that comes from.
public struct ClockRule: Equatable, Sendable {
    /// How long it may take.
    public let target: ClockTarget
    /// Which hours count.
    public let coverage: Coverage
    /// The calendar whose hours count under business cover, and whose zone tells the days.
    public let calendar: WorkCalendar
    /// What the rule says, in the words of the policy; shown, never read.
    public let words: String
    /// The tag of the source that says so; shown, never read.
    public let source: String

    /// A rule with all its parts.
    public init(
        target: ClockTarget, coverage: Coverage, calendar: WorkCalendar, words: String = "", source: String = ""
    ) {
        self.target = target
        self.coverage = coverage
        self.calendar = calendar
        self.words = words
        self.source = source
    }
}
