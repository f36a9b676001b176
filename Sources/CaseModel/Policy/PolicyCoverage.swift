extension Policy {
    /// In which hours plans answer, by the code of the severity; empty where the policy does not say (domain 2.2).
    ///
    /// - Parameters:
    ///   - plans: the codes of the plans that the customer has.
    ///   - type: the code of the kind of request; nil for the first kind of case that the plans have targets for.
    public func coverage(of plans: [String], for type: String? = nil) -> [String: Coverage] {
        let owned = Set(plans)
        let named = intake.requestTypes.first { $0.code == type }?.kind
        let kinds = named.map { [$0] } ?? cover.kinds.map(\.code)
        guard let kind = kinds.first(where: { kind in cover.targets.contains { $0.decides(owned, kind) } }) else {
            return [:]
        }
        do throws(PolicyQuestionProblem) {
            return try best(cover.coverage, owned, kind)?.values ?? [:]
        } catch {
            return [:]
        }
    }

    /// The names of plans on screens; a code that the policy does not know stands for itself.
    public func names(ofPlans codes: [String]) -> [String] {
        codes.map { code in cover.plans.first { $0.code == code }?.name ?? code }
    }
}
