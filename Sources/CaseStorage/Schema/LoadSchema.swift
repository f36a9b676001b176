extension Schema {
    /// Which row of another system's table became what, and what it said last: by it a row is found again, and what a
    /// person changed since is seen.
    static let loadedRows = [
        """
        CREATE TABLE loaded_rows(
            source TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (source, kind, key)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX loaded_rows_by_number ON loaded_rows(kind, number, source)",
    ]
}
