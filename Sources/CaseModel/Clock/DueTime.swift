/// When a target is used up, or why it never is.
public enum DueTime: Equatable, Sendable {
    /// At this instant.
    case at(Timestamp)
    /// Never.
    case never(NeverDue)

    /// The instant; nil for never.
    public var instant: Timestamp? {
        if case .at(let instant) = self { instant } else { nil }
    }

    /// Why there is no instant; nil when there is one.
    public var never: NeverDue? {
        if case .never(let reason) = self { reason } else { nil }
    }
}

extension ClockRule {
    /// When the target is used up by a clock that begins at an instant and never stands still (domain 2.3).
    public func due(from opened: Timestamp) -> DueTime {
        guard target.amount > 0 else { return .at(opened) }
        guard Timestamp.searched.contains(opened.seconds) else { return .never(.tooFar) }
        guard let seconds = target.seconds else { return daysDue(from: opened.seconds) }
        switch count(seconds, from: opened.seconds) {
        case .usedUp(let instant): return .at(Timestamp(seconds: instant))
        case .left: return .never(.tooFar)
        case .never(let reason): return .never(reason)
        }
    }

    /// When a target of business days is used up.
    private func daysDue(from opened: Int64) -> DueTime {
        guard coverage == .always else { return BusinessDays.due(target.amount, of: calendar, from: opened) }
        // Every day is worked: the same local time, so many days later.
        let start = calendar.zone.local(Timestamp(seconds: opened))
        let day = start.day.daysSince1970.adding(Int64(target.amount))
        guard day <= QuietDays.last else { return .never(.tooFar) }
        let due = LocalTime(day: CivilDay(daysSince1970: day), secondOfDay: start.secondOfDay)
        return .at(calendar.zone.instant(due))
    }

    /// Counts the seconds under this rule's cover from one instant until they are used up, at the latest to another.
    func count(_ seconds: Int64, from: Int64, to end: Int64 = .max) -> OpenHours.Outcome {
        if coverage == .business { return OpenHours.count(seconds, of: calendar, from: from, to: end) }
        let span = max(0, end.subtracting(from))
        guard seconds <= span else { return .left(seconds - span) }
        let used = from.adding(seconds)
        return end < .max || used < Timestamp.searched.upperBound ? .usedUp(used) : .never(.tooFar)
    }

    /// The seconds that count from one instant to another.
    func counted(from: Timestamp, to end: Timestamp) -> Int64 {
        guard from < end else { return 0 }
        // Without an end in reach the count would only stop at the last day there is.
        if case .left(let rest) = count(.max, from: from.seconds, to: end.seconds) { return .max - rest }
        return 0
    }
}
