import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `export cases|events [QUERY] --format csv|json|jsonl [--raw]`.
    func export(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard let what = call.words.first, ["cases", "events"].contains(what) else {
            throw .usage("export needs cases or events. Usage: \(usage(call))")
        }
        let query = try query(Array(call.words.dropFirst()))
        let sort = try sort(call)
        let format = try format(call)
        let raw = call.has(.raw)
        let store = try await openForReading()
        let context = await context(store)
        let exporter = CaseExporter(store, format: format, raw: raw)
        // Commas on a person's terminal are filtered like everything else there; raw is for files and pipes.
        let filters = data.isTerminal && format == .csv
        if filters, raw { throw .usage("--raw is for files and other programs: caseload export … --raw > FILE.") }
        let take: ([UInt8]) throws(Failure) -> Void = { [data] bytes throws(Failure) in
            guard filters else { return try data.bytes(bytes) }
            for line in Shown.lines(String(decoding: bytes, as: UTF8.self)) { try data.line(line) }
        }
        do throws(ExportFailure<Failure>) {
            if what == "cases" {
                _ = try await exporter.cases(query, sort: sort, context, to: take)
            } else {
                _ = try await exporter.events(query, sort: sort, context, to: take)
            }
        } catch {
            switch error {
            case .store(let error): throw Failure(error)
            case .taker(let failure): throw failure
            }
        }
        return .done
    }

    private func format(_ call: CommandCall) throws(Failure) -> ExportFormat {
        guard let word = call.options[.format] else {
            switch options.form {
            case .csv: return .csv
            case .json: return .json
            case .jsonl: return .jsonl
            case .table, .plain, nil: throw .usage("export needs --format csv, json or jsonl.")
            }
        }
        guard let format = ExportFormat(rawValue: word.lowercased()) else {
            throw .usage("--format is csv, json or jsonl, not \(word).")
        }
        guard options.form == nil || options.form?.rawValue == format.rawValue else {
            throw .usage("--format \(word) and --\(options.form?.rawValue ?? "") cannot both be given.")
        }
        return format
    }
}
