// Why words that look like a day are none, said so that the right ones are typed next.

extension DayWords {
    /// Why a written day is none, such as the 30 February, or not the one that is meant, such as a Tuesday that is none;
    /// nil for days that are, and for other words.
    ///
    /// - Parameter isPast: whether what happened is told.
    public static func absence(_ text: String, today: CivilDay, isPast: Bool = false) -> String? {
        if let unclear = unclear(text) { return unclear }
        if let (day, weekday) = dated(split(text), today, isPast), day.weekday != weekday {
            return "\(written(day)) is a \(name(ofWeekday: day.weekday)), not a \(name(ofWeekday: weekday))."
        }
        var words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        if words.count > 2, next(words[0], after: today) != nil { words.removeFirst() }
        let numbers = words.compactMap { Int($0) }
        let parts: (year: Int, month: Int, day: Int)
        if numbers.count == 3, words.count == 3, words[0].utf8.count == 4 {
            parts = (numbers[0], numbers[1], numbers[2])
        } else if let day = numbers.first, (2...3).contains(words.count), words[1].utf8.count >= 3,
            let month = months.firstIndex(where: { words[1].hasPrefix($0) })
        {
            parts = (words.count == 3 ? numbers.last ?? today.year : today.year, month + 1, day)
        } else {
            return nil
        }
        guard (1...12).contains(parts.month), (1...9999).contains(parts.year), (29...31).contains(parts.day) else {
            return nil
        }
        let length = CivilDay.length(ofMonth: parts.month, year: parts.year)
        guard parts.day > length else { return nil }
        return "There is no such day: \(capitalised(months[parts.month - 1])) \(parts.year) has \(length) days."
    }

    /// How a day in numbers is to be written, where nobody can tell its month from its day: `12.1.2028`; nil for others.
    private static func unclear(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        // A year of two digits stands last, as those who write it mean it.
        let (isFirst, year) = (parts[0].utf8.count == 4, parts[2].utf8.count == 2 ? 2000 + numbers[2] : numbers[2])
        let (a, b) = (numbers[isFirst ? 1 : 0], numbers[isFirst ? 2 : 1])
        let orders = isFirst ? [(numbers[0], a, b)] : [(year, b, a), (year, a, b)]
        var days: [CivilDay] = []
        for (year, month, day) in orders {
            if let day = CivilDay(year: year, month: month, day: day), !days.contains(day) { days.append(day) }
        }
        guard let first = days.first else { return nil }
        let ways = days.map(written).joined(separator: " or ")
        return days.count == 1 ? "Write \(text) as \(ways), or as \(first)." : "\(text) may be \(ways): write it so."
    }

    /// A day as it can be typed: `9 Mar 2026`.
    private static func written(_ day: CivilDay) -> String {
        "\(day.day) \(capitalised(months[day.month - 1])) \(day.year)"
    }

    private static func name(ofWeekday weekday: Int) -> String { capitalised(weekdays[weekday - 1]) }

    private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
