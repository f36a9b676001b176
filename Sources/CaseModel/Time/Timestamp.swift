/// An instant: whole seconds since 1970-01-01T00:00:00Z, leap seconds left out.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970 in UTC; negative before.
    public let seconds: Int64

    /// Wraps seconds since 1970 in UTC.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Orders by time.
    public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    /// The instant that many seconds later; the last there is when that is out of range.
    public static func + (a: Self, seconds: Int64) -> Timestamp { Timestamp(seconds: a.seconds.adding(seconds)) }

    /// The instant that many seconds earlier; the first there is when that is out of range.
    public static func - (a: Self, seconds: Int64) -> Timestamp { Timestamp(seconds: a.seconds.subtracting(seconds)) }

    /// Seconds from `b` to `a`.
    public static func - (a: Self, b: Self) -> Int64 { a.seconds.subtracting(b.seconds) }

    /// The years 1 to 9999 in UTC: what can be written as text and read back.
    public static let writable = Timestamp(seconds: -62_135_596_800)...Timestamp(seconds: 253_402_300_799)

    /// ISO 8601 in UTC: `2026-03-09T13:30:00Z`.
    public var description: String { LocalTime(self, offset: 0).isoText + "Z" }
}

extension Int64 {
    /// The sum, or the end of the range it would leave: a damaged file may hold any number.
    func adding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }

    /// The difference, or the end of the range it would leave.
    func subtracting(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}

extension Timestamp {
    /// Reads ISO 8601 with an offset: `2026-03-09T13:30:00Z`, `2026-03-09T14:30+01:00`, a blank for the `T`.
    ///
    /// Seconds and a fraction (dropped) are optional; nil when the text is anything else, names no day, or when its
    /// offset carries it out of the ``writable`` years.
    public init?(iso text: some StringProtocol) {
        guard let instant = Timestamp.read(Array(text.utf8)), Timestamp.writable.contains(instant) else { return nil }
        self = instant
    }

    private static func read(_ bytes: [UInt8]) -> Timestamp? {
        guard let (local, used) = LocalTime.parse(bytes), used < bytes.count else { return nil }
        let rest = bytes[used...]
        if rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) {
            return local.timestamp(offset: 0)
        }
        var digits = Array(rest.dropFirst())
        if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            digits.count == 2 || digits.count == 4, digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let values = digits.map { Int64($0) - 48 }
        let hours = values[0] * 10 + values[1]
        let minutes = values.count == 4 ? values[2] * 10 + values[3] : 0
        guard hours <= 15, minutes < 60 else { return nil }
        let offset = (hours * 60 + minutes) * 60
        return local.timestamp(offset: sign == UInt8(ascii: "-") ? -offset : offset)
    }
}
