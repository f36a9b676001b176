import CaseModel

/// A file of the zone database (RFC 8536): the changes of the clocks, and the rule for those after the last.
struct ZoneFile {
    private let initialOffset: Int64
    private let transitions: [Zone.Transition]
    private let rule: ZoneRule?

    /// Reads the part with 64-bit times, which every file since 2005 has; nil for what is no zone file.
    init?(_ bytes: [UInt8]) {
        guard let first = Header(bytes, at: 0), first.version >= UInt8(ascii: "2"),
            let header = Header(bytes, at: first.end(timeWidth: 4))
        else { return nil }
        let times = header.start
        let kinds = times + header.timeCount * 8
        let types = kinds + header.timeCount
        let footer = header.end(timeWidth: 8)
        guard footer <= bytes.count, header.typeCount > 0 else { return nil }
        func offset(_ type: Int) -> Int64 { Int64(Int32(truncatingIfNeeded: number(bytes, types + type * 6, 4))) }
        initialOffset = offset(0)
        var changes: [Zone.Transition] = []
        for index in 0..<header.timeCount {
            let type = Int(bytes[kinds + index])
            guard type < header.typeCount else { return nil }
            let at = Int64(bitPattern: number(bytes, times + index * 8, 8))
            // The database begins some zones with a time before all others.
            guard at > -0x0100_0000_0000 else { continue }
            changes.append(Zone.Transition(at: Timestamp(seconds: at), offset: offset(type)))
        }
        transitions = changes
        let text = bytes[footer...].split(separator: UInt8(ascii: "\n")).first ?? []
        rule = ZoneRule(String(decoding: text, as: UTF8.self))
    }

    /// The zone in these years, with the rule at the end of the file spelt out.
    func zone(named name: String, years: ClosedRange<Int>) -> Zone {
        var all = transitions
        let last = transitions.last?.at ?? Timestamp(seconds: 0)
        if let rule {
            let first = transitions.isEmpty ? 1970 : CivilDay(daysSince1970: last.seconds / 86_400 - 1).year
            for year in first...max(first, years.upperBound) { all += rule.changes(in: year).filter { $0.at > last } }
        }
        let begin = CivilDay(year: years.lowerBound, month: 1, day: 1).map { $0.daysSince1970 * 86_400 } ?? .min
        let before = all.last { $0.at.seconds <= begin }?.offset ?? initialOffset
        // A change to the same offset changes no clock.
        var known = before
        let real = all.filter { change in
            guard change.at.seconds > begin else { return false }
            defer { known = change.offset }
            return change.offset != known
        }
        return Zone(name: name, initialOffset: before, transitions: real)
    }

    /// How many of everything a part of the file has.
    private struct Header {
        let version: UInt8
        let start: Int
        let timeCount: Int
        let typeCount: Int
        private let rest: [Int]

        init?(_ bytes: [UInt8], at place: Int) {
            guard bytes.count >= place + 44, bytes[place..<place + 4].elementsEqual("TZif".utf8) else { return nil }
            version = bytes[place + 4]
            let counts = (0..<6).map { Int(number(bytes, place + 20 + $0 * 4, 4)) }
            guard counts.allSatisfy({ $0 < 100_000 }) else { return nil }
            start = place + 44
            timeCount = counts[3]
            typeCount = counts[4]
            rest = counts
        }

        /// Where the part ends.
        func end(timeWidth: Int) -> Int {
            start + timeCount * (timeWidth + 1) + typeCount * 6 + rest[5] + rest[2] * (timeWidth + 4) + rest[1]
                + rest[0]
        }
    }
}

/// A number in network order.
private func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> UInt64 {
    bytes[place..<place + width].reduce(0) { $0 << 8 | UInt64($1) }
}
