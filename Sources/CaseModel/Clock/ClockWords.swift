// What people read about a clock.

extension ClockSum.Reason: CustomStringConvertible {
    /// `counted`, `holiday: Easter Monday`, `paused from event 4 to event 7`.
    public var description: String {
        switch self {
        case .counted: "counted"
        case .outsideHours: "outside business hours"
        case .noHours: "not a working day"
        case .holiday(""): "holiday"
        case .holiday(let name): "holiday: \(name)"
        case .paused(let by, nil): "paused since event \(by)"
        case .paused(let by, let until?): "paused from event \(by) to event \(until)"
        }
    }
}

extension ClockSum.Step {
    /// The reason, and what the clocks did meanwhile: `outside business hours, clocks go forward 1h`.
    public var words: String {
        guard clockChange != 0 else { return reason.description }
        let length = Span.long(Int64(clamping: clockChange.magnitude))
        return "\(reason), clocks go \(clockChange > 0 ? "forward" : "back") \(length)"
    }
}

extension NeverDue: CustomStringConvertible {
    /// Why there will be no due time.
    public var description: String {
        switch self {
        case .noHours: "never: the calendar has no hours"
        case .closedFrom(let day):
            "never: the calendar does not open for \(OpenHours.longestClosure / 366) years from \(day) on"
        case .tooFar: "never: it would be after the year 9999"
        }
    }
}
