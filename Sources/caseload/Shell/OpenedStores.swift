import CaseStorage
import Synchronization

/// The stores that a command opened, so that all of them are closed properly however it ends.
final class OpenedStores: Sendable {
    private let stores = Mutex<[SQLiteCaseStore]>([])

    /// Remembers a store.
    func keep(_ store: SQLiteCaseStore) -> SQLiteCaseStore {
        stores.withLock { $0.append(store) }
        return store
    }

    /// Closes every store that was remembered.
    func closeAll() async {
        let all = stores.withLock { stores in
            let all = stores
            stores.removeAll()
            return all
        }
        for store in all { await store.close() }
    }
}
