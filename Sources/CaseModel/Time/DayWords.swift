/// Days as people say them: `today`, `tomorrow`, `+30d`, `in 2 weeks`, `30 Jun 2027`, `end of month`, `next friday`.
public enum DayWords {
    /// How days can be written, in words that follow "like".
    public static let ways = "2026-03-09, 9 Mar 2026, +90d, next monday, end of month"

    /// The day that some words mean; nil for words that mean none.
    ///
    /// - Parameter isPast: whether what happened is told: a span lies back unless `+` or `in` is written, and a weekday and
    ///   a day without a year are the last ones, perhaps today.
    public static func day(_ text: String, today: CivilDay, isPast: Bool = false) -> CivilDay? {
        if let day = CivilDay(iso: text) { return day }
        let words = split(text)
        switch words {
        case ["today"]: return today
        case ["tomorrow"]: return today.adding(1)
        case ["yesterday"]: return today.adding(-1)
        case ["end", "of", "month"]: return lastDay(of: today.month, today.year)
        case ["end", "of", "year"]: return lastDay(of: 12, today.year)
        case ["next", "week"]: return today.adding(7)
        case ["next", "month"]: return today.adding(months: 1)
        case ["next", "year"]: return today.adding(months: 12)
        default: break
        }
        if words.count == 1, let day = next(words[0], after: today) { return isPast ? day.adding(-7) : day }
        if words.count == 2, words[0] == "next", let day = next(words[1], after: today) { return day }
        if let named = dated(words, today, isPast) { return named.day.weekday == named.weekday ? named.day : nil }
        return span(words, from: today, isPast) ?? date(words, today, isPast)
    }

    /// The day that a span comes to from a day: `+1y`, `2 weeks`; nil for other words, and for spans that say themselves
    /// that they count from today: `in 2 weeks`, `3 days ago`.
    public static func day(_ text: String, countedFrom day: CivilDay) -> CivilDay? {
        let words = split(text)
        guard words.first != "in", words.last != "ago" else { return nil }
        return span(words, from: day, false)
    }

    /// Whether some words are the name of a weekday.
    public static func isWeekday(_ text: String) -> Bool {
        let words = split(text)
        return words.count == 1 && next(words[0], after: CivilDay(daysSince1970: 0)) != nil
    }

    static func split(_ text: String) -> [String] {
        text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    }

    /// The next day of a weekday's name in small letters, of which the first three are enough; nil for other words.
    public static func next(_ word: String, after today: CivilDay) -> CivilDay? {
        guard word.utf8.count >= 3, let index = weekdays.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        return today.adding(Int64((index + 1 - today.weekday + 6) % 7 + 1))
    }

    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// `+30d`, `in 30 days`, `2 weeks`, `1y`, `a year`, `3 days ago`.
    private static func span(_ words: [String], from today: CivilDay, _ isPast: Bool) -> CivilDay? {
        let (isIn, isAgo) = (words.first == "in", words.last == "ago")
        var counted = words.dropFirst(isIn ? 1 : 0).dropLast(isAgo ? 1 : 0)
        if counted.count == 2, counted.first == "a" || counted.first == "one" { counted[counted.startIndex] = "1" }
        let joined = counted.joined()
        let bare = joined.hasPrefix("+") ? joined.dropFirst() : joined[...]
        let digits = bare.prefix { ("0"..."9").contains($0) }
        guard let size = Int64(digits), (0...100_000).contains(size), !isAgo || (!isIn && bare == joined) else {
            return nil
        }
        let count = isAgo || (isPast && !isIn && bare == joined) ? -size : size
        switch bare.dropFirst(digits.count) {
        case "d", "day", "days": return today.adding(count)
        case "w", "week", "weeks": return today.adding(count * 7)
        case "m", "month", "months": return today.adding(months: count)
        case "y", "year", "years": return today.adding(months: count * 12)
        default: return nil
        }
    }

    /// A day behind the name of a weekday, as screens write it: `Mon 4 Jan 2027`; nil for other words.
    static func dated(
        _ words: [String], _ today: CivilDay, _ isPast: Bool
    ) -> (day: CivilDay, weekday: Int)? {
        // The first day there is was a Thursday, so that the next of a name tells which weekday it is.
        guard words.count > 1, let named = next(words[0], after: CivilDay(daysSince1970: 0)) else { return nil }
        let rest = Array(words.dropFirst())
        let day = rest.count == 1 ? CivilDay(iso: rest[0]) : date(rest, today, isPast)
        return day.map { ($0, named.weekday) }
    }

    private static func lastDay(of month: Int, _ year: Int) -> CivilDay? {
        CivilDay(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)?.adding(-1)
    }

    /// `30 Jun 2027`, `30 June`: of this year when none is said, of the next when that has passed; of what happened, of the
    /// last when that is to come.
    private static func date(_ words: [String], _ today: CivilDay, _ isPast: Bool) -> CivilDay? {
        guard (2...3).contains(words.count), let number = Int(words[0]), words[1].utf8.count >= 3,
            let month = months.firstIndex(where: { words[1].hasPrefix($0) })
        else { return nil }
        if words.count == 3 { return Int(words[2]).flatMap { CivilDay(year: $0, month: month + 1, day: number) } }
        guard let day = CivilDay(year: today.year, month: month + 1, day: number) else { return nil }
        let years = isPast ? day > today ? -1 : 0 : day < today ? 1 : 0
        return CivilDay(year: today.year + years, month: month + 1, day: number)
    }
}

extension CivilDay {
    /// The day so many days later.
    public func adding(_ days: Int64) -> CivilDay { CivilDay(daysSince1970: daysSince1970 + days) }

    /// The same day some months later, or earlier where they are negative; the last one of a month that is shorter; nil
    /// beyond the years 1 to 9999.
    public func adding(months: Int64) -> CivilDay? {
        let all = Int64(year) * 12 + Int64(month) - 1 + months
        let (year, month) = (Int(all / 12), Int(all % 12) + 1)
        guard all > 0 else { return nil }
        return CivilDay(year: year, month: month, day: min(day, CivilDay.length(ofMonth: month, year: year)))
    }
}
