internal import Foundation

/// A zone's clock changes, read from the host's own TZif file (RFC 9636) without the C library and without Foundation.
///
/// Nothing in this module knows the model that it judges.
public struct ZoneFile: Sendable {
    /// One change of the clocks.
    public struct Change: Equatable, Sendable {
        /// Seconds since 1970.
        public let at: Int
        /// Seconds east of UTC from then on.
        public let offset: Int
    }

    /// Why a file gives no zone.
    public struct Problem: Error, CustomStringConvertible {
        /// The sentence for people.
        public let description: String
    }

    /// The IANA name.
    public let name: String
    /// Seconds east of UTC before the first change.
    public let initialOffset: Int
    /// Changes of the offset, ascending; those of the name or the season alone are left out.
    public let changes: [Change]
    /// How many of the changes stand in the file; the rest comes from its last line.
    public let listed: Int
    /// The rule for the time after the last listed change.
    public let footer: String

    /// Reads a zone and goes on by the rule of its last line to the end of a year.
    ///
    /// - Parameter ignoringAfter: changes listed after this year are taken from the rule instead.
    public init(
        named name: String, through year: Int, ignoringAfter limit: Int = 9999,
        in folder: String = "/usr/share/zoneinfo"
    ) throws(Problem) {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(description: "\(path) cannot be read: these tests need the zone files of the package tzdata")
        }
        var reader = ByteReader(bytes: Array(data))
        // The first block has 32-bit times for old readers; the second has the whole truth.
        let first = try Header(&reader)
        guard first.version >= UInt8(ascii: "2") else { throw Problem(description: "\(path) has no 64-bit times") }
        try reader.skip(first.length(ofTime: 4))
        let header = try Header(&reader)
        var times: [Int] = []
        for _ in 0..<header.times { times.append(try reader.integer(8)) }
        let kinds = try reader.take(header.times)
        var offsets: [Int] = []
        for _ in 0..<header.kinds {
            offsets.append(try reader.integer(4))
            try reader.skip(2)
        }
        try reader.skip(header.names + header.leaps * 12 + header.standards + header.universals)
        let last = try reader.take(reader.left)
        footer = String(decoding: last, as: UTF8.self).trimmingCharacters(in: .newlines)
        guard let before = offsets.first, kinds.allSatisfy({ Int($0) < offsets.count }) else {
            throw Problem(description: "\(path) names a kind of time that it does not have")
        }
        let end = Days.number(year: limit + 1, month: 1, day: 1) * 86_400
        var all = zip(times, kinds).map { Change(at: $0, offset: offsets[Int($1)]) }.filter { $0.at < end }
        listed = all.count
        if let rule = try SeasonRule(footer) {
            let known = all.last?.at ?? Int.min
            all += rule.changes(from: 1970, through: year).filter { $0.at > known }
        }
        self.name = name
        initialOffset = before
        var offset = before
        changes = all.filter { change in
            defer { offset = change.offset }
            return change.offset != offset
        }
    }

    /// Seconds east of UTC at an instant.
    public func offset(at seconds: Int) -> Int {
        changes.last { $0.at <= seconds }?.offset ?? initialOffset
    }
}

/// The counts at the beginning of a block.
private struct Header {
    let version: UInt8
    let universals, standards, leaps, times, kinds, names: Int

    init(_ reader: inout ByteReader) throws(ZoneFile.Problem) {
        guard try reader.take(4) == Array("TZif".utf8) else { throw ZoneFile.Problem(description: "no TZif file") }
        version = try reader.take(16)[0]
        universals = try reader.integer(4)
        standards = try reader.integer(4)
        leaps = try reader.integer(4)
        times = try reader.integer(4)
        kinds = try reader.integer(4)
        names = try reader.integer(4)
    }

    func length(ofTime size: Int) -> Int {
        times * (size + 1) + kinds * 6 + names + leaps * (size + 4) + standards + universals
    }
}

/// Takes bytes from the front.
private struct ByteReader {
    let bytes: [UInt8]
    var at = 0
    var left: Int { bytes.count - at }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) throws(ZoneFile.Problem) -> [UInt8] {
        guard count >= 0, count <= left else { throw ZoneFile.Problem(description: "a TZif file is cut short") }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    mutating func skip(_ count: Int) throws(ZoneFile.Problem) { _ = try take(count) }

    /// A signed big-endian number.
    mutating func integer(_ size: Int) throws(ZoneFile.Problem) -> Int {
        let taken = try take(size)
        return taken.dropFirst().reduce(Int(Int8(bitPattern: taken[0]))) { $0 << 8 | Int($1) }
    }
}

/// Days of the Gregorian calendar, counted the slow way.
public enum Days {
    /// Days from 1970-01-01 to a day of a year from 1970 on.
    public static func number(year: Int, month: Int, day: Int) -> Int {
        let years = (1970..<max(year, 1970)).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
        return years + (1..<month).reduce(0) { $0 + length($1, year) } + day - 1
    }

    /// 0 for Monday to 6 for Sunday.
    public static func weekday(_ number: Int) -> Int { ((number + 3) % 7 + 7) % 7 }

    static func length(_ month: Int, _ year: Int) -> Int {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}
