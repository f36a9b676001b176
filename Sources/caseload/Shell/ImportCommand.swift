import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import EmbeddedFiles
import SettingsText
import TerminalUI

extension Shell {
    /// `import FILE… --preset NAME | --map FILE [--as-of DATE] [--keep-going]`, `--list-presets`, `--guess FILE`.
    func load(_ call: CommandCall) async throws(Failure) -> ExitCode {
        if call.has(.listPresets) { return try listPresets(call) }
        if let file = call.options[.guess] { return try guess(file) }
        guard !call.words.isEmpty else { throw .usage("import needs a file. Usage: \(usage(call))") }
        let map = try map(call)
        let day = try day(call)
        try refuseWhenReadOnly()
        let store = try await openForLoading()
        var sum = ImportSummary()
        var codes: [ExitCode] = []
        for file in call.words {
            var importer = Importer(map, file: file)
            importer.asOf = day
            importer.keepGoing = call.has(.keepGoing)
            let summary = try await load(importer, into: store)
            sum.add(summary)
            codes.append(summary.code)
        }
        try report(sum)
        return ExitCode.of(codes)
    }

    private func load(_ importer: Importer, into store: any CaseStore) async throws(Failure) -> ImportSummary {
        let header = LoadHeader(
            source: importer.map.source, claim: claim, at: clock.now, recordedAt: clock.recordedAt,
            operation: OperationID.random(), dryRun: options.dryRun)
        let meter = ProgressMeter(importer.file, notes)
        do throws(ImportError) {
            let summary = try await importer.run(into: store, header) { meter.show($0) }
            meter.clear()
            return summary
        } catch {
            meter.clear()
            throw Failure(error)
        }
    }

    /// The store of an import: made when there is none, since an import into nothing is a way to begin.
    private func openForLoading() async throws(Failure) -> any CaseStore {
        let path = settings.store.value
        if BoundedFile.exists(path) { return try await open(.readWrite) }
        // A rehearsal leaves no file behind, so the store it needs lives in memory.
        if options.dryRun { return MemoryCaseStore(keeper: claim, keeperName: keeperName) }
        return opened.keep(try await create(at: path))
    }

    private func map(_ call: CommandCall) throws(Failure) -> ImportMap {
        let (bytes, name) = try mapFile(call)
        do throws(ImportError) {
            let (map, warnings) = try ImportMap.read(bytes: bytes, named: name) { HostZones.zone(named: $0) }
            do throws(Failure) {
                for warning in warnings { try notes.line(Shown(detail: warning.description)) }
            } catch {
                return map
            }
            return map
        } catch {
            throw Failure(error)
        }
    }

    /// The map's bytes and its name for messages.
    private func mapFile(_ call: CommandCall) throws(Failure) -> ([UInt8], String) {
        switch (call.options[.preset], call.options[.map]) {
        case (let name?, nil):
            guard let bytes = EmbeddedFiles.preset(name) else {
                let near = closest(to: name, in: EmbeddedFiles.presetNames).map { " Did you mean \($0)?" } ?? ""
                throw Failure(.notFound, "There is no preset \(name).\(near) See: caseload import --list-presets.")
            }
            return (bytes, name)
        case (nil, let path?):
            do throws(FileProblem) {
                return (try BoundedFile.bytes(path, limit: SettingsFile.byteLimit), path)
            } catch {
                if case .missing = error { throw Failure(.notFound, error.description) }
                throw Failure(.failed, error.description)
            }
        default: throw .usage("import needs either --preset NAME or --map FILE. Usage: \(usage(call))")
        }
    }

    private func day(_ call: CommandCall) throws(Failure) -> CivilDay? {
        guard let text = call.options[.asOf] else { return nil }
        guard text.utf8.count == 10, let local = LocalTime(iso: text) else {
            throw .usage("--as-of needs a day, like 2026-03-09, not \(text).")
        }
        return local.day
    }

    private func listPresets(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectNoWords(call)
        var printer = try RecordPrinter([Column("name", "Preset")], self)
        try printer.write(EmbeddedFiles.presetNames.map { .object([.init("name", .string($0))]) })
        try printer.finish()
        return .done
    }
}
