public import CaseModel

extension Demo {
    /// Loads the whole centre into a store: one transaction.
    ///
    /// - Parameter progress: called with the number of records so far.
    /// - Returns: what the load did; nothing is rejected that a rule would not refuse to people.
    @discardableResult
    public func load(
        into store: any CaseStore, _ header: LoadHeader, progress: (Int) -> Void = { _ in }
    ) async throws(StoreError) -> LoadCounts {
        try await store.beginLoad(header)
        var counts = LoadCounts()
        var batch: [LoadRecord] = []
        var count = 0
        for record in self {
            batch.append(record)
            count += 1
            if batch.count == 500 {
                counts = try await store.load(batch)
                batch.removeAll(keepingCapacity: true)
                progress(count)
            }
        }
        if !batch.isEmpty { counts = try await store.load(batch) }
        progress(count)
        try await store.finishLoad()
        return counts
    }
}
