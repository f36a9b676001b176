/// Reads hours of a week: `Mon-Fri 08:00-17:00`, `Sat, Sun 10:00-14:00`, `Sun-Thu 22:00-06:00`, `daily 00:00-24:00`.
///
/// A shift that ends before it begins ends on the next day.
enum HoursText {
    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The shifts by weekday, 1 for Monday to 7 for Sunday.
    static func read(_ text: String) throws(HoursProblem) -> [Int: [WeekHours.Shift]] {
        guard let cut = text.unicodeScalars.firstIndex(where: { ("0"..."9").contains($0) }), cut != text.startIndex
        else { throw .noHours }
        let days = try days(String(text[..<cut]))
        var shifts: [WeekHours.Shift] = []
        for part in commaSeparated(String(text[cut...])) { shifts.append(try shift(part)) }
        return Dictionary(uniqueKeysWithValues: days.map { ($0, shifts) })
    }

    private static func days(_ text: String) throws(HoursProblem) -> Set<Int> {
        var days: Set<Int> = []
        for part in commaSeparated(text) {
            if part.lowercased() == "daily" {
                days.formUnion(1...7)
                continue
            }
            let ends = separated(part, by: "-")
            guard let first = ends.first, ends.count <= 2 else { throw .noDay(part) }
            let from = try day(first)
            let to = try day(ends.last ?? first)
            var day = from
            days.insert(day)
            while day != to {
                day = day % 7 + 1
                days.insert(day)
            }
        }
        return days
    }

    private static func day(_ text: String) throws(HoursProblem) -> Int {
        guard let index = names.firstIndex(of: text.lowercased()) else { throw .noDay(text) }
        return index + 1
    }

    private static func shift(_ text: String) throws(HoursProblem) -> WeekHours.Shift {
        let ends = separated(text, by: "-")
        guard ends.count == 2, let from = second(ends[0]), let to = second(ends[1]), from < 86_400, from != to else {
            throw .noTime(text)
        }
        return WeekHours.Shift(from: from, to: to < from ? to + 86_400 : to)
    }

    /// `08:30` in seconds of the day; 24:00 is its end.
    private static func second(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), parts[1].utf8.count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
            hour * 60 + minute <= 1440
        else { return nil }
        return (hour * 60 + minute) * 60
    }
}

/// Why a text is no hours of a week.
enum HoursProblem: Error, Equatable, CustomStringConvertible {
    /// No days with times after them.
    case noHours
    /// Something that is no weekday.
    case noDay(String)
    /// Something that is no stretch of a day.
    case noTime(String)

    var description: String {
        switch self {
        case .noHours: "Hours are days and times, like Mon-Fri 08:00-17:00."
        case .noDay(let text): "“\(text)” is none of Mon, Tue, Wed, Thu, Fri, Sat, Sun and daily."
        case .noTime(let text): "“\(text)” is no stretch of a day, like 08:00-17:00 or 22:00-06:00."
        }
    }
}
