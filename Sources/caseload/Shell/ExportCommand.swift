import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `export cases|events|accounts|contacts|agents|KIND [QUERY] --format csv|json|jsonl [--raw]`, `export store [FILE]`.
    func export(_ call: CommandCall) async throws(Failure) -> ExitCode {
        if call.words.first == "store" { return try await exportStore(call) }
        let what = call.words.first ?? ""
        let kind = RowKind.all.first { [$0.code, "\($0.code)s"].contains(what) }
        guard kind != nil || ["cases", "events"].contains(what) else {
            let kinds = ["cases", "events", "store"] + RowKind.all.map { "\($0.code)s" }
            throw .usage("export needs one of \(kinds.joined(separator: ", ")). Usage: \(usage(call))")
        }
        let format = try format(call)
        let raw = call.has(.raw)
        // JSON is whole and harmless at once, with or without --raw.
        guard !raw || format != .csv || !data.isTerminal else {
            throw .usage("--raw is for files and other programs: caseload export … --raw > FILE.")
        }
        // What would change nothing is refused, so that nobody trusts in it.
        if let useless = [CallOption.account, .sort].first(where: { call.has($0) && ($0 == .sort) == (kind != nil) }) {
            throw .usage("--\(useless.rawValue) does nothing for \(what). Usage: \(usage(call))")
        }
        if let kind { return try await export(kind, call, format) }
        let sort = try sort(call)
        let store = try await openForReading()
        let context = try await context(store)
        let query = try query(Array(call.words.dropFirst()), context.words)
        try await sayUnknownNames(in: query, store)
        let exporter = Exporter(store, format: format, csv: CSVWriter(raw: raw) { $0.shownWithLines })
        let take: ([UInt8]) throws(Failure) -> Void = { [data] bytes throws(Failure) in try data.bytes(bytes) }
        do throws(ExportFailure<Failure>) {
            if what == "cases" {
                _ = try await exporter.cases(query, sort: sort, context, to: take)
            } else {
                _ = try await exporter.events(query, sort: sort, context, to: take)
            }
        } catch {
            throw Failure(error)
        }
        return .done
    }

    private func export(_ kind: RowKind, _ call: CommandCall, _ format: ExportFormat) async throws(Failure) -> ExitCode
    {
        let text = call.words.dropFirst().joined(separator: " ")
        let store = try await openForReading()
        var account: AccountID?
        if let name = call.options[.account] { account = try await self.account(name, store).id }
        let exporter = Exporter(store, format: format, csv: CSVWriter(raw: call.has(.raw)) { $0.shownWithLines })
        do throws(ExportFailure<Failure>) {
            _ = try await exporter.rows(kind, text: text, of: account) { [data] bytes throws(Failure) in
                try data.bytes(bytes)
            }
        } catch {
            throw Failure(error)
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

extension Failure {
    /// Why data did not leave.
    init(_ error: ExportFailure<Failure>) {
        switch error {
        case .store(let error): self.init(error)
        case .taker(let failure): self = failure
        }
    }
}

extension String {
    /// The text as it may be shown, its line breaks kept.
    fileprivate var shownWithLines: String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        return Shown.lines(self).map(\.text).joined(separator: "\n")
    }
}
