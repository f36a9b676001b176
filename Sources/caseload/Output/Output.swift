import Glibc
import Synchronization
import TerminalUI

/// One of the two ways out of the program: data, or what is said beside it.
///
/// Text passes ``Shown``; bytes come from writers that have made them safe. A reader who went away ends the program
/// quietly.
final class Output: Sendable {
    /// Where it leads.
    enum Channel: Int32 {
        /// Standard output.
        case data = 1
        /// Standard error.
        case notes = 2
    }

    /// The channel of the process; nil for what stays in memory, to be shown on the console's screen.
    private let channel: Channel?
    private let buffer = Mutex<[UInt8]>([])
    private let cells: Int
    /// Whether a person looks at it.
    let isTerminal: Bool
    /// Whether a line on it can be written over.
    let canRewrite: Bool

    /// Opens one of the ways out.
    init(_ channel: Channel) {
        self.channel = channel
        cells = 80
        isTerminal = isatty(channel.rawValue) == 1
        canRewrite = isTerminal && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    /// A way that ends in memory: lines of so many cells, for a person to look at.
    init(linesOf cells: Int) {
        channel = nil
        self.cells = cells
        isTerminal = true
        canRewrite = false
    }

    /// What was written into memory so far.
    var taken: String { String(decoding: buffer.withLock { $0 }, as: UTF8.self) }

    /// How many cells a line has; 80 when nobody knows.
    var width: Int {
        guard let channel else { return cells }
        var size = winsize()
        guard ioctl(channel.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes one line.
    func line(_ text: Shown) throws(Failure) {
        try bytes(Array(text.text.utf8) + [0x0A])
    }

    /// Writes one line with attributes, where colours are wanted; see ``Paint``.
    func line(_ text: Shown, painted codes: String) throws(Failure) {
        try line(safe: text.text, painted: codes)
    }

    /// Writes one line of text that is safe as it is, with attributes.
    func line(safe text: String, painted codes: String) throws(Failure) {
        try bytes(Array((codes.isEmpty ? text + "\n" : "\u{1B}[\(codes)m\(text)\u{1B}[0m\n").utf8))
    }

    /// Writes bytes that are safe as they are.
    func bytes(_ bytes: [UInt8]) throws(Failure) {
        let full = buffer.withLock { buffer in
            buffer += bytes
            return buffer.count >= 32_768
        }
        if full { try flush() }
    }

    /// Hands everything to the system.
    func flush() throws(Failure) {
        guard let channel else { return }
        let bytes = buffer.withLock { buffer in
            let bytes = buffer
            buffer.removeAll(keepingCapacity: true)
            return bytes
        }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                write(channel.rawValue, raw.baseAddress.map { $0 + done }, raw.count - done)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var request = pollfd(fd: channel.rawValue, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
                continue
            }
            guard count > 0 else {
                throw errno == EPIPE
                    ? Failure.silent(.done)
                    : Failure(.failed, "The output cannot be written: \(FileProblem.words(errno)).")
            }
            done += count
        }
    }
}
