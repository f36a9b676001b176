internal import CaseModel

/// When people work: Monday to Friday, eight to six where they are.
struct OfficeHours: Sendable {
    /// Hours east of UTC.
    let hours: Int

    /// The time itself during office hours, else shortly after the next opening.
    func next(_ time: Timestamp, _ dice: inout Dice) -> Timestamp {
        let offset = Int64(hours) * 3600
        let local = LocalTime(time, offset: offset)
        let isOpen = local.day.weekday <= 5 && (8..<18).contains(local.hour)
        if isOpen { return time }
        var day = local.day
        if local.hour >= 18 || local.day.weekday > 5 { day = CivilDay(daysSince1970: day.daysSince1970 + 1) }
        while day.weekday > 5 { day = CivilDay(daysSince1970: day.daysSince1970 + 1) }
        let late = dice.number(0...5400)
        return LocalTime(day: day, secondOfDay: 8 * 3600 + late).timestamp(offset: offset)
    }
}
