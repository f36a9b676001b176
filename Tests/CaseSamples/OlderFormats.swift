/// What takes back what a format brought, so that a test has a store as an older program wrote it.
public enum OlderFormats {
    /// Takes formats 13 to 22 back: what customers, their people, some records and duplicates are listed by, what comes
    /// due, what can be taken back, and which host has something of which licence.
    public static let beforeRosters =
        [
            "accounts_by_parent", "contacts_by_account", "contacts_by_standing", "open_by_account", "open_by_follow",
            "cases_by_original", "open_by_response", "commanded_by_severity",
            "turns_by_agent", "cases_by_wake",
        ]
        .map { "DROP INDEX \($0)" }
        + [
            "CREATE INDEX contacts_by_account ON contacts(account)", "DROP INDEX records_by_mark",
            "DROP TABLE license_hosts",
            "ALTER TABLE records DROP COLUMN mark",
            "CREATE INDEX operations_by_agent ON operations(agent, standing, number) WHERE kind IN ('edit', 'log')",
            "DROP INDEX cases_by_status", "CREATE INDEX cases_by_status ON cases(status, closed_at)",
            "DROP INDEX open_by_due",
            """
            CREATE INDEX open_by_due ON cases(
                open, CASE WHEN response_phase IN ('running', 'paused') THEN response_due \
            WHEN follow_phase IN ('running', 'paused') THEN follow_due END, severity, opened_at) WHERE open = 1
            """,
        ]

    /// Takes format 9 back: files of cases, and the way to erase.
    public static let beforeAttachments =
        ["content_parts", "contents", "attached"].map { "DROP TABLE \($0)" }
        + ["events", "record_events"].flatMap { table in
            [
                "DROP TRIGGER \(table)_stay",
                """
                CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table)
                BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
                """,
            ]
        }
        + ["DROP TABLE erasures"]

    /// Takes format 8 back: where and when agents work.
    public static let beforePlaces =
        ["expertise", "products", "center", "shift", "tier", "role", "languages"]
        .map { "ALTER TABLE agents DROP COLUMN \($0)" }

    /// Takes format 7 back, too: policies, and what cases have had since they follow one.
    public static let beforePolicies =
        beforeRosters + beforeAttachments + ["DROP TABLE loaded_rows"] + beforePlaces
        + ["DROP TABLE policies", "ALTER TABLE events DROP COLUMN remarks", "DROP INDEX open_by_due"]
        + ["owner", "queue"].map { "DROP INDEX open_by_\($0)_due" }
        + [
            "severity_code", "requested_code", "plan", "covered_by", "region", "center", "policy", "manager",
            "language", "flags", "given", "response_phase", "response_due", "response_late", "response_target",
            "follow_phase", "follow_due", "follow_late", "follow_target",
        ].map { "ALTER TABLE cases DROP COLUMN \($0)" }

    /// Takes format 6 back, too: records, and what people have had since.
    public static let beforeRecords =
        beforePolicies + ["record_events", "records"].map { "DROP TABLE \($0)" } + ["DROP INDEX contacts_by_account"]
        + ["roles", "portal_type", "active"].map { "ALTER TABLE contacts DROP COLUMN \($0)" }
        + ["ALTER TABLE accounts DROP COLUMN region"]
}
