import CaseModel

extension Schema {
    /// What customers and their people have had since there are records.
    static let peopleParts = [
        "ALTER TABLE accounts ADD COLUMN region TEXT",
        "ALTER TABLE contacts ADD COLUMN roles TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE contacts ADD COLUMN portal_type TEXT",
        "ALTER TABLE contacts ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))",
        "CREATE INDEX contacts_by_account ON contacts(account)",
    ]

    /// What agents know, where and when they work.
    static let agentPlaces =
        [
            "expertise TEXT", "products TEXT NOT NULL DEFAULT ''", "center TEXT", "shift TEXT", "tier INTEGER",
            "role TEXT",
        ]
        .map { "ALTER TABLE agents ADD COLUMN \($0)" }
        + ["ALTER TABLE agents ADD COLUMN languages TEXT NOT NULL DEFAULT ''"]

    /// Records of every kind in one table; `body` holds their values, the other columns repeat what they are found by.
    static let records = [
        """
        CREATE TABLE records(
            kind TEXT NOT NULL, number INTEGER NOT NULL, account INTEGER REFERENCES accounts(id), title TEXT NOT NULL,
            ends TEXT, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, number)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX records_by_account ON records(kind, account)",
        "CREATE INDEX records_by_end ON records(kind, ends)",
        "CREATE INDEX records_by_title ON records(kind, title)",
        """
        CREATE TABLE record_events(
            kind TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
            recorded_at INTEGER, agent INTEGER, actor TEXT NOT NULL, login TEXT NOT NULL, changes TEXT NOT NULL,
            body TEXT, op INTEGER NOT NULL, PRIMARY KEY (kind, number, seq),
            FOREIGN KEY (kind, number) REFERENCES records(kind, number)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX record_events_by_act ON record_events(op)",
        """
        CREATE TRIGGER record_events_stay BEFORE UPDATE ON record_events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
        """,
        """
        CREATE TRIGGER record_events_remain BEFORE DELETE ON record_events
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END
        """,
        """
        CREATE TRIGGER records_remain BEFORE DELETE ON records
        BEGIN SELECT RAISE(ABORT, 'records are ended, never removed'); END
        """,
    ]

    /// Which host has something of which licence; it repeats what the records say.
    static let licenseHosts = [
        """
        CREATE TABLE license_hosts(
            host TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (host, number)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX hosts_by_license ON license_hosts(number, host)",
        """
        WITH RECURSIVE parts(number, host, rest) AS (
            SELECT number, NULL, \(TextFunction.hosts)(body) FROM records WHERE kind = '\(RecordKind.license.code)'
            UNION ALL SELECT number, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
                FROM parts WHERE rest <> '')
        INSERT INTO license_hosts SELECT host, number FROM parts WHERE host IS NOT NULL
        """,
    ]
}
