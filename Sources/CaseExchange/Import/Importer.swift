public import CaseModel

/// Takes a table into a store as its map says: all of it or nothing.
///
/// The file is read twice: once to check every row and to learn which rows belong together, while others work on; then,
/// inside one transaction of the store, to hand over the histories.
public struct Importer: Sendable {
    /// How columns become fields.
    public let map: TableMap
    /// The file, as the person named it; `-` for standard input.
    public let file: String
    /// Rows on or after this day, in the map's zone, are left out.
    public var asOf: CivilDay?
    /// Broken rows are left out and the others taken; otherwise one broken row stops the whole file.
    public var keepGoing = false
    /// Who may stop it.
    public var stop: (any ImportStop)?

    /// How many entries are handed over at a time.
    private static let batch = 2000

    /// An import of one file.
    public init(_ map: TableMap, file: String) {
        self.map = map
        self.file = file
    }

    /// An import of one file of cases.
    public init(_ map: ImportMap, file: String) {
        self.init(.cases(map), file: file)
    }

    /// Reads and checks the whole file; no store is needed yet.
    ///
    /// - Parameter progress: called now and then, between the reading.
    public func check(_ progress: (ImportProgress) -> Void = { _ in }) throws(ImportError) -> CheckedFile {
        let text = try TextFile(opening: file, map.layout, wanted: map.columns)
        var check = FileCheck(text, map, asOf: asOf, stop)
        try check.run(progress)
        var summary = check.summary
        summary.isTaken = keepGoing || summary.rejected == 0
        return CheckedFile(text: text, bound: check.bound, index: check.index, summary: summary)
    }

    /// Loads what a check found sound; `header.source` is replaced by the map's.
    ///
    /// - Parameter progress: called now and then, between the writing.
    public func load(
        _ checked: CheckedFile, into store: any CaseStore, _ header: LoadHeader,
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> ImportSummary {
        var summary = checked.summary
        guard checked.hasRecords, let bound = checked.bound else { return summary }
        var header = header
        header.source = map.source
        header.adds = map.adds
        let counts = try await load(checked, bound, into: store, header, progress)
        summary.rejected += counts.rejected
        summary.isTaken = keepGoing || counts.rejected == 0
        if summary.isTaken {
            summary.created = counts.created
            summary.updated = counts.updated
            summary.unchanged = counts.unchanged
            for conflict in counts.conflicts { summary.add(try checked.problem(conflict)) }
        }
        for problem in counts.problems { summary.add(try checked.problem(problem)) }
        summary.furtherProblems += counts.furtherProblems
        return summary
    }

    private func load(
        _ checked: CheckedFile, _ bound: BoundTable, into store: any CaseStore, _ header: LoadHeader,
        _ progress: (ImportProgress) -> Void
    ) async throws(ImportError) -> LoadCounts {
        var counts = LoadCounts()
        let text = checked.text
        do throws(StoreError) { try await store.beginLoad(header) } catch { throw .store(error) }
        do throws(ImportError) {
            var source = bound.source(text, checked.index)
            while let batch = try source.next(Importer.batch) {
                counts = try await hand(batch, to: store)
                progress(source.progress)
                guard stop?.isStopped != true else { throw .stopped }
            }
            guard !text.source.hasChanged else { throw .changed(text.source.name) }
        } catch {
            await store.abandonLoad()
            throw error
        }
        // All or nothing: a row that the store cannot take stops the file like one that cannot be read.
        guard keepGoing || counts.rejected == 0 else {
            await store.abandonLoad()
            return counts
        }
        guard stop?.beginEnd() != false else {
            await store.abandonLoad()
            throw .stopped
        }
        do throws(StoreError) {
            try await store.finishLoad()
        } catch {
            stop?.end(isTaken: false)
            throw .store(error)
        }
        stop?.end(isTaken: true)
        return counts
    }

    private func hand(_ batch: [LoadRecord], to store: any CaseStore) async throws(ImportError) -> LoadCounts {
        do throws(StoreError) {
            return try await store.load(batch)
        } catch {
            throw .store(error)
        }
    }
}
