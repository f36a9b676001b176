import SettingsText

extension SectionReader {
    /// A text that must be there.
    mutating func text(_ key: String) -> String { needed(key)?.value ?? "" }

    /// A text that may be left out.
    mutating func optional(_ key: String) -> String? { entry(key).flatMap { $0.value.isEmpty ? nil : $0.value } }

    /// The texts of a key that may stand more than once.
    mutating func texts(_ key: String) -> [String] { entries(key).map(\.value).filter { !$0.isEmpty } }

    /// A list with commas; the key may stand more than once.
    mutating func list(_ key: String) -> [String] {
        var parts: [String] = []
        for entry in entries(key) { parts += commaSeparated(entry.value) }
        return parts
    }

    /// `yes` or `no`; no when it is not there.
    mutating func flag(_ key: String) -> Bool {
        guard let entry = entry(key) else { return false }
        if entry.value != "yes" && entry.value != "no" { fail(entry, "\(key) is yes or no, not “\(entry.value)”.") }
        return entry.value == "yes"
    }

    /// A whole number of at least 0; nil when it is not there.
    mutating func number(_ key: String) -> Int? {
        guard let entry = entry(key) else { return nil }
        guard let number = Int(entry.value), (0...1_000_000).contains(number) else {
            fail(entry, "\(key) is a number from 0 to 1000000, not “\(entry.value)”.")
            return nil
        }
        return number
    }

    /// A day; nil when it is not there.
    mutating func day(_ key: String) -> CivilDay? {
        guard let entry = entry(key) else { return nil }
        let day = civilDay(entry.value)
        if day == nil { fail(entry, "\(key) is a day, like 2026-03-09, not “\(entry.value)”.") }
        return day
    }

    /// One of the words of a set; nil when it is not there or none of them.
    mutating func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: String, _: Word.Type) -> Word? {
        entry(key).flatMap { word($0, $0.value) }
    }

    /// One of the words of a set that must be there.
    mutating func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: String, else other: Word) -> Word {
        needed(key).flatMap { word($0, $0.value) } ?? other
    }

    /// A value as one of the words of a set.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ entry: SettingsEntry, _ text: String
    ) -> Word? {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        let near = hint(text, known)
        fail(entry, "“\(text)” is none of \(known.joined(separator: ", ")).\(near)")
        return nil
    }

    /// A length of time in the words of targets; nil when it is not there.
    mutating func target(_ key: String) -> ClockTarget? { entry(key).flatMap { target($0) } }

    /// A value as a length of time in the words of targets.
    mutating func target(_ entry: SettingsEntry) -> ClockTarget? {
        do throws(ClockTargetProblem) {
            return try ClockTarget(words: entry.value)
        } catch {
            fail(entry, "Here \(error.description).")
            return nil
        }
    }

    /// Weekly hours: lines such as `Mon-Fri 08:00-17:00`, at least one of them.
    mutating func hours(_ key: String) -> WeekHours {
        let lines = entries(key)
        if lines.isEmpty { fail("[\(section.kind)] needs a line \(key) = Mon-Fri 08:00-17:00.") }
        var week: [Int: [WeekHours.Shift]] = [:]
        for line in lines {
            do throws(HoursProblem) {
                for (day, shifts) in try HoursText.read(line.value) { week[day, default: []] += shifts }
            } catch {
                fail(line, error.description)
            }
        }
        return WeekHours(week)
    }

    /// Days with names: `holiday = 2026-12-25 Christmas Day`, `holiday = 2026-12-29..2027-01-03 Closed`, and days alone in
    /// a list `holidays = 2026-01-01, 2026-12-25`.
    mutating func holidays() -> [CivilDay: String] {
        var days: [CivilDay: String] = [:]
        let single = entries("holiday").map { ($0, $0.value) }
        let listed = entries("holidays").flatMap { entry in commaSeparated(entry.value).map { (entry, $0) } }
        for (entry, text) in single + listed {
            guard let (range, name) = holiday(text) else {
                fail(entry, "A holiday is a day and its name, like 2026-12-25 Christmas Day, not “\(text)”.")
                continue
            }
            var day = range.lowerBound
            while day <= range.upperBound {
                days[day] = name
                day = CivilDay(daysSince1970: day.daysSince1970 + 1)
            }
        }
        return days
    }

    /// One holiday, or several in a row: at most a year of them.
    private func holiday(_ text: String) -> (ClosedRange<CivilDay>, String)? {
        guard let first = civilDay(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        var last = first
        if rest.hasPrefix("..") {
            guard let end = civilDay(rest.dropFirst(2).prefix(10)), end >= first,
                end.daysSince1970 - first.daysSince1970 <= 366
            else { return nil }
            last = end
            rest = rest.dropFirst(12)
        }
        guard rest.isEmpty || rest.first == " " else { return nil }
        let name = withoutBlanks(String(rest))
        return (first...last, name)
    }
}

/// A day as `2026-03-09`; nil for anything else.
func civilDay(_ text: some StringProtocol) -> CivilDay? {
    text.utf8.count == 10 ? LocalTime(iso: text)?.day : nil
}
