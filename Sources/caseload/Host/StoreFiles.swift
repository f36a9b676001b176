import Glibc

/// The files that make up a store, which nothing but SQLite may open: closing any descriptor on one of them would drop
/// the locks that this process holds on the store.
struct StoreFiles: Sendable {
    private let paths: [String]

    /// What stands behind the path of a store, or may.
    static let endings = ["", "-wal", "-shm", "-lock"]

    /// The files of the store at a path.
    init(of store: String) {
        paths = StoreFiles.endings.map { store + $0 }
    }

    /// Whether a path leads to one of them, by whatever name; found out without opening it.
    func contain(_ path: String) -> Bool {
        guard let file = mark(path) else { return false }
        return paths.contains { other in
            guard let mark = mark(other) else { return false }
            return mark == file
        }
    }

    /// Removes all of them; only when no connection has them open.
    func remove() {
        for path in paths { PrivateFile.remove(path) }
    }

    /// The store as it stands now, so that no other is taken for it later; nil when none is there.
    var made: Made? { mark(paths[0]).map { Made(files: self, mark: $0) } }

    /// The files of one store, told from others at the same path.
    struct Made: Sendable {
        fileprivate let files: StoreFiles
        fileprivate let mark: [UInt64]

        /// Removes them, unless another store stands there now.
        func remove() {
            guard files.mark(files.paths[0]) == mark else { return }
            files.remove()
        }
    }

    private func mark(_ path: String) -> [UInt64]? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return [UInt64(facts.st_dev), UInt64(facts.st_ino)]
    }
}
