internal import Glibc

/// Reading and writing the terminal's descriptors without surprises.
enum Wire {
    /// What a read gave.
    enum Reading {
        case bytes(Int)
        case nothing
        case gone
    }

    /// Whether a descriptor has something to read within a time in milliseconds.
    static func isReady(_ descriptor: Int32, within milliseconds: Int32 = 0) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    /// Reads what is there into a buffer; end of file and a lost line count as gone.
    static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Reading {
        guard isReady(descriptor) else { return .nothing }
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { return .bytes(count) }
            if count < 0, errno == EINTR { continue }
            return count < 0 && errno == EAGAIN ? .nothing : .gone
        }
    }

    /// Writes all bytes, or gives up when the line is lost.
    static func write(_ descriptor: Int32, _ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // Another program made the line one that never waits; the terminal takes the rest in a moment.
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&entry, 1, 1000)
                if entry.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return }
            } else if count == 0 || errno != EINTR {
                return
            }
        }
    }

    /// A pipe that is not inherited and never blocks: its end to read and its end to write.
    static func pipe() throws(TerminalError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw .system(errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }

    /// The size of the window, as the system knows it.
    static func size(_ descriptor: Int32) -> (columns: Int32, rows: Int32)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int32(size.ws_col), Int32(size.ws_row))
    }

    /// Milliseconds of a clock that only goes forward.
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// A variable of the environment.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
