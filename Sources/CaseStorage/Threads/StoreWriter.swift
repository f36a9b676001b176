import CaseModel

/// The connection that changes the store, on a thread of its own; every change passes the write lock.
///
/// A rehearsal is one transaction for all that is tried, each change a step in it, and is dropped at the end.
actor StoreWriter {
    private nonisolated let thread: StoreThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let path: StorePath
    private let rehearses: Bool
    private let supply: PolicySupply
    /// Whether the transaction of a rehearsal is open.
    private var isRehearsing = false
    private var connection: Connection?
    private var lock: WriteLock?
    private var patience = 10_000
    /// Which file the connection has open.
    private var file: StorePath.Kind?
    /// The load that is open, with what it remembers.
    var loading: (ledger: SQLiteLedger, session: LoadSession)?
    /// Why nothing can be written any more.
    private var stopped: StoreError?

    /// A log of more pages than these is written back after a change.
    private static let longLog = 1000

    init(_ path: StorePath, rehearses: Bool, _ supply: PolicySupply) throws(StoreError) {
        guard let thread = StoreThread.start() else { throw .unavailable("no thread can be started for it") }
        self.thread = thread
        self.path = path
        self.rehearses = rehearses
        self.supply = supply
    }

    isolated deinit {
        loading?.ledger.connection.rollBack()
        connection = nil
        lock = nil
        thread.end()
    }

    /// How long changes wait for those of others, in milliseconds.
    func wait(_ milliseconds: Int) {
        patience = milliseconds
        lock?.patience = milliseconds
    }

    /// Runs a change in a transaction of its own: all of it is kept, or nothing.
    func change<T: Sendable>(
        _ who: String, _ body: @Sendable (inout SQLiteLedger) throws(StoreError) -> T
    ) throws(StoreError) -> T {
        if let loading { throw .locked("\(loading.session.header.claim.login) imports data in this program") }
        let connection = try begin(who)
        do throws(StoreError) {
            var ledger = SQLiteLedger(connection, try connection.refreshPolicies())
            let result = try body(&ledger)
            try keep(connection)
            return result
        } catch {
            drop(connection)
            throw error
        }
    }

    /// Answers a question from where a rehearsal stands: what was tried so far shows.
    func answer<T>(
        _ interruption: Interruption, _ body: @Sendable (Connection) throws(StoreError) -> T
    ) -> Result<T, StoreError> {
        do throws(StoreError) {
            if interruption.isStopped { throw .cancelled }
            let connection = try rehearse("somebody tries something out")
            return .success(
                try connection.stoppable(interruption) { () throws(StoreError) -> T in
                    try connection.refreshPolicies()
                    return try body(connection)
                })
        } catch {
            return .failure(error)
        }
    }

    /// Begins a change: a transaction behind the lock, or a step of a rehearsal.
    func begin(_ who: String) throws(StoreError) -> Connection {
        guard rehearses else { return try openTransaction(who) }
        let connection = try rehearse(who)
        try connection.run("SAVEPOINT step")
        return connection
    }

    /// Opens the transaction of a rehearsal, unless it is open.
    private func rehearse(_ who: String) throws(StoreError) -> Connection {
        if isRehearsing, let connection { return connection }
        let connection = try openTransaction(who)
        isRehearsing = true
        return connection
    }

    private func openTransaction(_ who: String) throws(StoreError) -> Connection {
        let (connection, lock) = try opened()
        try lock.take(who)
        do throws(StoreError) {
            try checkFile()
            try connection.run("BEGIN IMMEDIATE")
        } catch {
            lock.release()
            throw error
        }
        return connection
    }

    /// Ends a change that went well.
    func keep(_ connection: Connection, emptyingLog: Bool = false) throws(StoreError) {
        if rehearses { return try connection.run("RELEASE step") }
        try commit(connection)
        if emptyingLog || connection.log.pages > Self.longLog { connection.writeBack(emptying: emptyingLog) }
        lock?.release()
    }

    /// Ends a change of which nothing stays.
    func drop(_ connection: Connection) {
        if rehearses {
            connection.rollBack(to: "step")
        } else {
            connection.rollBack()
            lock?.release()
        }
    }

    private func transaction<T>(
        _ connection: Connection, _ body: () throws(StoreError) -> T
    ) throws(StoreError) -> T {
        try connection.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            let result = try body()
            try commit(connection)
            return result
        } catch {
            connection.rollBack()
            throw error
        }
    }

    private func commit(_ connection: Connection) throws(StoreError) {
        do throws(StoreError) {
            try connection.run("COMMIT")
        } catch {
            if connection.diskFailed {
                stopped = .unavailable(
                    "the disk failed while saving; whether the last change was saved shows when it is opened again")
            }
            throw error
        }
    }

    /// Makes sure that the file at the path is still the one that is open.
    private func checkFile() throws(StoreError) {
        if let stopped { throw stopped }
        guard path.isSame(as: file) else {
            throw .unavailable("another file was put in its place; close it and open it again")
        }
    }

    private func opened() throws(StoreError) -> (connection: Connection, lock: WriteLock) {
        if let stopped { throw stopped }
        if let connection, let lock { return (connection, lock) }
        let lock = try WriteLock(path)
        lock.patience = patience
        _ = lock.markPresence()
        let made = try Connection(path: path.path, .write, supply)
        try made.settle(.write)
        // Almost always the file keeps a log already, and nobody need be waited for.
        if try !made.usesLog() {
            try lock.take("somebody opens the store")
            defer { lock.release() }
            try made.useLog()
        }
        connection = made
        self.lock = lock
        file = path.kind
        return (made, lock)
    }

    /// Brings the file to the newest format.
    func migrate() throws(StoreError) {
        let (connection, lock) = try opened()
        try lock.take("somebody brings the file to a new format")
        defer { lock.release() }
        try transaction(connection) { () throws(StoreError) in
            // Somebody else may have done it meanwhile.
            let format = try connection.checkedFormat()
            try connection.migrate(from: format)
            if format < Migration.firstWithPolicies { try connection.takePolicy(isNew: false) }
        }
        connection.writeBack(emptying: true)
    }

    /// Writes the whole file anew, so that nothing is left in it of what was removed, nor in its log.
    func clear(_ what: String) throws(StoreError) {
        if let loading { throw .locked("\(loading.session.header.claim.login) imports data in this program") }
        let (connection, lock) = try opened()
        try lock.take(what)
        defer { lock.release() }
        try checkFile()
        try connection.run("VACUUM")
        guard connection.writeBack(emptying: true) else { throw .locked("somebody reads from it") }
    }

    /// Makes an empty file a store.
    func create(_ keeper: Agent) throws(StoreError) {
        let (connection, lock) = try opened()
        try lock.take("somebody makes the store")
        defer { lock.release() }
        try transaction(connection) { () throws(StoreError) in
            guard try connection.number("PRAGMA application_id") == 0 else {
                throw .unavailable("there is a store at \(path.path) already")
            }
            try connection.run("PRAGMA application_id = \(FileMark.application)")
            try connection.migrate(from: 0)
            try connection.takePolicy(isNew: true)
            _ = try SQLiteLedger(connection, try connection.refreshPolicies()).put(keeper)
        }
        connection.writeBack(emptying: true)
    }

    /// Writes the log back and closes; the last of all takes the files beside the store away.
    func close() {
        abandonLoad()
        if isRehearsing {
            connection?.rollBack()
            lock?.release()
            isRehearsing = false
        }
        // What cannot be opened needs no closing.
        if let (connection, lock) = try? opened() {
            lock.patience = min(lock.patience, 1000)
            // Without the lock the log stays as it is, and the next one to open it finds everything in it.
            if (try? lock.take("somebody closes the store")) != nil {
                connection.writeBack(emptying: true)
                connection.tidyOnClose()
                connection.close()
                lock.release()
            }
        }
        connection = nil
        lock = nil
        stopped = .unavailable("it was closed")
    }
}
