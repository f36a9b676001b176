public import CaseModel

extension SQLiteCaseStore {
    /// What alerts are to be raised, which are over, and which stand.
    public func alerts(_ asked: AlertWatch) async throws(StoreError) -> AlertRound {
        try await ask(searches) { (connection) throws(StoreError) in
            var watch = asked
            let until = [SQLValue(asked.now - AlertWatch.memory)]
            watch.lastAct = try connection.first(AlertSQL.lastAct, until, table: "operations") {
                (row) throws(StoreError) in
                try row.instant(0)
            }
            let ledger = SQLiteLedger(connection, try connection.policies())
            var changed: [CaseID: Int] = [:]
            try connection.each(AlertSQL.changed, [SQLValue(watch.since)], table: "cases") {
                (row) throws(StoreError) in
                changed[try row.id(0)] = Int(try row.integer(1))
                return true
            }
            var due: [CaseID] = []
            for sql in AlertSQL.due {
                due += try connection.all(sql, [SQLValue(watch.since), SQLValue(watch.until)], table: "cases") {
                    (row) throws(StoreError) in try row.id(0)
                }
            }
            var round = try ledger.round(watch, changed: changed, due: due)
            for alert in try ledger.standingAlerts() {
                let item = try alert.item("case").flatMap { id throws(StoreError) in try connection.summary(id) }
                round.standing.append(StandingAlert(alert, item: item))
            }
            return round
        }
    }
}

/// What finds the cases to look at, each by an index.
enum AlertSQL {
    /// The last act before a day ago; what another system told was done by nobody here.
    static let lastAct = "SELECT at FROM operations WHERE kind <> 'load' AND at <= ? ORDER BY number DESC LIMIT 1"
    static let changed = """
        SELECT id, version FROM cases INDEXED BY open_by_news WHERE open = 1 AND updated_at > ?
        """
    static let due = [("response", "open_by_response"), ("follow", "open_by_follow")].map { clock, index in
        """
        SELECT id FROM cases INDEXED BY \(index) WHERE open = 1 AND \(clock)_due > ? AND \(clock)_due <= ?
            AND \(clock)_phase = '\(ClockState.Phase.running.rawValue)'
        """
    }
}
