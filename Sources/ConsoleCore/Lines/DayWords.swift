import CaseModel

extension CivilDay {
    /// As people write it: `9 Mar 2026`.
    var inWords: String { "\(inShort) \(year)" }

    /// The same without the year: `9 Mar`.
    var inShort: String { "\(day) \(Timeline.monthName(month))" }

    /// The same with the day of the week: `Mon 9 Mar 2026`.
    var withWeekday: String { "\(Timeline.weekdayName(weekday)) \(inWords)" }
}
