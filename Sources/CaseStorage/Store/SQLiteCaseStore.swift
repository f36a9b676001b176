public import CaseModel

/// A case store in one SQLite file, for the people of one host.
///
/// One connection writes and two read, each an actor on a thread of its own; a question that runs long never holds up
/// the next page. All errors are ``StoreError``.
public final class SQLiteCaseStore: Sendable {
    /// What a store is opened for.
    public enum Mode: Equatable, Sendable {
        /// To look and to change.
        case readWrite
        /// To look only.
        case readOnly
    }

    /// Opens a store that exists.
    public static func open(path: String, mode: Mode = .readWrite) async throws(StoreError) -> SQLiteCaseStore {
        throw .unavailable("not built")
    }

    /// Makes an empty store, and its keeper an agent with every duty; refuses to overwrite anything.
    ///
    /// - Parameter keeperName: the keeper's name as an agent.
    public static func create(
        path: String, keeper: Claim, keeperName: String, at now: Timestamp
    ) async throws(StoreError) -> SQLiteCaseStore {
        throw .unavailable("not built")
    }

    /// Writes the log back into the file and closes all connections; nothing works afterwards.
    public func close() async {}

    /// Writes a whole copy of the store beside it while others work; refuses to overwrite anything.
    public func backup(to path: String) async throws(StoreError) {
        throw .unavailable("not built")
    }

    /// Puts a backup in a store's place, and keeps the old file beside it.
    ///
    /// Refuses while anybody has the store open, and when the backup is not a sound case file.
    /// - Returns: the name under which the old file is kept; nil when there was none.
    public static func restore(from backup: String, over path: String, at now: Timestamp) async throws(StoreError)
        -> String?
    {
        throw .unavailable("not built")
    }
}
