import CaseModel

/// The rule at the end of a zone file, in the words of POSIX: `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneRule {
    private let standard: Int64
    private let summer: Int64
    private let start: Turn
    private let end: Turn

    /// When the clocks turn.
    private struct Turn {
        /// Month, week (5 is the last) and day of the week (0 is Sunday); or a day of the year.
        enum Day {
            case weekday(Int, Int, Int)
            /// Counted from 1, and the 29th of February never is.
            case julian(Int)
            /// Counted from 0.
            case ordinal(Int)
        }
        let day: Day
        let second: Int64

        func seconds(in year: Int) -> Int64? {
            switch day {
            case .weekday(let month, let week, let weekday):
                guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
                let next =
                    month == 12
                    ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: month + 1, day: 1)
                // CivilDay counts Monday as 1 and Sunday as 7.
                let ahead = (weekday + 7 - first.weekday % 7) % 7
                var days = first.daysSince1970 + Int64(ahead + (week - 1) * 7)
                if let next, days >= next.daysSince1970 { days -= 7 }
                return days * 86_400 + second
            case .julian(let number):
                guard let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
                let isLeap = CivilDay(year: year, month: 2, day: 29) != nil
                return (first.daysSince1970 + Int64(number - 1) + (isLeap && number >= 60 ? 1 : 0)) * 86_400 + second
            case .ordinal(let number):
                guard let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
                return (first.daysSince1970 + Int64(number)) * 86_400 + second
            }
        }
    }

    /// Reads a rule with summer time; nil for one offset all year, and for what is no rule.
    init?(_ text: String) {
        var rest = Substring(text)
        guard ZoneRule.name(&rest), let west = ZoneRule.time(&rest), ZoneRule.name(&rest) else { return nil }
        standard = -west
        summer = rest.first == "," ? standard + 3600 : -(ZoneRule.time(&rest) ?? 0)
        let parts = rest.split(separator: ",")
        guard parts.count == 2, let start = ZoneRule.turn(parts[0]), let end = ZoneRule.turn(parts[1]) else {
            return nil
        }
        self.start = start
        self.end = end
    }

    /// The changes of a year, in order.
    func changes(in year: Int) -> [Zone.Transition] {
        let to = start.seconds(in: year).map {
            Zone.Transition(at: Timestamp(seconds: $0 - standard), offset: summer)
        }
        let back = end.seconds(in: year).map {
            Zone.Transition(at: Timestamp(seconds: $0 - summer), offset: standard)
        }
        return [to, back].compactMap { $0 }.sorted { $0.at < $1.at }
    }

    /// Passes over a name: letters, or anything between `<` and `>`.
    private static func name(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let close = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: close)...]
            return true
        }
        let letters = text.prefix { $0.isLetter }
        text = text.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// Passes over `[+-]h[:m[:s]]`, in seconds.
    private static func time(_ text: inout Substring) -> Int64? {
        var sign: Int64 = 1
        if text.first == "-" || text.first == "+" {
            if text.first == "-" { sign = -1 }
            text = text.dropFirst()
        }
        let digits = text.prefix { $0.isNumber || $0 == ":" }
        text = text.dropFirst(digits.count)
        let parts = digits.split(separator: ":").map { Int64($0) }
        guard !parts.isEmpty, parts.count <= 3 else { return nil }
        var seconds: Int64 = 0
        for (part, unit) in zip(parts, [3600, 60, 1] as [Int64]) {
            guard let part else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    private static func turn(_ text: Substring) -> Turn? {
        let parts = text.split(separator: "/")
        guard let day = parts.first, parts.count <= 2 else { return nil }
        var second: Int64 = 7200
        if parts.count == 2 {
            var rest = parts[1]
            guard let time = time(&rest), rest.isEmpty else { return nil }
            second = time
        }
        if day.first == "M" {
            let numbers = day.dropFirst().split(separator: ".").map { Int($0) }
            guard numbers.count == 3, let month = numbers[0], let week = numbers[1], let weekday = numbers[2],
                (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
            else { return nil }
            return Turn(day: .weekday(month, week, weekday), second: second)
        }
        if day.first == "J" { return Int(day.dropFirst()).map { Turn(day: .julian($0), second: second) } }
        return Int(day).map { Turn(day: .ordinal($0), second: second) }
    }
}
