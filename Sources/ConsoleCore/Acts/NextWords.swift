public import CaseModel

extension NextCase {
    /// What was taken and why, in words that begin in lower case; or why nothing was, and what helps.
    ///
    /// - Parameter cover: what covers what was taken, where that is known.
    public func words(
        _ policy: Policy, at now: Timestamp, cover: CoverAnswer? = nil, _ time: (Timestamp) -> String
    ) -> String {
        switch self {
        case .taken(let item, let fitness, _):
            let due =
                item.nextDue.map { $0 > now ? "due in \(Span.long($0 - now))" : "overdue \(Span.long(now - $0))" }
                ?? "no answer due"
            let names = policy.names(ofPlans: item.plans).joined(separator: " + ")
            let isCovered = cover?.isEntitled ?? !item.isUncovered
            let plans = isCovered ? names : names.isEmpty ? "not covered" : "logged with \(names), not covered"
            let facts = ["severity \(item.severity.code)", due, plans].filter { !$0.isEmpty }.joined(separator: ", ")
            let why = fitness.reasons.isEmpty ? "" : "; " + fitness.reasons.joined(separator: ", ")
            return "took \(item.id), \(rank(of: item)): \(facts)\(why)."
        case .none(let none): return none.words(time)
        }
    }

    /// Before which others it came: what is critical before what is covered, and that before what is not.
    private func rank(of item: Case) -> String {
        let first = "the most urgent that fits you"
        guard item.isUncovered else {
            return item.entitlement == nil || item.severity.isCritical
                ? first : "the most urgent covered one that fits you"
        }
        return item.severity.isCritical
            ? "\(first), critical before covered" : "\(first), as none that is covered does"
    }

    /// What the store did; nil when nothing was taken.
    public var outcome: OperationOutcome? {
        guard case .taken(_, _, let outcome) = self else { return nil }
        return outcome
    }
}

extension NoNextCase {
    fileprivate func words(_ time: (Timestamp) -> String) -> String {
        guard seen > 0 else { return "There is no open case that nobody answers for." }
        var shifts: [Timestamp?] = []
        var groups: [(words: String, names: [String], count: Int)] = [
            ("for", [], 0), ("about products you are not known to know:", [], 0), ("in", [], 0), ("with", [], 0),
        ]
        for (obstacle, count) in obstacles {
            let (group, name): (Int, String)
            switch obstacle {
            case .role(let role): (group, name) = (0, "another role (\(role))")
            case .product(let product): (group, name) = (1, product)
            case .language(let language): (group, name) = (2, language)
            case .center(let center): (group, name) = (3, center)
            case .shift(let until):
                shifts.append(until)
                continue
            }
            groups[group].names.append(name)
            groups[group].count += count
        }
        var parts = groups.filter { $0.count > 0 }.map { group in
            let names = group.names.sorted()
            let more = names.count > 2 ? " and others" : ""
            return "\(grouped(group.count)) \(group.count == 1 ? "is" : "are") \(group.words) "
                + names.prefix(2).joined(separator: ", ") + more
        }
        if let until = shifts.compactMap({ $0 }).min() {
            parts.append("you are off shift until \(time(until))")
        } else if !shifts.isEmpty {
            parts.append("you are off shift")
        }
        if refused > 0 { parts.append("the rules let nobody take \(grouped(refused))") }
        if lost > 0 { parts.append("others were faster with \(grouped(lost))") }
        let cases = seen == 1 ? "The one case that nobody answers for does not fit" : "None of \(grouped(seen)) fits"
        return "\(cases) you: \(parts.joined(separator: "; ")). Take one all the same from the queue Unassigned."
    }
}
