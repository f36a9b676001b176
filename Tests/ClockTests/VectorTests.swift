import CaseModel
import Testing

@Suite("Due times of the guide")
struct VectorTests {
    /// Domain 2.3, the nine rows.
    @Test(arguments: [
        ("americas", "2 business hours", "2026-03-06T20:30", "2026-03-09T09:30:00"),
        ("emea", "8 business hours", "2026-03-04T16:00", "2026-03-05T15:00:00"),
        ("emea", "2 business hours", "2026-03-07T11:00", "2026-03-09T10:00:00"),
        ("emea", "2 business hours", "2026-04-02T16:30", "2026-04-07T09:30:00"),
        ("apac", "6 business hours", "2026-03-06T15:30", "2026-03-09T12:00:00"),
        ("japan", "8 business hours", "2026-03-03T16:30", "2026-03-04T16:30:00"),
        ("americas", "4 business hours", "2026-03-04T21:00", "2026-03-05T12:00:00"),
        // Domain 2.3, the edges: used up at closing; at the closing of a Friday; at the second before it.
        ("emea", "8 business hours", "2026-03-04T09:00", "2026-03-04T17:00:00"),
        ("emea", "8 business hours", "2026-03-06T09:00", "2026-03-06T17:00:00"),
        ("emea", "8 business hours", "2026-03-06T09:00:01", "2026-03-09T08:00:01"),
        // Business days: the same local time on the n-th following one; outside hours from the next opening.
        ("emea", "5 business days", "2026-03-04T16:00", "2026-03-11T16:00:00"),
        ("emea", "5 business days", "2026-03-07T11:00", "2026-03-16T08:00:00"),
        ("emea", "5 business days", "2026-03-04T05:00", "2026-03-11T08:00:00"),
        ("emea", "5 business days", "2026-03-04T17:00", "2026-03-12T08:00:00"),
        ("emea", "5 business days", "2026-04-01T10:00", "2026-04-10T10:00:00"),
        ("americas", "1 business day", "2026-03-06T10:00", "2026-03-09T10:00:00"),
        // Minutes and hours under business cover run on the calendar.
        ("emea", "30 minutes", "2026-03-06T16:45", "2026-03-09T08:15:00"),
        ("emea", "4 hours", "2026-03-06T15:00", "2026-03-09T10:00:00"),
        ("emea", "24 hours", "2026-03-04T16:00", "2026-03-09T13:00:00"),
    ])
    func businessCover(_ region: String, _ target: String, _ opened: String, _ due: String) throws {
        let holidays = [try day("2026-04-03"): "Good Friday", try day("2026-04-06"): "Easter Monday"]
        let calendar =
            switch region {
            case "americas": try Regions.americas()
            case "apac": try Regions.apac()
            case "japan": try Regions.japan()
            default: try Regions.emea(holidays)
            }
        #expect(try calendar.due(target, from: opened) == due)
    }

    @Test(arguments: [
        ("30 minutes", "2026-03-07T03:00", "2026-03-07T03:30:00"),
        ("<10 minutes", "2026-03-07T03:00", "2026-03-07T03:10:00"),
        ("4 hours", "2026-03-08T00:00", "2026-03-08T05:00:00"),
        ("24 hours", "2026-10-31T12:00", "2026-11-01T11:00:00"),
        // A business-hours target under 24x7 cover runs as plain hours.
        ("2 business hours", "2026-03-07T03:00", "2026-03-07T05:00:00"),
        ("1 business day", "2026-03-07T12:00", "2026-03-08T12:00:00"),
        ("1 business day", "2026-03-07T02:30", "2026-03-08T03:30:00"),
    ])
    func aroundTheClock(_ target: String, _ opened: String, _ due: String) throws {
        #expect(try Regions.americas().due(target, from: opened, .always) == due)
    }

    @Test func anAnswerAtTheDueTime() throws {
        let due = try at("2026-03-07T08:10:00Z")
        #expect(ClockTarget(10, .minutes).isMet(by: due, due: due))
        #expect(!ClockTarget(10, .minutes).isMet(by: due + 1, due: due))
        #expect(!ClockTarget(10, .minutes, isStrict: true).isMet(by: due, due: due))
        #expect(ClockTarget(10, .minutes, isStrict: true).isMet(by: due - 1, due: due))
    }

    /// Hours that begin or end at a time that does not exist move forward by the gap; of two the first counts.
    @Test(arguments: [
        // Clocks went from 02:00 to 03:00 on 8 March 2026, and from 02:00 back to 01:00 on 1 November.
        ("2026-03-08T00:00", 1.0, 2.5, "1 hour", "2026-03-08T03:00:00"),
        ("2026-03-08T00:00", 1.0, 2.5, "90 minutes", "2026-03-08T03:30:00"),
        ("2026-03-08T00:00", 2.5, 4.0, "30 minutes", "2026-03-08T04:00:00"),
        ("2026-03-08T00:00", 2.5, 2.75, "15 minutes", "2026-03-08T03:45:00"),
        ("2026-11-01T00:00", 0.0, 1.5, "90 minutes", "2026-11-01T01:30:00"),
        ("2026-11-01T00:00", 0.0, 1.5, "91 minutes", "2026-11-02T00:01:00"),
        ("2026-11-01T00:00", 1.5, 3.0, "2 hours", "2026-11-01T02:30:00"),
        ("2026-11-01T00:00", 0.0, 24.0, "25 hours", "2026-11-02T00:00:00"),
        ("2026-03-08T00:00", 0.0, 24.0, "23 hours", "2026-03-09T00:00:00"),
        // A shift of 2.5 hours that holds no such thing: 02:30 to 03:00 is over before it begins.
        ("2026-03-08T00:00", 2.5, 3.0, "30 minutes", "2026-03-09T03:00:00"),
    ])
    func hoursWhenClocksChange(
        _ opened: String, _ from: Double, _ to: Double, _ target: String, _ due: String
    ) throws {
        let calendar = try Regions.americas().with(hours: WeekHours(1...7, from, to))
        #expect(try calendar.due(target, from: opened) == due)
    }
}
