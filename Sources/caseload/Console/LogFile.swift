import Glibc

/// Where standard error goes while the screen is up, so that nothing the runtime says lands in the picture.
struct LogFile {
    private let original: Int32

    /// The most a log may have before it begins anew, in bytes.
    private static let limit = 1 << 20

    /// Sends standard error to the log; nil when there can be no log, and then it goes nowhere.
    static func takeOver(_ places: Places) -> LogFile? {
        let original = fcntl(2, F_DUPFD_CLOEXEC, 3)
        guard original >= 0 else { return nil }
        var file: Int32 = -1
        do throws(FileProblem) {
            try PrivateFile.makeFolder(places.state)
            file = open(places.log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        } catch {
            file = -1
        }
        if file < 0 { file = open("/dev/null", O_WRONLY | O_CLOEXEC) }
        guard file >= 0 else { return nil }
        var status = stat()
        if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > limit {
            ftruncate(file, 0)
        }
        dup2(file, 2)
        close(file)
        return LogFile(original: original)
    }

    /// Gives standard error back.
    func giveBack() {
        dup2(original, 2)
        close(original)
    }
}
