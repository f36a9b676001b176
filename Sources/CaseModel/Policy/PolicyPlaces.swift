extension Policy {
    /// A region whose hours decide (domain 3).
    public struct Region: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The wider area it belongs to.
        public let geo: String?
        /// What belongs to it.
        public let includes: [String]
        /// The code of its calendar.
        public let calendar: String
        /// The name of the zone of its customers unless they say otherwise.
        public let zone: String
        /// The languages it answers in within its hours.
        public let languages: [String]
        /// The languages it answers in outside them.
        public let languagesOutside: [String]
        /// Where this comes from.
        public let origin: Origin
    }

    /// Working hours and holidays, before it is known on which zone's clocks (domain 3).
    public struct HoursAndHolidays: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// The hours of a week.
        public let hours: WeekHours
        /// The zone it names; nil for that of the region.
        public let zone: String?
        /// Days that are not worked, with their names.
        public let holidays: [CivilDay: String]
        /// The last day for which its holidays are complete; nil when nobody said.
        public let knownThrough: CivilDay?
        /// Other hours that a text gives.
        public let alternatives: [String]
        /// What a reader should know.
        public let note: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// A site (domain 3; domain 13, row 4).
    public struct Center: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The code of its region, whose hours it keeps.
        public let region: String
        /// Its zone; nil for that of the region.
        public let zone: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// The calendar of a region on its clocks, with days that are holidays besides; nil when a code or the zone is not
    /// known.
    public func calendar(
        of region: Region, holidays more: [CivilDay: String] = [:], zones: (String) -> Zone?
    ) -> WorkCalendar? {
        guard let own = places.calendars.first(where: { $0.code == region.calendar }),
            let zone = zones(own.zone ?? region.zone)
        else { return nil }
        return WorkCalendar(
            name: own.code, zone: zone, hours: own.hours, holidays: own.holidays.merging(more) { first, _ in first },
            knownThrough: own.knownThrough)
    }
}

extension Policy {
    /// The region of a code.
    public func region(_ code: String) -> Region? { places.regions.first { $0.code == code } }

    /// The centre of a code.
    public func center(_ code: String) -> Center? { places.centers.first { $0.code == code } }

    /// The name of the zone on whose clocks a centre works.
    public func zone(of center: Center) -> String? {
        guard let region = region(center.region) else { return center.zone }
        return center.zone ?? places.calendars.first { $0.code == region.calendar }?.zone ?? region.zone
    }

    /// The hours that a centre keeps: those of its region, on its own clocks; nil when a code or the zone is not known.
    public func calendar(of center: Center, zones: (String) -> Zone?) -> WorkCalendar? {
        guard let region = region(center.region), let name = zone(of: center), let zone = zones(name),
            let own = places.calendars.first(where: { $0.code == region.calendar })
        else { return nil }
        return WorkCalendar(
            name: own.code, zone: zone, hours: own.hours, holidays: own.holidays, knownThrough: own.knownThrough)
    }
}
