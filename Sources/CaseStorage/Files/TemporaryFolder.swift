import CaseModel
import Glibc
internal import CSQLite

/// Where SQLite sorts what does not fit into memory: a folder that nobody else can look into.
enum TemporaryFolder {
    /// Chosen once for the process, before its first connection.
    static let chosen: Bool = choose()

    private static func choose() -> Bool {
        let base = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? ""
        let name = base.isEmpty ? "/tmp/caseload-\(geteuid())" : base + "/caseload"
        if mkdir(name, 0o700) == 0 || errno == EEXIST, isPrivate(name) {
            return caseload_set_temporary_folder(name) == SQLITE_OK
        }
        // Somebody else has that name: take one that nobody can have.
        var template = Array("/tmp/caseload-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { return false }
        return caseload_set_temporary_folder(made) == SQLITE_OK
    }

    private static func isPrivate(_ path: String) -> Bool {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFDIR && facts.st_uid == geteuid() && facts.st_mode & 0o077 == 0
    }
}
