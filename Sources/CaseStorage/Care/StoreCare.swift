public import CaseModel
import Glibc

extension SQLiteCaseStore {
    /// Checks every promise the store makes.
    public func verify() async throws(StoreError) -> VerifyReport {
        var report = try await ask(searches) { (connection) throws(StoreError) in
            var audit = CaseAudit(connection)
            try audit.run()
            return audit.report
        }
        guard mode == .readWrite, report.faults.isEmpty else { return report }
        do throws(StoreError) {
            // The index checks itself only where it could be written.
            try await writer().change("somebody verifies") { (ledger) throws(StoreError) in
                try ledger.connection.run("INSERT INTO search(search) VALUES ('integrity-check')")
            }
        } catch {
            switch error {
            case .damaged: report.faults.append("The word index does not fit the texts.")
            case .locked(let who): report.remarks.append("The word index was not checked: \(who).")
            default: throw error
            }
        }
        return report
    }

    /// Writes a whole copy of the store while others work; refuses to overwrite anything.
    public func backup(to path: String) async throws(StoreError) {
        let (source, target) = (self.path, try StorePath(path, forBackup: true))
        let errand = try StoreErrand()
        try await errand.run { () throws(StoreError) in try target.copy(of: source, mode: 0o600) }
    }

    /// Puts a backup in a store's place, and keeps the old file beside it.
    ///
    /// Refuses while anybody has the store open, and when the backup is not a sound case file.
    /// - Returns: the name under which the old file is kept; nil when there was none.
    public static func restore(
        from backup: String, over path: String, at now: Timestamp
    ) async throws(StoreError) -> String? {
        guard TemporaryFolder.chosen else { throw .unavailable("there is no private folder for temporary files") }
        let source = try StorePath(backup, forBackup: true)
        let target = try StorePath(path)
        let errand = try StoreErrand()
        return try await errand.run { () throws(StoreError) in
            try source.checkSound()
            return try target.replace(by: source, at: now)
        }
    }
}

extension StorePath {
    /// Writes a copy of a store to this path, as the store was at one moment.
    func copy(of source: String, mode: mode_t) throws(StoreError) {
        try makeFile(mode: mode)
        do throws(StoreError) {
            let connection = try Connection(path: source, .look)
            try connection.run("PRAGMA temp_store=FILE")
            try connection.run("VACUUM INTO ?", [.text(path)])
        } catch {
            unlink(path)
            throw error
        }
        try settle()
    }

    /// Makes sure a backup is a case file without a fault.
    fileprivate func checkSound() throws(StoreError) {
        try checkFile()
        let connection = try Connection(path: path, .look)
        let format = try connection.checkedFormat()
        guard format == Migration.newest else {
            // The rows of older formats look otherwise; the file as such must be whole.
            let words = try connection.first("PRAGMA integrity_check(1)", table: "file") { (row) throws(StoreError) in
                try row.text(0)
            }
            guard words == "ok" else { throw .damaged(words ?? "it cannot be checked") }
            return
        }
        var audit = CaseAudit(connection)
        try audit.run()
        if let fault = audit.report.faults.first { throw .damaged("the backup has a fault: \(fault)") }
    }

    /// Puts a copy of a backup in this file's place; there is a store at the path at every moment.
    fileprivate func replace(by source: StorePath, at now: Timestamp) throws(StoreError) -> String? {
        let lock = try WriteLock(self)
        guard lock.claimAlone() else { throw .locked("it is open in another process, or another window") }
        try lock.take("somebody restores a backup")
        defer { lock.release() }
        let old = kind
        if case .other(let what) = old { throw .notACaseFile(what) }
        let new = StorePath(beside: self, ".restoring")
        // What an attempt that was cut short left behind.
        if case .file = new.kind { unlink(new.path) }
        try new.copy(of: source.path, mode: 0o660)
        var kept: String?
        if old != .nothing {
            writeBackLog()
            let name = freeName("-before-\(now.compact)")
            guard link(path, name) == 0 else { throw .system("the old file cannot be kept as \(name)") }
            kept = name
            for side in ["-wal", "-shm"] { rename(path + side, name + side) }
        }
        guard rename(new.path, path) == 0 else { throw .system("the restored file cannot be put in place") }
        try settle()
        return kept
    }

    private init(beside other: StorePath, _ ending: String) {
        path = other.path + ending
    }

    /// Brings the old log into the old file, so that it is kept whole; a damaged file is kept with its log beside it.
    private func writeBackLog() {
        // A file that cannot be opened is kept as it is: the restore is for just that case.
        guard let connection = try? Connection(path: path, .write) else { return }
        connection.writeBack(emptying: true)
        connection.tidyOnClose()
        connection.close()
    }

    private func freeName(_ ending: String) -> String {
        var name = path + ending
        var number = 2
        while StorePath.kind(of: name) != .nothing {
            name = "\(path)\(ending)-\(number)"
            number += 1
        }
        return name
    }
}

extension Timestamp {
    /// `20260309T133000Z`, for names of files.
    fileprivate var compact: String {
        String(description.filter { $0 != "-" && $0 != ":" })
    }
}
