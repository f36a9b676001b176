/// A calendar as one mark for each minute: open or closed.
public final class MinuteCalendar: Sendable {
    /// A shift in minutes of the day on which it begins; past 1,440 on the next day.
    public typealias Shift = (from: Int, to: Int)

    /// The zone.
    public let zone: MinuteZone
    private let shifts: [[Shift]]
    private let holidays: Set<Int>
    /// A bit for each minute, 64 in a word.
    private let open: [UInt64]
    /// The first minute.
    private let start: Int

    /// Marks every minute of every shift of every day that is no holiday.
    ///
    /// - Parameter shifts: for Monday to Sunday.
    /// - Parameter holidays: days since 1970.
    public init(_ zone: MinuteZone, shifts: [[Shift]], holidays: Set<Int>) {
        self.zone = zone
        self.shifts = shifts
        self.holidays = holidays
        let start = (zone.firstDay + 1) * 1440 / 64 * 64
        let words = ((zone.endDay - 3) * 1440 - start) / 64
        self.start = start
        var marks = [UInt64](repeating: 0, count: words)
        for day in zone.firstDay..<zone.endDay - 1 where !holidays.contains(day) {
            for shift in shifts[Days.weekday(day)] {
                var minute = max(zone.instant(local: day * 1440 + shift.from) - start, 0)
                let to = min(zone.instant(local: day * 1440 + shift.to) - start, words * 64)
                // Bit by bit to the next word, then words at once.
                while minute < to {
                    if minute % 64 == 0, to - minute >= 64 {
                        marks[minute / 64] = .max
                        minute += 64
                    } else {
                        marks[minute / 64] |= 1 << UInt64(minute % 64)
                        minute += 1
                    }
                }
            }
        }
        open = marks
    }

    /// Whether a minute since 1970 is open.
    public func isOpen(minute: Int) -> Bool {
        open[(minute - start) / 64] & (1 << UInt64((minute - start) % 64)) != 0
    }

    /// Where a count of seconds led.
    public enum Outcome: Equatable {
        /// Used up at this second since 1970.
        case usedUp(Int)
        /// The end was reached with so many seconds left.
        case left(Int)
    }

    /// Goes from minute to minute, stopping also at the seconds where a pause begins or ends; 64 whole minutes that do not
    /// use up what is left are counted at once.
    ///
    /// - Parameter always: whether closed minutes count as well.
    /// - Parameter pauses: stretches that do not count; one without an end lasts for ever.
    public func walk(
        from first: Int, seconds: Int, always: Bool, pauses: [(from: Int, to: Int?)], end: Int? = nil
    ) -> Outcome {
        guard seconds > 0 else { return .usedUp(first) }
        let last = min(end ?? .max, (start + open.count * 64) * 60)
        let edges = pauses.flatMap { [$0.from, $0.to ?? $0.from] }.filter { first < $0 && $0 < last }
        var left = seconds
        var at = first
        for edge in edges.sorted() + [last] {
            defer { at = max(at, edge) }
            if let pause = pauses.first(where: { $0.from <= at && at < ($0.to ?? .max) }) {
                if pause.to == nil { return .left(left) }
                continue
            }
            while at < edge {
                if at % 3840 == 0, at + 3840 <= edge {
                    let minutes = always ? 64 : open[(at / 60 - start) / 64].nonzeroBitCount
                    if minutes * 60 < left {
                        left -= minutes * 60
                        at += 3840
                        continue
                    }
                }
                let next = min((at / 60 + 1) * 60, edge)
                if always || isOpen(minute: at / 60) {
                    if left <= next - at { return .usedUp(at + left) }
                    left -= next - at
                }
                at = next
            }
        }
        return .left(left)
    }

    /// The same local time on the n-th business day after the one whose shift is open at, or opens after, a second.
    public func businessDays(_ count: Int, from first: Int) -> Int {
        var at = first
        while !isOpen(minute: at / 60) { at = (at / 60 + 1) * 60 }
        let local = zone.local(at)
        var day = local / 86_400
        var time = local - day * 86_400
        let before = day - 1
        let isOfToday =
            !holidays.contains(day)
            && shifts[Days.weekday(day)].contains { $0.from * 60 <= time && time < $0.to * 60 }
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
