/// The tables of a store.
///
/// Times are seconds since 1970 in UTC; `folded` columns hold what names are compared by.
enum Schema {
    static let people = [
        """
        CREATE TABLE agents(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,
            duties TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT
        """,
        """
        CREATE TABLE agent_logins(
            login TEXT NOT NULL, agent INTEGER NOT NULL REFERENCES agents(id),
            PRIMARY KEY (login, agent)) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE queues(id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE accounts(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, organization TEXT, country TEXT,
            parent INTEGER REFERENCES accounts(id)) STRICT
        """,
        """
        CREATE TABLE contacts(
            id INTEGER PRIMARY KEY, account INTEGER REFERENCES accounts(id), name TEXT NOT NULL,
            folded TEXT NOT NULL, email TEXT, email_folded TEXT, phone TEXT, language TEXT) STRICT
        """,
        "CREATE INDEX contacts_by_name ON contacts(folded, account)",
    ]

    static let cases = [
        """
        CREATE TABLE cases(
            id INTEGER PRIMARY KEY, external_id TEXT, external_folded TEXT,
            subject TEXT NOT NULL, subject_folded TEXT NOT NULL, type TEXT NOT NULL,
            status TEXT NOT NULL, status_rank INTEGER NOT NULL, open INTEGER NOT NULL CHECK (open IN (0, 1)),
            severity INTEGER NOT NULL, requested_severity INTEGER NOT NULL,
            account INTEGER REFERENCES accounts(id), contact INTEGER REFERENCES contacts(id),
            partner INTEGER REFERENCES accounts(id), product TEXT, product_folded TEXT, channel TEXT,
            queue INTEGER REFERENCES queues(id), owner INTEGER REFERENCES agents(id),
            opened_at INTEGER NOT NULL, first_response_at INTEGER, updated_at INTEGER NOT NULL, closed_at INTEGER,
            closure_reason TEXT, duplicate_of INTEGER, snoozed_until INTEGER,
            tags TEXT, watchers TEXT, version INTEGER NOT NULL, description TEXT NOT NULL) STRICT
        """,
        """
        CREATE TABLE tags(
            case_id INTEGER NOT NULL REFERENCES cases(id), tag TEXT NOT NULL, folded TEXT NOT NULL,
            PRIMARY KEY (case_id, tag)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX tags_by_name ON tags(folded, case_id)",
        """
        CREATE TABLE watchers(
            case_id INTEGER NOT NULL REFERENCES cases(id), agent INTEGER NOT NULL REFERENCES agents(id),
            PRIMARY KEY (case_id, agent)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX watchers_by_agent ON watchers(agent, case_id)",
        "CREATE TABLE extra_names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT",
        // `folded` is null where it would only repeat the value.
        """
        CREATE TABLE extras(
            case_id INTEGER NOT NULL REFERENCES cases(id), name INTEGER NOT NULL REFERENCES extra_names(id),
            value TEXT NOT NULL, folded TEXT, PRIMARY KEY (case_id, name)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE items(
            case_id INTEGER NOT NULL REFERENCES cases(id), ordinal INTEGER NOT NULL, kind TEXT NOT NULL,
            text TEXT NOT NULL, asked_at INTEGER NOT NULL, due_at INTEGER, state TEXT NOT NULL, settled_at INTEGER,
            PRIMARY KEY (case_id, ordinal)) STRICT, WITHOUT ROWID
        """,
    ]

    static let journal = [
        """
        CREATE TABLE operations(
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
            agent INTEGER REFERENCES agents(id), actor TEXT NOT NULL, login TEXT NOT NULL,
            at INTEGER NOT NULL, recorded_at INTEGER, words TEXT NOT NULL, touched TEXT NOT NULL,
            refers_to TEXT, standing INTEGER NOT NULL, outcome TEXT NOT NULL) STRICT
        """,
        "CREATE INDEX operations_by_agent ON operations(agent, standing, number) WHERE kind IN ('edit', 'log')",
        // `op` is the journal's number. No foreign key says so: events are written first, and then SQLite would look
        // for them through the whole table when their act follows. The audit checks it.
        """
        CREATE TABLE events(
            case_id INTEGER NOT NULL REFERENCES cases(id), seq INTEGER NOT NULL, at INTEGER NOT NULL,
            recorded_at INTEGER, agent INTEGER, actor TEXT NOT NULL, login TEXT NOT NULL, action TEXT NOT NULL,
            changes TEXT NOT NULL, body TEXT,
            op INTEGER NOT NULL, refers_to INTEGER,
            PRIMARY KEY (case_id, seq)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
        """,
        """
        CREATE TRIGGER events_remain BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END
        """,
        """
        CREATE TABLE loads(
            source TEXT NOT NULL, key TEXT NOT NULL, case_id INTEGER NOT NULL REFERENCES cases(id),
            entries INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (source, key)) STRICT, WITHOUT ROWID
        """,
    ]

    /// What can be taken back: edits alone, so that however many cases an agent logged are not walked through.
    static let edits = [
        "DROP INDEX operations_by_agent",
        "CREATE INDEX edits_by_agent ON operations(agent, standing, number) WHERE kind = 'edit'",
    ]

    /// Acts on records can be taken back as well.
    static let amends = [
        "DROP INDEX edits_by_agent",
        "CREATE INDEX turns_by_agent ON operations(agent, standing, number) WHERE kind IN ('edit', 'amend')",
    ]

    /// What a load knows of the beginnings of a history: eight hexadecimal digits each.
    static let beginnings = ["ALTER TABLE loads ADD COLUMN beginnings TEXT NOT NULL DEFAULT ''"]

    /// The time of the newest event was once that of the last one, which a row of another system may have moved back.
    static let news = [
        """
        UPDATE cases SET updated_at = (SELECT max(at) FROM events WHERE case_id = cases.id)
        WHERE updated_at < (SELECT max(at) FROM events WHERE case_id = cases.id)
        """
    ]

    /// Words as the model splits and folds them, so that the index need only cut at blanks.
    static let search = [
        """
        CREATE VIRTUAL TABLE search USING fts5(
            subject, description, notes, external, contact, tokenize = 'ascii', prefix = '2 3')
        """
    ]

    /// What lists are sorted and counted by; open cases have their own, so that closed ones never slow them down.
    static let orders = [
        "CREATE INDEX open_by_severity ON cases(severity, opened_at) WHERE open = 1",
        "CREATE INDEX open_by_queue ON cases(queue, severity, opened_at) WHERE open = 1",
        "CREATE INDEX open_by_owner ON cases(owner, severity, opened_at) WHERE open = 1",
        "CREATE INDEX open_by_age ON cases(opened_at) WHERE open = 1",
        "CREATE INDEX open_by_news ON cases(updated_at) WHERE open = 1",
        "CREATE INDEX cases_by_severity ON cases(severity, opened_at)",
        "CREATE INDEX cases_by_age ON cases(opened_at)",
        "CREATE INDEX cases_by_news ON cases(updated_at)",
        "CREATE INDEX cases_by_status ON cases(status, closed_at)",
        "CREATE INDEX cases_by_external ON cases(external_id)",
        "CREATE INDEX cases_by_contact ON cases(contact)",
        "CREATE INDEX cases_by_account ON cases(account)",
    ]

    /// The orders of open cases with the mark itself in front, and one by status.
    ///
    /// Without the mark SQLite 3.40 reads the row of every open case to count them, though a condition on the mark is
    /// what let it choose the index; without an index that has the status it does so for each queue of one status. In
    /// front, the mark leaves the case's number the last part of the order, so that nothing has to be sorted.
    static let coveringOrders =
        ["severity", "queue", "owner", "age", "news"].map { "DROP INDEX open_by_\($0)" }
        + [
            ("severity", "severity, opened_at"), ("queue", "queue, severity, opened_at"),
            ("owner", "owner, severity, opened_at"), ("age", "opened_at"), ("news", "updated_at"),
            ("status", "status, severity, opened_at"),
        ].map { name, columns in "CREATE INDEX open_by_\(name) ON cases(open, \(columns)) WHERE open = 1" }
}
