/// Where a case stands: a word of the policy, with what the program knows of it (domain 12).
public struct Status: Hashable, Sendable {
    /// What the policy says of it.
    let kind: Policy.StatusKind
    /// Its place in the life cycle, 0 for the first: the order of ``SortKey/Field/status``.
    public let place: Int

    /// The code in events, queries and JSON.
    public var code: String { kind.code }
    /// The words on screens.
    public var words: String { kind.name }
    /// One short word, for narrow columns.
    public var short: String { kind.short }
    /// What it is in the life of a case.
    public var role: Policy.StatusRole { kind.role }
    /// What must be given for a case to stand there.
    public var needs: [String] { kind.needs }
    /// The key that chooses it in a list.
    public var key: Unicode.Scalar? { kind.key?.unicodeScalars.first }
    /// Not at an end (query language, `is:open`).
    public var isOpen: Bool { kind.groups.contains(.open) }
    /// Somebody's work goes on (query language, `is:working`).
    public var isWorking: Bool { kind.groups.contains(.working) }
    /// The customer or a third party is awaited, or nobody where it is on hold.
    public var isWaiting: Bool { kind.groups.contains(.waiting) }
    /// On hold by agreement (query language, `is:onhold`).
    public var isOnHold: Bool { kind.groups.contains(.onHold) }
    /// One of those that change among each other freely.
    public var isFree: Bool { kind.groups.contains(.free) }
    /// The end of a case, with a reason.
    public var isFinal: Bool { kind.role == .final }

    /// Whether what a status needs is a day to come, by its name: `resume-date`.
    public static func isDay(_ need: String) -> Bool { need.hasSuffix("-date") }

    /// The same word, whatever the policy says of it.
    public static func == (a: Self, b: Self) -> Bool { a.kind.code == b.kind.code }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind.code) }
}
