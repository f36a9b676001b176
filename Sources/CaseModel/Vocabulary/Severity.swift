/// How badly a customer is hit: a word of the policy, the worst first (domain 4).
public struct Severity: Hashable, Comparable, Sendable {
    /// What the policy says of it.
    let level: Policy.SeverityLevel
    /// Its sign among four, 1 for the worst and 4 for the mildest, however many there are.
    public let tone: Int

    /// The code in events, queries and JSON.
    public var code: String { level.code }
    /// The words on screens.
    public var words: String { level.name }
    /// Its place, 1 for the worst.
    public var rank: Int { level.rank }
    /// Whether it is a critical situation.
    public var isCritical: Bool { level.isCritical }

    /// The worst sorts first.
    public static func < (a: Self, b: Self) -> Bool { a.level.rank < b.level.rank }

    /// The same word, whatever the policy says of it.
    public static func == (a: Self, b: Self) -> Bool { a.level.code == b.level.code }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(level.code) }
}
