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
            // A row with a reason is for that reason, whatever the step is called.
            if let closure = row.closure, closure != item.closureReason?.code { return false }
            if let event, row.event != event, row.closure == nil || target == nil { return false }
            guard allows(row, from: old?.code), row.when.fits(item) else { return false }
            guard let target else { return true }
            // A row that leads nowhere else is meant by what happens alone.
            if case .same = row.to { return event != nil && target == old }
            return contains(row.to, target.code) || row.otherwise == target.code
        }
        // What a row says of one status goes before what another says of a group.
        let rows = found.filter(\.namesStatus) + found.filter { !$0.namesStatus }
        // A reason that has rows of its own closes by them alone: support is not denied where nobody denied it.
        let reason = target?.isFinal == true ? item.closureReason?.code : nil
        guard let reason, lifeCycle.transitions.contains(where: { $0.closure == reason }) else { return rows }
        return rows.contains { $0.closure == reason } ? rows : []
    }

    /// What the rows make of an attempt; a condition of any row counts, once.
    ///
    /// - Parameter only: the one condition that is asked; every one when nil.
    func pass(
        _ rows: [Transition], _ attempt: Attempt, _ words: Vocabulary, only: String? = nil
    ) throws(Refusal) -> Passage {
        var passage = Passage()
        let lifted = Set(rows.flatMap(\.lifts))
        var asked: Set<String> = []
        for row in rows {
            var isHeld = false
            for requirement in row.requirements where !lifted.contains(requirement.condition) {
                guard only.map({ $0 == requirement.condition }) ?? true,
                    let condition = condition(requirement.condition)
                else { continue }
                guard asked.insert(condition.code).inserted else {
                    // A row before asked it; this one says by itself where a case goes that is held up.
                    isHeld = isHeld || passage.held.contains { $0.code == condition.code }
                    continue
                }
                guard let holds = attempt.holds(condition.code) else {
                    // The program cannot look, so it says so and leaves it to the person.
                    passage.warned.append(condition)
                    continue
                }
                guard !holds else {
                    passage.satisfied.append(condition.code)
                    continue
                }
                let (row, strength) = strongest(condition.code, rows, attempt.item) ?? (row, requirement.strength)
                switch strength {
                case .refuse: throw .condition(condition, of: row, attempt)
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

    /// The row that asks a condition most strongly, and how strongly it holds.
    ///
    /// What rows say that name where they lead goes before what others say; at critical severities it is never more than
    /// the mildest ceiling that any of the rows sets.
    private func strongest(
        _ condition: String, _ rows: [Transition], _ item: Case
    ) -> (row: Transition, strength: Guard)? {
        let asking = rows.filter { $0.strength(of: condition) != nil }
        let first = asking.filter(\.namesStatus)
        var found: (row: Transition, strength: Guard)?
        for row in first.isEmpty ? asking : first {
            guard let strength = row.strength(of: condition), found.map({ $0.strength < strength }) ?? true else {
                continue
            }
            found = (row, strength)
        }
        guard item.severity.isCritical, let most = rows.compactMap({ $0.ceilings[condition] }).min() else {
            return found
        }
        return found.map { ($0.row, min($0.strength, most)) }
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

    /// How strongly it asks a condition; nil where it does not.
    fileprivate func strength(of condition: String) -> Policy.Guard? {
        requirements.first { $0.condition == condition }?.strength
    }
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

extension Policy {
    /// Where a case can go from its status, what usually comes next in front.
    func ways(from item: Case, _ words: Vocabulary) -> [Status] {
        let rows = lifeCycle.transitions.filter { allows($0, from: item.status.code) && $0.when.fits(item) }
        return words.statuses(after: item.status).filter { target in
            target != item.status && rows.contains { contains($0.to, target.code) || $0.otherwise == target.code }
        }
    }

    /// Whether a row that leads to a status alone asks a condition.
    func asks(_ condition: String, before status: Status) -> Bool {
        lifeCycle.transitions.contains { row in
            row.to == .status(status.code) && row.requirements.contains { $0.condition == condition }
        }
    }
}
