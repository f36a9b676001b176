public import CaseModel

/// Takes a table into a store as its map says: all of it or nothing.
///
/// The file is read twice: once to check every row and to learn which rows belong together, while others work on; then,
/// inside one transaction of the store, to hand over the histories.
public struct Importer: Sendable {
    /// How columns become fields.
    public let map: ImportMap
    /// The file, as the person named it; `-` for standard input.
    public let file: String
    /// Rows on or after this day, in the map's zone, are left out.
    public var asOf: CivilDay?
    /// Broken rows are left out and the others taken; otherwise one broken row stops the whole file.
    public var keepGoing = false

    /// An import of one file.
    public init(_ map: ImportMap, file: String) {
        self.map = map
        self.file = file
    }

    /// Checks the file and loads it; `header.source` is replaced by the map's.
    ///
    /// - Parameter progress: called now and then from the same thread.
    public func run(
        into store: any CaseStore, _ header: LoadHeader, progress: (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> ImportSummary {
        throw .file(file, "importing comes soon")
    }
}
