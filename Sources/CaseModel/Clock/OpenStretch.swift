/// Hours without a break.
public struct OpenStretch: Equatable, Sendable {
    /// When they began, or begin; for hours that are open already, at the earliest the beginning of that day.
    public let from: Timestamp
    /// When they end; nil when they do not within ten days.
    public let to: Timestamp?

    /// Whether they are open at an instant.
    public func contains(_ instant: Timestamp) -> Bool { from <= instant && to.map { instant < $0 } ?? true }
}

extension WorkCalendar {
    /// The hours that are open at an instant, or the next ones after it; nil when none follow within ten years.
    public func stretch(at instant: Timestamp) -> OpenStretch? {
        guard !hours.isEmpty, var walk = OpenHours(self, from: instant.seconds) else { return nil }
        let first = walk.day
        var found: (from: Int64, to: Int64, day: Int64)?
        while walk.day <= QuietDays.last {
            let today = walk.open()
            for shift in today.shifts {
                let (opens, closes) = (
                    today.base.adding(Int64(shift.from)), today.base.adding(Int64(shift.to))
                )
                if let known = found {
                    guard opens <= known.to else {
                        return OpenStretch(from: Timestamp(seconds: known.from), to: Timestamp(seconds: known.to))
                    }
                    found?.to = max(known.to, closes)
                } else if closes > instant.seconds {
                    found = (opens, closes, walk.day)
                }
            }
            if let found {
                if walk.day - found.day > 10 { return OpenStretch(from: Timestamp(seconds: found.from), to: nil) }
            } else if walk.day - first > OpenHours.longestClosure {
                return nil
            }
            walk.advance()
        }
        return nil
    }
}

extension [WorkCalendar] {
    /// The hours at which all of them are open: those of an instant, or the next; always where there is none.
    public func stretch(at instant: Timestamp) -> OpenStretch? {
        var time = instant
        for _ in 0..<1000 {
            var from = instant
            var to: Timestamp?
            for calendar in self {
                guard let hours = calendar.stretch(at: time) else { return nil }
                from = Swift.max(from, hours.from)
                if let end = hours.to { to = Swift.min(to ?? end, end) }
            }
            if from <= time { return OpenStretch(from: from, to: to) }
            time = from
        }
        return nil
    }
}
