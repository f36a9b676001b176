/// A zone as two tables, from minutes of the clock on the wall to minutes since 1970 and back.
public final class MinuteZone: Sendable {
    /// The first day of the tables, in days since 1970.
    public let firstDay: Int
    /// The day after the last.
    public let endDay: Int
    /// The zone behind it.
    public let file: ZoneFile
    private let firstLocal: Int
    /// For each minute on the wall the first minute since 1970 that shows it.
    private let instants: [Int32]

    /// Walks through every minute of some days.
    public init(_ file: ZoneFile, from firstDay: Int, to endDay: Int) {
        self.file = file
        self.firstDay = firstDay
        self.endDay = endDay
        // A day more at both ends, so that every local minute of the days has been seen.
        let first = (firstDay - 1) * 1440
        let end = (endDay + 1) * 1440
        let firstLocal = first - 1440
        self.firstLocal = firstLocal
        var table = [Int32](repeating: -1, count: end - first + 2 * 1440)
        let changes = file.changes.filter { $0.at > first * 60 }
        var offset = file.offset(at: first * 60) / 60
        var next = 0
        var nextMinute = changes.first.map { $0.at / 60 } ?? .max
        table.withUnsafeMutableBufferPointer { table in
            for minute in first..<end {
                if minute >= nextMinute {
                    offset = changes[next].offset / 60
                    next += 1
                    nextMinute = next < changes.count ? changes[next].at / 60 : .max
                }
                let place = minute &+ offset &- firstLocal
                if table[place] < 0 { table[place] = Int32(truncatingIfNeeded: minute) }
            }
            // A minute that no clock showed is as far behind the gap as it lies within it.
            var place = 0
            while place < table.count, table[place] < 0 { place += 1 }
            while place < table.count {
                guard table[place] < 0 else {
                    place += 1
                    continue
                }
                var after = place
                while after < table.count, table[after] < 0 { after += 1 }
                guard after < table.count else { break }
                for lost in place..<after { table[lost] = table[after] + Int32(lost - place) }
                place = after
            }
        }
        instants = table
    }

    /// The first minute since 1970 at which the wall clock shows a minute, counted from 1970 as if there were no zone.
    public func instant(local minute: Int) -> Int { Int(instants[minute - firstLocal]) }

    /// What the wall clock shows, in seconds from 1970 as if there were no zone.
    public func local(_ seconds: Int) -> Int { seconds + file.offset(at: seconds) }
}
