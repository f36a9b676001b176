extension CoverTerms {
    /// The right to open cases, as policies name it.
    static let callingRight = "open-cases"

    /// What a policy says of plans and callers.
    ///
    /// A plan answers at the severities for which any of its lines has a target; one without targets of its own leaves
    /// the question to the plans beside it.
    public init(_ policy: Policy) {
        let severities = policy.severityWords
        var plans: [String: Plan] = [:]
        for plan in policy.cover.plans {
            let answered = severities.filter { severity in
                !plan.hasTargets
                    || policy.cover.targets.contains { line in
                        let target: ClockTarget?? = line.values[severity.code]
                        return line.match([plan.code]) != nil && (target ?? nil) != nil
                    }
            }
            plans[plan.code] = Plan(severities: Set(answered), until: plan.validity.to)
        }
        self.init(
            severities: severities, plans: plans,
            callingRoles: Set(policy.people.contactRoles.filter { $0.may.contains(Self.callingRight) }.map(\.code)),
            callingPortalTypes: Set(
                policy.people.portalTypes.filter { $0.may.contains(Self.callingRight) }.map(\.code)),
            silentPortalTypes: Set(policy.people.portalTypes.filter { !$0.may.contains(Self.callingRight) }.map(\.code))
        )
    }
}
