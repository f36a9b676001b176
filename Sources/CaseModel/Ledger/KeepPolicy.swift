extension CaseLedger {
    /// Puts a policy in force; what was promised under an earlier edition stays promised under it (domain 11, row 2).
    public mutating func use(
        _ policy: Policy, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) {
        let actor = try allowed(claim, .keepPolicy)
        guard policy.mark != policies.inForce.mark else { return }
        try adopt(policy, at: now)
        try journal("put the policy \(policy.mark) in force", by: actor, claim, now, recordedAt)
    }
}
