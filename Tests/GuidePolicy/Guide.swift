internal import CaseExchange
public import CaseModel
internal import EmbeddedFiles

/// The built-in policy, for tests that tell of cases in its words.
public enum Guide {
    /// The policy; a test that cannot have it has nothing to say.
    public static let policy: Policy = {
        let reading = Policy.read(bytes: EmbeddedFiles.policy, named: "built-in policy")
        guard let policy = reading.policy else { preconditionFailure("\(reading.problems)") }
        return policy
    }()

    /// A book with the policy alone.
    public static let book = PolicyBook(policy, zones: zones)

    /// Its words.
    public static var words: Vocabulary { book.words }

    /// The zones of this host.
    public static let zones: @Sendable (String) -> Zone? = { HostZones.zone(named: $0) }

    /// What a store needs that is made here, or was made in an earlier format.
    public static let supply = PolicySupply(policy: { policy }, builtIn: { policy }, zones: zones)

    static func known<Word>(_ word: Word?, _ code: String) -> Word {
        guard let word else { preconditionFailure("the built-in policy has no \(code)") }
        return word
    }
}
