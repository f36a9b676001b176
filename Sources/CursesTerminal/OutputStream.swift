internal import CNcurses
internal import Glibc

/// What the terminal library writes to: the terminal, through a descriptor of the library's own.
struct OutputStream {
    private let descriptor: Int32
    private let stream: UnsafeMutablePointer<FILE>

    /// A stream to the terminal on standard output; nil when there are no more descriptors.
    ///
    /// The terminal is opened anew where that is allowed: another program can make what was inherited a line that never
    /// waits, and the library would try again and again while the terminal does not read.
    init?() {
        let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NOCTTY | O_CLOEXEC)
        let descriptor = own >= 0 ? own : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { return nil }
        guard let stream = fdopen(descriptor, "w") else {
            Glibc.close(descriptor)
            return nil
        }
        (self.descriptor, self.stream) = (descriptor, stream)
    }

    /// The stream to give to the library.
    var file: UnsafeMutablePointer<FILE> { stream }

    /// Has the library think that it came back from the shell, once the terminal is its own.
    ///
    /// Until then it writes at every move of its cursor: a dozen small writes for a key and more for a page, each of which
    /// wakes the terminal or leaves as a packet of its own over ssh. Afterwards it writes when a picture is whole or its
    /// buffer full. Leaving goes nowhere, so that the terminal neither shows the shell's screen nor changes its modes.
    ///
    /// - Returns: false when the terminal could not be had back.
    func settle() -> Bool {
        let terminal = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { for end in [terminal, nowhere] where end >= 0 { Glibc.close(end) } }
        guard terminal >= 0, nowhere >= 0, shim_point(descriptor, nowhere) >= 0 else { return true }
        endwin()
        guard shim_point(descriptor, terminal) >= 0 else { return false }
        doupdate()
        return true
    }

    /// Ends it; the library must be done with the stream.
    func close() { fclose(stream) }
}
