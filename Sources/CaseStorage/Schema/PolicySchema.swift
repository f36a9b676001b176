extension Schema {
    /// What covers a case by its whole number: a machine under maintenance is no entitlement.
    static let coveredBy = [
        "ALTER TABLE cases ADD COLUMN covered_by TEXT",
        "UPDATE cases SET covered_by = 'EN-' || entitlement WHERE entitlement IS NOT NULL",
        "ALTER TABLE cases DROP COLUMN entitlement",
    ]

    /// The policies of a store, the newest in force; and what cases have since they follow one.
    static let policies = [
        """
        CREATE TABLE policies(
            number INTEGER PRIMARY KEY, mark TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TRIGGER policies_stay BEFORE UPDATE ON policies
        BEGIN SELECT RAISE(ABORT, 'policies are never changed'); END
        """,
        """
        CREATE TRIGGER policies_remain BEFORE DELETE ON policies
        BEGIN SELECT RAISE(ABORT, 'policies are never removed'); END
        """,
        "ALTER TABLE events ADD COLUMN remarks TEXT",
    ]

    /// What cases have had since they follow a policy.
    ///
    /// `severity` is a rank; the code stands beside it where it is another text. Clocks are as the last event left them.
    static let caseRules =
        [
            "severity_code TEXT", "requested_code TEXT", "plan TEXT", "entitlement INTEGER", "region TEXT",
            "center TEXT", "policy TEXT", "manager INTEGER REFERENCES agents(id)", "language TEXT", "flags TEXT",
            "given TEXT", "response_phase TEXT", "response_due INTEGER", "response_late INTEGER",
            "response_target TEXT", "follow_phase TEXT", "follow_due INTEGER", "follow_late INTEGER",
            "follow_target TEXT",
        ].map { "ALTER TABLE cases ADD COLUMN \($0)" }
        + ["CREATE INDEX open_by_due ON cases(open, response_due, severity, opened_at) WHERE open = 1"]

    /// When an answer is due that is owed: ``CaseModel/Case/nextDue`` as an expression, the same for indexes and orders.
    static func nextDue(_ table: String = "") -> String {
        """
        CASE WHEN \(table)response_phase IN ('running', 'paused') THEN \(table)response_due \
        WHEN \(table)follow_phase IN ('running', 'paused') THEN \(table)follow_due END
        """
    }

    /// Orders with what queues pick cases by behind them, so that a case is not read to be passed over.
    ///
    /// That of all open cases has the status, for a queue of one status or of what is worked on; the number comes before
    /// it, so that nothing has to be sorted. That of closed cases has the severity, for the critical situations that ended.
    static let pickedOrders = [
        "DROP INDEX open_by_due",
        "CREATE INDEX open_by_due ON cases(open, \(nextDue()), severity, opened_at, id, status) WHERE open = 1",
        "DROP INDEX cases_by_status", "CREATE INDEX cases_by_status ON cases(status, closed_at, severity)",
    ]

    /// What is owed first of the open cases: of all, of each owner, of each queue.
    static let dueOrders =
        ["DROP INDEX open_by_due"]
        + [("due", ""), ("owner_due", "owner, "), ("queue_due", "queue, ")].map { name, first in
            "CREATE INDEX open_by_\(name) ON cases(open, \(first)\(nextDue()), severity, opened_at) WHERE open = 1"
        }
}
