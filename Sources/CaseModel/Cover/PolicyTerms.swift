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
            plans[plan.code] = Plan(severities: Set(answered), validity: plan.validity)
        }
        self.init(
            severities: severities, plans: plans,
            callingRoles: Set(policy.people.contactRoles.filter { !rights.isDisjoint(with: $0.may) }.map(\.code)),
            callingPortalTypes: Set(
                policy.people.portalTypes.filter { !rights.isDisjoint(with: $0.may) }.map(\.code)),
            silentPortalTypes: Set(policy.people.portalTypes.filter { rights.isDisjoint(with: $0.may) }.map(\.code)),
            actingRoles: Set(policy.actingRoles.map(\.code)), lacks: Set(policy.duties.grounds.compactMap(\.lack)))
        sources = policy.coverSources
    }
}

extension Policy {
    /// Whether a kind of request may be made by others than those who may open cases.
    public func hasOwnCallers(_ type: String?) -> Bool {
        let named = intake.requestTypes.first { $0.code == type }?.may ?? []
        return !named.isEmpty && Set(named) != [CoverTerms.callingRight]
    }

    /// Where the reasons against cover come from: a ground, a plan, or the condition that looks at them.
    fileprivate var coverSources: [CoverReason.Basis: [String]] {
        var sources: [CoverReason.Basis: [String]] = [:]
        for ground in duties.grounds { if let lack = ground.lack { sources[.lack(lack)] = ground.origin.tags } }
        for plan in cover.plans { sources[.plan(plan.code)] = plan.origin.tags }
        for condition in lifeCycle.conditions {
            if condition.code == "cover-active" { sources[.cover] = condition.origin.tags }
            if condition.code == "caller-may-open" { sources[.caller] = condition.origin.tags }
        }
        return sources
    }
}
