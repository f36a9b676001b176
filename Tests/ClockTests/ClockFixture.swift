import CaseModel
import ClockOracle
import Testing

/// An instant by its text.
func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Timestamp {
    try #require(Timestamp(iso: text), sourceLocation: sourceLocation)
}

/// A day by its text.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CivilDay {
    try #require(LocalTime(iso: text), sourceLocation: sourceLocation).day
}

extension Zone {
    /// The model's zone from the changes that a zone file lists.
    ///
    /// The offsets are what model and oracle share; what they make of them, they do not.
    init(_ file: ZoneFile) {
        self.init(
            name: file.name, initialOffset: Int64(file.initialOffset),
            transitions: file.changes.map {
                Transition(at: Timestamp(seconds: Int64($0.at)), offset: Int64($0.offset))
            })
    }

    /// A zone by its name.
    static func host(_ name: String) throws -> Zone { Zone(try ZoneFile(named: name, through: 2099)) }
}

extension WeekHours {
    /// The same hours, `8` or `9.5` to such another, on some weekdays.
    init(_ weekdays: ClosedRange<Int>, _ from: Double, _ to: Double) {
        let shift = Shift(from: Int(from * 3600), to: Int(to * 3600))
        self.init(Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [shift]) }))
    }
}

/// Calendars with the hours of domain section 3.
enum Regions {
    static func americas() throws -> WorkCalendar {
        WorkCalendar(name: "Americas", zone: try .host("America/New_York"), hours: WeekHours(1...5, 8, 21))
    }

    static func emea(_ holidays: [CivilDay: String] = [:]) throws -> WorkCalendar {
        WorkCalendar(
            name: "EMEA", zone: try .host("Europe/Dublin"), hours: WeekHours(1...5, 8, 17), holidays: holidays)
    }

    static func apac() throws -> WorkCalendar {
        WorkCalendar(name: "APAC", zone: try .host("Australia/Sydney"), hours: WeekHours(1...5, 8, 17.5))
    }

    static func japan() throws -> WorkCalendar {
        WorkCalendar(name: "Japan", zone: try .host("Asia/Tokyo"), hours: WeekHours(1...5, 9.5, 17.5))
    }
}

extension WorkCalendar {
    /// Other hours or holidays in the same place.
    func with(hours: WeekHours? = nil, holidays: [CivilDay: String]? = nil) -> WorkCalendar {
        WorkCalendar(name: name, zone: zone, hours: hours ?? self.hours, holidays: holidays ?? self.holidays)
    }

    /// The due time of a target in words under business cover, as the wall clock shows it; nil for never.
    func due(_ target: String, from local: String, _ coverage: Coverage = .business) throws -> String? {
        let opened = zone.instant(try #require(LocalTime(iso: local)))
        let rule = ClockRule(target: try ClockTarget(words: target), coverage: coverage, calendar: self)
        return rule.due(from: opened).instant.map { zone.local($0).isoText }
    }
}
