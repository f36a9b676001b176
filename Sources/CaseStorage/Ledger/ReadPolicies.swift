import CaseModel
import Synchronization

/// The texts of policies that this process has read: a text has one meaning, and reading it is dear.
///
/// Several connections look at one store, and a store is given a policy that was read already.
enum ReadPolicies {
    private static let known = Mutex<[(text: String, policy: Policy)]>([])
    /// More different texts than this are never at work at once.
    private static let most = 8

    /// The policy of a text that is kept under a mark; nil when the text is none.
    static func policy(_ text: String, mark: String) -> Policy? {
        let name = "the policy \(mark)"
        // Texts of other bytes may be equal as strings, but their marks differ.
        let read = known.withLock { $0.first { $0.policy.mark == mark && $0.text == text }?.policy }
        if let read { return read.named(name) }
        guard let policy = Policy.read(bytes: Array(text.utf8), named: name).policy else { return nil }
        keep(policy, text)
        return policy
    }

    /// Remembers what a text was read as; the oldest make room.
    static func keep(_ policy: Policy, _ text: String) {
        known.withLock { known in
            guard !known.contains(where: { $0.policy.mark == policy.mark && $0.text == text }) else { return }
            known.append((text, policy))
            if known.count > most { known.removeFirst() }
        }
    }
}
