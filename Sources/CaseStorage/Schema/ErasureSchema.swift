extension Schema {
    /// Who was erased by which act; while the act is not named, texts of events may be replaced, and nothing else of
    /// them ever.
    static let erasures =
        [
            """
            CREATE TABLE erasures(
                number INTEGER PRIMARY KEY, contact INTEGER NOT NULL REFERENCES contacts(id), op INTEGER) STRICT
            """,
            """
            CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures
            WHEN OLD.op IS NOT NULL OR NEW.contact IS NOT OLD.contact
            BEGIN SELECT RAISE(ABORT, 'erasures are never changed'); END
            """,
            """
            CREATE TRIGGER erasures_remain BEFORE DELETE ON erasures
            BEGIN SELECT RAISE(ABORT, 'erasures are never removed'); END
            """,
        ]
        + staying(
            "events",
            ["case_id", "seq", "at", "recorded_at", "agent", "login", "action", "op", "refers_to", "remarks"])
        + staying(
            "record_events",
            ["kind", "number", "seq", "at", "recorded_at", "agent", "actor", "login", "op"])

    /// The trigger that keeps events of a table from being changed, with the one way past it.
    private static func staying(_ table: String, _ columns: [String]) -> [String] {
        let fixed = columns.map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR ")
        return [
            "DROP TRIGGER \(table)_stay",
            """
            CREATE TRIGGER \(table)_stay BEFORE UPDATE ON \(table)
            WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE op IS NULL) OR \(fixed)
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
            """,
        ]
    }
}
