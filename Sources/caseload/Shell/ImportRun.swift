import CaseExchange
import CaseModel
import CaseStorage
import TerminalUI

/// An import of one file after the other: what went wrong with one is told with the rest and stops no other.
struct ImportRun {
    private let shell: Shell
    private let map: TableMap
    /// Rows on or after this day are left out.
    var asOf: CivilDay?
    /// Broken rows are left out and the others taken.
    var keepGoing = false
    /// Who may stop it.
    let stop: SignalStop
    /// What all files together did.
    private(set) var sum = ImportSummary()
    /// How each file went.
    private(set) var codes: [ExitCode] = []
    private var store: (any CaseStore)?
    private var hasMadeStore = false

    /// What the rows tell of; nil for cases.
    var kind: RowKind? {
        if case .rows(let map) = map { map.kind } else { nil }
    }

    /// An import by a map.
    init(_ shell: Shell, _ map: TableMap, _ stop: SignalStop) {
        self.shell = shell
        self.stop = stop
        self.map = map
    }

    /// Takes files in until all were tried, or the store itself cannot go on.
    mutating func take(_ files: [String]) async {
        for (index, file) in files.enumerated() {
            guard await stops(at: file) else { continue }
            if stop.isStopped { break }
            let left = files.dropFirst(index + 1)
            for other in left { tell(other, "\(other) was not tried, since the store could not go on.") }
            break
        }
        guard hasMadeStore, !codes.contains(where: { $0 == .done || $0 == .partly }) else { return }
        // It was made for this and nothing is in it.
        await shell.opened.closeAll()
        shell.opened.removeMade()
    }

    /// Takes one file in, and answers whether the next ones are not worth trying.
    private mutating func stops(at file: String) async -> Bool {
        var importer = Importer(map, file: file)
        importer.asOf = asOf
        importer.keepGoing = keepGoing
        importer.stop = stop
        let meter = ProgressMeter(file, shell.notes)
        defer { meter.clear() }
        guard !StoreFiles(of: shell.settings.store.value).contain(file) else {
            fail(file, .failed, "\(file) belongs to the store itself, so it is no table to read.")
            return false
        }
        do throws(ImportError) {
            let checked = try importer.check { meter.show($0) }
            guard checked.hasRecords else {
                add(checked.summary)
                return false
            }
            guard let store = await opened(for: file) else { return true }
            add(try await importer.load(checked, into: store, header) { meter.show($0) })
            return false
        } catch .stopped {
            return true
        } catch {
            for problem in error.problems(of: file) { sum.add(problem) }
            codes.append(Failure(error).code)
            if case .store = error { return true }
            return false
        }
    }

    private mutating func add(_ summary: ImportSummary) {
        sum.add(summary)
        codes.append(summary.code)
    }

    private mutating func fail(_ file: String, _ code: ExitCode, _ message: String) {
        tell(file, message)
        codes.append(code)
    }

    private mutating func tell(_ file: String, _ message: String) {
        sum.add(ImportProblem(file: file, line: 0, column: 0, message: message))
    }

    private var header: LoadHeader {
        LoadHeader(
            source: map.source, claim: shell.claim, at: shell.clock.now, recordedAt: shell.clock.recordedAt,
            operation: OperationID.random())
    }

    /// The store: made when there is none, since an import into nothing is a way to begin, but not before there is
    /// something to put into it.
    private mutating func opened(for file: String) async -> (any CaseStore)? {
        if let store { return store }
        let path = shell.settings.store.value
        do throws(Failure) {
            if BoundedFile.exists(path) {
                store = try await shell.openForWriting()
            } else if shell.options.dryRun {
                // A rehearsal leaves no file behind, so the store it needs lives in memory.
                try shell.expectPlace(for: path)
                store = MemoryCaseStore(
                    keeper: shell.claim, keeperName: shell.keeperName,
                    policies: PolicyBook(try shell.policyInForce(), zones: shell.supply.zones))
            } else {
                store = shell.opened.keep(try await shell.create(at: path), madeAt: path)
                hasMadeStore = true
            }
        } catch {
            fail(file, error.code, error.message)
        }
        return store
    }
}
