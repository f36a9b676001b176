public import CaseModel
import Glibc

/// What became of a restore.
public struct RestoreReport: Equatable, Sendable {
    /// The name under which the old file is kept; nil when there was none.
    public var kept: String?
    /// What of the old file's owner, group and mode the new one could not be given, in words; nil when nothing.
    public var remark: String?

    /// A restore over nothing.
    public init() {}
}

extension SQLiteCaseStore {
    /// Puts a backup in a store's place with the old file's owner, group and mode, and keeps the old file beside it.
    ///
    /// Refuses while anybody has the store open, when the backup is not a sound case file, and when the store that is
    /// there names no keeper behind the claim (reliability 5.2); one that is damaged may be replaced by whoever may
    /// write it.
    public static func restore(
        from backup: String, over path: String, by claim: Claim, at now: Timestamp, _ supply: PolicySupply
    ) async throws(StoreError) -> RestoreReport {
        guard TemporaryFolder.chosen else { throw .unavailable("there is no private folder for temporary files") }
        let source = try StorePath(backup, forBackup: true)
        let target = try StorePath(path)
        let errand = try StoreErrand()
        return try await errand.run { () throws(StoreError) in
            try source.checkSound(supply)
            return try target.replace("\(claim.login) restores a backup", keepsOld: "-before-\(now.compact)") {
                () throws(StoreError) in
                try target.checkRight(claim)
            } filling: { (new, mode) throws(StoreError) in
                try new.copy(of: source.path, mode: mode)
            }
        }
    }

    /// Makes sure the claimant may restore over a path, without changing anything.
    public static func checkRestore(over path: String, by claim: Claim) async throws(StoreError) {
        let target = try StorePath(path)
        let errand = try StoreErrand()
        try await errand.run { () throws(StoreError) in try target.checkRight(claim) }
    }
}

extension StorePath {
    /// Makes sure a backup is a case file without a fault.
    fileprivate func checkSound(_ supply: PolicySupply) throws(StoreError) {
        try checkFile()
        let connection = try Connection(path: path, .look, supply)
        let format = try connection.checkedFormat()
        guard format == Migration.newest else {
            // The rows of older formats look otherwise; the file as such must be whole.
            let words = try connection.first("PRAGMA integrity_check(1)", table: "file") { (row) throws(StoreError) in
                try row.text(0)
            }
            guard words == "ok" else { throw .damaged(words ?? "it cannot be checked") }
            return
        }
        var audit = try CaseAudit(connection)
        try audit.run()
        if let fault = audit.report.faults.first { throw .damaged("the backup has a fault: \(fault)") }
    }

    /// Makes sure the claimant keeps the store that is here; who may write one that is damaged may replace it.
    fileprivate func checkRight(_ claim: Claim) throws(StoreError) {
        switch kind {
        case .nothing: return
        case .other(let what): throw .notACaseFile(what)
        case .file: break
        }
        do throws(StoreError) {
            let connection = try Connection(path: path, .look, .none)
            do throws(StoreError) {
                _ = try connection.checkedFormat()
            } catch {
                // Its agents may be read all the same.
                guard case .newerFormat = error else { throw error }
            }
            try connection.authorise(claim, .restore)
        } catch {
            switch error {
            case .damaged, .notACaseFile:
                guard access(path, R_OK | W_OK) == 0 else { throw .system("\(path) may not be replaced") }
            default: throw error
            }
        }
    }

    /// Puts a new file in this one's place, with the old one's owner, group and mode; there is a store at the path at
    /// every moment.
    ///
    /// - Parameters:
    ///   - what: who does what, for those who wait.
    ///   - ending: what follows the name under which the old file is kept; nil drops it.
    ///   - check: whether it may be done, asked when nobody else can use the store.
    ///   - fill: writes the new file with a mode: nobody else may read it before it has the rights of the old one.
    func replace(
        _ what: String, keepsOld ending: String?, rehearses: Bool = false, after check: () throws(StoreError) -> Void,
        filling fill: (StorePath, mode_t) throws(StoreError) -> Void
    ) throws(StoreError) -> RestoreReport {
        let lock = try WriteLock(self)
        guard lock.claimAlone() else { throw .locked("it is open in another process, or another window") }
        try lock.take(what)
        defer { lock.release() }
        try check()
        var report = RestoreReport()
        let new = StorePath(beside: self, ".restoring")
        // What an attempt that was cut short left behind.
        new.remove()
        let old = rights
        do throws(StoreError) {
            try fill(new, old == nil ? 0o660 : 0o600)
            guard !rehearses else {
                new.remove()
                return report
            }
            if let old { report.remark = try new.take(old) }
            try new.settle()
        } catch {
            new.remove()
            throw error
        }
        if old != nil {
            writeBackLog()
            if let ending {
                let name = freeName(ending)
                guard link(path, name) == 0 else { throw .system("the old file cannot be kept as \(name)") }
                report.kept = name
                for side in ["-wal", "-shm"] { rename(path + side, name + side) }
            } else {
                for side in ["-wal", "-shm"] { unlink(path + side) }
            }
        }
        guard rename(new.path, path) == 0 else {
            let problem = StoreError.system("the new file cannot be put in place")
            // The old one stays what it was, and nothing else stays.
            new.remove()
            if let name = report.kept {
                for side in ["-wal", "-shm"] { rename(name + side, path + side) }
                unlink(name)
            }
            throw problem
        }
        try settle()
        return report
    }

    /// Removes a new file that came to nothing, and what SQLite keeps beside it meanwhile.
    private func remove() {
        guard case .file = kind else { return }
        for name in [path, path + "-journal"] { unlink(name) }
    }

    private init(beside other: StorePath, _ ending: String) {
        path = other.path + ending
    }

    /// Brings the old log into the old file, so that it is kept whole; a damaged file is kept with its log beside it.
    private func writeBackLog() {
        // A file that cannot be opened is kept as it is: the restore is for just that case.
        guard let connection = try? Connection(path: path, .write, .none) else { return }
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

extension Connection {
    /// Stops whoever may not do an act to the store as a whole, whatever else of it can be read.
    func authorise(_ claim: Claim, _ act: Act) throws(StoreError) {
        let candidates = try agents(withLogin: claim.login)
        try refusing { () throws(Refusal) in
            try CaseModel.authorise(try whoActs(claim, among: candidates), act, .store)
        }
    }
}
