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
        // Read while the others wait: they mostly want the same one.
        return known.withLock { known in
            // Texts of other bytes may be equal as strings, but their marks differ.
            if let read = known.first(where: { $0.policy.mark == mark && $0.text == text }) {
                return read.policy.named(name)
            }
            guard let policy = Policy.read(bytes: Array(text.utf8), named: name).policy else { return nil }
            keep(policy, text, in: &known)
            return policy
        }
    }

    /// Remembers what a text was read as.
    static func keep(_ policy: Policy, _ text: String) {
        known.withLock { keep(policy, text, in: &$0) }
    }

    /// Remembers a policy that is read only now, while those who want one wait.
    static func keep(_ read: () -> Policy?) {
        known.withLock { known in
            guard let policy = read() else { return }
            keep(policy, String(decoding: policy.text, as: UTF8.self), in: &known)
        }
    }

    /// The oldest make room.
    private static func keep(_ policy: Policy, _ text: String, in known: inout [(text: String, policy: Policy)]) {
        guard !known.contains(where: { $0.policy.mark == policy.mark && $0.text == text }) else { return }
        known.append((text, policy))
        if known.count > most { known.removeFirst() }
    }
}
