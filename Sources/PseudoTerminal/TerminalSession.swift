import Glibc

/// A program in a pseudo-terminal: typed to, read from, resized, signalled, and killed with this object at the latest.
public final class TerminalSession {
    /// The screen as of the last bytes read.
    public private(set) var screen: Screen
    /// Every byte the program wrote, in order.
    public private(set) var log: [UInt8] = []
    /// When bytes arrived, and how long `log` was then.
    public private(set) var arrivals: [Arrival] = []
    /// When the program was about to be started.
    public let started: ContinuousClock.Instant

    /// How many bytes of `log` the screen has taken.
    private var shown = 0
    private let master: Descriptor
    private let child: ChildProcess

    /// One read from the terminal.
    public struct Arrival: Sendable {
        /// When the read returned.
        public let instant: ContinuousClock.Instant
        /// How many bytes of `log` had arrived then.
        public let end: Int
    }

    /// Starts the program in a new session whose controlling terminal has this size.
    public init(
        _ invocation: Invocation, size: TerminalSize = TerminalSize(columns: 120, rows: 40)
    ) throws(HarnessError) {
        master = Descriptor(open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC))
        guard master.isOpen else { throw .last("open /dev/ptmx") }
        let path = try TerminalDevice.unlock(master.number)
        TerminalDevice.setSize(size, of: master.number)
        master.makeNonBlocking()
        screen = Screen(size: size)
        started = ContinuousClock.now
        child = try ChildProcess(invocation, streams: .terminal(path: path))
    }

    /// The process number.
    public var pid: Int32 { child.pid }

    /// What the kernel tells of the running program; nil when it has ended.
    public var figures: ProcessFigures? { ProcessFigures(pid: child.pid) }

    /// Whether the terminal is as a shell expects it: lines are edited and echoed by the system.
    public var isCooked: Bool { TerminalDevice.isCooked(master.number) }

    /// Types text; `<CR>`, `<Esc>`, `<C-d>` and other names stand for keys (see `KeyBytes`).
    public func type(_ keys: String) throws(HarnessError) { try send(KeyBytes.bytes(keys)) }

    /// Sends bytes as if typed, reading meanwhile so that neither side waits for the other.
    ///
    /// Throws `timedOut` when they do not fit within `limit`, `ended` when nobody reads them.
    public func send(_ bytes: [UInt8], within limit: Duration = .seconds(10)) throws(HarnessError) {
        let deadline = ContinuousClock.now + limit
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let sent = master.write(rest) else {
                throw .ended(waitingFor: "keys to be taken", screen: screen.text)
            }
            rest = rest.dropFirst(sent)
            if rest.isEmpty { return }
            guard ContinuousClock.now < deadline else {
                throw .timedOut(waitingFor: "keys to be taken", screen: screen.text)
            }
            if sent == 0 { _ = read(until: min(deadline, ContinuousClock.now + .milliseconds(5)), showing: false) }
        }
    }

    /// Changes the size of the terminal; the program is told by a signal.
    public func resize(to size: TerminalSize) {
        screen.resize(to: size)
        TerminalDevice.setSize(size, of: master.number)
    }

    /// Sends a signal, unless the program is known to have ended.
    public func signal(_ number: Int32) { child.signal(number) }

    /// Takes the terminal away, as when a connection breaks; the program lives on.
    public func hangUp() { master.close() }

    /// Reads on and waits for the end of the program.
    ///
    /// Throws `timedOut` when it has not ended within `limit`.
    @discardableResult
    public func waitForExit(within limit: Duration = .seconds(10)) throws(HarnessError) -> ExitStatus {
        let deadline = ContinuousClock.now + limit
        while !child.hasEnded(), ContinuousClock.now < deadline {
            let slice = min(deadline, ContinuousClock.now + .milliseconds(20))
            if !master.isOpen || read(until: slice) == .ended { _ = child.wait(until: slice) }
        }
        guard let status = child.status else {
            throw .timedOut(waitingFor: "the program to end", screen: screen.text)
        }
        while read(until: ContinuousClock.now) == .bytes {}
        return status
    }

    /// Kills the program and closes the terminal; harmless when done already.
    public func close() {
        child.kill()
        master.close()
    }

    /// What one attempt to read gave.
    enum Reading {
        case bytes, nothing, ended
    }

    /// Reads once what the program wrote; waits for it until `deadline` at most.
    ///
    /// The screen takes the bytes at once unless `showing` is false: then `show` does it, outside what is timed.
    func read(until deadline: ContinuousClock.Instant, showing: Bool = true) -> Reading {
        guard master.isOpen else { return .ended }
        var watched = pollfd(fd: master.number, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, millisecondsLeft(until: deadline)) > 0 else { return .nothing }
        guard let bytes = master.read() else { return .nothing }
        guard !bytes.isEmpty else { return .ended }
        log += bytes
        arrivals.append(Arrival(instant: ContinuousClock.now, end: log.count))
        if showing { show() }
        return .bytes
    }

    /// Gives the screen the bytes it has not seen yet.
    func show() {
        screen.feed(log[shown...])
        shown = log.count
    }
}
