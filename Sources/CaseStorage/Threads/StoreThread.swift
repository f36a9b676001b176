import Glibc
import Synchronization

/// Runs the jobs of one actor on a thread of its own, so that waiting for a disk or a lock never takes a thread from
/// the shared pool.
final class StoreThread: SerialExecutor {
    private struct Work {
        var jobs: [UnownedJob] = []
        var ended = false
    }

    private let work = Mutex(Work())
    /// A byte comes through this pipe when jobs wait and none did before.
    private let wakeIn: Int32
    private let wakeOut: Int32

    /// Starts the thread; nil when the system has no thread or pipe left.
    static func start() -> StoreThread? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let made = StoreThread(wakeOut: ends[0], wakeIn: ends[1])
        // Signals are the main thread's: the new thread is born with all of them blocked.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(made)
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<StoreThread>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            return nil
        }
        pthread_detach(thread)
        return made
    }

    private init(wakeOut: Int32, wakeIn: Int32) {
        self.wakeOut = wakeOut
        self.wakeIn = wakeIn
    }

    deinit {
        close(wakeIn)
        close(wakeOut)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let wasIdle = work.withLock { work in
            work.jobs.append(job)
            return work.jobs.count == 1
        }
        if wasIdle { wake() }
    }

    /// Lets the thread end once its jobs are done.
    func end() {
        work.withLock { $0.ended = true }
        wake()
    }

    private func wake() {
        var byte: UInt8 = 1
        while write(wakeIn, &byte, 1) < 0, errno == EINTR {}
    }

    private func run() {
        var byte: UInt8 = 0
        while true {
            let (jobs, ended) = work.withLock { work in
                defer { work.jobs = [] }
                return (work.jobs, work.ended)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if !jobs.isEmpty { continue }
            if ended { return }
            while read(wakeOut, &byte, 1) < 0, errno == EINTR {}
        }
    }
}
