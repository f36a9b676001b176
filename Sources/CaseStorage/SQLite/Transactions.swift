internal import CSQLite
import CaseModel

/// How long the log of a store is.
final class LogLength {
    /// Pages in it after the last change; few again once it was written back whole.
    var pages: Int32 = 0
}

extension Connection {
    /// Drops what the transaction did, when one is open.
    func rollBack() {
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }

    /// Drops what was done since a step of the transaction began, and the step.
    func rollBack(to step: String) {
        // A failure that ended the transaction took the step with it.
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        sqlite3_exec(handle, "ROLLBACK TO \(step); RELEASE \(step)", nil, nil, nil)
    }

    /// Whether the last failure was one of the disk, after which nothing more may be written and called saved.
    var diskFailed: Bool { sqlite3_extended_errcode(handle) & 0xff == SQLITE_IOERR }

    /// Whether changes are written to a log.
    func usesLog() throws(StoreError) -> Bool {
        try first("PRAGMA journal_mode", table: "store") { (row) throws(StoreError) in try row.text(0) } == "wal"
    }

    /// Makes the log the way changes are written; only with the write lock held.
    func useLog() throws(StoreError) {
        let mode = try first("PRAGMA journal_mode=WAL", table: "store") { (row) throws(StoreError) in try row.text(0) }
        guard mode == "wal" else { throw .unavailable("its file system cannot share memory between processes") }
    }

    /// Writes the log back into the file, as far as nobody reads from it; only with the write lock held.
    ///
    /// - Returns: whether all of it was written back.
    @discardableResult
    func writeBack(emptying: Bool) -> Bool {
        let mode = emptying ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        sqlite3_busy_timeout(handle, 0)
        // Whatever is not written back now stays safe in the log until the next time.
        let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
        sqlite3_busy_timeout(handle, 2000)
        return code == SQLITE_OK
    }

    /// Learns how long the log is whenever something is saved.
    func watchLog() {
        let context = Unmanaged.passUnretained(log).toOpaque()
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                if let context { Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue().pages = pages }
                return SQLITE_OK
            }, context)
    }

    /// Lets the last connection of all take the log away when it closes; only with the write lock held.
    func tidyOnClose() {
        _ = caseload_configure(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    }
}
