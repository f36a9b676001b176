/// A calendar as one mark for each minute: open or closed.
public final class MinuteCalendar: Sendable {
    /// A shift in minutes of the day on which it begins; past 1,440 on the next day.
    public typealias Shift = (from: Int, to: Int)

    /// The zone.
    public let zone: MinuteZone
    private let shifts: [[Shift]]
    private let holidays: Set<Int>
    private let open: [Bool]
    private let start: Int

    /// Marks every minute of every shift of every day that is no holiday.
    ///
    /// - Parameter shifts: for Monday to Sunday.
    /// - Parameter holidays: days since 1970.
    public init(_ zone: MinuteZone, shifts: [[Shift]], holidays: Set<Int>) {
        self.zone = zone
        self.shifts = shifts
        self.holidays = holidays
        let start = (zone.firstDay + 1) * 1440
        self.start = start
        let count = (zone.endDay - 3) * 1440 - start
        var marks = [Bool](repeating: false, count: count)
        marks.withUnsafeMutableBufferPointer { marks in
            for day in zone.firstDay..<zone.endDay - 1 where !holidays.contains(day) {
                for shift in shifts[Days.weekday(day)] {
                    let from = max(zone.instant(local: day * 1440 + shift.from) - start, 0)
                    let to = min(zone.instant(local: day * 1440 + shift.to) - start, count)
                    if from < to { marks[from..<to].update(repeating: true) }
                }
            }
        }
        open = marks
    }

    /// Whether a minute since 1970 is open.
    public func isOpen(minute: Int) -> Bool { open[minute - start] }

    /// Where a count of seconds led.
    public enum Outcome: Equatable {
        /// Used up at this second since 1970.
        case usedUp(Int)
        /// The end was reached with so many seconds left.
        case left(Int)
    }

    /// Goes from minute to minute, and from second to second where a minute is not whole.
    ///
    /// - Parameter always: whether closed minutes count as well.
    /// - Parameter pauses: stretches that do not count; one without an end lasts for ever.
    public func walk(
        from first: Int, seconds: Int, always: Bool, pauses: [(from: Int, to: Int?)], end: Int? = nil
    ) -> Outcome {
        let edges = (pauses.flatMap { [$0.from, $0.to ?? $0.from] } + [first, end ?? first]).filter { $0 % 60 != 0 }
            .map { $0 / 60 }
        var left = seconds
        if left <= 0 { return .usedUp(first) }
        return open.withUnsafeBufferPointer { open in
            var at = first
            while end == nil || at < (end ?? 0) {
                let minute = at / 60
                guard minute - start < open.count else { return .left(left) }
                var step = 60
                if !edges.isEmpty, edges.contains(minute) { step = 1 }
                var counts = always || open[minute - start]
                if counts, !pauses.isEmpty {
                    for pause in pauses where pause.from <= at {
                        guard let to = pause.to else { return .left(left) }
                        if at < to { counts = false }
                    }
                }
                if counts {
                    if left <= step { return .usedUp(at + left) }
                    left -= step
                }
                at += step
            }
            return .left(left)
        }
    }

    /// The same local time on the n-th business day after the one whose shift is open at, or opens after, a second.
    public func businessDays(_ count: Int, from first: Int) -> Int {
        var at = first
        while !open[at / 60 - start] { at = (at / 60 + 1) * 60 }
        let local = zone.local(at)
        var day = local / 86_400
        var time = local - day * 86_400
        let before = day - 1
        let isOfToday =
            !holidays.contains(day) && shifts[Days.weekday(day)].contains { $0.from * 60 <= time && time < $0.to * 60 }
        let isOfYesterday =
            !holidays.contains(before)
            && shifts[Days.weekday(before)].contains { time + 86_400 < $0.to * 60 }
        if isOfYesterday, !isOfToday {
            day = before
            time += 86_400
        }
        for _ in 0..<count {
            repeat { day += 1 } while holidays.contains(day) || shifts[Days.weekday(day)].isEmpty
        }
        let due = day * 86_400 + time
        return zone.instant(local: due / 60) * 60 + due % 60
    }
}
