import Glibc

/// An open descriptor, closed with this object at the latest.
final class Descriptor {
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close() }

    /// Whether it was not closed yet.
    var isOpen: Bool { number >= 0 }

    func close() {
        if number >= 0 { _ = Glibc.close(number) }
        number = -1
    }

    /// Makes reads and writes answer at once.
    func makeNonBlocking() {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    }

    /// A pipe whose ends no program started by us inherits, if made inside `spawnGate`.
    static func pipe() throws(HarnessError) -> (read: Descriptor, write: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw .last("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }

    /// What can be read now: bytes, `[]` at the end of the stream, nil when there is nothing yet.
    func read(atMost count: Int = 65_536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let got = Glibc.read(number, &buffer, count)
            if got >= 0 { return Array(buffer[..<got]) }
            if errno == EINTR { continue }
            // EIO is how the master of a terminal says that nobody has it open any more.
            return errno == EAGAIN ? nil : []
        }
    }

    /// Writes what fits now: the number of bytes, 0 when nothing fits yet, nil when nobody reads any more.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        while true {
            let put = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if put >= 0 { return put }
            if errno == EINTR { continue }
            return errno == EAGAIN ? 0 : nil
        }
    }
}

/// The whole milliseconds left until `deadline`, rounded up, for `poll`.
func millisecondsLeft(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = deadline - ContinuousClock.now
    guard left > .zero else { return 0 }
    let parts = left.components
    let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: milliseconds)
}
