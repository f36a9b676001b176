import CaseModel

extension CivilDay {
    /// As people write it: `9 Mar 2026`.
    var inWords: String { "\(inShort) \(year)" }

    /// The same without the year: `9 Mar`.
    var inShort: String { "\(day) \(Timeline.monthName(month))" }

    /// The same with the day of the week: `Mon 9 Mar 2026`.
    var withWeekday: String { "\(Timeline.weekdayName(weekday)) \(inWords)" }

    /// How far it is from another day: `in 96 days`, `yesterday`.
    func distance(from today: CivilDay) -> String {
        let days = Int(daysSince1970 - today.daysSince1970)
        return switch days {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        default: days > 0 ? "in \(grouped(days)) days" : "\(grouped(-days)) days ago"
        }
    }
}

extension DayWords {
    /// Why the day of a written time is none, such as that of `2026-02-30T14:00` and `30 feb 14:00`; nil for others.
    ///
    /// - Parameter isPast: whether what happened is told.
    static func absence(ofTime text: String, today: CivilDay, isPast: Bool = false) -> String? {
        absence(text, today: today, isPast: isPast)
            ?? text.lastIndex { $0 == "T" || $0 == " " }
            .flatMap { absence(String(text[..<$0]), today: today, isPast: isPast) }
    }
}
