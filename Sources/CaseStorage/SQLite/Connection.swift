internal import CSQLite
import CaseModel

/// One connection to a store file; at home on one thread.
final class Connection {
    enum Access {
        /// To look, whatever the file's mode says.
        case look
        /// To look, but able to mend the log after a crash.
        case read
        /// To change.
        case write
    }

    let handle: OpaquePointer
    let log = LogLength()
    /// Where policies come from that the store has not, and the host's zones.
    let supply: PolicySupply
    /// The policies that were read, and the number of the newest.
    var book: (number: Int64, policies: PolicyBook)?
    private var isOpen = true
    private var statements: [String: Statement] = [:]

    init(path: String, _ access: Access, _ supply: PolicySupply) throws(StoreError) {
        self.supply = supply
        var made: OpaquePointer?
        let mode = access == .look ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let code = sqlite3_open_v2(
            path, &made, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let made else {
            let error = StoreError.sqlite(code, made)
            sqlite3_close_v2(made)
            throw error
        }
        handle = made
        // No connection writes the log back unasked: only under the write lock is that safe.
        _ = caseload_configure(made, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        _ = caseload_configure(made, SQLITE_DBCONFIG_DEFENSIVE, 1)
        _ = caseload_configure(made, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        sqlite3_busy_timeout(made, 2000)
        TextFunction.add(to: made)
    }

    deinit { close() }

    /// Closes at once, whoever still holds on to it; nothing works afterwards.
    func close() {
        guard isOpen else { return }
        isOpen = false
        statements = [:]
        sqlite3_close_v2(handle)
    }

    /// Whether its last question failed because a change that was cut short must be taken back by who may write.
    var awaitsRecovery: Bool {
        // SQLITE_READONLY_RECOVERY, of a log, and SQLITE_READONLY_ROLLBACK, of a journal; macros that Swift does not see.
        let codes = [1, 3].map { SQLITE_READONLY | ($0 << 8) }
        return codes.contains(sqlite3_extended_errcode(handle))
    }

    /// Sets how this connection works; before its first question.
    func settle(_ access: Access) throws(StoreError) {
        var settings = [
            "foreign_keys=ON", "cell_size_check=ON", "mmap_size=0", "temp_store=FILE", "wal_autocheckpoint=0",
        ]
        if access == .write {
            settings += ["synchronous=FULL", "secure_delete=ON", "journal_size_limit=16777216", "cache_size=-16000"]
        } else {
            settings += ["query_only=ON", "cache_size=-8000"]
        }
        for setting in settings { try run("PRAGMA \(setting)") }
        if access == .write { watchLog() }
    }

    /// A statement for this text, kept for the next time.
    private func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql], !known.isBusy { return known }
        if statements.count >= 160 { statements = [:] }
        let made = try Statement(sql, on: handle)
        statements[sql] = made
        return made
    }

    /// Does something that answers no rows, or none that matter.
    func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
    }

    /// Reads rows one by one, until `body` answers false.
    func each(
        _ sql: String, _ values: [SQLValue] = [], table: String, _ body: (Row) throws(StoreError) -> Bool
    ) throws(StoreError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        let row = Row(statement, table: table)
        while try statement.step() {
            guard try body(row) else { return }
        }
    }

    /// All rows of a question.
    func all<T>(
        _ sql: String, _ values: [SQLValue] = [], table: String, _ read: (Row) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        var result: [T] = []
        try each(sql, values, table: table) { (row) throws(StoreError) in
            result.append(try read(row))
            return true
        }
        return result
    }

    /// The first row of a question.
    func first<T>(
        _ sql: String, _ values: [SQLValue] = [], table: String, _ read: (Row) throws(StoreError) -> T
    ) throws(StoreError) -> T? {
        var result: T?
        try each(sql, values, table: table) { (row) throws(StoreError) in
            result = try read(row)
            return false
        }
        return result
    }

    /// The number that a question answers.
    func number(_ sql: String, _ values: [SQLValue] = [], table: String = "store") throws(StoreError) -> Int64 {
        try first(sql, values, table: table) { (row) throws(StoreError) in try row.integer(0) } ?? 0
    }

    /// The number of rows the last change touched.
    var changed: Int { Int(sqlite3_changes(handle)) }
}
