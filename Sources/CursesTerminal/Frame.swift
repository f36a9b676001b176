internal import CNcurses
internal import Glibc

/// Collects what the terminal library sends for one picture, so that the terminal gets it in one piece.
///
/// The library writes at every move of its cursor: two dozen small writes for a page, each of which wakes the terminal
/// or leaves as a packet of its own over ssh. It writes to a descriptor of its own, which means a file in memory while
/// pictures are painted, and the terminal while its modes are changed.
struct Frame {
    /// What the library writes to.
    private let descriptor: Int32
    private let stream: UnsafeMutablePointer<FILE>
    /// The file in memory; negative where the system has none, and the library then writes to the terminal itself.
    private let memory: Int32
    /// The beginning of that file, more than most pictures need; nil where the system does not show it.
    private let shown: UnsafeRawPointer?
    /// Whether the library writes to the file in memory now.
    private var isCollecting = false

    /// How much of the file is shown.
    private static let room = 1 << 16

    /// A frame for the terminal on standard output; nil when there are no more descriptors.
    init?() {
        let descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { return nil }
        guard let stream = fdopen(descriptor, "w") else {
            Glibc.close(descriptor)
            return nil
        }
        (self.descriptor, self.stream) = (descriptor, stream)
        memory = shim_memory_file("frame")
        guard memory >= 0, ftruncate(memory, Frame.room) == 0,
            let shown = mmap(nil, Frame.room, PROT_READ, MAP_SHARED, memory, 0), shown != MAP_FAILED
        else {
            self.shown = nil
            return
        }
        self.shown = UnsafeRawPointer(shown)
    }

    /// The stream to give to the library.
    var output: UnsafeMutablePointer<FILE> { stream }

    /// Lets the library update the terminal.
    mutating func update() {
        if !isCollecting, memory >= 0 { isCollecting = shim_point(descriptor, memory) >= 0 }
        doupdate()
        if isCollecting { send() }
    }

    /// From now on the library has the terminal itself, for its modes; the next picture is collected again.
    mutating func pointAtTerminal() {
        guard isCollecting else { return }
        isCollecting = false
        shim_point(descriptor, STDOUT_FILENO)
        send()
    }

    private func send() {
        let count = Int(lseek(memory, 0, SEEK_CUR))
        guard count > 0 else { return }
        lseek(memory, 0, SEEK_SET)
        if let shown, count <= Frame.room {
            Wire.write(STDOUT_FILENO, UnsafeRawBufferPointer(start: shown, count: count))
            return
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            filled = max(0, pread(memory, room.baseAddress, count, 0))
        }
        Wire.write(STDOUT_FILENO, bytes)
    }

    /// Ends it; the library must be done with the stream.
    func close() {
        fclose(stream)
        if let shown { munmap(UnsafeMutableRawPointer(mutating: shown), Frame.room) }
        if memory >= 0 { Glibc.close(memory) }
    }
}
