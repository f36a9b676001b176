import CaseModel
import ClockOracle
import SeededRandom

/// One calendar, made for the model and for the oracle from the same numbers.
struct TwinCalendar {
    let model: WorkCalendar
    let oracle: MinuteCalendar

    /// - Parameter shifts: minutes of the day, for Monday to Sunday.
    /// - Parameter misread: a day that the oracle takes for a holiday, or for none, by mistake.
    init(zone: MinuteZone, shifts: [[MinuteCalendar.Shift]], holidays: Set<Int>, misread: Int? = nil) {
        var hours: [Int: [WeekHours.Shift]] = [:]
        for (weekday, list) in shifts.enumerated() {
            hours[weekday + 1] = list.map { WeekHours.Shift(from: $0.from * 60, to: $0.to * 60) }
        }
        var names: [CivilDay: String] = [:]
        for day in holidays { names[CivilDay(daysSince1970: Int64(day))] = "holiday \(day)" }
        model = WorkCalendar(name: "random", zone: Zone(zone.file), hours: WeekHours(hours), holidays: names)
        oracle = MinuteCalendar(
            zone, shifts: shifts, holidays: misread.map { holidays.symmetricDifference([$0]) } ?? holidays)
    }
}

/// Random calendars and the random fates of cases on them.
struct RandomClocks {
    var random: SplitMix64
    let zone: MinuteZone
    /// Days on which the clocks change, in days since 1970.
    let changeDays: [Int]
    static let first = Days.number(year: 2024, month: 1, day: 1)
    static let end = Days.number(year: 2031, month: 1, day: 1)

    init(seed: UInt64, zone: MinuteZone) {
        random = SplitMix64(seed: seed)
        self.zone = zone
        changeDays = zone.file.changes.map { zone.local($0.at) / 86_400 }
            .filter { (RandomClocks.first..<RandomClocks.end).contains($0) }
    }

    /// Holidays here and there, and on half of the days whose clocks change.
    mutating func holidays() -> Set<Int> {
        let count = random.pick([0, 8, 60, 200])
        var days = Set((0..<count).map { _ in random.number(RandomClocks.first - 20...RandomClocks.end + 300) })
        for day in changeDays where random.chance(50) { days.insert(day) }
        return days
    }

    /// Weeks of many shapes; the last is closed but for an hour or two.
    mutating func shifts(_ shape: Int) -> [[MinuteCalendar.Shift]] {
        let from = random.number(14...38) * 15
        let to = from + random.number(16...50) * 15
        switch shape {
        case 0: return (0..<7).map { $0 < 5 ? [(from, to)] : [] }
        case 1: return (0..<7).map { [6, 0, 1, 2, 3].contains($0) ? [(from, to)] : [] }
        case 2:
            // Nights, some of which end when or while the clocks change.
            let late = random.number(80...95) * 15
            return (0..<7).map { _ in random.chance(75) ? [(late, 1440 + random.number(0...36) * 15)] : [] }
        case 3:
            // Shifts that begin, end and overlap at odd times of the small hours.
            return (0..<7).map { _ in
                (0..<random.number(0...4)).map { _ in
                    let start = random.number(0...300)
                    return (start, start + random.number(1...1440))
                }
            }
        case 4: return (0..<7).map { random.chance(80) || $0 == 2 ? [(0, 1440)] : [] }
        case 5: return (0..<7).map { $0 < 6 ? [(from, from + 190), (from + 250, to), (90, 150), (150, 170)] : [] }
        default: return (0..<7).map { $0 == 1 || random.chance(30) ? [(random.number(60...240), 270)] : [] }
        }
    }

    mutating func target() -> ClockTarget {
        let strict = random.chance(30)
        switch random.number(0...99) {
        case 0..<25: return ClockTarget(random.number(1...90), .minutes, isStrict: strict)
        case 25..<45: return ClockTarget(random.number(1...30), .hours, isStrict: strict)
        case 45..<80: return ClockTarget(random.number(1...12), .businessHours, isStrict: strict)
        case 80..<82: return ClockTarget(random.number(13...300), .businessHours, isStrict: strict)
        default: return ClockTarget(random.number(1...8), .businessDays, isStrict: strict)
        }
    }

    /// A second, often close to where clocks change, often on a quarter of an hour.
    mutating func opening() -> Int {
        var day = random.number(RandomClocks.first...RandomClocks.end - 1)
        if !changeDays.isEmpty, random.chance(40) { day = random.pick(changeDays) + random.number(-3...1) }
        return opening(on: day)
    }

    mutating func opening(on day: Int) -> Int {
        let second =
            random.chance(50)
            ? random.number(0...86_399) : random.number(0...95) * 900 + random.pick([0, 0, -1, 1, 60])
        return zone.instant(local: day * 1440 + max(second, 0) / 60) * 60 + max(second, 0) % 60
    }

    /// What happens to a case after its opening: pauses and new rules, in the order of time.
    mutating func fate(after opened: Int, on calendars: [TwinCalendar]) -> [Happening] {
        var result: [Happening] = []
        var at = opened
        var isPaused = false
        for _ in 0..<random.pick([0, 0, 1, 2, 3, 4, 6]) {
            at += random.pick([random.number(0...5000), random.number(0...200_000), 900 * random.number(0...40)])
            if random.chance(25) {
                result.append(.rule(at, rule(on: calendars)))
            } else {
                result.append(isPaused ? .resumed(at) : .paused(at))
                isPaused.toggle()
            }
        }
        if isPaused, random.chance(75) { result.append(.resumed(at + random.number(0...300_000))) }
        return result
    }

    mutating func rule(on calendars: [TwinCalendar]) -> TwinRule {
        TwinRule(
            target: target(), coverage: random.chance(80) ? .business : .always,
            calendar: random.number(0...calendars.count - 1))
    }
}

/// A rule whose calendar is told by its place in a list.
struct TwinRule {
    let target: ClockTarget
    let coverage: Coverage
    let calendar: Int
}

/// What happens to a case, in seconds since 1970.
enum Happening {
    case paused(Int)
    case resumed(Int)
    case rule(Int, TwinRule)
}
