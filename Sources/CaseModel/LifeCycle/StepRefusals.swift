// Why the table stands against a step: the row, its source, and what would satisfy it.

extension Refusal {
    /// A condition that must hold does not.
    static func condition(_ condition: Policy.Condition, of row: Policy.Transition, _ attempt: Attempt) -> Refusal {
        let credit = attempt.policy.credit(row.origin.tags(of: "require.\(condition.code)"))
        return Refusal(
            rule: condition.code,
            message: "\(attempt.item.id): “\(row.name)” needs that \(condition.says) \(credit).",
            remedy: condition.mend + (condition.code == "needs-given" ? attempt.wants : ""))
    }

    /// No row leads there.
    static func noWay(_ item: Case, to: Status, _ policy: Policy, _ words: Vocabulary) -> Refusal {
        let ways = policy.ways(from: item, words)
        let named = ways.map(\.words).joined(separator: ", ")
        // One step on there may be a way.
        let between = ways.first { way in
            var next = item
            next.status = way
            return way.isOpen && policy.ways(from: next, words).contains(to)
        }
        let first = between.map { "Make it “\($0.words)” first. " } ?? ""
        return Refusal(
            rule: noTransition,
            message: "\(item.id) is “\(item.status.words)”, and nothing leads from there to “\(to.words)”.",
            remedy: ways.isEmpty ? "Nothing leads on from there." : "\(first)It can become: \(named).")
    }

    /// No row of the event is for where the case stands.
    static func notHere(_ event: String, _ item: Case, _ policy: Policy) -> Refusal {
        let rows = policy.lifeCycle.transitions.filter { $0.event == event }
        let from = policy.lifeCycle.statuses.filter { status in rows.contains { policy.allows($0, from: status.code) } }
        let names = from.map(\.name).joined(separator: ", ")
        return Refusal(
            rule: noTransition,
            message: "\(item.id) is “\(item.status.words)”, where the policy has no “\(rows.first?.name ?? event)”.",
            remedy: names.isEmpty ? "The policy has it nowhere." : "It has it in: \(names).")
    }

    /// The reason does not close a case that stands there.
    static func notSo(_ reason: ClosureReason, _ item: Case, _ others: [String]) -> Refusal {
        Refusal(
            rule: noTransition,
            message: "\(item.id) is “\(item.status.words)”, and is not closed from there as “\(reason.words)”.",
            remedy: others.isEmpty
                ? "Nothing closes it from there." : "What closes it from there: \(others.joined(separator: ", ")).")
    }

    /// The rule that a row of the table leads on.
    public static let noTransition = "no-transition"
}

extension Attempt {
    /// What is missing, as the end of a remedy.
    fileprivate var wants: String {
        let names = missing.map {
            Status.isDay($0) ? "\($0) (a day to come, like \(CivilDay(daysSince1970: now.day.daysSince1970 + 7)))" : $0
        }
        return " “\(item.status.words)” needs \(names.joined(separator: " and "))."
    }
}
