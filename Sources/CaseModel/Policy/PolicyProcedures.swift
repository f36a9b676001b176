import SettingsText

extension Policy {
    /// A procedure in steps that are taken in order, such as a shipment (domain 12).
    public struct Procedure: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The code of the kind of records that go through it, if any.
        public let record: String?
        /// Codes of the plans it is for; empty for all that no other names.
        public let plans: [String]
        /// Its steps in order.
        public let steps: [Step]
        /// The code of the step at which the time of a plan begins to run, if any.
        public let clock: String?
        /// Where this comes from.
        public let origin: Origin

        /// One step.
        public struct Step: Equatable, Sendable {
            /// Its code.
            public let code: String
            /// Its words.
            public let name: String
            /// What people do to come to it.
            public let act: String
            /// The fields of the record that must have a value by then.
            public let needs: [String]
            /// What else must be true.
            public let conditions: [StepCondition]
            /// Whether its fields may come one after another.
            public let isPiecewise: Bool
        }

        /// The place of a step; nil when it has none of that code.
        public func place(of step: String) -> Int? { steps.firstIndex { $0.code == step } }
    }

    /// What can be required of a step besides values, each explained in a section of conditions.
    public enum StepCondition: String, CaseIterable, Sendable {
        /// The machine is under maintenance on the day (domain 12).
        case maintenanceActive = "maintenance-active"
        /// The site is near a centre and in its country, or another level was chosen (domain 6).
        case siteNear = "site-near"
    }

    /// The procedure of a kind of record under a plan: one that names the plan goes before one that names none.
    public func procedure(of kind: RecordKind, plan: String? = nil) -> Procedure? {
        let own = duties.procedures.filter { $0.record == kind.code }
        return own.first { procedure in plan.map { procedure.plans.contains($0) } ?? false }
            ?? own.first { $0.plans.isEmpty }
    }

    /// What does not fit together of procedures and what records name.
    var ledgerMistakes: [SettingsProblem] {
        duties.procedures.flatMap(mistakes) + plansWithoutStep
            + intake.requestTypes.flatMap { type in
                type.about.filter { RecordKind(code: $0) == nil }.map { unknown("kind of record", $0, type.origin) }
            }
            + duties.ledgers.assetKinds.flatMap { kind in
                kind.needs.filter { RecordKind.asset.field($0) == nil }.map { unknown("field", $0, kind.origin) }
            }
    }

    private func mistakes(_ procedure: Procedure) -> [SettingsProblem] {
        let codes = procedure.steps.map(\.code)
        let section = file.sections("procedure").first { $0.name == procedure.code }
        var named = section?.entries.flatMap { entry -> [String] in
            let parts = separated(entry.key, by: ".")
            return parts.count == 2 && ["act", "needs", "require"].contains(parts[0]) ? [parts[1]] : []
        }
        named? += (section?["piecewise"]).map(commaSeparated) ?? []
        var problems = ((named ?? []) + [procedure.clock].compactMap { $0 }).filter { !codes.contains($0) }.map {
            unknown("step", $0, procedure.origin, codes)
        }
        if let code = procedure.record {
            guard let kind = RecordKind(code: code) else {
                let known = RecordKind.all.map(\.code)
                return problems + [unknown("kind of record", code, procedure.origin, known)]
            }
            let fields = kind.fields.map(\.name)
            for field in procedure.steps.flatMap(\.needs) where !fields.contains(field) {
                problems.append(unknown("field of a \(code)", field, procedure.origin, fields))
            }
        }
        for act in procedure.steps.map(\.act) where procedure.steps.count(where: { $0.act == act }) > 1 {
            problems.append(problem(procedure.origin.line, "The act \(act) leads to more than one step."))
        }
        let rivals = duties.procedures.filter { other in
            other.origin.line < procedure.origin.line && other.record != nil && other.record == procedure.record
                && (other.plans.isEmpty && procedure.plans.isEmpty
                    || other.plans.contains { procedure.plans.contains($0) })
        }
        return problems
            + rivals.map {
                problem(procedure.origin.line, "\($0.code) and \(procedure.code) are procedures for the same.")
            }
    }

    private var plansWithoutStep: [SettingsProblem] {
        cover.plans.compactMap { plan in
            guard let step = plan.replacement?.until else { return nil }
            guard let procedure = procedure(of: .replacement, plan: plan.code) else {
                let message = "No [procedure] with record = \(RecordKind.replacement.code) is for \(plan.code)."
                return problem(plan.origin.line, message, isFatal: false)
            }
            let known = procedure.steps.map(\.code)
            return known.contains(step) ? nil : unknown("step", step, plan.origin, known)
        }
    }

    private func unknown(_ what: String, _ word: String, _ origin: Origin, _ known: [String] = []) -> SettingsProblem {
        problem(origin.line, "There is no \(what) \(word).\(hint(word, known))")
    }
}
