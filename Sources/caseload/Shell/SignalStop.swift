import CaseExchange
import Synchronization

/// Stops an import when a signal asks the program to end, and tells which came first: the signal, or the moment from
/// which a file is taken whole.
final class SignalStop: ImportStop {
    private struct State {
        var isStopped = false
        var isEnding = false
        var files = 0
    }

    private let state = Mutex(State())

    /// Stops the import; false when a file is being written for good just now and nothing can be stopped.
    func stop() -> Bool {
        state.withLock { state in
            if !state.isEnding { state.isStopped = true }
            return state.isStopped
        }
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// How many files were taken.
    var files: Int { state.withLock { $0.files } }

    func beginEnd() -> Bool {
        state.withLock { state in
            state.isEnding = !state.isStopped
            return state.isEnding
        }
    }

    func end(isTaken: Bool) {
        state.withLock { state in
            state.isEnding = false
            if isTaken { state.files += 1 }
        }
    }
}
