import CaseModel
import Testing

/// Reliability 3, group 8.
@Suite("Calendars that nobody meant")
struct HostileCalendarTests {
    @Test func noHours() throws {
        for hours in [
            WeekHours([:]), WeekHours(1...5, 9, 9), WeekHours(1...5, 17, 9), WeekHours([9: [.init(from: 0, to: 1)]]),
        ] {
            #expect(hours.isEmpty)
            for unit in ClockTarget.Unit.allCases {
                let rule = ClockRule(
                    target: ClockTarget(1, unit), coverage: .business, calendar: try Regions.emea().with(hours: hours))
                #expect(rule.due(from: try at("2026-03-04T09:00:00Z")) == .never(.noHours))
                #expect(rule.sum(from: try at("2026-03-04T09:00:00Z")).steps == [])
            }
        }
        #expect(NeverDue.noHours.description == "never: the calendar has no hours")
    }

    @Test func everyHour() throws {
        let always = try Regions.emea().with(hours: .always)
        #expect(try always.due("4 business hours", from: "2026-03-28T23:00") == "2026-03-29T04:00:00")
        #expect(try always.due("400 hours", from: "2026-03-28T23:00") == "2026-04-14T16:00:00")
        #expect(try always.due("2 business days", from: "2026-03-28T23:00") == "2026-03-30T23:00:00")
        let eve = always.with(holidays: [try day("2026-03-29"): "Clocks"])
        // A holiday on which clocks change is an hour shorter.
        #expect(try eve.due("2 hours", from: "2026-03-28T23:00") == "2026-03-30T01:00:00")
        #expect(try eve.due("2 hours", from: "2026-03-29T02:30") == "2026-03-30T02:00:00")
    }

    @Test func overlappingShiftsCountOnce() throws {
        let hours = WeekHours([
            1: [.init(from: 36_000, to: 50_400), .init(from: 28_800, to: 43_200), .init(from: 28_800, to: 32_400)],
            2: [.init(from: 32_400, to: 36_000), .init(from: 28_800, to: 32_400), .init(from: 40_000, to: 40_000)],
        ])
        #expect(hours.shifts(on: 1) == [.init(from: 28_800, to: 50_400)])
        #expect(hours.shifts(on: 2) == [.init(from: 28_800, to: 36_000)])
        #expect(hours.shifts(on: 8) == [] && hours.shifts(on: 0) == [])
        let calendar = try Regions.japan().with(hours: hours)
        #expect(try calendar.due("7 hours", from: "2026-03-02T00:00") == "2026-03-03T09:00:00")
        #expect(try calendar.due("8 hours", from: "2026-03-02T00:00") == "2026-03-03T10:00:00")
        #expect(try calendar.due("100 hours", from: "2026-03-02T00:00") == "2026-05-25T12:00:00")
    }

    @Test func shiftsPastMidnight() throws {
        // From Monday to Friday 22:00 to 06:00; Tuesday also 05:00 to 07:00, which overlaps Monday's night.
        let night = WeekHours.Shift(from: 79_200, to: 108_000)
        let hours = WeekHours([
            1: [night], 2: [night, .init(from: 18_000, to: 25_200)], 3: [night], 4: [night], 5: [night],
        ])
        let calendar = try Regions.japan().with(hours: hours)
        #expect(try calendar.due("9 hours", from: "2026-03-02T20:00") == "2026-03-03T07:00:00")
        #expect(try calendar.due("10 hours", from: "2026-03-02T20:00") == "2026-03-03T23:00:00")
        // Saturday's first six hours belong to Friday.
        #expect(try calendar.due("8 hours", from: "2026-03-06T23:00") == "2026-03-09T23:00:00")
        #expect(try calendar.due("1 business day", from: "2026-03-07T02:00") == "2026-03-10T02:00:00")
        #expect(try calendar.due("1 business day", from: "2026-03-03T05:30") == "2026-03-04T05:30:00")
        // A week has 41 hours, the overlap counting once.
        #expect(try calendar.due("410 hours", from: "2026-03-02T00:00") == "2026-05-09T06:00:00")
        // A holiday takes the shifts that begin on it, not the end of the night before.
        let off = calendar.with(holidays: [try day("2026-03-04"): "Off"])
        #expect(try off.due("10 hours", from: "2026-03-03T20:00") == "2026-03-06T00:00:00")
        #expect(try off.due("8 hours", from: "2026-03-03T20:00") == "2026-03-04T06:00:00")
        #expect(try off.due("1 business day", from: "2026-03-04T01:00") == "2026-03-06T01:00:00")
    }

    @Test func shiftsOutOfRange() throws {
        let hours = WeekHours([
            1: [.init(from: -500, to: 3600), .init(from: 82_800, to: .max), .init(from: 86_400, to: 90_000)],
            3: [.init(from: .min, to: .max)],
        ])
        #expect(hours.shifts(on: 1) == [.init(from: 0, to: 3600), .init(from: 82_800, to: 169_200)])
        #expect(hours.shifts(on: 3) == [.init(from: 0, to: 86_400)])
        #expect(
            try Regions.japan().with(hours: hours).due("26 hours", from: "2026-03-02T00:00") == "2026-03-04T01:00:00")
    }

    @Test func everyDayAHoliday() throws {
        let first = try day("2026-01-01").daysSince1970
        var all: [CivilDay: String] = [:]
        for number in 0..<Int64(20 * 366) { all[CivilDay(daysSince1970: first + number)] = "closed" }
        let calendar = try Regions.emea().with(holidays: all)
        let opened = try at("2026-03-04T09:00:00Z")
        for unit in ClockTarget.Unit.allCases {
            let rule = ClockRule(target: ClockTarget(2, unit), coverage: .business, calendar: calendar)
            let from = try day("2026-03-04")
            #expect(rule.due(from: opened) == .never(.closedFrom(from)))
            #expect(rule.due(from: opened).never?.description.contains("10 years from 2026-03-04") == true)
        }
        // Nearer to the last of them it opens again.
        #expect(try calendar.due("2 hours", from: "2045-12-24T09:00") == "2046-01-16T10:00:00")
    }

    @Test func fiveThousandHolidays() throws {
        let first = try day("2026-01-01").daysSince1970
        // Two days of three are closed, whatever the weekday.
        var many: [CivilDay: String] = [:]
        for number in 0..<Int64(5000) { many[CivilDay(daysSince1970: first + number / 2 * 3 + number % 2)] = "" }
        let calendar = try Regions.japan().with(hours: .always, holidays: many)
        let opened = try #require(LocalTime(iso: "2026-01-01"))
        for days in [1, 2, 100, 2500] {
            let later = Int64(days * 3 * 86_400)
            let rule = ClockRule(target: ClockTarget(days * 24, .hours), coverage: .business, calendar: calendar)
            let due = try #require(rule.due(from: calendar.zone.instant(opened)).instant)
            #expect(due == calendar.zone.instant(opened) + later)
        }
        // Two and a half thousand open days, then none is a holiday any more.
        #expect(try calendar.due("60001 hours", from: "2026-01-01") == "2046-07-15T01:00:00")
        #expect(try calendar.due("1000000 hours", from: "2026-01-01T12:00") != nil)
    }

    /// One second of hours a week, and the end of the calendar.
    @Test func targetsBeyondEveryCalendar() throws {
        let rare = try Regions.emea().with(hours: WeekHours([3: [.init(from: 7200, to: 7201)]]))
        #expect(try rare.due("1 minute", from: "2026-03-03T00:00") == "2027-04-21T02:00:01")
        #expect(try rare.due("2 hours", from: "2026-03-03T00:00") != nil)
        #expect(try rare.due("1000000 hours", from: "2026-03-03T00:00") == nil)
        #expect(try rare.due("1000000 business days", from: "2026-03-03T00:00") == nil)
        #expect(try rare.due("100000 business days", from: "2026-03-03T00:00") == "3942-09-16T02:00:00")
    }

    /// A file may hold any zone; it must not end the program.
    @Test func zonesThatAreNone() throws {
        for offset in [Int64.min, -90_000, 90_000, .max] {
            let changes = [
                Zone.Transition(at: Timestamp(seconds: .min), offset: offset),
                Zone.Transition(at: try at("2026-03-05T00:00:00Z"), offset: 0 &- offset),
                Zone.Transition(at: Timestamp(seconds: .max), offset: 0),
            ]
            let zone = Zone(name: "", initialOffset: offset, transitions: changes)
            let calendar = WorkCalendar(name: "", zone: zone, hours: WeekHours(1...5, 8, 17))
            for unit in ClockTarget.Unit.allCases {
                let rule = ClockRule(target: ClockTarget(9, unit), coverage: .business, calendar: calendar)
                for opened in ["2026-03-04T09:00:00Z", "1950-03-04T09:00:00Z"] {
                    let sum = rule.sum(from: try at(opened))
                    #expect(sum.due != nil || sum.never != nil)
                }
            }
        }
    }

    @Test func daysThatTheZoneSkipped() throws {
        // Samoa had no 30 December 2011, a Friday.
        let samoa = WorkCalendar(name: "Samoa", zone: try .host("Pacific/Apia"), hours: WeekHours(1...5, 8, 17))
        #expect(try samoa.due("9 hours", from: "2011-12-29T08:00") == "2011-12-29T17:00:00")
        #expect(try samoa.due("10 hours", from: "2011-12-29T08:00") == "2012-01-02T09:00:00")
        #expect(try samoa.due("1 business day", from: "2011-12-29T10:00") == "2012-01-02T10:00:00")
        #expect(try samoa.due("300 hours", from: "2011-12-01T08:00") == "2012-01-18T11:00:00")
    }
}
