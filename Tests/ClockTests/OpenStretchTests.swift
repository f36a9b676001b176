import CaseModel
import ClockOracle
import SeededRandom
import Testing

@Suite("When something is open, and when next")
struct OpenStretchTests {
    /// Every answer against an oracle that has a mark for each minute.
    @Test(arguments: ["Europe/Dublin", "America/New_York", "Australia/Sydney", "Asia/Tokyo", "Australia/Lord_Howe"])
    func agrees(_ name: String) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var clocks = RandomClocks(seed: seed, zone: try OracleTests.zone(name))
        var seen = (open: 0, closed: 0)
        for shape in 0..<7 {
            let twin = TwinCalendar(zone: clocks.zone, shifts: clocks.shifts(shape), holidays: clocks.holidays())
            guard !twin.model.hours.isEmpty else { continue }
            for _ in 0..<400 {
                let second = clocks.opening()
                let instant = Timestamp(seconds: Int64(second))
                let stretch = try #require(twin.model.stretch(at: instant), "seed \(seed)")
                let isOpen = twin.oracle.isOpen(minute: second / 60)
                #expect(stretch.contains(instant) == isOpen, "seed \(seed), \(instant), \(stretch)")
                if isOpen { seen.open += 1 } else { seen.closed += 1 }
                // Nothing is open before the next opening, everything is until the closing, and nothing right after.
                let first = Int(stretch.from.seconds)
                var minute = second / 60
                while minute < first / 60 {
                    if twin.oracle.isOpen(minute: minute) {
                        Issue.record("seed \(seed): \(instant) \(stretch) opens at \(minute * 60)")
                        break
                    }
                    minute += 1
                }
                guard let last = stretch.to.map({ Int($0.seconds) }) else { continue }
                #expect(!twin.oracle.isOpen(minute: last / 60), "seed \(seed), \(instant), \(stretch)")
                for minute in stride(from: max(second, first) / 60, to: last / 60, by: 7)
                where !twin.oracle.isOpen(minute: minute) {
                    Issue.record("seed \(seed): \(instant) \(stretch) is closed at \(minute * 60)")
                    break
                }
            }
        }
        #expect(seen.open > 300 && seen.closed > 300)
    }

    @Test func whatNeverClosesOrOpens() throws {
        let always = WorkCalendar(name: "always", zone: .utc, hours: .always)
        let now = try at("2026-03-09T13:30:00Z")
        #expect(try #require(always.stretch(at: now)).to == nil)
        #expect(WorkCalendar(name: "never", zone: .utc, hours: WeekHours([:])).stretch(at: now) == nil)
        let free = try #require([WorkCalendar]().stretch(at: now))
        #expect(free.from == now && free.to == nil)
    }

    /// Where a shift and business hours meet.
    @Test func bothMustBeOpen() throws {
        let business = try Regions.emea([day("2026-03-17"): "Saint Patrick's Day"])
        let late = business.with(hours: WeekHours(1...5, 13, 21), holidays: [:])
        func stretch(_ text: String) throws -> String? {
            try [business, late].stretch(at: at(text)).map { "\($0.from) \($0.to.map { "\($0)" } ?? "")" }
        }
        #expect(try stretch("2026-03-16T09:00:00Z") == "2026-03-16T13:00:00Z 2026-03-16T17:00:00Z")
        #expect(try stretch("2026-03-16T14:00:00Z") == "2026-03-16T14:00:00Z 2026-03-16T17:00:00Z")
        #expect(try stretch("2026-03-16T18:00:00Z") == "2026-03-18T13:00:00Z 2026-03-18T17:00:00Z")
        let weekend = business.with(hours: WeekHours(6...7, 8, 17))
        #expect(try [business, weekend].stretch(at: at("2026-03-16T09:00:00Z")) == nil)
    }
}
