extension CoverTerms {
    /// The right to open cases, as policies name it.
    static let callingRight = "open-cases"

    /// What a policy says of plans and callers.
    ///
    /// A plan answers at the severities for which any of its lines has a target; one without targets of its own leaves
    /// the question to the plans beside it.
    ///
    /// - Parameter type: the code of the kind of request: its rights decide who may call; nil asks for the right to open
    ///   cases.
    public init(_ policy: Policy, for type: String? = nil) {
        let named = policy.intake.requestTypes.first { $0.code == type }?.may ?? []
        let rights = Set(named.isEmpty ? [Self.callingRight] : named)
        let severities = Vocabulary.severities(policy)
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
            callingRoles: Set(policy.people.contactRoles.filter { !rights.isDisjoint(with: $0.may) }.map(\.code)),
            callingPortalTypes: Set(
                policy.people.portalTypes.filter { !rights.isDisjoint(with: $0.may) }.map(\.code)),
            silentPortalTypes: Set(policy.people.portalTypes.filter { rights.isDisjoint(with: $0.may) }.map(\.code)),
            actingRoles: Set(policy.actingRoles.map(\.code)), grounds: Set(policy.duties.grounds.map(\.code)))
    }
}
