internal import Foundation

/// The rule in the last line of a TZif file, such as `EST5EDT,M3.2.0,M11.1.0`.
struct SeasonRule {
    /// One switch of the year: so many seconds after the start of a weekday's n-th (5: last) place in a month.
    private struct Switch {
        let month, week, weekday, seconds: Int

        func instant(_ year: Int, offset: Int) -> Int {
            let first = Days.number(year: year, month: month, day: 1)
            // In these rules 0 is Sunday.
            var day = first
            while (Days.weekday(day) + 1) % 7 != weekday { day += 1 }
            day += (week - 1) * 7
            while day >= first + Days.length(month, year) { day -= 7 }
            return day * 86_400 + seconds - offset
        }
    }

    private let standard, summer: Int
    private let toSummer, toStandard: Switch

    /// Nil for a rule without seasons.
    init?(_ text: String) throws(ZoneFile.Problem) {
        let time = /[+-]?\d+(?::\d+(?::\d+)?)?/
        let name = /[A-Za-z]+|<[^>]*>/
        let parts = text.split(separator: ",")
        guard parts.count == 3 else {
            guard parts.count == 1, text.wholeMatch(of: /(?:[A-Za-z]+|<[^>]*>)[+-]?\d+(?::\d+)*/) != nil else {
                throw ZoneFile.Problem(description: "the rule “\(text)” is not understood")
            }
            return nil
        }
        var rest = parts[0]
        func take(_ pattern: Regex<Substring>) -> Substring? {
            guard let match = rest.prefixMatch(of: pattern) else { return nil }
            rest = rest[match.range.upperBound...]
            return match.output
        }
        guard take(name) != nil, let winter = take(time), take(name) != nil else {
            throw ZoneFile.Problem(description: "the rule “\(text)” is not understood")
        }
        // These offsets are west of Greenwich.
        standard = -SeasonRule.seconds(winter)
        summer = take(time).map { -SeasonRule.seconds($0) } ?? standard + 3600
        toSummer = try SeasonRule.change(parts[1])
        toStandard = try SeasonRule.change(parts[2])
    }

    func changes(from first: Int, through last: Int) -> [ZoneFile.Change] {
        (first...last).flatMap { year in
            [
                ZoneFile.Change(at: toSummer.instant(year, offset: standard), offset: summer),
                ZoneFile.Change(at: toStandard.instant(year, offset: summer), offset: standard),
            ]
        }
        .sorted { $0.at < $1.at }
    }

    private static func seconds(_ text: Substring) -> Int {
        let numbers = text.split(separator: ":").map { Int($0) ?? 0 }
        let size =
            abs(numbers[0]) * 3600 + (numbers.count > 1 ? numbers[1] * 60 : 0)
            + (numbers.count > 2 ? numbers[2] : 0)
        return text.hasPrefix("-") ? -size : size
    }

    private static func change(_ text: Substring) throws(ZoneFile.Problem) -> Switch {
        guard let match = text.wholeMatch(of: /M(\d+)\.(\d)\.(\d)(?:\/(.+))?/), let month = Int(match.1),
            let week = Int(match.2), let weekday = Int(match.3)
        else { throw ZoneFile.Problem(description: "the rule “\(text)” is not understood") }
        return Switch(month: month, week: week, weekday: weekday, seconds: match.4.map { seconds($0) } ?? 7200)
    }
}
