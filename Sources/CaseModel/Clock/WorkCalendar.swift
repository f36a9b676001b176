/// When work is done in one place: the hours of its week, less its holidays, on the clocks of its zone.
///
/// A shift belongs to the day on which it begins: a holiday takes away the shifts that begin on it, not the end of one
/// that began the evening before.
public struct WorkCalendar: Equatable, Sendable {
    /// The calendar's name, for people.
    public let name: String
    /// The zone whose clocks its hours and days are told by.
    public let zone: Zone
    /// The hours of a week.
    public let hours: WeekHours
    /// The days that are not worked, and what they are called.
    public let holidays: [CivilDay: String]
    /// The last day for which the holidays are known; nil where that was never said.
    public let knownThrough: CivilDay?
    /// The holidays as days since 1970, ascending.
    let holidayNumbers: [Int64]

    /// A calendar with all its parts.
    public init(
        name: String, zone: Zone, hours: WeekHours, holidays: [CivilDay: String] = [:], knownThrough: CivilDay? = nil
    ) {
        self.name = name
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
        self.knownThrough = knownThrough
        holidayNumbers = holidays.keys.map(\.daysSince1970).sorted()
    }

    /// Whether the holidays of a day are known.
    public func isKnown(_ day: CivilDay) -> Bool { knownThrough.map { day <= $0 } ?? false }
}
