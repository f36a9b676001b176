import CaseModel
import Glibc
internal import CSQLite

/// The lock that every change and every writing back of the log passes, on a file beside the store.
///
/// SQLite's own locks are not enough: versions before 3.51.3 can lose pages when a log is written back while another
/// process commits. The file also says who holds the lock, and marks that the store is in use.
final class WriteLock {
    private let descriptor: Int32
    private let canWrite: Bool
    /// How long to wait for others, in milliseconds.
    var patience = 10_000

    /// Opens the lock file of a store, and makes it when it is missing.
    init(_ path: StorePath) throws(StoreError) {
        var found = open(path.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o660)
        canWrite = found >= 0
        if found < 0 { found = open(path.lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard found >= 0 else { throw .system("the lock file \(path.lock) cannot be opened") }
        descriptor = found
        var facts = stat()
        // The first to come makes it the group's, whatever the umask.
        if fstat(found, &facts) == 0, facts.st_uid == geteuid(), facts.st_mode & 0o777 != 0o660 {
            fchmod(found, 0o660)
        }
    }

    deinit { close(descriptor) }

    /// Says that the store is in use, as long as this lives.
    func markPresence() -> Bool { caseload_mark_presence(descriptor, 0) == 0 }

    /// Whether nobody else uses the store; then nobody else can begin to, as long as this lives.
    func claimAlone() -> Bool { caseload_mark_presence(descriptor, 1) == 0 }

    /// Takes the lock, or says who holds it.
    ///
    /// - Parameter what: who takes it and for what, for those who wait.
    func take(_ what: String) throws(StoreError) {
        var waited = 0
        var pause = 1
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .system("the lock file cannot be locked") }
            guard waited < patience else { throw .locked(holder()) }
            usleep(UInt32(pause * 1000))
            waited += pause
            pause = min(pause + 1, 10)
        }
        sign(what)
    }

    func release() { flock(descriptor, LOCK_UN) }

    private func sign(_ what: String) {
        guard canWrite else { return }
        let line = "\(what), process \(getpid()), since \(Timestamp(seconds: Int64(time(nil))))"
        let bytes = Array(line.utf8.prefix(500)) + [10]
        // What is written here only helps those who wait; the lock holds without it.
        if pwrite(descriptor, bytes, bytes.count, 0) == bytes.count { ftruncate(descriptor, off_t(bytes.count)) }
    }

    /// Who holds the lock, as they wrote it down.
    private func holder() -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let line = bytes.prefix(max(0, count)).prefix { $0 != 10 }
        return line.isEmpty ? "another process writes to it" : String(decoding: line, as: UTF8.self)
    }
}
