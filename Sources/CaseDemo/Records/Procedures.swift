internal import CaseModel

/// The steps of a procedure of the policy as entries of a record's life, each with what it needs.
struct Procedures {
    let world: World

    /// The first so many steps of a kind of record.
    ///
    /// - Parameters:
    ///   - plan: the plan that decides the procedure, if any.
    ///   - given: the values with which the record begins.
    ///   - needs: what a step may need, by field.
    ///   - times: when each step is taken; those still to come are left out.
    func entries(
        _ kind: RecordKind, plan: String?, given: [String: String?], needs: [String: String],
        by actor: String, at times: [Timestamp]
    ) -> [RecordEntry] {
        guard let procedure = world.policy.procedure(of: kind, plan: plan) else { return [] }
        var entries: [RecordEntry] = []
        for (step, time) in zip(procedure.steps, times) {
            guard time <= world.now else { break }
            var values: [String: String?] = entries.isEmpty ? given : [:]
            for need in step.needs {
                // A step that needs what nobody here can give is not taken.
                guard let value = needs[need] else { return entries }
                values[need] = value
            }
            entries.append(RecordEntry(at: time, actor: actor, values: values, act: .step(step.act)))
        }
        return entries
    }
}
