/// A short number that stands for the entries of a history, so that a load knows what it had taken over (FNV-1a, 64 bit).
public struct HistoryDigest: Equatable, Sendable {
    /// The number so far.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    /// Half of what the number was after the first entry, after the second, and so on.
    public private(set) var beginnings: [UInt32] = []

    /// The digest of no entries.
    public init() {}

    /// Adds an entry: everything in it, in a way that two different entries do not meet by being cut differently.
    public mutating func add(_ entry: HistoryEntry) {
        mix(UInt64(bitPattern: entry.at.seconds))
        mix(HistoryDigest.of(entry.actor))
        mix(HistoryDigest.of(entry.action.rawValue))
        mix(entry.text.map(HistoryDigest.of) ?? 1)
        // A sum does not depend on the order in which a dictionary gives its pairs.
        var fields: UInt64 = UInt64(entry.values.count)
        for (field, value) in entry.values {
            var pair = HistoryDigest()
            switch field {
            case .extra(let name): pair.mix(HistoryDigest.of(name) ^ 0x5851_f42d_4c95_7f2d)
            case .item(let id): pair.mix(UInt64(id.ordinal))
            default: pair.mix(HistoryDigest.of(field.name))
            }
            pair.mix(value.map(HistoryDigest.of) ?? 1)
            fields &+= pair.value
        }
        mix(fields)
        beginnings.append(UInt32(truncatingIfNeeded: value))
    }

    /// The digest of a text's bytes and their count.
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (hash ^ UInt64(text.utf8.count)) &* 0x100_0000_01b3
    }

    private mutating func mix(_ word: UInt64) {
        var rest = word
        for _ in 0..<8 {
            value = (value ^ (rest & 0xff)) &* 0x100_0000_01b3
            rest >>= 8
        }
    }
}
