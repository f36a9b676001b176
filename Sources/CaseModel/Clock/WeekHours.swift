/// The hours of a week: for each weekday any number of shifts, as a clock on the wall shows them.
///
/// Shifts that overlap count once. A week without hours and a day of 24 hours are both legal.
public struct WeekHours: Equatable, Sendable {
    /// One stretch of work, in seconds of the local day on which it begins.
    public struct Shift: Hashable, Sendable {
        /// When it begins, 0 to 86,399.
        public let from: Int
        /// When it ends, at most 24 hours later; more than 86,400 for one that ends on the next day.
        public let to: Int

        /// A shift; one that ends where it begins, or before, has no hours.
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// What a local day is like beside its weekday: a shift past midnight is gone with the day on which it begins.
    struct DayKind {
        /// 1 for Monday to 7 for Sunday.
        let weekday: Int
        /// Whether this day is worked, holidays being days that are not.
        let isWorked: Bool
        /// Whether the day before is worked.
        let followsWork: Bool

        fileprivate var index: Int { (weekday - 1) * 4 + (isWorked ? 1 : 0) + (followsWork ? 2 : 0) }
    }

    private let shifts: [[Shift]]
    /// The same before merging: on days whose clocks change, two that overlap on the wall may not overlap in time.
    private let single: [[Shift]]
    /// The open stretches of a local day, within 0 and 86,400, for every kind of day.
    private let days: [[Shift]]
    /// Seconds of hours in a week without holidays and clock changes.
    let secondsPerWeek: Int64

    /// A week from the shifts of its weekdays, 1 for Monday to 7 for Sunday; other numbers are left out.
    public init(_ shiftsByWeekday: [Int: [Shift]]) {
        let single: [[Shift]] = (1...7).map { WeekHours.legal(shiftsByWeekday[$0] ?? []) }
        let own: [[Shift]] = single.map(WeekHours.union)
        var days: [[Shift]] = []
        var total: Int64 = 0
        for weekday in 0..<7 {
            let early: [Shift] = own[weekday].map { Shift(from: $0.from, to: min($0.to, 86_400)) }
            let late: [Shift] = own[(weekday + 6) % 7].map {
                Shift(from: max($0.from - 86_400, 0), to: $0.to - 86_400)
            }
            let both = WeekHours.union(early + late)
            days += [[], early, WeekHours.union(late), both]
            for shift in both { total += Int64(shift.to - shift.from) }
        }
        self.single = single
        shifts = own
        self.days = days
        secondsPerWeek = total
    }

    /// Every hour of every day.
    public static let always = WeekHours(
        Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [Shift(from: 0, to: 86_400)]) }))

    /// The shifts that begin on a weekday, 1 for Monday to 7 for Sunday, in order and merged where they overlap.
    public func shifts(on weekday: Int) -> [Shift] {
        (1...7).contains(weekday) ? shifts[weekday - 1] : []
    }

    /// Whether there are no hours at all.
    public var isEmpty: Bool { secondsPerWeek == 0 }

    /// The open stretches of a local day.
    func open(_ day: DayKind) -> [Shift] { days[day.index] }

    /// The shifts of a local day one by one, those of the day before that reach into it having negative beginnings.
    func singleShifts(_ day: DayKind) -> [Shift] {
        let late = day.followsWork ? single[(day.weekday + 5) % 7].filter { $0.to > 86_400 } : []
        return late.map { Shift(from: $0.from - 86_400, to: $0.to - 86_400) }
            + (day.isWorked ? single[day.weekday - 1] : [])
    }

    private static func legal(_ shifts: [Shift]) -> [Shift] {
        shifts.compactMap { shift in
            let from = max(shift.from, 0)
            guard from < 86_400, shift.to > from else { return nil }
            return Shift(from: from, to: min(shift.to, from + 86_400))
        }
    }

    /// The same hours, in order and without overlaps; a shift that ends before it begins has none.
    static func union(_ shifts: [Shift]) -> [Shift] {
        var result: [Shift] = []
        for shift in shifts.sorted(by: { $0.from < $1.from }) where shift.to > shift.from {
            if let last = result.last, shift.from <= last.to {
                result[result.count - 1] = Shift(from: last.from, to: max(last.to, shift.to))
            } else {
                result.append(shift)
            }
        }
        return result
    }
}
