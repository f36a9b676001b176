internal import CNcurses
internal import Glibc

/// Gives the terminal back when the program crashes, and tells the program of other signals.
///
/// The only file that calls the guard of the C module: its state must exist once.
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
    static func install(wake: Int32) { guard_install(wake) }

    /// Gives all signals back.
    static func remove() { guard_remove() }

    /// From now on a crash writes these bytes and sets these modes.
    static func arm(descriptor: Int32, modes: termios, restore: [UInt8]) {
        var modes = modes
        restore.withUnsafeBytes { bytes in
            guard_arm(descriptor, &modes, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
    }

    /// While the terminal is given back there is nothing to restore.
    static func disarm() { guard_disarm() }

    /// The terminal is ours again.
    static func rearm() { guard_rearm() }

    /// The signal that asked the program to end, if one did.
    static var endingSignal: Int32? {
        let signal = guard_ending()
        return signal == 0 ? nil : signal
    }

    /// Stops the job, as Ctrl-Z in a shell does; returns when it is continued.
    static func stop() { guard_stop() }
}
