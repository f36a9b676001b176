import Glibc

/// A folder that is held open while files are written into it, so that nobody can put another in its place.
struct GivenFolder: ~Copyable {
    private let path: String
    private let folder: Int32

    /// Opens a folder; a link in the place of its last part is an error.
    init(_ path: String) throws(FileProblem) {
        self.path = path
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else { throw errno == ENOTDIR ? .notFolder(path) : .ofSystem(path) }
    }

    deinit { close(folder) }

    /// Stops where a new file could not be made, as far as that shows without making it.
    ///
    /// - Parameter others: the names of files that would have been made before it.
    func expectRoom(for name: String, beside others: Set<String>) throws(FileProblem) {
        let place = place(of: name)
        var status = stat()
        guard !others.contains(name), fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw .exists(place)
        }
        guard faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 else { throw FileProblem.ofSystem(place) }
    }

    /// The path of a file in it, for messages.
    func place(of name: String) -> String { path == "." ? name : "\(path)/\(name)" }

    /// Writes a new file, readable for the person alone; anything of that name that is there, a link too, is an error.
    func write(_ bytes: [UInt8], named name: String) throws(FileProblem) {
        let place = place(of: name)
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileProblem.ofSystem(place) }
        defer { close(file) }
        do throws(FileProblem) {
            try PrivateFile.write(bytes, file, place)
            guard fsync(file) == 0 else { throw FileProblem.ofSystem(place) }
        } catch {
            unlinkat(folder, name, 0)
            throw error
        }
    }
}
