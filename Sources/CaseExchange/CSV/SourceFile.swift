internal import Glibc

/// A file that can be read at any place: the file itself, or a private copy of what cannot be read twice.
final class SourceFile {
    /// The name for messages.
    let name: String
    /// Its size in bytes.
    let size: Int64
    private let descriptor: Int32
    private let stamp: (Int, Int)
    /// Where its rows come from, when it was written from JSON.
    let origins: JSONOrigins?

    /// Opens a file by its path; `-` is standard input.
    convenience init(opening path: String) throws(ImportError) {
        guard path != "-" else {
            try self.init(copying: STDIN_FILENO, named: "standard input")
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path) : .file(path, SourceFile.words(errno))
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            let why = SourceFile.words(errno)
            close(descriptor)
            throw .file(path, why)
        }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: try self.init(owning: descriptor, named: path)
        case S_IFDIR:
            close(descriptor)
            throw .file(path, "it is a folder")
        case S_IFIFO:
            defer { close(descriptor) }
            try self.init(copying: descriptor, named: path)
        default:
            // Such as /dev/zero, which never ends.
            close(descriptor)
            throw .file(path, "it is a device; give a file, or - for standard input")
        }
    }

    /// Takes over a descriptor of a file that can be read at any place.
    init(owning descriptor: Int32, named name: String, origins: JSONOrigins? = nil) throws(ImportError) {
        self.origins = origins
        self.name = name
        self.descriptor = descriptor
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .file(name, SourceFile.words(errno)) }
        size = Int64(facts.st_size)
        stamp = (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec)
    }

    /// Copies what a descriptor has to give into a file without a name.
    private convenience init(copying descriptor: Int32, named name: String) throws(ImportError) {
        let spool = try Spool(for: name)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(name, SourceFile.words(errno)) }
            guard count > 0 else { break }
            try spool.write(buffer[..<count])
        }
        try self.init(owning: spool.takeDescriptor(), named: name)
    }

    deinit {
        close(descriptor)
    }

    /// Whether somebody wrote into the file since it was opened.
    var hasChanged: Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return true }
        return Int64(facts.st_size) != size || (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec) != stamp
    }

    /// Fills the front of a buffer from a place on and answers how many bytes there were; 0 at the end.
    func read(into buffer: inout [UInt8], count wanted: Int, at offset: Int64) throws(ImportError) -> Int {
        var done = 0
        let wanted = min(wanted, buffer.count)
        while done < wanted {
            let count = buffer.withUnsafeMutableBytes { raw in
                pread(descriptor, raw.baseAddress.map { $0 + done }, wanted - done, off_t(offset) + done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(name, SourceFile.words(errno)) }
            guard count > 0 else { break }
            done += count
        }
        return done
    }

    /// A system error in words.
    static func words(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "you may not read it"
        case ENOSPC: "the disk for temporary files is full"
        default: String(cString: strerror(code))
        }
    }
}
