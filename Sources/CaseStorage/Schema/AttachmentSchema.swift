extension Schema {
    /// Bytes of files, once however often they are attached, in pieces; and where each attachment is found.
    ///
    /// `attached` repeats what the records say.
    static let attachments = [
        "CREATE TABLE contents(digest TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE content_parts(
            digest TEXT NOT NULL REFERENCES contents(digest), part INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (digest, part)) STRICT
        """,
        """
        CREATE TABLE attached(
            number INTEGER PRIMARY KEY, holder TEXT NOT NULL, case_id INTEGER, digest TEXT NOT NULL,
            standing INTEGER NOT NULL CHECK (standing IN (0, 1))) STRICT
        """,
        "CREATE INDEX attached_by_holder ON attached(holder)",
        "CREATE INDEX attached_by_case ON attached(case_id)",
        "CREATE INDEX attached_by_digest ON attached(digest, standing)",
    ]
}
