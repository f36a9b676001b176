import CaseModel
import ClockOracle
import SeededRandom
import Testing

/// The model against an oracle that goes from minute to minute (reliability F1).
///
/// What both share is the list of a zone's offsets, and the numbers a case is made of. The oracle reads those offsets
/// from the host's zone files by itself; that the program reads the same ones is another test.
@Suite("Clocks against a minute-by-minute oracle")
struct OracleTests {
    static let seed: UInt64 = 20_260_309
    /// More than a hundred thousand cases over all zones.
    static let casesPerZone = 7700

    @Test(arguments: testedZones)
    func agree(_ name: String) throws {
        let place = try #require(testedZones.firstIndex(of: name))
        let seed = OracleTests.seed + UInt64(place)
        print("clock oracle: \(name), seed \(seed)")
        var clocks = RandomClocks(seed: seed, zone: try OracleTests.zone(name))
        let calendars = (0..<7).map { shape in
            TwinCalendar(zone: clocks.zone, shifts: clocks.shifts(shape), holidays: clocks.holidays())
        }
        var trial = Trial()
        for _ in 0..<OracleTests.casesPerZone where trial.wrong.count < 5 {
            let opened = clocks.opening()
            trial.judge(
                TwinCase(
                    opened: opened, rule: clocks.rule(on: calendars), fate: clocks.fate(after: opened, on: calendars),
                    calendars: calendars), &clocks.random)
        }
        // Every day on which the clocks change, the day before and the one after, on every calendar.
        for day in clocks.changeDays {
            for calendar in calendars.indices {
                for near in [day - 1, day, day + 1] {
                    let rule = TwinRule(target: clocks.target(), coverage: .business, calendar: calendar)
                    let opened = clocks.opening(on: near)
                    trial.judge(
                        TwinCase(opened: opened, rule: rule, fate: [], calendars: calendars), &clocks.random)
                }
            }
        }
        #expect(trial.wrong.isEmpty, "seed \(seed): \(trial.wrong.joined(separator: "\n"))")
        // A comparison in which nothing happens proves nothing.
        #expect(trial.paused > 300 && trial.moved > 1000 && trial.sums > 300 && trial.overnight > 2000)
    }

    /// Control: an oracle with one wrong holiday disagrees, whichever way it is wrong.
    @Test(arguments: [true, false])
    func anOracleWithAWrongHolidayDisagrees(_ isHoliday: Bool) throws {
        let zone = try OracleTests.zone("Europe/Dublin")
        var clocks = RandomClocks(seed: OracleTests.seed, zone: zone)
        let day = Days.number(year: 2026, month: 4, day: 8)
        let holidays: Set<Int> = isHoliday ? [day, day + 20] : [day + 20]
        for misread in [nil, day] {
            let twin = TwinCalendar(
                zone: zone, shifts: (0..<7).map { $0 < 5 ? [(480, 1020)] : [] }, holidays: holidays, misread: misread)
            var trial = Trial()
            for _ in 0..<200 {
                let opened = clocks.opening(on: day - clocks.random.number(-5...10))
                let rule = TwinRule(target: clocks.target(), coverage: .business, calendar: 0)
                trial.judge(TwinCase(opened: opened, rule: rule, fate: [], calendars: [twin]), &clocks.random)
            }
            #expect(misread == nil ? trial.wrong.isEmpty : trial.wrong.count > 40)
        }
    }

    /// Three years more than cases are opened in: long targets on calendars with few hours take that long.
    static func zone(_ name: String) throws -> MinuteZone {
        MinuteZone(
            try ZoneFile(named: name, through: 2099), from: RandomClocks.first - 30, to: RandomClocks.end + 3 * 366)
    }
}

/// Compares cases, and notes what it saw.
private struct Trial {
    var wrong: [String] = []
    var paused = 0
    var moved = 0
    var sums = 0
    var overnight = 0

    mutating func judge(_ twin: TwinCase, _ random: inout SplitMix64) {
        compare(twin, &random)
        // The same case before its last events: what was promised then.
        if twin.fate.count > 1, random.chance(60) {
            let earlier = Array(twin.fate.prefix(random.number(0...twin.fate.count - 1)))
            compare(
                TwinCase(opened: twin.opened, rule: twin.rule, fate: earlier, calendars: twin.calendars), &random)
        }
    }

    private mutating func compare(_ twin: TwinCase, _ random: inout SplitMix64) {
        let clock = twin.clock
        let verdict = twin.verdict
        let now = twin.opened + random.number(0...400_000)
        let state = clock.state(at: Timestamp(seconds: Int64(now)))
        var faults: [String] = []
        let due = state.due.map { Int($0.seconds) }
        if due != verdict.due || (due == nil) != (state.phase == .paused) {
            faults.append("due \(due ?? -1), the oracle says \(verdict.due ?? -1); \(state.phase)")
        }
        if let last = state.promises.last, last.due != state.due, state.due != nil { faults.append("last promise") }
        if state.promises.count(where: \.isInForce) != 1 { faults.append("promises in force") }
        if random.chance(15) {
            let elapsed = Int64(verdict.elapsed(by: now))
            let rest = Int64(verdict.total) - elapsed
            if state.elapsed != elapsed || state.remaining != rest {
                faults.append(
                    "elapsed \(state.elapsed), the oracle says \(elapsed); remaining \(state.remaining ?? -1)")
            }
        }
        if random.chance(4) { faults += sum(of: clock, verdict, now) }
        if due == nil { paused += 1 }
        if state.promises.count > 1 { moved += 1 }
        if let due, due - twin.opened > 43_200 { overnight += 1 }
        if !faults.isEmpty { wrong.append("\(faults) of a case opened at \(twin.opened): \(twin.rule), \(twin.fate)") }
    }

    /// The steps lie end to end, sum up to the target, and say what the oracle has marked.
    private mutating func sum(of clock: ResponseClock, _ verdict: Verdict, _ now: Int) -> [String] {
        guard let sum = clock.sum(at: Timestamp(seconds: Int64(now))) else { return ["no sum"] }
        sums += 1
        var faults: [String] = []
        var at = sum.opened
        for step in sum.steps {
            if step.from != at || step.to <= step.from { faults.append("a gap at \(at)") }
            if !verdict.agrees(with: step) { faults.append("\(step)") }
            if step.counted != (step.reason == .counted ? step.to - step.from : 0) { faults.append("count of \(step)") }
            at = step.to
        }
        if let due = sum.due {
            if at != due { faults.append("ends at \(at)") }
            if sum.counted != Int64(verdict.total) { faults.append("sums up to \(sum.counted), not \(verdict.total)") }
        }
        return faults
    }
}
