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

    /// A book with the policy in which a calendar has holidays, as somebody wrote them in: `2026-03-17 Saint Patrick`.
    public static func book(holidays: [String], of calendar: String, knownThrough: String) -> PolicyBook {
        let head = "[calendar \"\(calendar)\"]\n"
        let lines = holidays.map { "holiday = \($0)\n" }.joined() + "known-through = \(knownThrough)\n"
        let text = String(decoding: EmbeddedFiles.policy, as: UTF8.self).replacing(head, with: head + lines)
        let reading = Policy.read(bytes: Array(text.utf8), named: "policy with holidays")
        guard let policy = reading.policy else { preconditionFailure("\(reading.problems)") }
        return PolicyBook(policy, zones: zones)
    }

    /// Its words.
    public static var words: Vocabulary { book.words }

    /// The words of the policy as somebody changed it in one place.
    public static func words(replacing old: String, with new: String) -> Vocabulary {
        let text = String(decoding: EmbeddedFiles.policy, as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
        let reading = Policy.read(bytes: Array(text.utf8), named: "changed policy")
        guard let policy = reading.policy else { preconditionFailure("\(reading.problems)") }
        return PolicyBook(policy, zones: zones).words
    }

    /// The zones of this host.
    public static let zones: @Sendable (String) -> Zone? = { HostZones.zone(named: $0) }

    /// What a store needs that is made here, or was made in an earlier format.
    public static let supply = PolicySupply(policy: { policy }, builtIn: { policy }, zones: zones)

    static func known<Word>(_ word: Word?, _ code: String) -> Word {
        guard let word else { preconditionFailure("the built-in policy has no \(code)") }
        return word
    }
}
