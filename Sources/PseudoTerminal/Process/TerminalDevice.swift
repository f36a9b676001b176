import Glibc

/// What is asked of a pseudo-terminal through its master side.
enum TerminalDevice {
    // `ioctl` numbers of Linux, which are macros that Swift does not import.
    private static let getNumber: UInt = 0x8004_5430
    private static let setLock: UInt = 0x4004_5431

    /// Lets the other side be opened and gives its path.
    static func unlock(_ master: Int32) throws(HarnessError) -> String {
        var lock: Int32 = 0
        guard ioctl(master, setLock, &lock) == 0 else { throw .last("unlock the terminal") }
        var number: Int32 = 0
        guard ioctl(master, getNumber, &number) == 0 else { throw .last("name the terminal") }
        return "/dev/pts/\(number)"
    }

    /// Sets the size; the programs in the foreground get SIGWINCH.
    static func setSize(_ size: TerminalSize, of master: Int32) {
        var window = winsize(
            ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    /// Whether the system edits lines, echoes them and turns keys into signals.
    static func isCooked(_ master: Int32) -> Bool {
        var modes = termios()
        guard tcgetattr(master, &modes) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return modes.c_lflag & wanted == wanted
    }
}
