public import CaseModel

extension Demo {
    /// Loads the whole centre into a store: one transaction.
    ///
    /// - Parameter progress: called with the number of records so far.
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
        if !batch.isEmpty { _ = try await store.load(batch) }
        progress(count)
        try await store.finishLoad()
    }
}
