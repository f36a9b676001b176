internal import Glibc

/// The pipe through which signal handlers tell the program something; its end to read wakes a `poll`.
struct NewsPipe {
    /// The end to wait for.
    let descriptor: Int32
    private let other: Int32
    /// Whether something may be in it: reading it at every key would cost a call of the system each time.
    private var isUnread = false

    /// Makes the pipe and catches the signals that are told through it.
    init() throws(TerminalError) {
        (descriptor, other) = try Wire.pipe()
        CrashGuard.install(wake: other)
    }

    /// What was told next; nil when there is no more.
    mutating func next() -> CrashGuard.News? {
        if CrashGuard.hasNews { isUnread = true }
        guard isUnread else { return nil }
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            if let news = CrashGuard.News(rawValue: byte) { return news }
        }
        isUnread = false
        return nil
    }

    /// Gives the signals and the pipe back.
    func close() {
        CrashGuard.remove()
        Glibc.close(descriptor)
        Glibc.close(other)
    }
}
