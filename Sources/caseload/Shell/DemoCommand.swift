import CaseDemo
import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

extension Shell {
    /// How many cases the demonstration has when nobody says otherwise.
    static var usualDemoCases: Int { 1200 }
    /// The seed of the demonstration when nobody says otherwise.
    static var usualDemoSeed: UInt64 { 1 }
    /// The most cases a demonstration may have.
    static var mostDemoCases: Int { 10_000_000 }

    /// `demo [--cases N] [--seed S] [--no-console]`: made-up data in a store that goes away, or stays with `--store`.
    func demo(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectNoWords(call)
        try refuseWhenReadOnly()
        let cases = try number(call, .cases) ?? Shell.usualDemoCases
        guard cases <= Shell.mostDemoCases else {
            throw .usage("--cases takes at most \(Shell.mostDemoCases), not \(cases).")
        }
        let seed = try seed(call)
        if case .option = settings.store.by { return try keptDemo(call, cases, seed) }
        guard !call.has(.noConsole) else {
            throw .usage("A store that goes away at once is of no use. Name a file to keep: --store FILE.")
        }
        try expectTerminal()
        if options.dryRun {
            try printDone(
                "made \(cases) cases in a store that goes away at the end.", .init("cases", .number(Int64(cases))))
            return .done
        }
        let folder: String
        do throws(FileProblem) {
            folder = try PrivateFile.makeTemporaryFolder(in: places.temporary)
        } catch {
            throw Failure(.failed, error.description)
        }
        defer {
            PrivateFile.removeFolder(folder + "/drafts")
            PrivateFile.removeFolder(folder)
        }
        let shell = with(store: folder + "/demo.db")
        try shell.makeDemo(cases, seed)
        // Drafts of a store that goes away go with it.
        let code = try shell.openConsole(call, named: "demo", drafts: Drafts(folder: folder + "/drafts"))
        try say("The demonstration was thrown away. To keep one: caseload --store FILE demo")
        return code
    }

    private func keptDemo(_ call: CommandCall, _ cases: Int, _ seed: UInt64) throws(Failure) -> ExitCode {
        let path = settings.store.value
        guard !BoundedFile.exists(path) else {
            throw Failure(.failed, "There is something at \(path) already; it was left as it is.")
        }
        if !call.has(.noConsole) { try expectTerminal() }
        if options.dryRun { try expectPlace(for: path) } else { try makeDemo(cases, seed) }
        guard call.has(.noConsole) || options.dryRun else { return try openConsole(call, named: "demo") }
        try printDone(
            "made \(cases) cases in \(path).", .init("store", .string(path)), .init("cases", .number(Int64(cases))))
        return .done
    }

    /// Makes the store and closes it, so that the console opens it like any other.
    private func makeDemo(_ cases: Int, _ seed: UInt64) throws(Failure) {
        let result = try waitingUnlessInterrupted { () async -> Result<Bool, Failure> in
            do throws(Failure) {
                await (try await createDemo(cases: cases, seed: seed)).close()
                return .success(true)
            } catch {
                return .failure(error)
            }
        }
        guard let result else {
            // It was ours and never whole.
            StoreFiles(of: settings.store.value).remove()
            throw Failure(.interrupted, "The demonstration was not finished; nothing of it is left.")
        }
        _ = try result.get()
    }

    /// Makes a store of made-up data; of one that cannot be finished nothing stays.
    func createDemo(cases: Int, seed: UInt64) async throws(Failure) -> SQLiteCaseStore {
        let path = settings.store.value
        let store = try await create(at: path)
        do throws(Failure) {
            try await fill(store, cases: cases, seed: seed)
        } catch {
            await store.close()
            StoreFiles(of: path).remove()
            throw error
        }
        return store
    }

    /// Fills a new store with made-up data; the running login becomes one of its agents.
    private func fill(_ store: SQLiteCaseStore, cases: Int, seed: UInt64) async throws(Failure) {
        let demo = Demo(
            seed: seed, cases: cases, now: clock.now, me: (name: keeperName, login: claim.login),
            policies: try await policies(store))
        let header = LoadHeader(
            source: "demo", claim: claim, at: clock.now, recordedAt: clock.recordedAt,
            operation: OperationID.random())
        let meter = ProgressMeter("Demonstration data", notes)
        defer { meter.clear() }
        do throws(StoreError) {
            try await demo.load(into: store, header) { meter.show("Making data: \($0) records so far") }
        } catch {
            throw Failure(error)
        }
    }

    private func seed(_ call: CommandCall) throws(Failure) -> UInt64 {
        guard let text = call.options[.seed] else { return Shell.usualDemoSeed }
        guard let seed = UInt64(text) else { throw .usage("--seed needs a number, not \(text).") }
        return seed
    }
}
