internal import CaseModel

/// A rule that repeats an event every year: the same day, a day of a month, or the nth weekday of a month (RFC 5545,
/// section 3.3.10).
struct YearlyRule: Equatable {
    private var interval = 1
    private var count: Int?
    private var until: CivilDay?
    private var month: Int?
    private var dayOfMonth: Int?
    private var weekday: (nth: Int, day: Int)?

    /// Reads the value of `RRULE`; nil for one that is not understood.
    init?(_ text: String) {
        var parts: [String: String] = [:]
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, parts.updateValue(String(pair[1]), forKey: String(pair[0])) == nil else {
                return nil
            }
        }
        guard parts.removeValue(forKey: "FREQ") == "YEARLY" else { return nil }
        parts["WKST"] = nil
        for (key, value) in parts {
            switch key {
            case "INTERVAL":
                guard let number = Int(value), (1...100).contains(number) else { return nil }
                interval = number
            case "COUNT":
                guard let number = Int(value), number > 0 else { return nil }
                count = number
            case "UNTIL":
                guard let day = ICSTime(value)?.local.day else { return nil }
                until = day
            case "BYMONTH":
                guard let number = Int(value), (1...12).contains(number) else { return nil }
                month = number
            case "BYMONTHDAY":
                guard let number = Int(value), (1...31).contains(number) else { return nil }
                dayOfMonth = number
            case "BYDAY":
                let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
                guard let index = names.firstIndex(of: String(value.suffix(2))), let nth = Int(value.dropLast(2)),
                    (1...5).contains(abs(nth))
                else { return nil }
                weekday = (nth, index + 1)
            default: return nil
            }
        }
        // Without a month both mean something else: every month's, and the nth of the year.
        guard month != nil || (weekday == nil && dayOfMonth == nil), weekday == nil || dayOfMonth == nil else {
            return nil
        }
    }

    static func == (a: Self, b: Self) -> Bool {
        a.interval == b.interval && a.count == b.count && a.until == b.until && a.month == b.month
            && a.dayOfMonth == b.dayOfMonth && a.weekday?.nth == b.weekday?.nth && a.weekday?.day == b.weekday?.day
    }

    /// The first days of the repetitions within some years, for an event that first happens on a day.
    func days(from first: CivilDay, within years: ClosedRange<Int>) -> [CivilDay] {
        var result: [CivilDay] = []
        var found = 0
        var year = first.year
        while year <= years.upperBound {
            if let day = day(in: year, first), day >= first {
                if let until, day > until { break }
                found += 1
                if let count, found > count { break }
                if years.contains(year) { result.append(day) }
            }
            year += interval
        }
        return result
    }

    private func day(in year: Int, _ first: CivilDay) -> CivilDay? {
        let month = month ?? first.month
        guard let weekday else { return CivilDay(year: year, month: month, day: dayOfMonth ?? first.day) }
        let length = CivilDay.length(ofMonth: month, year: year)
        guard let start = CivilDay(year: year, month: month, day: 1),
            let end = CivilDay(year: year, month: month, day: length)
        else { return nil }
        let day =
            weekday.nth > 0
            ? 1 + (weekday.day - start.weekday + 7) % 7 + (weekday.nth - 1) * 7
            : length - (end.weekday - weekday.day + 7) % 7 + (weekday.nth + 1) * 7
        return CivilDay(year: year, month: month, day: day)
    }
}

/// A date, or a date with a time of day, as iCalendar writes it: `20261225`, `20261225T090000`, `20261225T090000Z`.
struct ICSTime: Equatable {
    /// What it says.
    let local: LocalTime
    /// Whether it names a whole day.
    let isDay: Bool
    /// Whether it is in UTC.
    let isUTC: Bool

    /// Reads the value of a date property; nil for anything else.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            return bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
            let date = CivilDay(year: year, month: month, day: day)
        else { return nil }
        if bytes.count == 8 {
            local = LocalTime(day: date, secondOfDay: 0)
            isDay = true
            isUTC = false
            return
        }
        isUTC = bytes.last == UInt8(ascii: "Z")
        guard bytes.count == (isUTC ? 16 : 15), bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), hour < 24,
            let minute = number(11..<13), minute < 60, let second = number(13..<15), second <= 60
        else { return nil }
        local = LocalTime(day: date, secondOfDay: min(hour * 3600 + minute * 60 + second, 86_399))
        isDay = false
    }
}
