import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import EmbeddedFiles
import SettingsText
import TerminalUI

extension Shell {
    /// How long an import that was stopped may take to leave everything as it was, in milliseconds.
    private static var patience: Int32 { 1000 }

    /// ``load(_:_:)`` until a signal asks the program to end: then nothing of the file at hand is imported.
    func loadUnlessStopped(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectForm(call)
        let stop = SignalStop()
        let result = try waitingUnlessInterrupted(patience: { stop.stop() ? Shell.patience : nil }) {
            () async -> Result<ExitCode, Failure> in
            let result: Result<ExitCode, Failure>
            do throws(Failure) {
                result = .success(try await load(call, stop))
            } catch {
                result = .failure(error)
            }
            await opened.closeAll()
            return result
        }
        guard let result else {
            // It still waits for its input. A store that was made for it and holds nothing goes away again.
            if stop.files == 0 { opened.removeMade() }
            throw stopped(stop)
        }
        return try result.get()
    }

    private func stopped(_ stop: SignalStop) -> Failure {
        guard stop.files > 0 else { return Failure(.stopped) }
        let files = stop.files == 1 ? "1 file was" : "\(stop.files) files were"
        return Failure(.interrupted, "Stopped; \(files) imported before, and nothing of the others.")
    }

    /// `import FILE… --preset NAME | --map FILE [--as-of DATE] [--keep-going]`, `import STORE-FILE`, `--list-presets`, `--guess FILE`.
    func load(_ call: CommandCall, _ stop: SignalStop) async throws(Failure) -> ExitCode {
        if call.has(.listPresets) { return try listPresets(call) }
        if let file = call.options[.guess] { return try await guess(file) }
        guard !call.words.isEmpty else { throw .usage("import needs a file. Usage: \(usage(call))") }
        try refuseWhenReadOnly()
        if let file = try wholeStore(call, stop) {
            try refuse([.asOf, .keepGoing], of: call, "for a whole store, which is taken as it is or not at all")
            return try await importStore(file, stop)
        }
        let map = try await map(call)
        if !map.hasTimes {
            try refuse([.asOf], of: call, "for \(map.source): it names no column that says when a row is of")
        }
        if case .holidays(let map) = map {
            try refuse([.keepGoing], of: call, "for holidays, which are only printed")
            return try await holidays(call.words, map)
        }
        var run = ImportRun(self, map, stop)
        run.asOf = try day(call)
        run.keepGoing = call.has(.keepGoing)
        await run.take(call.words)
        let isCut = stop.isStopped && run.codes.count < call.words.count
        if !isCut || stop.files > 0 { try report(run) }
        if isCut { throw stopped(stop) }
        return ExitCode.of(run.codes)
    }

    /// Stops at options that would do nothing, so that nobody trusts in them.
    private func refuse(_ options: [CallOption], of call: CommandCall, _ why: String) throws(Failure) {
        guard let useless = options.first(where: { call.has($0) }) else { return }
        throw .usage("--\(useless.rawValue) does nothing \(why).")
    }

    private func map(_ call: CommandCall) async throws(Failure) -> TableMap {
        if let own = RowMap.ownNames.first(where: { $0.name == call.options[.preset] }), !call.has(.map) {
            return .rows(.own(own.kind))
        }
        let (bytes, name) = try mapFile(call)
        let words = try await wordsForImport()
        do throws(ImportError) {
            let (map, warnings) = try TableMap.read(bytes: bytes, named: name, words) { HostZones.zone(named: $0) }
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

    /// The words that imported cases are told in: those of the store, or of the one that would be made.
    func wordsForImport() async throws(Failure) -> Vocabulary {
        guard BoundedFile.exists(settings.store.value) else { return Vocabulary(try policyInForce()) }
        do throws(Failure) {
            return try await policies(try await openForReading()).words
        } catch {
            // A store that cannot be used is told once, when something is to be written into it.
            return Vocabulary(try policyInForce())
        }
    }

    /// The map's bytes and its name for messages.
    private func mapFile(_ call: CommandCall) throws(Failure) -> ([UInt8], String) {
        switch (call.options[.preset], call.options[.map]) {
        case (let name?, nil):
            guard let bytes = EmbeddedFiles.preset(name) else {
                let near = closest(to: name, in: presets).map { " Did you mean \($0)?" } ?? ""
                throw Failure(.notFound, "There is no preset \(name).\(near) See: caseload import --list-presets.")
            }
            return (bytes, name)
        case (nil, let path?):
            try refuseStoreFile(path)
            do throws(FileProblem) {
                return (try BoundedFile.bytes(path, limit: SettingsFile.byteLimit), path)
            } catch {
                throw Failure(error)
            }
        default: throw .usage("import needs either --preset NAME or --map FILE. Usage: \(usage(call))")
        }
    }

    /// Stops before a file of the store is opened by anything but SQLite.
    func refuseStoreFile(_ path: String) throws(Failure) {
        guard StoreFiles(of: settings.store.value).contain(path) else { return }
        throw Failure(.failed, "\(path) belongs to the store itself, so it was not opened.")
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
        try printer.write(presets.map { .object([.init("name", .string($0))]) })
        try printer.finish()
        return .done
    }

    /// Those for other systems, and those that read back what this program writes.
    private var presets: [String] { EmbeddedFiles.presetNames + RowMap.ownNames.map(\.name) }
}
