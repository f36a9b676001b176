import CaseStorage
import Synchronization

/// The stores that a command opened, so that all of them are closed properly however it ends.
final class OpenedStores: Sendable {
    private let stores = Mutex<[SQLiteCaseStore]>([])
    private let made = Mutex<StoreFiles.Made?>(nil)

    /// Remembers a store that was made here, at a path.
    func keep(_ store: SQLiteCaseStore, madeAt path: String) -> SQLiteCaseStore {
        made.withLock { $0 = StoreFiles(of: path).made }
        return keep(store)
    }

    /// Removes the files of the store that was made here; one that somebody else put in their place stays.
    func removeMade() {
        made.withLock { made in
            made?.remove()
            made = nil
        }
    }

    /// Remembers a store.
    func keep(_ store: SQLiteCaseStore) -> SQLiteCaseStore {
        stores.withLock { $0.append(store) }
        return store
    }

    /// Closes one of them before the others.
    func close(_ store: SQLiteCaseStore) async {
        stores.withLock { $0.removeAll { $0 === store } }
        await store.close()
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
