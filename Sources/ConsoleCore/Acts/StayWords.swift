import CaseModel

extension ConsoleState {
    /// Why a case that somebody took stands where it stood, and the key that moves it on; nil where it moved by itself.
    ///
    /// Where cover or caller are still in question, the policy has taking change the owner alone (domain 12).
    func stayWords(_ outcome: OperationOutcome, at status: Status?) -> String? {
        guard let status, status.role == .start || status.role == .doubtful,
            let policy = session?.policies.inForce, outcome.edits.count == 1,
            case .done(_, _, let events, _)? = outcome.edits.first,
            events.contains(where: { $0.action == .taken || $0.action == .assigned }),
            !events.contains(where: { $0.changes.contains { $0.field == .status } })
        else { return nil }
        let rows = policy.lifeCycle.transitions.filter { policy.allows($0, from: status.code) && !$0.when.onlyCritical }
        let ways = desk.directory.words.statuses(after: status).filter { other in
            !other.isFinal && other.role != .refused && rows.contains { $0.to == .status(other.code) }
        }
        guard let key = keyboard.notations(for: .status, in: keyContext).first, let way = ways.first else { return nil }
        let kind = policy.lifeCycle.statuses.first { $0.code == status.code }
        let meaning = kind?.meaning.map { ": \($0)" } ?? ""
        let rule = obstacle(events, on: outcome, in: rows.filter { $0.to == .status(way.code) }, policy)
        let next = rule.map { " once \($0)" } ?? ""
        return "It stays “\(status.words)”\(meaning). \(key) on it makes it “\(way.words)”\(next)."
    }

    /// What has to be so before the rows let the case on, as far as it is flagged for not being so; nil for nothing.
    private func obstacle(
        _ events: [CaseEvent], on outcome: OperationOutcome, in rows: [Policy.Transition], _ policy: Policy
    ) -> String? {
        guard case .done(let id, _, _, _)? = outcome.edits.first else { return nil }
        let changed = events.last { $0.changes.contains { $0.field == .flags } }
        let told = changed?.changes.last { $0.field == .flags }?.new?.split(separator: " ").map(String.init)
        let flags = changed == nil ? caseInFull(id)?.item.flags ?? [] : told ?? []
        let wanted = rows.flatMap(\.requirements).filter { $0.strength != .warn }.map(\.condition)
        let says = policy.lifeCycle.conditions.filter { flags.contains($0.code) && wanted.contains($0.code) }.map(
            \.says)
        return says.isEmpty ? nil : says.joined(separator: " and ")
    }
}
