import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

/// Everything a command of the shell needs: what was typed, who typed it, when, and where the answer goes.
struct Shell: Sendable {
    /// The program's own options.
    private(set) var options: GlobalOptions
    /// The environment.
    let surroundings: Surroundings
    /// Where files live.
    let places: Places
    /// The settings in force.
    private(set) var settings: Settings
    /// The clock.
    let clock: Clock
    /// Who acts.
    let claim: Claim
    /// The display zone.
    let zone: Zone
    /// Standard output.
    private(set) var data: Output
    /// Standard error.
    private(set) var notes: Output
    /// The stores to be closed at the end.
    private(set) var opened = OpenedStores()
    /// The console's wish that it is; nil when somebody typed it in a shell.
    private(set) var console: ConsoleRun?
    /// Who looks for what nobody may sleep through.
    let watcher = AlertWatcher()

    /// Opens the store for reading or writing; a store that is not there is named with what to do.
    func open(_ mode: SQLiteCaseStore.Mode) async throws(Failure) -> SQLiteCaseStore {
        try expectStore()
        do throws(StoreError) {
            return try await openStore(mode)
        } catch {
            throw Failure(error)
        }
    }

    /// Opens the store that is there.
    func openStore(_ mode: SQLiteCaseStore.Mode) async throws(StoreError) -> SQLiteCaseStore {
        let store = opened.keep(try await openBroughtUp(settings.store.value, mode))
        if options.actingAs != nil { try await expectActor(store) }
        return store
    }

    /// Stops where there is no store, and names what would make one there.
    func expectStore() throws(Failure) {
        let path = settings.store.value
        guard !BoundedFile.exists(path) else { return }
        try expectParent(of: path)
        var option = ""
        if case .option = settings.store.by { option = " --store \(path.shellWord)" }
        throw Failure(
            .notFound,
            "There is no store at \(path). Make an empty one with: caseload\(option) init, "
                + "or one of made-up data with: caseload --store \(path.shellWord) demo.")
    }

    /// Stops at a name after `--as` that nobody has, whether or not anything is to be written.
    private func expectActor(_ store: SQLiteCaseStore) async throws(StoreError) {
        do throws(StoreError) {
            _ = try await store.agent(for: claim)
        } catch {
            // What else stands in the way is said by whatever needs the right, or the store.
            guard case .refused(let refusal) = error, refusal.rule == Refusal.unknownActor else { return }
            throw error
        }
    }

    /// Opens a store, and first brings one of an older format up, unless nothing is to be written.
    private func openBroughtUp(
        _ path: String, _ mode: SQLiteCaseStore.Mode
    ) async throws(StoreError) -> SQLiteCaseStore {
        do throws(StoreError) {
            return try await SQLiteCaseStore.open(path: path, mode: mode, supply)
        } catch {
            guard case .olderFormat = error, !options.readOnly, !options.dryRun else { throw error }
            await (try await SQLiteCaseStore.open(path: path, supply)).close()
            return try await SQLiteCaseStore.open(path: path, mode: mode, supply)
        }
    }

    /// Opens the store for looking.
    func openForReading() async throws(Failure) -> any CaseStore {
        try await open(.readOnly)
    }

    /// Opens the store for changing; under `--dry-run` every change is really tried, answered, and dropped at the end.
    func openForWriting() async throws(Failure) -> any CaseStore {
        try refuseWhenReadOnly()
        return try await open(options.dryRun ? .rehearsal : .readWrite)
    }

    /// Stops a writing command under `--read-only`, unless nothing is written anyway.
    func refuseWhenReadOnly() throws(Failure) {
        guard options.readOnly, !options.dryRun else { return }
        throw Failure(.refused, "Nothing is written with --read-only. Leave the option out to change something.")
    }

    /// Who asks and when, for queries; a login that is no agent has no cases of its own.
    func context(_ store: any CaseStore) async throws(Failure) -> QueryContext {
        let words = try await policies(store).words
        return QueryContext(now: clock.now, zone: zone, me: await agent(store)?.id, words: words)
    }

    /// The agent who acts; nil for a login that may only read.
    func agent(_ store: any CaseStore) async -> Agent? {
        do throws(StoreError) {
            return try await store.agent(for: claim)
        } catch {
            return nil
        }
    }

    /// An act to be written, under a name that nobody else made up.
    func operation(_ edits: [CaseEdit] = []) -> Operation {
        Operation(
            id: OperationID.random(), claim: claim, at: clock.now, recordedAt: clock.recordedAt, edits: edits)
    }

    /// The same circumstances with another store.
    func with(store path: String) -> Shell {
        var shell = self
        shell.settings.store = Decided(path)
        return shell
    }

    /// The same circumstances for a command that the console wants done: what it prints stays in memory.
    ///
    /// - Parameter running: how wide its tables may be, whether it is only tried, what the person saw and agreed to.
    func inConsole(_ running: Running) -> Shell {
        var shell = self
        shell.data = Output(linesOf: running.cells)
        shell.notes = Output(linesOf: running.cells)
        shell.opened = OpenedStores()
        shell.console = ConsoleRun(running)
        shell.options.form = nil
        shell.options.columns = nil
        shell.options.headers = true
        shell.options.dryRun = running.tries
        // The console asks, or shows what would be; nothing can be asked on its terminal.
        shell.options.yes = running.isAgreed
        shell.options.noInput = true
        shell.settings.color = Decided(.never)
        return shell
    }

    /// How the console wants it done; nil when somebody typed it in a shell.
    var running: Running? { console?.running }

    /// Whether the console asks: nobody types on standard input then, and nothing is printed to it.
    var isInConsole: Bool { console != nil }

    /// The form in which data is printed: a table for people, tabs for programs, unless an option says otherwise.
    var form: OutputForm { options.form ?? (data.isTerminal ? .table : .plain) }

    /// The attributes of tables.
    var paint: Paint { Paint(settings.color.value, isTerminal: data.isTerminal, term: surroundings["TERM"]) }

    /// Says something beside the data.
    func say(_ text: Shown) throws(Failure) {
        try notes.line(text)
        try notes.flush()
    }
}

extension OperationID {
    /// 128 random bits as hexadecimal digits.
    static func random() -> OperationID {
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<2).map { _ in
            let text = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - text.utf8.count) + text
        }
        return OperationID(digits.joined())
    }
}

extension Shell {
    /// Looks around: environment, settings, clock, person, zone.
    init(_ options: GlobalOptions, _ data: Output, _ notes: Output) throws(Failure) {
        self.options = options
        self.data = data
        self.notes = notes
        surroundings = Surroundings.ofProcess()
        places = Places(surroundings, home: surroundings["HOME"] ?? Identity.home())
        settings = Settings(places: places, surroundings: surroundings, options: options)
        clock = try Clock.chosen(options, surroundings)
        claim = Identity.claim(actingAs: options.actingAs)
        let (zone, problem) = DisplayZone.find(surroundings)
        self.zone = zone
        if let problem {
            settings.problems.append(problem)
            try notes.line(Shown(detail: problem))
        }
    }
}
