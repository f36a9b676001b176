import CaseModel
import Foundation
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("2026-03-09T13:30:00Z", 1_773_063_000), ("2026-03-09T14:30+01:00", 1_773_063_000),
        ("2026-03-09 13:30Z", 1_773_063_000), ("2026-03-09T13:30:00.987Z", 1_773_063_000),
        ("2026-03-09T08:30:00-0500", 1_773_063_000), ("2026-03-09T08:30:00-05", 1_773_063_000),
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2038-01-19T03:14:08Z", 2_147_483_648),
        ("9999-12-31T23:59:59Z", 253_402_300_799), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("2024-02-29T00:00:00Z", 1_709_164_800), ("2026-03-10T03:30:00+14:00", 1_773_063_000),
        ("2026-03-09T01:30:00-12:00", 1_773_063_000), ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("2000-02-29T12:00:00z", 951_825_600),
    ])
    func instantsRead(_ text: String, _ seconds: Int64) {
        #expect(Timestamp(iso: text) == Timestamp(seconds: seconds))
        #expect(Timestamp(iso: Timestamp(seconds: seconds).description) == Timestamp(seconds: seconds))
    }

    @Test(arguments: [
        "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "0000-00-00T00:00:00Z", "2026-00-01T00:00:00Z",
        "10000-01-01T00:00:00Z", "2026-03-09T24:00:00Z", "2026-03-09T23:59:60Z", "2026-03-09T13:60Z", "2026-03-09",
        "2026-03-09T13:30:00", "2026-03-09T13:30:00+25:00", "2026-03-09T13:30:00+01:60", "2026-03-09T13:30:00+1:000",
        "2026-03-09T13:30:00+14:", "2026-03-09T13:30:00GMT+25", "tomorrow", "2026-03-09T13Z", "2026-3-9T13:30Z",
        "\u{662}\u{660}\u{662}\u{666}-\u{660}\u{661}-\u{660}\u{661}T00:00Z", "2026-03-09T13:30:00Z ", "2026-03-09TZ",
        "2026-03-09T13:30:00ZZ", "26-03-09T13:30:00Z", "-026-03-09T13:30:00Z", "2026-03-09T13:30:00+",
        // An offset carries these out of the years that can be written.
        "9999-12-31T23:59:59-15:00", "9999-12-31T23:59:59-00:01", "0001-01-01T00:00:00+00:01",
    ])
    func othersDoNot(_ text: String) {
        #expect(Timestamp(iso: text) == nil)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "0000-00-00", "10000-01-01", "2026-03-32", "2025-04-31", "1900-02-29",
    ])
    func daysThatNeverWere(_ text: String) {
        #expect(LocalTime(iso: text) == nil)
    }

    @Test(arguments: ["2024-02-29", "1969-12-31", "9999-12-31", "2569-01-01", "2000-02-29", "0001-01-01"])
    func daysThatWere(_ text: String) {
        #expect(LocalTime(iso: text)?.day.description == text)
    }

    @Test(
        "a weekday is meant by its name or how that begins, and by no other word",
        arguments: [
            ("mon", "2026-03-16"), ("Tuesday", "2026-03-10"), ("thurs", "2026-03-12"), ("sunday", "2026-03-15"),
            ("month", nil), ("sunset", nil), ("wedding", nil), ("mo", nil),
        ] as [(String, String?)])
    func weekdays(_ word: String, _ day: String?) throws {
        let monday = try #require(CivilDay(iso: "2026-03-09"))
        #expect(DayWords.day(word, today: monday) == day.flatMap { CivilDay(iso: $0) })
    }

    @Test(
        "days are read as people and screens write them",
        arguments: [
            ("next monday", "2026-03-16"), ("next mon", "2026-03-16"), ("Next Fri", "2026-03-13"),
            ("next week", "2026-03-16"), ("next month", "2026-04-09"), ("next year", "2027-03-09"),
            ("in a week", "2026-03-16"), ("a week ago", "2026-03-02"), ("a year", "2027-03-09"),
            ("in one month", "2026-04-09"), ("Mon 4 Jan 2027", "2027-01-04"), ("monday, 4 january 2027", "2027-01-04"),
            ("Mon 2027-01-04", "2027-01-04"), ("Mon 9 Mar", "2026-03-09"), ("Tue 4 Jan 2027", nil), ("18/12/2027", nil),
            ("12.1.2028", nil), ("next", nil), ("next moon", nil), ("a", nil), ("a moon", nil),
        ] as [(String, String?)])
    func spokenDays(_ words: String, _ day: String?) throws {
        let monday = try #require(CivilDay(iso: "2026-03-09"))
        #expect(DayWords.day(words, today: monday) == day.flatMap { CivilDay(iso: $0) })
        if day != nil { #expect(DayWords.absence(words, today: monday) == nil) }
    }

    @Test(
        "a day that cannot be meant is refused with words that can",
        arguments: [
            ("18/12/2027", "Write 18/12/2027 as 18 Dec 2027, or as 2027-12-18."),
            ("12.1.2028", "12.1.2028 may be 12 Jan 2028 or 1 Dec 2028: write it so."),
            ("1/1/28", "Write 1/1/28 as 1 Jan 2028, or as 2028-01-01."),
            ("2027/12/18", "Write 2027/12/18 as 18 Dec 2027, or as 2027-12-18."),
            ("Tue 4 Jan 2027", "4 Jan 2027 is a Monday, not a Tuesday."),
            ("Tue 30 Feb 2027", "There is no such day: Feb 2027 has 28 days."), ("30/30/2027", nil), ("1.2", nil),
            ("1.2.x", nil), ("soon", nil),
        ] as [(String, String?)])
    func doubtfulDays(_ words: String, _ doubt: String?) throws {
        let monday = try #require(CivilDay(iso: "2026-03-09"))
        #expect(DayWords.absence(words, today: monday) == doubt)
        #expect(DayWords.day(words, today: monday) == nil)
    }

    /// Against another calendar: every day from 1600 to 2400.
    @Test func civilDaysAgreeWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for days in stride(from: Int64(-135_140), through: 157_053, by: 1) {
            let day = CivilDay(daysSince1970: days)
            #expect(day.daysSince1970 == days)
            guard days % 7 == 0 || day.day >= 28 || day.day == 1 else { continue }
            let date = Date(timeIntervalSince1970: Double(days) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let same = parts.year == day.year && parts.month == day.month && parts.day == day.day
            #expect(same && parts.weekday.map { ($0 + 5) % 7 + 1 } == day.weekday, "\(day)")
        }
    }

    static let newYork = Zone(
        name: "America/New_York", initialOffset: -18_000,
        transitions: [
            .init(at: at("2025-03-09T07:00:00Z"), offset: -14_400),
            .init(at: at("2025-11-02T06:00:00Z"), offset: -18_000),
            .init(at: at("2026-03-08T07:00:00Z"), offset: -14_400),
        ])

    @Test(arguments: [
        // Never happened: forward by the gap. Twice: the first.
        ("2025-03-09T02:30", "2025-03-09T07:30:00Z"), ("2025-11-02T01:30", "2025-11-02T05:30:00Z"),
        ("2025-11-02T02:00", "2025-11-02T07:00:00Z"), ("2025-03-09T01:59:59", "2025-03-09T06:59:59Z"),
        ("2025-03-09T03:00", "2025-03-09T07:00:00Z"), ("2026-03-09T09:30", "2026-03-09T13:30:00Z"),
        ("2025-01-01", "2025-01-01T05:00:00Z"), ("2025-07-01T12:00", "2025-07-01T16:00:00Z"),
    ])
    func wallClocksMeanInstants(_ local: String, _ instant: String) throws {
        let local = try #require(LocalTime(iso: local))
        #expect(TimeTests.newYork.instant(local) == at(instant))
    }

    @Test func aDayWithoutMidnightBeginsAtItsFirstInstant() throws {
        // Clocks go from 00:00 to 01:00: the day has no midnight. A day later they go from 24:00 back to 23:00.
        let zone = Zone(
            name: "Made/Up", initialOffset: 7200,
            transitions: [
                .init(at: at("2026-04-03T22:00:00Z"), offset: 10_800),
                .init(at: at("2026-04-05T21:00:00Z"), offset: 7200),
            ])
        let day = try #require(CivilDay(year: 2026, month: 4, day: 4))
        #expect(zone.start(of: day) == at("2026-04-03T22:00:00Z"))
        #expect(zone.local(zone.start(of: day)).isoText == "2026-04-04T01:00:00")
        let next = try #require(CivilDay(year: 2026, month: 4, day: 6))
        #expect(zone.start(of: next) == at("2026-04-05T22:00:00Z"))
    }

    /// Samoa had no 30 December 2011.
    @Test func aDayThatWasSkippedIsEmpty() throws {
        let zone = Zone(
            name: "Pacific/Apia", initialOffset: -36_000,
            transitions: [.init(at: at("2011-12-30T10:00:00Z"), offset: 50_400)])
        let skipped = try #require(CivilDay(year: 2011, month: 12, day: 30))
        let next = try #require(CivilDay(year: 2011, month: 12, day: 31))
        #expect(zone.start(of: skipped) == zone.start(of: next))
    }

    @Test func zonesReadBackEveryHourOfTheirClocks() {
        for hour in stride(from: Int64(0), to: 400 * 24, by: 1) {
            let instant = at("2025-02-01T00:00:00Z") + hour * 3600
            let back = TimeTests.newYork.instant(TimeTests.newYork.local(instant))
            // The second of two equal hours reads back as the first.
            #expect(back == instant || back == instant - 3600, "\(instant)")
        }
    }

    @Test(arguments: [
        (0, "0s", "0m"), (59, "59s", "0m"), (60, "1m", "1m"), (3599, "59m", "59m"), (3600, "1h", "1h"),
        (6000, "1h", "1h 40m"), (86_399, "23h", "23h 59m"), (86_400, "1d", "1d"), (183_600, "2d", "2d 3h"),
        (1_209_600, "2w", "14d"), (31_536_000, "1y", "365d"), (-5, "0s", "0m"),
    ])
    func spans(_ seconds: Int64, _ short: String, _ long: String) {
        #expect(Span.short(seconds) == short)
        #expect(Span.long(seconds) == long)
    }

    @Test(
        arguments: [
            ("90s", 90), ("30m", 1800), ("2h", 7200), ("7d", 604_800), ("2w", 1_209_600), ("0s", 0),
            ("9999999999w", 6_047_999_999_395_200), ("", nil), ("h", nil), ("2", nil), ("-2h", nil), ("2x", nil),
            ("2 h", nil),
            ("2h30m", nil), ("99999999999w", nil), ("1e3s", nil), ("\u{662}h", nil), ("2m\u{301}", nil),
        ] as [(String, Int64?)])
    func spansRead(_ text: String, _ seconds: Int64?) {
        #expect(Span.parse(text) == seconds)
    }

    /// A damaged file may hold any number; it must not end the program.
    @Test(arguments: [Int64.min, .min + 1, -1, 0, .max - 1, .max])
    func extremesDoNotTrap(_ seconds: Int64) {
        let instant = Timestamp(seconds: seconds)
        #expect(!instant.description.isEmpty)
        for offset in [Int64.min, -86_400, 0, 86_400, .max] {
            #expect(!(instant + offset).description.isEmpty)
            #expect(!(instant - offset).description.isEmpty)
            let local = LocalTime(instant, offset: offset)
            #expect((0..<86_400).contains(local.secondOfDay))
            #expect(local.timestamp(offset: 0).seconds <= .max)
        }
        #expect(TimeTests.newYork.local(instant).secondOfDay >= 0)
        _ = instant - Timestamp(seconds: .max)
        _ = TimeTests.newYork.start(of: TimeTests.newYork.local(instant).day)
    }
}
