/// Finds local days that are like any other: no holiday among them, and no change of the clocks near them.
///
/// It is asked about ascending days, and remembers where it was in the lists of holidays and of clock changes.
struct QuietDays {
    /// The last day that is searched: the end of the year 9999.
    static let last: Int64 = 2_932_896
    /// The days that are searched, from the year 0 on: a zone may be a day away from UTC.
    static let searched = -719_528...last

    private let zone: Zone
    private let holidays: [Int64]
    /// The first holiday that is not before the day asked about last.
    private var nextHoliday = 0
    /// The days through which `offset` holds, as far as it is known.
    private var firstRegular: Int64 = .max
    private var lastRegular: Int64 = .min
    private var offset: Int64 = 0

    /// Begins at a day since 1970.
    init(_ calendar: WorkCalendar, from day: Int64) {
        zone = calendar.zone
        holidays = calendar.holidayNumbers
        var high = holidays.count
        while nextHoliday < high {
            let middle = (nextHoliday + high) / 2
            if holidays[middle] < day { nextHoliday = middle + 1 } else { high = middle }
        }
    }

    /// Whether a day is a holiday; the days asked about ascend.
    mutating func isHoliday(_ day: Int64) -> Bool {
        while nextHoliday < holidays.count, holidays[nextHoliday] < day { nextHoliday += 1 }
        return nextHoliday < holidays.count && holidays[nextHoliday] == day
    }

    /// Seconds east of UTC for all times of a local day; nil on days near a change of the clocks.
    mutating func regularOffset(on day: Int64) -> Int64? {
        if day < firstRegular || day > lastRegular { look(around: day) }
        return day >= firstRegular && day <= lastRegular ? offset : nil
    }

    /// The first day from this one on that is not quiet, itself when it is not or follows a holiday.
    mutating func end(from day: Int64, followsHoliday: Bool) -> Int64 {
        guard !followsHoliday, !isHoliday(day), regularOffset(on: day) != nil else { return day }
        let holiday = nextHoliday < holidays.count ? holidays[nextHoliday] : .max
        return min(holiday, lastRegular.adding(1), QuietDays.last + 1)
    }

    /// `Zone.instant` looks a day back and a day ahead: where no change lies between, one offset serves the whole day.
    private mutating func look(around day: Int64) {
        let changes = zone.transitions
        let earliest = Timestamp(seconds: (day - 1) * 86_400)
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= earliest { low = middle + 1 } else { high = middle }
        }
        offset = low == 0 ? zone.initialOffset : changes[low - 1].offset
        firstRegular = low == 0 ? .min : changes[low - 1].at.seconds.dayAfter(2)
        lastRegular = low == changes.count ? .max : changes[low].at.seconds.dayAfter(-2)
    }
}

extension Int64 {
    /// The weekday of a day since 1970, 1 for Monday to 7 for Sunday.
    var weekday: Int { Int(((self + 3) % 7 + 7) % 7) + 1 }

    /// The day of an instant in UTC, so many days on.
    fileprivate func dayAfter(_ days: Int64) -> Int64 {
        (self >= 0 ? self / 86_400 : (self + 1) / 86_400 - 1).adding(days)
    }
}
