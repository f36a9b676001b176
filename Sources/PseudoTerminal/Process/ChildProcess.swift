import Glibc

/// A started process and its group: signalled, waited for, and killed at the latest with this object.
final class ChildProcess {
    let pid: Int32
    /// How it ended, once it was waited for.
    private(set) var status: ExitStatus?
    /// The most memory it had resident, in KiB; known once it was waited for.
    private(set) var peakKiB: Int?

    init(_ invocation: Invocation, streams: ChildStreams) throws(HarnessError) {
        pid = try spawn(invocation, streams: streams)
    }

    deinit { kill() }

    /// Sends a signal, unless the process is known to have ended.
    func signal(_ number: Int32) {
        if status == nil { _ = Glibc.kill(pid, number) }
    }

    /// Kills the process and its group and takes its status.
    func kill() {
        guard status == nil else { return }
        _ = Glibc.kill(-pid, SIGKILL)
        _ = Glibc.kill(pid, SIGKILL)
        take(options: 0)
    }

    /// Whether it has ended; takes its status if so, and does not wait.
    func hasEnded() -> Bool {
        if status == nil { take(options: WNOHANG) }
        return status != nil
    }

    /// Waits for the end, at most until `deadline`.
    func wait(until deadline: ContinuousClock.Instant) -> ExitStatus? {
        var pause: UInt32 = 200
        while !hasEnded(), ContinuousClock.now < deadline {
            usleep(pause)
            pause = min(pause * 2, 5_000)
        }
        return status
    }

    private func take(options: Int32) {
        var word: Int32 = 0
        var usage = rusage()
        while true {
            let answer = wait4(pid, &word, options, &usage)
            if answer == pid {
                status = ExitStatus(waitStatus: word)
                peakKiB = Int(usage.ru_maxrss)
                return
            }
            if answer == -1, errno == EINTR { continue }
            // Somebody else took the status: nothing is left to wait for.
            if answer == -1 { status = .code(-1) }
            return
        }
    }
}
