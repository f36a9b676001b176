import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import Glibc
import TerminalUI

extension Shell {
    /// `backup FILE`: a whole copy while people work.
    func backup(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let path = try oneWord(call, "the name of the copy")
        guard !BoundedFile.exists(path) else {
            throw Failure(.failed, "There is something at \(path) already; it was left as it is.")
        }
        let store = try await open(.readOnly)
        do throws(StoreError) {
            if options.dryRun {
                try await store.expectBackup(by: claim)
                try expectFolder(of: path)
            } else {
                try await store.backup(to: path, by: claim)
            }
        } catch {
            throw Failure(error)
        }
        try printDone(
            "copied the store to \(path).", .init("store", .string(store.path)), .init("backup", .string(path)))
        return .done
    }

    /// Makes sure that a file could be made at a path, as far as that shows without making it.
    func expectFolder(of path: String) throws(StoreError) {
        let folder = Places.folder(of: path)
        do throws(FileProblem) {
            try PrivateFile.expectFolder(folder)
            guard BoundedFile.exists(folder) else { throw .system(folder, ENOENT) }
        } catch .system(_, let number) {
            throw .unavailable("the folder \(folder) cannot be reached: \(FileProblem.words(number))")
        } catch {
            throw .unavailable("the folder \(folder) cannot be reached")
        }
    }

    /// `restore FILE`: puts a backup in the store's place and keeps the old file beside it.
    func restore(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let backup = try oneWord(call, "the name of the backup")
        try refuseWhenReadOnly()
        let path = settings.store.value
        guard BoundedFile.exists(backup) else { throw Failure(.notFound, "There is no file \(backup).") }
        try refuseStoreFile(backup)
        do throws(StoreError) {
            try await SQLiteCaseStore.checkRestore(over: path, by: claim)
        } catch {
            throw Failure(error)
        }
        if !options.dryRun { try confirm("Put \(backup) in the place of \(path)? The old file is kept beside it.") }
        let report = options.dryRun ? try await rehearseRestore(backup, path) : try await restore(backup, path)
        try printDone(
            "put the backup \(backup) in the place of \(path).", .init("store", .string(path)),
            .init("backup", .string(backup)), .init("kept", JSON(report.kept)))
        if let kept = report.kept, !wantsJSON {
            try data.line("The store before it is kept as \(Shown(detail: kept)).")
        }
        if let remark = report.remark {
            try data.flush()
            try say(Shown(detail: "Of the old file, \(remark)."))
        }
        return .done
    }

    private func restore(_ backup: String, _ path: String) async throws(Failure) -> RestoreReport {
        do throws(StoreError) {
            return try await SQLiteCaseStore.restore(from: backup, over: path, by: claim, at: clock.now, supply)
        } catch {
            throw Failure(error)
        }
    }

    /// Restores into a folder beside the store and takes it away again.
    private func rehearseRestore(_ backup: String, _ path: String) async throws(Failure) -> RestoreReport {
        let folder: String
        do throws(FileProblem) {
            folder = try PrivateFile.makeTemporaryFolder(in: Places.folder(of: path))
        } catch {
            throw Failure(.failed, error.description)
        }
        defer { PrivateFile.removeFolder(folder) }
        _ = try await restore(backup, folder + "/cases.db")
        do throws(StoreError) {
            try SQLiteCaseStore.checkReplaceable(path: path)
        } catch {
            throw Failure(error)
        }
        return RestoreReport()
    }

    /// `verify`: whether what the store keeps agrees with itself.
    func verify(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        try expectStore()
        var report = VerifyReport()
        do throws(StoreError) {
            // The word index can only be checked where it could be written.
            let mode: SQLiteCaseStore.Mode =
                options.readOnly || access(settings.store.value, W_OK) != 0 ? .readOnly : .readWrite
            report = try await openStore(mode).verify()
        } catch {
            guard case .damaged(let why) = error else { throw Failure(error) }
            report.faults = ["The file cannot be read to its end: \(why)."]
        }
        if wantsJSON {
            try printJSON(
                .object([
                    .init("cases", .number(Int64(report.cases))), .init("events", .number(Int64(report.events))),
                    .init("records", .number(Int64(report.records))),
                    .init("faults", .array(report.faults.map(JSON.string))),
                    .init("remarks", .array(report.remarks.map(JSON.string))),
                ]))
        } else {
            for fault in report.faults { try data.line("FAULT   \(Shown(detail: fault))") }
            for remark in report.remarks { try data.line("remark  \(Shown(detail: remark))") }
            let count = report.faults.count
            let found: Shown = count == 0 ? "All is well" : count == 1 ? "1 fault" : "\(count) faults"
            let looked = "\(report.cases) cases, \(report.events) events and \(report.records) records"
            try data.line("\(found): \(Shown(detail: looked)) looked at.")
            if count > 0 {
                try data.flush()
                try say("Keep a copy of the file as it is, then put a backup in its place: caseload restore FILE.")
            }
        }
        return report.faults.isEmpty ? .done : .storeUnusable
    }

    /// Asks before something is replaced; without a terminal, or with `--no-input`, only `--yes` goes on.
    func confirm(_ question: String) throws(Failure) {
        if options.yes { return }
        guard inputIsTerminal, !options.noInput else {
            throw .usage("\(question) Say so with --yes.")
        }
        try notes.bytes(Array("\(Shown(detail: question).text) [y/N] ".utf8))
        try notes.flush()
        let answer = readLine() ?? ""
        guard ["y", "yes"].contains(answer.lowercased()) else {
            throw Failure(.interrupted, "Nothing was changed.")
        }
    }
}
