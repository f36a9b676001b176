public import CaseModel

/// A believable support centre, made up from a seed: the same seed and time give the same records.
///
/// Records come one at a time, so that memory does not grow with the number of cases.
public struct Demo: Sequence, IteratorProtocol, Sendable {
    /// A centre with so many cases.
    ///
    /// - Parameters:
    ///   - now: the end of its history.
    ///   - me: the name and login of the agent who looks at it and owns some of the cases.
    public init(seed: UInt64, cases: Int, now: Timestamp, me: (name: String, login: String)) {}

    /// The next record to load.
    public mutating func next() -> LoadRecord? { nil }

    /// Loads the whole centre into a store: one transaction.
    ///
    /// - Parameter progress: called with the number of cases so far.
    public func load(
        into store: any CaseStore, _ header: LoadHeader, progress: (Int) -> Void = { _ in }
    ) async throws(StoreError) {
        try await store.beginLoad(header)
        var batch: [LoadRecord] = []
        var count = 0
        for record in self {
            batch.append(record)
            count += 1
            if batch.count == 500 {
                _ = try await store.load(batch)
                batch.removeAll(keepingCapacity: true)
                progress(count)
            }
        }
        _ = try await store.load(batch)
        try await store.finishLoad()
    }
}
