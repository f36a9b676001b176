import Glibc

/// Holds back the signals that end a program while something must be tidied up first, and tells when one came.
struct Interruption {
    private var before = sigset_t()
    private var held = sigset_t()

    /// From now on ctrl-c, a hang-up and a polite kill wait.
    init() {
        sigemptyset(&held)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, &before)
    }

    /// Whether one of them came; it is taken back and will not come again.
    mutating func came() -> Bool {
        var moment = timespec(tv_sec: 0, tv_nsec: 0)
        return sigtimedwait(&held, nil, &moment) > 0
    }

    /// The signals do again what they always do.
    mutating func end() {
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
