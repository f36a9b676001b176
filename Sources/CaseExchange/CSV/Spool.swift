internal import Glibc

/// A private file without a name, for what can be read only once or must be written differently first.
final class Spool {
    private let name: String
    private let limit: Int
    private var size = 0
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// The most bytes that are copied, so that something without an end does not fill the disk.
    static let usualLimit = 4 << 30

    /// A new empty file beside the other temporary ones; `name` is what it stands for, for messages.
    init(for name: String, limit: Int = usualLimit) throws(ImportError) {
        self.name = name
        self.limit = limit
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/caseload-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .file(name, SourceFile.words(errno)) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // It lives as long as its descriptor, whatever ends the program.
        unlink(template)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Adds bytes.
    func write(_ bytes: ArraySlice<UInt8>) throws(ImportError) {
        size += bytes.count
        guard size <= limit else {
            throw .file(name, "it has more than \(limit >> 30) GiB to be copied; give it as a file in UTF-8")
        }
        buffer += bytes
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Hands the file over to a reader.
    func takeDescriptor() throws(ImportError) -> Int32 {
        try flush()
        defer { descriptor = -1 }
        return descriptor
    }

    private func flush() throws(ImportError) {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .file(name, SourceFile.words(errno)) }
            done += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
