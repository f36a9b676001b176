internal import CNcurses
internal import Glibc
internal import TerminalUI

/// A terminal that was just opened, and how it is opened.
struct Opening {
    var screen: OpaquePointer
    var output: OutputStream
    var window: UnsafeMutablePointer<WINDOW>
    var colours: ColourDepth
    var isUnicode: Bool
    var news: NewsPipe
    var escapeDelay: Int32

    static let pasteOn = Array("\u{1B}[?2004h".utf8)
    static let pasteOff = Array("\u{1B}[?2004l".utf8)

    static func open(isColoured: Bool) throws(TerminalError) -> Opening {
        guard isatty(STDIN_FILENO) == 1 else { throw .noTerminal("input") }
        guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal("output") }
        setlocale(LC_CTYPE, "")
        let isUnicode = String(cString: shim_codeset()) == "UTF-8"
        let name = Wire.environment("TERM") ?? ""
        var modes = termios()
        tcgetattr(STDIN_FILENO, &modes)
        guard let input = fdopen(STDIN_FILENO, "r"), let output = OutputStream() else { throw .system(errno) }
        // Before newterm, which leaves signals alone that are handled; what it takes all the same is taken back below.
        let news = try NewsPipe()
        guard !name.isEmpty, let screen = newterm(nil, output.file, input) else {
            abandon(news, output)
            throw .unknownTerminal(name)
        }
        // The library's own picture of the next screen: a window besides would have every changed row copied there.
        guard let window = shim_newscr(), text("cup") != nil else {
            endwin()
            delscreen(screen)
            abandon(news, output)
            throw .tooSimple(name)
        }
        guard output.settle() else {
            delscreen(screen)
            abandon(news, output)
            throw .system(errno)
        }
        CrashGuard.arm(descriptor: STDOUT_FILENO, modes: modes, restore: restoring())
        CrashGuard.rearm()
        raw()
        noecho()
        nonl()
        sendAsItIs()
        typeahead(-1)
        idlok(window, true)
        let colours = Palette.depth(isColoured: isColoured)
        Wire.write(STDOUT_FILENO, plainSigns + pasteOn)
        return Opening(
            screen: screen, output: output, window: window, colours: colours, isUnicode: isUnicode, news: news,
            escapeDelay: Wire.environment("ESCDELAY").flatMap { Int32($0) }.map { min(max(0, $0), 1000) } ?? 25)
    }

    /// Gives back what was taken when the terminal turned out to be of no use.
    private static func abandon(_ news: NewsPipe, _ output: OutputStream) {
        output.close()
        news.close()
    }

    /// The system looks at no byte that is written: it would change none, and takes its time for each.
    private static func sendAsItIs() {
        var modes = termios()
        guard tcgetattr(STDOUT_FILENO, &modes) == 0 else { return }
        modes.c_oflag &= ~tcflag_t(OPOST)
        guard tcsetattr(STDOUT_FILENO, TCSANOW, &modes) == 0 else { return }
        // So that the library sets them again after the shell had the terminal.
        def_prog_mode()
    }

    /// What to write so that letters are letters, whatever another program left behind.
    static var plainSigns: [UInt8] { text("rmacs") ?? [] }

    /// What to write to leave the screen as it was.
    private static func restoring() -> [UInt8] {
        var bytes = pasteOff
        for name in ["rmacs", "sgr0", "op", "cnorm", "rmcup"] { bytes += text(name) ?? [] }
        return bytes + [0x0D, 0x0A]
    }

    /// A capability of the terminal without its delays, or nil.
    private static func text(_ name: String) -> [UInt8]? {
        // The library answers a name that is no text with a pointer to -1.
        guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
        var bytes: [UInt8] = []
        var isDelay = false
        for byte in String(cString: text).utf8 {
            if byte == UInt8(ascii: "$") { isDelay = true }
            if !isDelay { bytes.append(byte) }
            if byte == UInt8(ascii: ">") { isDelay = false }
        }
        return bytes
    }
}
