import CaseExchange
import CaseModel
import Foundation
import Testing

/// iCalendar text for tests.
enum HolidayText {
    /// Events between the two lines that every file has.
    static func file(_ events: String...) -> String {
        let lines = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }.joined(separator: "\n")
        return "BEGIN:VCALENDAR\nVERSION:2.0\n\(lines)\nEND:VCALENDAR\n".replacing("\n", with: "\r\n")
    }

    static let sample = file(
        "SUMMARY:Christmas Day\nDTSTART;VALUE=DATE:20241225\nDTEND;VALUE=DATE:20241226\nRRULE:FREQ=YEARLY",
        "SUMMARY:Team lunch\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=3")
}

@Suite("Holidays come from calendar files")
struct HolidayFileTests {
    private func read(_ text: String, zone: Zone = .utc) -> (days: [String], problems: [String]) {
        let file = HolidayFile(Array(text.utf8), years: 2026...2028, zone: zone)
        return (
            file.holidays.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" },
            file.problems.map { "\($0.line): \($0.message)" }
        )
    }

    static let events: [(String, [String])] = [
        ("SUMMARY:One day\nDTSTART;VALUE=DATE:20260501", ["2026-05-01 One day"]),
        ("SUMMARY:Two\nDTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260503", ["2026-05-01 Two", "2026-05-02 Two"]),
        ("SUMMARY:Same end\nDTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260501", ["2026-05-01 Same end"]),
        ("SUMMARY:Long\nDTSTART;VALUE=DATE:20260501\nDURATION:P2D", ["2026-05-01 Long", "2026-05-02 Long"]),
        ("SUMMARY:Times\nDTSTART:20260501T000000\nDTEND:20260502T000000", ["2026-05-01 Times"]),
        ("SUMMARY:UTC\nDTSTART:20260501T000000Z\nDTEND:20260502T000000Z", ["2026-05-01 UTC"]),
        ("SUMMARY:Zone\nDTSTART;TZID=\"A:B\":20260501T000000\nDTEND;TZID=\"A:B\":20260502T000000", ["2026-05-01 Zone"]),
        ("SUMMARY:A\\, b\\nc \\\\ d\nDTSTART;VALUE=DATE:20260501", ["2026-05-01 A, b c \\ d"]),
        ("SUMMARY:Fol\n ded na\n\tme\nDTSTART;VALUE=DA\n TE:20260501", ["2026-05-01 Folded name"]),
        ("DTSTART;VALUE=DATE:20260501", ["2026-05-01 holiday"]),
        (
            "SUMMARY:Every\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY",
            ["2026-01-01 Every", "2027-01-01 Every", "2028-01-01 Every"]
        ),
        (
            "SUMMARY:Until\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;UNTIL=20270101",
            ["2026-01-01 Until", "2027-01-01 Until"]
        ),
        ("SUMMARY:Count\nDTSTART;VALUE=DATE:20250101\nRRULE:FREQ=YEARLY;COUNT=2", ["2026-01-01 Count"]),
        ("SUMMARY:Leap\nDTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", ["2028-02-29 Leap"]),
        (
            "SUMMARY:Second\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;INTERVAL=2",
            ["2026-01-01 Second", "2028-01-01 Second"]
        ),
        (
            "SUMMARY:Thanks\nDTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            ["2026-11-26 Thanks", "2027-11-25 Thanks", "2028-11-23 Thanks"]
        ),
        (
            "SUMMARY:Last\nDTSTART;VALUE=DATE:20200525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO",
            ["2026-05-25 Last", "2027-05-31 Last", "2028-05-29 Last"]
        ),
        (
            "SUMMARY:Off once\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270101",
            ["2026-01-01 Off once", "2028-01-01 Off once"]
        ),
    ]

    @Test("takes whole days", arguments: events)
    func event(text: String, days: [String]) {
        let result = read(HolidayText.file(text))
        #expect(result.days == days)
        #expect(result.problems == [])
    }

    static let notTaken: [(String, [String], String)] = [
        ("SUMMARY:Noon\nDTSTART:20261224T120000\nDTEND:20261225T000000", [], "only a part of 2026-12-24"),
        (
            "SUMMARY:Half\nDTSTART:20261224T120000\nDTEND:20261226T120000", ["2026-12-25 Half"],
            "only a part of 2026-12-26"
        ),
        ("SUMMARY:Hour\nDTSTART:20261224T090000Z\nDURATION:PT1H", [], "only a part of"),
        ("SUMMARY:Off\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260501", [], "it is cancelled"),
        ("SUMMARY:Never\nDTSTART:someday", [], "no DTSTART that is a date"),
        (
            "SUMMARY:Moon\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=MONTHLY", ["2026-05-01 Moon"],
            "FREQ=MONTHLY is not understood"
        ),
        (
            "SUMMARY:All\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY;BYMONTHDAY=1", ["2026-05-01 All"],
            "not understood"
        ),
        (
            "SUMMARY:More\nDTSTART;VALUE=DATE:20260501\nRDATE;VALUE=DATE:20260601", ["2026-05-01 More"],
            "RDATE is not understood"
        ),
        ("SUMMARY:Year\nDTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270101", [], "it lasts 365 days"),
    ]

    @Test("says what it does not take, and where", arguments: notTaken)
    func rest(text: String, days: [String], words: String) {
        let result = read(HolidayText.file(text))
        #expect(result.days == days)
        #expect(result.problems.contains { $0.contains(words) }, "\(result.problems)")
        #expect(result.problems.allSatisfy { Int($0.prefix { $0 != ":" }).map { $0 >= 3 } == true })
    }

    @Test func wholeFiles() {
        #expect(read("").problems == ["1: There is no event in this file."])
        #expect(read("not a calendar").problems.count == 1)
        #expect(read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\n").problems.contains { $0.contains("no END:VEVENT") })
        let alarm = "SUMMARY:Day\nDTSTART;VALUE=DATE:20260501\nBEGIN:VALARM\nSUMMARY:Other\nEND:VALARM"
        #expect(read(HolidayText.file(alarm)).days == ["2026-05-01 Day"])
        let two = HolidayText.file(
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260501", "SUMMARY:B\nDTSTART;VALUE=DATE:20260501")
        #expect(read(two).days == ["2026-05-01 A, B"])
        #expect(read("BEGIN:VTODO\nDUE:20260501\nEND:VTODO\n").problems.contains { $0.contains("VTODO is no event") })
    }

    @Test func timesInUTCBecomeLocalDays() throws {
        let tokyo = try #require(TestZones.zone("Asia/Tokyo"))
        let text = HolidayText.file("SUMMARY:Showa\nDTSTART:20260428T150000Z\nDTEND:20260429T150000Z")
        #expect(read(text, zone: tokyo).days == ["2026-04-29 Showa"])
    }

    @Test func hostileFilesEnd() {
        let deep = String(repeating: "BEGIN:VALARM\n", count: 50_000)
        _ = read("BEGIN:VEVENT\n" + deep)
        let long = "BEGIN:VEVENT\nSUMMARY:" + String(repeating: "x\n ", count: 50_000)
        _ = read(long + "\nDTSTART;VALUE=DATE:00010101\nDTEND;VALUE=DATE:99991231\nRRULE:FREQ=YEARLY\nEND:VEVENT\n")
        let junk = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        _ = HolidayFile(junk, years: 2026...2028, zone: .utc)
    }
}
