internal import CNcurses
internal import Glibc
public import TerminalUI

/// The terminal of the process, through ncurses.
///
/// The program waits in `poll` on `keyboard` and `wake`, then calls `nextKey` until it gives nil. One thread only.
public final class CursesTerminal: Terminal {
    /// How colours are used.
    public struct Options: Sendable {
        /// Whether colours are used where the terminal has them.
        public var isColoured: Bool
        /// The theme to start with.
        public var theme: Theme

        /// Makes options.
        public init(isColoured: Bool = true, theme: Theme = .terminal) {
            self.isColoured = isColoured
            self.theme = theme
        }
    }

    /// The descriptor of the keyboard, to wait for.
    public let keyboard: Int32 = STDIN_FILENO
    /// A descriptor that becomes readable when the window's size changes or the program is told to stop or end.
    public var wake: Int32 { news.descriptor }
    /// Whether the terminal shows more than ASCII; without, every other sign becomes a stand-in.
    public let isUnicode: Bool
    /// The colours that the terminal has and that are used.
    public let colours: ColourDepth

    private var news: NewsPipe
    private let screen: OpaquePointer
    private let output: OutputStream
    private let window: UnsafeMutablePointer<WINDOW>
    private var painter: Painter
    private var keys: Keyboard
    private var state = State.open
    private var title: Shown?

    private enum State { case open, suspended, closed }

    /// The theme that gives roles their look; the next picture is painted whole in it.
    public var theme: Theme {
        didSet { if theme != oldValue { painter.use(theme) } }
    }

    /// The signal that asked the program to end, after `nextKey` gave `.closed`; nil when the terminal is gone.
    public var endingSignal: Int32? { CrashGuard.endingSignal }

    /// Has the terminal library speak to this terminal in fewer words; see ``LightEntry``.
    ///
    /// Changes the environment, so it comes while no other thread reads there.
    public static func prepare() { LightEntry.offer() }

    /// Takes the terminal: own screen, keys one by one, pastes marked.
    public init(_ options: Options = Options()) throws(TerminalError) {
        let opened = try Opening.open(isColoured: options.isColoured)
        (screen, output, window) = (opened.screen, opened.output, opened.window)
        (colours, isUnicode) = (opened.colours, opened.isUnicode)
        news = opened.news
        theme = options.theme
        painter = Painter(palette: Palette(depth: opened.colours, theme: options.theme), isUnicode: opened.isUnicode)
        keys = Keyboard(descriptor: STDIN_FILENO, escapeDelay: opened.escapeDelay)
        fitToWindow()
    }

    deinit { close() }

    /// The size of the screen now.
    public var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

    /// What came from the keyboard or by a signal, if anything did.
    ///
    /// Waits no longer than Escape needs to be told from a sequence (25 ms, or `ESCDELAY`).
    public func nextKey() -> TerminalInput? {
        guard state != .closed else { return .closed }
        if let told = readNews() { return told }
        if let input = keys.nextInput() { return input }
        return keys.isGone ? .closed : nil
    }

    /// Shows a picture, sending only what differs from the last one.
    public func present(_ surface: Surface) {
        guard state == .open else { return }
        painter.paint(surface, into: window)
        if let place = surface.cursor {
            leaveok(window, false)
            wmove(window, Int32(place.y), Int32(place.x))
            curs_set(1)
        } else {
            leaveok(window, true)
            curs_set(0)
        }
        doupdate()
    }

    /// Gives the terminal back for a while: for the shell or an editor.
    public func suspend() {
        guard state == .open else { return }
        state = .suspended
        if title != nil { Wire.write(STDOUT_FILENO, WindowTitle.restored) }
        Wire.write(STDOUT_FILENO, Opening.pasteOff)
        endwin()
        CrashGuard.disarm()
    }

    /// Takes the terminal again after `suspend`; the next picture is painted whole.
    public func resume() {
        guard state == .suspended else { return }
        state = .open
        CrashGuard.rearm()
        reset_prog_mode()
        fitToWindow()
        redraw()
        doupdate()
        Wire.write(STDOUT_FILENO, Opening.pasteOn)
        if let title { Wire.write(STDOUT_FILENO, WindowTitle.kept + WindowTitle.named(title)) }
    }

    /// Calls the person by the bell.
    public func ring() {
        guard state == .open else { return }
        beep()
    }

    /// Names the window, where the terminal has one; nil gives it its name back.
    public func setTitle(_ new: Shown?) {
        guard new?.text != title?.text else { return }
        defer { title = new }
        guard state == .open else { return }
        guard let new else { return Wire.write(STDOUT_FILENO, WindowTitle.restored) }
        Wire.write(STDOUT_FILENO, (title == nil ? WindowTitle.kept : []) + WindowTitle.named(new))
    }

    /// Puts a text into the terminal's clipboard, where it has one.
    public func copy(_ text: Shown) {
        guard state == .open else { return }
        Wire.write(STDOUT_FILENO, Clipboard.taking(text))
    }

    /// Stops the job as Ctrl-Z in a shell does, and takes the terminal again when it is continued.
    public func stop() {
        suspend()
        CrashGuard.stop()
        resume()
    }

    /// Paints the next picture whole, because something else wrote to the screen.
    public func redraw() {
        painter.forget()
        clearok(shim_curscr(), true)
        Wire.write(STDOUT_FILENO, Opening.plainSigns)
    }

    /// Gives the terminal back for good: its modes, the shell's screen, the cursor.
    public func close() {
        guard state != .closed else { return }
        suspend()
        state = .closed
        delscreen(screen)
        output.close()
        news.close()
    }

    private func readNews() -> TerminalInput? {
        while let told = news.next() {
            switch told {
            case .end: return .closed
            case .stop: return .key(.ctrl("z"))
            case .resized where state == .open:
                // Several changes in a row are one.
                fitToWindow()
                return .resized
            case .continued where state == .open:
                reset_prog_mode()
                fitToWindow()
                redraw()
                return .resized
            case .resized, .continued: continue
            }
        }
        return nil
    }

    /// Takes the size that the window has now.
    private func fitToWindow() {
        guard let now = Wire.size(STDOUT_FILENO), now.columns != getmaxx(window) || now.rows != getmaxy(window) else {
            return
        }
        resizeterm(now.rows, now.columns)
        redraw()
    }
}
