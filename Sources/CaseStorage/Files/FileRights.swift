import CaseModel
import Glibc

/// Who may do what with a file.
struct FileRights: Equatable {
    var owner: uid_t
    var group: gid_t
    var mode: mode_t
}

extension StorePath {
    /// Who may do what with the file at the path; nil when there is none.
    var rights: FileRights? {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        return FileRights(owner: facts.st_uid, group: facts.st_gid, mode: facts.st_mode & 0o777)
    }

    /// Gives the file the owner, group and mode of another; only for a file no connection has open.
    ///
    /// Another group never gets what the right one had.
    /// - Returns: what could not be done, in words; nil when all was.
    func take(_ wanted: FileRights) throws(StoreError) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system("\(path) cannot be opened") }
        defer { close(descriptor) }
        var lost: [String] = []
        var mode = wanted.mode
        if fchown(descriptor, wanted.owner, wanted.group) != 0 {
            let ownGroup = fchown(descriptor, uid_t.max, wanted.group) == 0
            if wanted.owner != geteuid() {
                lost.append("its owner (\(wanted.owner)) could not be kept, it is yours now")
            }
            if !ownGroup {
                mode &= ~0o070
                lost.append("its group (\(wanted.group)) could not be kept, so no group may use it")
            }
        }
        guard fchmod(descriptor, mode) == 0 else { throw .system("the mode of \(path) cannot be set") }
        return lost.isEmpty ? nil : lost.joined(separator: "; ")
    }
}
