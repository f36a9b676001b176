// One rule for everything that goes step by step: which step comes next, and what it needs (domain 12).

/// How a record stands in its procedure.
public struct StepStanding: Equatable, Sendable {
    /// The procedure.
    public let procedure: Policy.Procedure
    /// Where it stands; nil before the first step, and at a step that the policy does not know any more.
    public let step: Policy.Procedure.Step?
    /// What comes next; nil at the end.
    public let next: Policy.Procedure.Step?
    /// The fields that the next step still needs.
    public let missing: [String]

    /// How a record stands; nil where the policy has no procedure for it.
    ///
    /// - Parameter plan: the plan that decides the procedure, if any.
    public init?(_ record: Record, plan: String?, _ policy: Policy) {
        guard let procedure = policy.procedure(of: record.kind, plan: plan) else { return nil }
        self.procedure = procedure
        let place = record["step"].flatMap(procedure.place)
        step = place.map { procedure.steps[$0] }
        let following = record["step"] == nil ? 0 : place.map { $0 + 1 }
        next = following.flatMap { $0 < procedure.steps.count ? procedure.steps[$0] : nil }
        missing = next?.needs.filter { record[$0] == nil } ?? []
    }
}

/// What taking a step gives.
struct StepOutcome: Equatable {
    /// The step that is reached; nil when only a part of what it needs was given.
    let reached: Policy.Procedure.Step?
    /// The fields that are still missing.
    let missing: [String]
}

extension StepStanding {
    /// Where an act leads.
    ///
    /// - Parameters:
    ///   - act: the policy's word for what is done.
    ///   - record: the record with the values that were given.
    ///   - given: the fields to which the act gives values.
    /// - Throws: a refusal when another step comes first, or when something that the step needs is missing.
    func outcome(
        of act: String, on record: Record, giving given: Set<String>, _ policy: Policy
    ) throws(Refusal) -> StepOutcome {
        guard let wanted = procedure.steps.first(where: { $0.act == act }) else {
            throw .noStep(act, procedure, policy)
        }
        guard let next, next == wanted else { throw .stepOutOfOrder(record, wanted, self, policy) }
        let missing = next.needs.filter { record[$0] == nil }
        if missing.isEmpty { return StepOutcome(reached: next, missing: []) }
        guard next.isPiecewise, next.needs.contains(where: given.contains) else {
            throw .stepNeeds(record, next, missing, self, policy)
        }
        return StepOutcome(reached: nil, missing: missing)
    }
}

extension Refusal {
    static func noProcedure(_ kind: RecordKind, _ policy: Policy) -> Refusal {
        Refusal(
            rule: "procedure-none",
            message: "The policy “\(policy.edition.name)” has no procedure for a \(kind.code).",
            remedy: "Add one to the policy: a [procedure] with record = \(kind.code).")
    }

    static func noStep(_ act: String, _ procedure: Policy.Procedure, _ policy: Policy) -> Refusal {
        Refusal(
            rule: "procedure-act",
            message: "No step of “\(procedure.name)” is taken by \(act.prefix(80)).",
            remedy: "It goes by \(procedure.steps.map(\.act).joined(separator: ", ")).")
    }

    static func stepOutOfOrder(
        _ record: Record, _ wanted: Policy.Procedure.Step, _ standing: StepStanding, _ policy: Policy
    ) -> Refusal {
        let procedure = standing.procedure
        let name = record.version == 0 ? "A new \(record.kind.code)" : "\(record.id)"
        let now = standing.step.map { "is “\($0.name)”" } ?? "has taken no step"
        let source = policy.credit(procedure.origin.tags(of: "step.\(wanted.code)"))
        return Refusal(
            rule: "procedure-order",
            message: "\(name) \(now); “\(wanted.name)” is not the next step of “\(procedure.name)” \(source).",
            remedy: standing.next.map { "Next is “\($0.name)” (\(record.kind.code) \($0.act))." }
                ?? "It is at its end; begin another.")
    }

    static func stepNeeds(
        _ record: Record, _ step: Policy.Procedure.Step, _ missing: [String], _ standing: StepStanding,
        _ policy: Policy
    ) -> Refusal {
        let words = missing.map { name in "\(name): \(record.kind.field(name)?.meaning ?? name)" }
        let source = policy.credit(standing.procedure.origin.tags(of: "needs.\(step.code)"))
        return Refusal(
            rule: "procedure-needs",
            message: "“\(step.name)” needs what is not there yet: \(words.joined(separator: "; ")) \(source).",
            remedy: "Give it (\(record.kind.code) \(step.act) with \(missing.joined(separator: ", "))).",
            about: missing.first)
    }

    static func stepCondition(
        _ record: Record, _ condition: Policy.StepCondition, _ detail: String, _ policy: Policy
    ) -> Refusal {
        let section = policy.lifeCycle.conditions.first { $0.code == condition.rawValue }
        let says = section.map { "\($0.says) \(policy.credit($0.origin.tags(of: "says")))" } ?? condition.rawValue
        return Refusal(
            rule: condition.rawValue, message: "It must be so that \(says). \(detail)",
            remedy: section?.mend ?? "See: caseload policy show procedure.")
    }

    static func stepTime(_ at: Timestamp, _ detail: String) -> Refusal {
        Refusal(
            rule: "procedure-time", message: "\(at) cannot be the time of this step: \(detail).",
            remedy: "Give the time at which it was (--on TIME), or none for now.", about: "on")
    }
}
