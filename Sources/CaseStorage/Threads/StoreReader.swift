import CaseModel

/// A connection that answers questions, on a thread of its own.
actor StoreReader {
    private nonisolated let thread: StoreThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let path: StorePath
    private let access: Connection.Access
    private let supply: PolicySupply
    private var connection: Connection?
    /// The connection that looked first: while it lasts, the next one need not read through the log again.
    private var first: Connection?
    /// Says to others that the store is in use.
    private var presence: WriteLock?
    private var isClosed = false

    init(_ path: StorePath, _ access: Connection.Access, _ supply: PolicySupply) throws(StoreError) {
        guard let thread = StoreThread.start() else { throw .unavailable("no thread can be started for it") }
        self.thread = thread
        self.path = path
        self.access = access
        self.supply = supply
    }

    isolated deinit {
        connection = nil
        first = nil
        thread.end()
    }

    /// Looks at the file before anything else does, without a chance to change it.
    ///
    /// - Returns: its format.
    func inspect() throws(StoreError) -> Int {
        try path.checkFile()
        var first = try Connection(path: path.path, .look, supply)
        let format: Int
        do throws(StoreError) {
            format = try first.checkedFormat()
        } catch {
            // Somebody was killed in the middle of a change: only who may write can take it back.
            guard first.awaitsRecovery else { throw error }
            first.close()
            try path.recover(supply)
            first = try Connection(path: path.path, .look, supply)
            format = try first.checkedFormat()
        }
        if connection == nil { self.first = first }
        // A store that may only be read has a lock file nobody here can make; then nobody is told.
        if presence == nil, let lock = try? WriteLock(path), lock.markPresence() { presence = lock }
        return format
    }

    /// Answers a question from one state of the store.
    func answer<T: Sendable>(
        _ interruption: Interruption, _ body: @Sendable (Connection) throws(StoreError) -> T
    ) -> Result<T, StoreError> {
        do throws(StoreError) {
            if interruption.isStopped { throw .cancelled }
            let connection = try opened()
            let value = try connection.stoppable(interruption) { () throws(StoreError) -> T in
                try connection.run("BEGIN")
                do throws(StoreError) {
                    try connection.refreshPolicies()
                    let value = try body(connection)
                    try connection.run("COMMIT")
                    return value
                } catch {
                    connection.rollBack()
                    throw error
                }
            }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    func close() {
        connection = nil
        first = nil
        presence = nil
        isClosed = true
    }

    private func opened() throws(StoreError) -> Connection {
        if let connection { return connection }
        guard !isClosed else { throw .unavailable("it was closed") }
        let made = try Connection(path: path.path, access, supply)
        try made.settle(access)
        connection = made
        first = nil
        return made
    }
}

extension StorePath {
    /// Takes back what somebody who was killed left half done.
    fileprivate func recover(_ supply: PolicySupply) throws(StoreError) {
        let lock = try WriteLock(self)
        try lock.take("somebody takes back what was left half done")
        defer { lock.release() }
        let connection = try Connection(path: path, .write, supply)
        defer { connection.close() }
        _ = try connection.checkedFormat()
    }
}
