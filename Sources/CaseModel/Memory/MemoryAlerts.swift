// Watching a store in memory.

extension MemoryCaseStore {
    /// What alerts are to be raised, which are over, and which stand.
    public func alerts(_ asked: AlertWatch) async throws(StoreError) -> AlertRound {
        var watch = asked
        watch.lastAct = cases.diary.acts.last { $0.kind != .load && $0.at <= watch.now - AlertWatch.memory }?.at
        let open = cases.cases.values.map(\.item).filter(\.status.isOpen)
        let changed = open.filter { $0.updatedAt > watch.since }.map { ($0.id, $0.version) }
        let due = open.filter { item in
            [item.response, item.followUp].contains { clock in
                clock.phase == .running && clock.due.map { watch.since < $0 && $0 <= watch.until } ?? false
            }
        }
        var round = try cases.round(
            watch, changed: Dictionary(changed, uniquingKeysWith: { $1 }), due: due.map(\.id))
        round.standing = try cases.standingAlerts().map { alert in
            let item = alert.item("case").flatMap { cases.cases[$0]?.item }
            return StandingAlert(alert, item: item.map { CaseSummary($0, names: cases.names(of: $0, [])) })
        }
        return round
    }
}
