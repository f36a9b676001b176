extension Schema {
    /// What customers and their people are listed and counted by, however many there are.
    static let rosters = [
        "CREATE INDEX accounts_by_parent ON accounts(parent, folded)",
        "DROP INDEX contacts_by_account",
        "CREATE INDEX contacts_by_account ON contacts(account, active, folded)",
        // With the address in it a text is looked for without the rows.
        "CREATE INDEX contacts_by_standing ON contacts(active, folded, id, email_folded)",
        "CREATE INDEX open_by_account ON cases(open, account, severity, severity_code) WHERE open = 1",
    ]

    /// The further field by which some kinds of records are found.
    static let marks = [
        "ALTER TABLE records ADD COLUMN mark TEXT",
        "UPDATE records SET mark = \(TextFunction.mark)(kind, body)",
        "CREATE INDEX records_by_mark ON records(kind, mark) WHERE mark IS NOT NULL",
    ]

    /// What comes due by the second clock, as `open_by_due` tells of the first.
    static let dueTimes = ["CREATE INDEX open_by_follow ON cases(open, follow_due) WHERE open = 1"]

    /// The cases that repeat one: few do, so that the index is small.
    static let originals = ["CREATE INDEX cases_by_original ON cases(duplicate_of) WHERE duplicate_of IS NOT NULL"]

    /// What comes due by the first clock within a time: the order of `open_by_due` has no range of its own.
    static let responseTimes = ["CREATE INDEX open_by_response ON cases(open, response_due) WHERE open = 1"]

    /// The cases that were put off: few are, so that the index is small.
    static let wakes = [
        "CREATE INDEX cases_by_wake ON cases(open, snoozed_until) WHERE snoozed_until IS NOT NULL"
    ]

    /// The cases that somebody commanded as a critical situation, by what became of their severity.
    static let commanders = ["CREATE INDEX commanded_by_severity ON cases(severity) WHERE manager IS NOT NULL"]
}
