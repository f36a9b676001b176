import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import Synchronization
import TerminalUI

extension Shell {
    /// `export store [FILE]`: everything the store holds, without loss.
    func exportStore(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard call.words.count < 3, !call.has(.raw), !call.has(.sort) else {
            throw .usage("export store takes the name of a file, or none. Usage: \(usage(call))")
        }
        let format = call.options[.format]?.lowercased() ?? ExportFormat.jsonl.rawValue
        guard format == ExportFormat.jsonl.rawValue, options.form != .csv else {
            throw .usage("A whole store is exported as jsonl, since a table of it would lose something.")
        }
        guard call.words.count == 2 else {
            guard !wantsJSON || options.form == .jsonl else {
                throw .usage("A whole store is exported as jsonl. Leave --json out, or name a file for it.")
            }
            _ = try await writeStore { [data] bytes throws(Failure) in try data.bytes(bytes) }
            return .done
        }
        let path = call.words[1]
        guard !BoundedFile.exists(path) else {
            throw Failure(.failed, "There is something at \(path) already; it was left as it is.")
        }
        let rows = options.dryRun ? try await rehearseExport(path) : try await exportStore(to: path)
        try printDone(
            "wrote the whole store to \(path): \(rows) rows.", .init("file", .string(path)),
            .init("rows", .number(rows)))
        return .done
    }

    private func exportStore(to path: String) async throws(Failure) -> Int64 {
        let file: NewFile
        do throws(FileProblem) { file = try NewFile(path) } catch { throw Failure(.failed, error.description) }
        let rows = try await writeStore { bytes throws(Failure) in try file.write(bytes) }
        try file.keep()
        return rows
    }

    private func rehearseExport(_ path: String) async throws(Failure) -> Int64 {
        do throws(StoreError) { try expectFolder(of: path) } catch { throw Failure(error) }
        return try await writeStore { _ throws(Failure) in }
    }

    /// Hands every line over, and answers how many rows there were.
    private func writeStore(_ take: @escaping @Sendable ([UInt8]) throws(Failure) -> Void) async throws(Failure)
        -> Int64
    {
        let store = try await open(.readOnly)
        let writer = Mutex(StoreFileWriter())
        let problem: Failure?
        try take(writer.withLock { $0.head(format: SQLiteCaseStore.format) })
        do throws(StoreError) {
            problem = try await store.everyRow(by: claim) { row throws(Failure) in
                try take(writer.withLock { $0.row(row) })
            }
        } catch {
            throw Failure(error)
        }
        if let problem { throw problem }
        try take(writer.withLock { $0.end() })
        return writer.withLock { $0.rows }
    }

    /// The file of a whole store that an import names; nil when it names a map, or another kind of file.
    func wholeStore(_ call: CommandCall, _ stop: SignalStop) throws(Failure) -> StoreFile? {
        guard call.options[.preset] == nil, call.options[.map] == nil, call.words.count == 1,
            call.words[0] == "-" || BoundedFile.exists(call.words[0])
        else { return nil }
        try refuseStoreFile(call.words[0])
        do throws(ImportError) {
            var file = try StoreFile(opening: call.words[0])
            file?.stop = stop
            return file
        } catch {
            throw Failure(error)
        }
    }

    /// `import STORE-FILE`: makes the store that was exported, in the place of none or of an empty one.
    func importStore(_ file: sending StoreFile, _ stop: SignalStop) async throws(Failure) -> ExitCode {
        let path = settings.store.value
        let isThere = BoundedFile.exists(path)
        if isThere {
            // One of an older format is brought up first, and what is no store is named.
            await (try await open(options.dryRun ? .readOnly : .readWrite)).close()
        } else {
            try expectPlace(for: path)
            if !options.dryRun { try makeFolder(for: path) }
        }
        let report: VerifyReport
        do throws(ImportError) {
            report = try await SQLiteCaseStore.make(at: path, from: file, by: claim, rehearses: options.dryRun, supply)
            stop.end(isTaken: true)
        } catch {
            stop.end(isTaken: false)
            // The lock it needed goes away again, unless somebody made a store there meanwhile.
            if !isThere, !BoundedFile.exists(path) { StoreFiles(of: path).remove() }
            throw Failure(error)
        }
        if !isThere, options.dryRun, !BoundedFile.exists(path) { StoreFiles(of: path).remove() }
        try printDone(
            "imported a whole store to \(path): \(report.cases) cases, \(report.events) events and "
                + "\(report.records) records.",
            .init("store", .string(path)), .init("cases", .number(Int64(report.cases))),
            .init("events", .number(Int64(report.events))), .init("records", .number(Int64(report.records))))
        return .done
    }
}
