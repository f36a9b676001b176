/// What the table of the life cycle makes of a step: where the case stands afterwards, and what is said beside it.
struct Passage {
    /// Where it stands afterwards; nil where no row is about the step.
    var to: Status?
    /// Conditions that do not hold and hold the case up: it is logged and flagged.
    var held: [Policy.Condition] = []
    /// Conditions that do not hold and are only said.
    var warned: [Policy.Condition] = []
    /// Conditions that were asked and hold.
    var satisfied: [String] = []
}

extension Policy {
    /// The rows of the table that are about a step, those that name where it leads before those that name a group.
    ///
    /// - Parameters:
    ///   - event: what happens; nil for whatever leads to `target`.
    ///   - old: where the case stands; nil for one that is not logged yet.
    ///   - target: where it shall stand; nil for wherever the rows lead.
    func rows(_ event: String?, from old: Status?, to target: Status?, _ item: Case) -> [Transition] {
        let found = lifeCycle.transitions.filter { row in
            guard allows(row, from: old?.code), row.when.fits(item) else { return false }
            // A row with a reason is for that reason, whatever the step is called.
            if let closure = row.closure, closure != item.closureReason?.code { return false }
            if let event, row.event != event, row.closure == nil || target == nil { return false }
            guard let target else { return true }
            if case .same = row.to { return target == old }
            return contains(row.to, target.code) || row.otherwise == target.code
        }
        // What a row says of one status goes before what another says of a group.
        return found.filter(\.namesStatus) + found.filter { !$0.namesStatus }
    }

    /// What the rows make of an attempt; a condition of any row counts, the most lenient strength that a row of the
    /// same condition gives at critical severities is the strongest there.
    func pass(_ rows: [Transition], _ attempt: Attempt, _ words: Vocabulary) throws(Refusal) -> Passage {
        var passage = Passage()
        let lifted = Set(rows.flatMap(\.lifts))
        var asked: Set<String> = []
        for row in rows {
            var isHeld = false
            for requirement in row.requirements
            where !lifted.contains(requirement.condition) && asked.insert(requirement.condition).inserted {
                guard let holds = attempt.holds(requirement.condition) else { continue }
                guard !holds else {
                    passage.satisfied.append(requirement.condition)
                    continue
                }
                guard let condition = condition(requirement.condition) else { continue }
                switch requirement.strength(isCritical: attempt.item.severity.isCritical) {
                case .refuse: throw .condition(condition, of: row, attempt, self)
                case .hold:
                    passage.held.append(condition)
                    isHeld = true
                case .warn: passage.warned.append(condition)
                }
            }
            if passage.to == nil || isHeld {
                if isHeld, let other = row.otherwise {
                    passage.to = words.status(other)
                } else if passage.to == nil, case .status(let code) = row.to {
                    passage.to = words.status(code)
                }
            }
        }
        return passage
    }

    /// The condition of a code.
    func condition(_ code: String) -> Condition? { lifeCycle.conditions.first { $0.code == code } }

    /// The threshold of a code.
    public func threshold(_ code: String) -> Threshold? { thresholds.first { $0.code == code } }

    /// The reason with which silence closes, if the policy has one.
    var silenceClosure: String? { lifeCycle.transitions.first { $0.event == "silence" }?.closure }
}

extension Policy.Transition {
    /// Whether it leads to one status that it names.
    fileprivate var namesStatus: Bool { if case .status = to { true } else { false } }
}

extension Policy.Circumstances {
    /// Whether a case is as the row wants it.
    func fits(_ item: Case) -> Bool {
        (!onlyCritical || item.severity.isCritical)
            && (channels.isEmpty || item.channel.map { channels.contains($0.code) } ?? false)
            && (types.isEmpty || types.contains(item.type.code))
            && (plans.isEmpty || !Set(item.plans).isDisjoint(with: plans))
    }
}

extension Policy.Requirement {
    /// How strongly it holds.
    func strength(isCritical: Bool) -> Policy.Guard {
        guard isCritical, let most = strongestAtCritical else { return strength }
        let order: [Policy.Guard] = [.warn, .hold, .refuse]
        let index = min(order.firstIndex(of: strength) ?? 2, order.firstIndex(of: most) ?? 2)
        return order[index]
    }
}

extension Refusal {
    /// A condition that must hold does not.
    static func condition(
        _ condition: Policy.Condition, of row: Policy.Transition, _ attempt: Attempt, _ policy: Policy
    ) -> Refusal {
        let credit = policy.credit(row.origin.tags(of: "require.\(condition.code)"))
        let item = attempt.item
        guard condition.code == Attempt.needsGiven else {
            return Refusal(
                rule: condition.code,
                message: "\(item.id): “\(row.name)” needs that \(condition.says) \(credit).", remedy: condition.mend)
        }
        let missing = attempt.missingNeeds.joined(separator: ", ")
        return Refusal(
            rule: condition.code, message: "\(item.id): “\(item.status.words)” needs \(missing) \(credit).",
            remedy: condition.mend)
    }

    /// No row leads there.
    static func noWay(of item: Case, to: Status, _ policy: Policy, _ words: Vocabulary) -> Refusal {
        let ways = policy.ways(of: item, words).map(\.code).joined(separator: ", ")
        return Refusal(
            rule: "no-transition",
            message: "Nothing leads from “\(item.status.words)” to “\(to.words)” (\(item.id)).",
            remedy: ways.isEmpty ? "Nothing leads on from there." : "From there lead: \(ways).")
    }

    /// No row closes it with that reason.
    static func noEnd(of item: Case, _ reason: ClosureReason, _ policy: Policy, _ words: Vocabulary) -> Refusal {
        let reasons = policy.closures(of: item, words).map(\.code).joined(separator: ", ")
        return Refusal(
            rule: "no-transition",
            message: "A case that is “\(item.status.words)” is not closed as “\(reason.words)” (\(item.id)).",
            remedy: reasons.isEmpty ? "Nothing closes it there." : "It can be closed as: \(reasons).")
    }
}

extension Policy {
    /// Where a case can go from where it is, in the order of screens; what ends it has verbs of its own.
    func ways(of item: Case, _ words: Vocabulary) -> [Status] {
        words.statuses.filter { target in
            target != item.status && !target.isFinal && target.role != .refused
                && lifeCycle.transitions.contains { row in
                    allows(row, from: item.status.code) && row.when.fits(item) && contains(row.to, target.code)
                }
        }
    }

    /// The reasons with which a case can be closed where it is.
    func closures(of item: Case, _ words: Vocabulary) -> [ClosureReason] {
        guard let end = words.statuses.first(where: \.isFinal) else { return [] }
        return words.closures.filter { reason in
            var next = item
            next.closureReason = reason
            return !rows("close", from: item.status, to: end, next).isEmpty
        }
    }
}
