import CaseModel

/// Does one long thing on a thread of its own.
actor StoreErrand {
    private nonisolated let thread: StoreThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init() throws(StoreError) {
        guard let thread = StoreThread.start() else { throw .unavailable("no thread can be started for it") }
        self.thread = thread
    }

    isolated deinit { thread.end() }

    func run<T: Sendable>(_ body: @Sendable () throws(StoreError) -> T) throws(StoreError) -> T { try body() }

    /// Does it with something that is given away for it.
    func run<Thing, T: Sendable, Problem: Error>(
        with thing: sending Thing, _ body: @Sendable (inout Thing) throws(Problem) -> T
    ) throws(Problem) -> T {
        var thing = thing
        return try body(&thing)
    }
}
