import CaseExchange
import CaseModel
import SettingsText
import TerminalUI

extension Shell {
    /// The policies that the store keeps, the one in force last; none where there is no store.
    func keptPolicies() async throws(Failure) -> [Policy] {
        guard BoundedFile.exists(settings.store.value) else { return [] }
        return try await policies(try await openForReading()).editions
    }

    /// The policy that the cases of the store follow; the person's where there is no store.
    func policyOfStore() async throws(Failure) -> Policy {
        if let kept = try await keptPolicies().last { return kept }
        return try policyInForce()
    }

    /// `policy use FILE`: from now on the store follows that policy; promises that were made stay as they were.
    func usePolicy(_ file: String) async throws(Failure) -> ExitCode {
        let reading = Policy.read(bytes: try policyBytes(file), named: file)
        for problem in reading.problems { try notes.line(Shown(detail: problem.description)) }
        guard let policy = reading.policy else {
            throw Failure(.failed, "\(file) was not taken; the store follows the policy it followed before.")
        }
        let store = try await openForWriting()
        do throws(StoreError) {
            try await store.adopt(policy, by: claim, at: clock.now, recordedAt: clock.recordedAt)
        } catch {
            throw Failure(error)
        }
        try printDone(
            "the store follows \(policy.mark) from now on; earlier promises stay.",
            .init("policy", .string(policy.mark)))
        return .done
    }
}
