internal import CNcurses
internal import Glibc
internal import Synchronization

/// The address of the guard's state, for handlers; made once and never freed, because a handler may come at any time.
private let guardState = Atomic<UInt>(0)

private let crashed: @convention(c) (Int32) -> Void = { signal in
    guard_die(guardState.load(ordering: .relaxed), signal)
}
private let askedToEnd: @convention(c) (Int32) -> Void = { signal in
    guard_ask_to_end(guardState.load(ordering: .relaxed), signal)
}
private let told: @convention(c) (Int32) -> Void = { signal in
    guard_tell(guardState.load(ordering: .relaxed), signal)
}

/// Gives the terminal back when the program crashes, and tells the program of other signals.
///
/// A process has one terminal and one set of signal handlers, so there is one guard.
enum CrashGuard {
    /// What a byte in the wake pipe says.
    enum News: UInt8 {
        /// The window has another size.
        case resized = 0x77
        /// The program goes on after it was stopped.
        case continued = 0x63
        /// The program is asked to stop for a while.
        case stop = 0x7A
        /// The program is asked to end.
        case end = 0x65
    }

    /// Catches the signals; news of them go to a descriptor that must not block.
    static func install(wake: Int32) {
        if guardState.load(ordering: .relaxed) == 0 { guardState.store(guard_make(), ordering: .relaxed) }
        guard_install(guardState.load(ordering: .relaxed), wake, crashed, askedToEnd, told)
    }

    /// Gives all signals back.
    static func remove() { guard_remove(guardState.load(ordering: .relaxed)) }

    /// From now on a crash writes these bytes and sets these modes.
    static func arm(descriptor: Int32, modes: termios, restore: [UInt8]) {
        var modes = modes
        restore.withUnsafeBytes { bytes in
            guard_arm(guardState.load(ordering: .relaxed), descriptor, &modes, bytes.baseAddress, bytes.count)
        }
    }

    /// While the terminal is given back there is nothing to restore, and Ctrl-Z and Ctrl-C belong to who has it.
    static func disarm() { guard_disarm(guardState.load(ordering: .relaxed)) }

    /// The terminal is ours again.
    static func rearm() { guard_rearm(guardState.load(ordering: .relaxed), told) }

    /// Whether a byte was put into the pipe since this was asked last.
    static var hasNews: Bool { guard_has_news(guardState.load(ordering: .relaxed)) != 0 }

    /// The signal that asked the program to end, if one did.
    static var endingSignal: Int32? {
        let signal = guard_ending(guardState.load(ordering: .relaxed))
        return signal == 0 ? nil : signal
    }

    /// Stops the job, as Ctrl-Z in a shell does; returns when it is continued.
    static func stop() { guard_stop() }
}
