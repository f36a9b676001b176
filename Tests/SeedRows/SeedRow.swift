public import CaseModel

/// A row of the domain reference, section 11: a noun of the guide, the rule's line in the policy, and what proves it.
public struct SeedRow: Sendable {
    /// Its number: `39a`.
    public let row: String
    /// The noun.
    public let noun: String
    /// What is taken out of the policy to take the rule out: `[threshold "centers"]` a section, `[plan "x"] roles` a
    /// key of one, `[right] name` a key of all of a kind, with several lines when they say one thing.
    public let cut: [String]
    /// Runs a rule or an act of the row under a policy; throws ``Unproved`` when it does not hold.
    public let proof: @Sendable (Policy) async throws -> Void

    /// A row with its proof.
    public init(
        _ row: String, _ noun: String, cut: [String], proof: @escaping @Sendable (Policy) async throws -> Void
    ) {
        self.row = row
        self.noun = noun
        self.cut = cut
        self.proof = proof
    }
}

/// What did not hold.
public struct Unproved: Error, CustomStringConvertible {
    /// Why.
    public let description: String

    /// A proof that failed.
    public init(_ description: String) {
        self.description = description
    }
}

/// Goes on when something holds.
public func prove(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    guard holds else { throw Unproved(what()) }
}

/// What a proof needs and a policy must have.
public func proved<Value>(_ value: Value?, _ what: @autoclosure () -> String) throws -> Value {
    guard let value else { throw Unproved("there is no \(what())") }
    return value
}
