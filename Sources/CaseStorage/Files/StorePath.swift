import CaseModel
import Glibc

/// Where a store lies, looked at without ever opening it: closing a descriptor on it would drop this process's locks.
struct StorePath: Sendable {
    /// The real path, without links on the way.
    let path: String

    /// The lock file beside it.
    var lock: String { path + "-lock" }

    /// Finds the real folder of a path.
    ///
    /// - Parameter forBackup: a backup is never written to by two, so it may lie where several hosts meet.
    init(_ given: String, forBackup: Bool = false) throws(StoreError) {
        guard !given.isEmpty, !given.utf8.contains(0) else { throw .unavailable("its path is empty") }
        let cut = given.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = cut.map { $0 == given.startIndex ? "/" : String(given[..<$0]) } ?? "."
        let name = cut.map { String(given[given.index(after: $0)...]) } ?? given
        guard let real = realpath(folder, nil) else { throw .system("the folder \(folder) cannot be reached") }
        defer { free(real) }
        let base = String(cString: real)
        guard !name.isEmpty, name != ".", name != ".." else { throw .notACaseFile("it is a folder") }
        path = base == "/" ? "/" + name : base + "/" + name
        if !forBackup, let kind = FileSystemKind.network(at: base) {
            throw .unavailable("it lies on \(kind), which several hosts share; keep it on a disk of this host")
        }
    }

    /// What a file is, as far as a store cares.
    enum Kind: Equatable {
        case nothing
        case file(size: Int, device: UInt64, inode: UInt64)
        case other(String)
    }

    /// What stands at the path.
    var kind: Kind { StorePath.kind(of: path) }

    static func kind(of path: String) -> Kind {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return errno == ENOENT ? .nothing : .other("it cannot be reached") }
        switch facts.st_mode & S_IFMT {
        case S_IFREG:
            return .file(size: Int(facts.st_size), device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino))
        case S_IFDIR: return .other("it is a folder")
        case S_IFLNK: return .other("it is a link; give the path of the file itself")
        case S_IFIFO: return .other("it is a pipe")
        case S_IFSOCK: return .other("it is a socket")
        default: return .other("it is a device")
        }
    }

    /// Whether the same file is still there, whatever its size has become.
    func isSame(as known: Kind?) -> Bool {
        guard case .file(_, let device, let inode)? = known, case .file(_, let nowDevice, let nowInode) = kind else {
            return false
        }
        return device == nowDevice && inode == nowInode
    }

    /// Makes sure a regular file is there.
    func checkFile() throws(StoreError) {
        switch kind {
        case .nothing: throw .notFound("store at \(path)")
        case .other(let what): throw .notACaseFile(what)
        case .file(let size, _, _): if size == 0 { throw .notACaseFile("it is empty") }
        }
    }

    /// Makes an empty file, for the group to share whatever the umask; refuses when anything is there.
    ///
    /// Only for a file that no connection of this process can have open: it is new.
    func makeFile(mode: mode_t = 0o660) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw .unavailable("there is a file at \(path) already") }
            throw .system("\(path) cannot be made")
        }
        fchmod(descriptor, mode)
        close(descriptor)
    }

    /// The folder of the file.
    var folder: String {
        let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        return cut == path.startIndex ? "/" : String(path[..<cut])
    }

    /// Waits until a file and its place in its folder are on the disk; only for a file no connection has open.
    func settle() throws(StoreError) {
        for name in [path, folder] {
            let descriptor = open(name, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .system("\(name) cannot be opened") }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw .system("\(name) cannot be brought to the disk") }
        }
    }
}
