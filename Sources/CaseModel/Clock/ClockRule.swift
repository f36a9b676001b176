/// Which hours a clock runs in.
public enum Coverage: String, CaseIterable, Hashable, Sendable {
    /// Every hour: a target of business hours then runs as plain hours, business days as plain days (domain 2.3).
    case always = "24x7"
    /// The hours of the calendar: targets of minutes and hours then run on it too (domain 2.3).
    case business
}

/// What a clock runs by: the target, the cover and the calendar.
public struct ClockRule: Equatable, Sendable {
    /// How long it may take.
    public let target: ClockTarget
    /// Which hours count.
    public let coverage: Coverage
    /// The calendar whose hours count under business cover, and whose zone tells the days.
    public let calendar: WorkCalendar

    /// A rule with all its parts.
    public init(target: ClockTarget, coverage: Coverage, calendar: WorkCalendar) {
        self.target = target
        self.coverage = coverage
        self.calendar = calendar
    }
}
