/// Counts the open hours of a calendar along the line of instants.
///
/// Hours are expanded day by day through the zone; whole weeks that are like any other are jumped over.
struct OpenHours {
    /// The longest time without any hours that is searched, in days: ten years.
    static let longestClosure: Int64 = 3660

    /// How a count ended.
    enum Outcome: Equatable {
        /// The seconds were used up at this instant.
        case usedUp(Int64)
        /// So many seconds were left at the end.
        case left(Int64)
        /// The seconds are never used up.
        case never(NeverDue)
    }

    /// The open stretches of a local day, in seconds after an instant.
    struct Day {
        let base: Int64
        let shifts: [WeekHours.Shift]
    }

    private let hours: WeekHours
    private let zone: Zone
    private var days: QuietDays
    /// The local day it has come to, in days since 1970.
    private(set) var day: Int64
    private var followsHoliday: Bool

    /// Begins a local day before an instant: a day whose clocks changed may end after the next one's first hours.
    ///
    /// Nil when the instant is outside of what is searched, or the zone tells a day that is.
    init?(_ calendar: WorkCalendar, from instant: Int64) {
        hours = calendar.hours
        zone = calendar.zone
        let today = calendar.zone.local(Timestamp(seconds: instant)).day.daysSince1970
        guard Timestamp.searched.contains(instant), QuietDays.searched.contains(today) else { return nil }
        let first = today - 1
        days = QuietDays(calendar, from: first - 1)
        followsHoliday = days.isHoliday(first - 1)
        day = first
    }

    /// Counts open seconds from one instant until they are used up, at the latest to another one.
    ///
    /// What is used up exactly at a closing is used up then, not at the next opening (domain 2.3).
    static func count(_ seconds: Int64, of calendar: WorkCalendar, from: Int64, to end: Int64 = .max) -> Outcome {
        guard seconds > 0 else { return .usedUp(from) }
        guard from < end else { return .left(seconds) }
        if calendar.hours.isEmpty { return end == .max ? .never(.noHours) : .left(seconds) }
        guard var walk = OpenHours(calendar, from: from) else { return .never(.tooFar) }
        return walk.count(seconds, from: from, to: end)
    }

    private mutating func count(_ seconds: Int64, from: Int64, to end: Int64) -> Outcome {
        var left = seconds
        var cursor = from
        let whole = day + 2
        var lastOpen = day
        while day <= QuietDays.last {
            if left > hours.secondsPerWeek, day >= whole {
                let jumped = jump(left, &cursor, end)
                left -= jumped
                if jumped > 0 { lastOpen = day }
            }
            let today = open()
            if today.base >= end { return .left(left) }
            for shift in today.shifts {
                let opens = max(today.base.adding(Int64(shift.from)), cursor)
                let closes = min(today.base.adding(Int64(shift.to)), end)
                guard closes > opens else { continue }
                let length = closes.subtracting(opens)
                if length >= left { return .usedUp(opens + left) }
                left -= length
                cursor = closes
                lastOpen = day
            }
            if end == .max, day - lastOpen > OpenHours.longestClosure {
                return .never(.closedFrom(CivilDay(daysSince1970: lastOpen + 1)))
            }
            advance()
        }
        return end == .max ? .never(.tooFar) : .left(left)
    }

    /// Goes to the next day.
    mutating func advance() {
        followsHoliday = days.isHoliday(day)
        day += 1
    }

    /// The open stretches of the day, which may reach into its neighbours; a day that the zone skipped has none.
    mutating func open() -> Day {
        let kind = WeekHours.DayKind(
            weekday: day.weekday, isWorked: !days.isHoliday(day), followsWork: !followsHoliday)
        if let offset = days.regularOffset(on: day) {
            return Day(base: (day * 86_400).subtracting(offset), shifts: hours.open(kind))
        }
        return unusual(hours.singleShifts(kind))
    }

    /// A day on which clocks change, or near one: each end of each shift is an instant of its own.
    ///
    /// A shift that lies in a gap moves behind it, and may meet the next one there.
    private func unusual(_ shifts: [WeekHours.Shift]) -> Day {
        let base = zone.start(of: CivilDay(daysSince1970: day))
        let next = zone.start(of: CivilDay(daysSince1970: day + 1))
        guard base < next else { return Day(base: base.seconds, shifts: []) }
        let moved = shifts.map { shift in
            WeekHours.Shift(from: Int(instant(shift.from) - base), to: Int(instant(shift.to) - base))
        }
        return Day(base: base.seconds, shifts: WeekHours.union(moved))
    }

    /// The instant of a time told in seconds of the day, which may lie on the day before or after.
    private func instant(_ second: Int) -> Timestamp {
        let later = second < 0 ? -1 : second / 86_400
        let date = CivilDay(daysSince1970: day + Int64(later))
        return zone.instant(LocalTime(day: date, secondOfDay: second - later * 86_400))
    }

    /// Jumps over whole weeks of quiet days, and answers the seconds open in them, which are fewer than those left.
    private mutating func jump(_ left: Int64, _ cursor: inout Int64, _ end: Int64) -> Int64 {
        // What the day before counted of this one must not count again.
        guard let offset = days.regularOffset(on: day), (day * 86_400).subtracting(offset) >= cursor else { return 0 }
        var quiet = days.end(from: day, followsHoliday: followsHoliday)
        // Two days less than the end has in UTC: no zone is further away.
        if end < .max { quiet = min(quiet, end / 86_400 - 2) }
        let weeks = min((left - 1) / hours.secondsPerWeek, (quiet - day) / 7)
        guard weeks > 0 else { return 0 }
        day += weeks * 7
        cursor = (day * 86_400).subtracting(offset)
        return weeks * hours.secondsPerWeek
    }
}

extension Timestamp {
    /// The seconds of instants that are counted from: the years 1 to 9999.
    static let searched: Range<Int64> = -62_135_596_800..<253_402_300_800
}
