/// A day and a time of day as a clock on a wall shows them, without a zone.
public struct LocalTime: Hashable, Sendable {
    /// The day.
    public let day: CivilDay
    /// Seconds since midnight of that day, 0 to 86,399.
    public let secondOfDay: Int

    /// A time of day on a day.
    public init(day: CivilDay, secondOfDay: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// What the wall clock shows at an instant in a place that many seconds east of UTC.
    public init(_ instant: Timestamp, offset: Int64) {
        let local = instant.seconds.adding(offset)
        let second = (local % 86_400 + 86_400) % 86_400
        day = CivilDay(daysSince1970: local / 86_400 - (local % 86_400 < 0 ? 1 : 0))
        secondOfDay = Int(second)
    }

    /// The instant in a place that many seconds east of UTC.
    public func timestamp(offset: Int64) -> Timestamp {
        let (midnight, overflow) = day.daysSince1970.multipliedReportingOverflow(by: 86_400)
        guard !overflow else { return Timestamp(seconds: day.daysSince1970 < 0 ? .min : .max) }
        return Timestamp(seconds: midnight.adding(Int64(secondOfDay)).subtracting(offset))
    }

    /// 0 to 23.
    public var hour: Int { secondOfDay / 3600 }
    /// 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// 0 to 59.
    public var second: Int { secondOfDay % 60 }

    /// `14:05`.
    public var clockText: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `2026-03-09T14:05:00`.
    public var isoText: String { "\(day)T\(clockText):\(padded(second, 2))" }

    /// Reads `2026-03-09`, optionally followed by `T` or a blank and `14:05`, `14:05:30` or `14:05:30.123`.
    ///
    /// Answers the time and how many bytes it took; nil when there is no such day or time.
    static func parse(_ bytes: [UInt8]) -> (LocalTime, Int)? {
        func number(_ at: Int, _ count: Int) -> Int? {
            guard at + count <= bytes.count, bytes[at..<at + count].allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            return bytes[at..<at + count].reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        guard let year = number(0, 4), bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), let month = number(5, 2),
            bytes[7] == UInt8(ascii: "-"), let dayOfMonth = number(8, 2),
            let day = CivilDay(year: year, month: month, day: dayOfMonth)
        else { return nil }
        guard bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else {
            return (LocalTime(day: day, secondOfDay: 0), 10)
        }
        guard let hour = number(11, 2), hour < 24, bytes.count > 13, bytes[13] == UInt8(ascii: ":"),
            let minute = number(14, 2), minute < 60
        else { return nil }
        var used = 16
        var second = 0
        if used < bytes.count, bytes[used] == UInt8(ascii: ":") {
            guard let value = number(17, 2), value < 60 else { return nil }
            second = value
            used = 19
            if used < bytes.count, bytes[used] == UInt8(ascii: ".") {
                used += 1
                while used < bytes.count, (48...57).contains(bytes[used]) { used += 1 }
            }
        }
        return (LocalTime(day: day, secondOfDay: hour * 3600 + minute * 60 + second), used)
    }

    /// Reads a whole text as a local day or time; nil when it is anything else.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let (local, used) = LocalTime.parse(bytes), used == bytes.count else { return nil }
        self = local
    }
}
