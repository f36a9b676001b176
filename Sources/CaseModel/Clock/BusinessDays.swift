/// Counts business days: days that are no holiday and on which a shift begins.
enum BusinessDays {
    /// The same local time on the n-th following business day; outside hours it counts from the next opening
    /// (domain 2.3).
    ///
    /// The time is that of the shift in which the count begins, so that two in the morning of a night shift belongs to
    /// the day before. It is kept even where the day it falls on has other hours.
    static func due(_ count: Int, of calendar: WorkCalendar, from: Int64) -> DueTime {
        // The first open second tells where the count begins.
        switch OpenHours.count(1, of: calendar, from: from) {
        case .never(let reason): return .never(reason)
        case .left: return .never(.tooFar)
        case .usedUp(let second):
            let start = calendar.zone.local(Timestamp(seconds: second - 1))
            var first = start.day.daysSince1970
            guard QuietDays.searched.contains(first) else { return .never(.tooFar) }
            var days = QuietDays(calendar, from: first - 1)
            var time = start.secondOfDay
            if !beganToday(start, calendar, &days) {
                first -= 1
                time += 86_400
            }
            guard let last = following(count, after: first, calendar) else { return .never(.tooFar) }
            let day = CivilDay(daysSince1970: last + Int64(time / 86_400))
            return .at(calendar.zone.instant(LocalTime(day: day, secondOfDay: time % 86_400)))
        }
    }

    /// Whether the shift that is open at a time began on that day.
    private static func beganToday(_ time: LocalTime, _ calendar: WorkCalendar, _ days: inout QuietDays) -> Bool {
        let day = time.day.daysSince1970
        let yesterday = day - 1
        let runsOver =
            !days.isHoliday(yesterday)
            && calendar.hours.shifts(on: yesterday.weekday).contains { $0.to - 86_400 > time.secondOfDay }
        guard runsOver else { return true }
        return !days.isHoliday(day)
            && calendar.hours.shifts(on: day.weekday).contains {
                $0.from <= time.secondOfDay && time.secondOfDay < $0.to
            }
    }

    /// The n-th business day after a day; nil when it is beyond the last one searched.
    private static func following(_ count: Int, after first: Int64, _ calendar: WorkCalendar) -> Int64? {
        let working = (1...7).map { !calendar.hours.shifts(on: $0).isEmpty }
        let perWeek = Int64(working.count { $0 })
        var days = QuietDays(calendar, from: first)
        var left = Int64(count)
        var day = first
        while day < QuietDays.last {
            if left > perWeek {
                let quiet = days.end(from: day + 1, followsHoliday: false)
                let weeks = max(0, min((left - 1) / perWeek, (quiet - day - 1) / 7))
                left -= weeks * perWeek
                day += weeks * 7
            }
            day += 1
            guard working[day.weekday - 1], !days.isHoliday(day) else { continue }
            // A day that the zone skipped is no day.
            if days.regularOffset(on: day) == nil {
                let today = CivilDay(daysSince1970: day)
                let next = CivilDay(daysSince1970: day + 1)
                if calendar.zone.start(of: today) == calendar.zone.start(of: next) { continue }
            }
            left -= 1
            if left == 0 { return day }
        }
        return nil
    }
}
