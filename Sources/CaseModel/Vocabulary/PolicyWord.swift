/// A word of the policy of which the program knows the code and how it is shown.
public struct PolicyWord<Kind: Sendable>: Hashable, Sendable {
    /// The code in events, queries and JSON.
    public let code: String
    /// The words on screens.
    public let words: String
    /// Words of other systems that mean it.
    let also: [String]

    /// The same word, however it is shown.
    public static func == (a: Self, b: Self) -> Bool { a.code == b.code }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// What the request is about (domain 7.2).
public typealias CaseType = PolicyWord<Policy.RequestType>
/// How the request came in (domain 7.1).
public typealias Channel = PolicyWord<Policy.Channel>
/// Why a case was closed (domain 7.5, 12).
public typealias ClosureReason = PolicyWord<Policy.Closure>
