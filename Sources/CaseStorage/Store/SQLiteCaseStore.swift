internal import CSQLite
public import CaseModel
import Glibc

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
        /// To try changes: each is answered as if it were kept, later questions see it, and closing drops them all.
        ///
        /// From the first question on others wait with their changes.
        case rehearsal
    }

    /// The real path of the file.
    public let path: String
    /// What the store was opened for.
    public let mode: Mode
    let pages: StoreReader
    let searches: StoreReader
    private let changes: StoreWriter?
    private let supply: PolicySupply

    /// Lets all threads of the process take memory from one heap; for the beginning of a program.
    ///
    /// The C library gives each thread a heap of its own that grows by one page at a time, with a call of the system
    /// for each page of the file that SQLite keeps: two thousand before the first screen of a large store. The common
    /// heap grows in large steps, and three threads do not get in each other's way there.
    public static func shareMemory() { caseload_share_memory() }

    /// Reads the policy that the store to be opened next probably has, for a thread beside the one that opens it.
    public static func expect(_ policy: () -> Policy?) { ReadPolicies.keep(policy) }

    private init(_ path: StorePath, _ mode: Mode, _ supply: PolicySupply) throws(StoreError) {
        guard TemporaryFolder.chosen else { throw .unavailable("there is no private folder for temporary files") }
        self.path = path.path
        self.mode = mode
        self.supply = supply
        let access: Connection.Access = mode == .readOnly ? .look : .read
        pages = try StoreReader(path, access, supply)
        searches = try StoreReader(path, access, supply)
        changes = mode == .readOnly ? nil : try StoreWriter(path, rehearses: mode == .rehearsal, supply)
    }

    /// Opens a store that exists; one of an older format is brought to the newest, unless it is opened to look.
    public static func open(
        path: String, mode: Mode = .readWrite, _ supply: PolicySupply
    ) async throws(StoreError) -> SQLiteCaseStore {
        let store = try SQLiteCaseStore(try StorePath(path), mode, supply)
        let format = try await store.pages.inspect()
        guard format < Migration.newest else { return store }
        guard mode == .readWrite, let changes = store.changes else {
            throw .olderFormat(found: format, known: Migration.newest)
        }
        try await changes.migrate()
        return store
    }

    /// Makes an empty store, and its keeper an agent with every duty; refuses to overwrite anything.
    ///
    /// - Parameter keeperName: the keeper's name as an agent.
    public static func create(
        path: String, keeper: Claim, keeperName: String, at now: Timestamp, _ supply: PolicySupply
    ) async throws(StoreError) -> SQLiteCaseStore {
        let place = try StorePath(path)
        // An empty file is what an attempt that was cut short leaves behind.
        let isLeftOver = if case .file(let size, _, _) = place.kind { size == 0 } else { false }
        if !isLeftOver { try place.makeFile() }
        do throws(StoreError) {
            let store = try SQLiteCaseStore(place, .readWrite, supply)
            try await store.writer().create(
                Agent(id: AgentID(0), name: keeperName, logins: [keeper.login], duties: Set(Duty.allCases)))
            _ = try await store.pages.inspect()
            return store
        } catch {
            if case .file(let size, _, _) = place.kind, size == 0 { unlink(place.path) }
            throw error
        }
    }

    /// Writes the log back into the file and closes all connections; nothing works afterwards.
    public func close() async {
        await pages.close()
        await searches.close()
        await changes?.close()
    }

    /// Makes sure that a backup could be put in the place of what stands at a path: a store that nobody has open, or
    /// nothing.
    public static func checkReplaceable(path: String) throws(StoreError) {
        let place = try StorePath(path)
        if case .other(let what) = place.kind { throw .notACaseFile(what) }
        guard StorePath.kind(of: place.lock) != .nothing else { return }
        guard try WriteLock(place).claimAlone() else {
            throw .locked("it is open in another process, or another window")
        }
    }

    /// How long a change waits for those of others before it is refused as ``StoreError/locked(_:)``; 10 seconds at
    /// first.
    public func wait(forOthers milliseconds: Int) async throws(StoreError) {
        try await writer().wait(milliseconds)
    }

    /// The connection that changes; a store opened to look has none.
    func writer() throws(StoreError) -> StoreWriter {
        guard let changes else { throw .unavailable("it was opened for reading only") }
        return changes
    }

    /// Asks a question; it stops when the task that asks is cancelled.
    func ask<T: Sendable>(
        _ reader: StoreReader, _ body: @escaping @Sendable (Connection) throws(StoreError) -> T
    ) async throws(StoreError) -> T {
        let interruption = Interruption()
        let rehearsal = mode == .rehearsal ? changes : nil
        let result = await withTaskCancellationHandler {
            if let rehearsal { return await rehearsal.answer(interruption, body) }
            return await reader.answer(interruption, body)
        } onCancel: {
            interruption.stop()
        }
        return try result.get()
    }
}
