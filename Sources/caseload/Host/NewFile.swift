import Glibc
import Synchronization

/// A file that is written where none was, for the person alone; it goes away again unless it is kept.
final class NewFile: Sendable {
    private let path: String
    private let file: Int32
    private let isKept = Mutex(false)

    /// Makes the file; anything that stands there already, a link too, is an error.
    init(_ path: String) throws(FileProblem) {
        self.path = path
        file = try PrivateFile.create(path)
    }

    deinit {
        close(file)
        if !isKept.withLock({ $0 }) { unlink(path) }
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(Failure) {
        do throws(FileProblem) {
            try PrivateFile.write(bytes, file, path)
        } catch {
            throw Failure(.failed, error.description)
        }
    }

    /// Says that it is whole; it stays from now on.
    func keep() throws(Failure) {
        guard fsync(file) == 0 else { throw Failure(.failed, FileProblem.ofSystem(path).description) }
        isKept.withLock { $0 = true }
    }
}
