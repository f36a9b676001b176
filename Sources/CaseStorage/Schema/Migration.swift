import CaseModel

/// A step from one format of the file to the next; steps are never changed once a release has them, only added.
struct Migration {
    /// The format the file has after the step.
    let format: Int
    /// What to do, in order.
    let statements: [String]

    /// All steps, from an empty file to the newest format.
    static let all = [
        Migration(format: 1, statements: Schema.people + Schema.cases + Schema.journal),
        Migration(format: 2, statements: Schema.search),
        Migration(format: 3, statements: Schema.orders),
        Migration(format: 4, statements: Schema.coveringOrders),
        Migration(format: 5, statements: Schema.beginnings + Schema.news),
        Migration(format: 6, statements: Schema.peopleParts + Schema.records),
        Migration(format: 7, statements: Schema.policies + Schema.caseRules),
        Migration(format: 8, statements: Schema.agentPlaces),
        Migration(format: 9, statements: Schema.attachments + Schema.erasures),
        Migration(format: 10, statements: Schema.loadedRows),
        Migration(format: 11, statements: Schema.coveredBy),
        Migration(format: 12, statements: Schema.dueOrders),
        Migration(format: 13, statements: Schema.rosters + Schema.marks + Schema.dueTimes),
        Migration(format: 14, statements: Schema.originals),
        Migration(format: 15, statements: Schema.responseTimes),
        Migration(format: 17, statements: Schema.commanders),
        Migration(format: 18, statements: Schema.edits),
        Migration(format: 19, statements: Schema.pickedOrders),
        Migration(format: 20, statements: Schema.wakes),
        Migration(format: 21, statements: Schema.licenseHosts),
        Migration(format: 22, statements: Schema.amends),
    ]

    /// The format since which a store has policies.
    static let firstWithPolicies = 7

    /// The newest format.
    static let newest = all.last?.format ?? 0
}

/// What makes a file a case file.
enum FileMark {
    /// "CSLD", in the place where SQLite files name their program.
    static let application: Int64 = 0x4353_4C44
}

extension Connection {
    /// The format of the file; an error when it is no case file, or a newer one than this program knows.
    func checkedFormat() throws(StoreError) -> Int {
        let application = try number("PRAGMA application_id")
        let format = Int(try number("PRAGMA user_version"))
        guard application == FileMark.application else {
            let tables = try number("SELECT count(*) FROM sqlite_schema")
            let what = tables == 0 ? "it is empty" : "it is another program's SQLite file"
            throw .notACaseFile(what)
        }
        guard format <= Migration.newest else { throw .newerFormat(found: format, known: Migration.newest) }
        guard format >= 0 else { throw .damaged("the format is \(format)") }
        return format
    }

    /// Brings the file to a format, the newest if no other is named; in a transaction that the caller holds, so that it
    /// is all or nothing.
    func migrate(from format: Int, to last: Int = Migration.newest) throws(StoreError) {
        for migration in Migration.all where migration.format > format && migration.format <= last {
            for statement in migration.statements { try run(statement) }
            try run("PRAGMA user_version = \(migration.format)")
        }
    }
}
