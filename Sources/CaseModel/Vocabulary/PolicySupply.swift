/// What a store needs of its surroundings to know policies.
public struct PolicySupply: Sendable {
    /// The policy of a store that has none yet; nil where only stores that have one are opened.
    public let policy: @Sendable () -> Policy?
    /// The policy whose words stores of earlier formats were written in; nil where none is opened.
    public let builtIn: @Sendable () -> Policy?
    /// Gives the rules of a zone by its name; nil for one that the host does not know.
    public let zones: @Sendable (String) -> Zone?

    /// A policy for new stores, the one of earlier formats, both read when they are wanted, and the host's zones.
    public init(
        policy: @escaping @Sendable () -> Policy?, builtIn: @escaping @Sendable () -> Policy?,
        zones: @escaping @Sendable (String) -> Zone?
    ) {
        self.policy = policy
        self.builtIn = builtIn
        self.zones = zones
    }

    /// Nothing: for what looks at a file and at no case.
    public static let none = PolicySupply(policy: { nil }, builtIn: { nil }, zones: { _ in nil })
}
