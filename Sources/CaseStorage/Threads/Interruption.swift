internal import CSQLite
import Synchronization

/// Whether a question is no longer wanted; looked at by SQLite while it works.
final class Interruption: Sendable {
    private let wanted = Atomic(true)

    func stop() { wanted.store(false, ordering: .relaxed) }

    var isStopped: Bool { !wanted.load(ordering: .relaxed) }
}

extension Connection {
    /// Runs a question that stops when it is no longer wanted.
    func stoppable<T, E: Error>(_ interruption: Interruption, _ body: () throws(E) -> T) throws(E) -> T {
        let context = Unmanaged.passUnretained(interruption).toOpaque()
        sqlite3_progress_handler(
            handle, 2000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isStopped ? 1 : 0
            }, context)
        defer { sqlite3_progress_handler(handle, 0, nil, nil) }
        return try body()
    }
}
