import Glibc

/// Reads files that people edit: regular ones only, never longer than a cap, never waiting for a pipe.
enum BoundedFile {
    /// Whose file it must be.
    enum Trust {
        /// Anybody's.
        case anybody
        /// The person's or the system's, and not writable for everybody.
        case ownersOnly
        /// The person's own.
        case mine
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - limit: the most bytes it may have.
    ///   - followsLinks: whether the last part of the path may be a symbolic link.
    ///   - settled: whether it must stay as it is while it is read.
    static func bytes(
        _ path: String, limit: Int, trust: Trust = .anybody, followsLinks: Bool = true, settled: Bool = false
    ) throws(FileProblem) -> [UInt8] {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
        let file = open(path, flags)
        guard file >= 0 else { throw FileProblem.ofSystem(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileProblem.ofSystem(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
        switch trust {
        case .anybody: break
        case .ownersOnly:
            guard status.st_uid == 0 || status.st_uid == getuid(), status.st_mode & S_IWOTH == 0 else {
                throw .notOurs(path)
            }
        case .mine:
            guard status.st_uid == getuid() else { throw .notOurs(path) }
        }
        guard status.st_size <= limit else { throw .tooLarge(path, limit: limit) }
        let bytes = try read(file, path, limit)
        guard !settled || isUnchanged(file, status, bytes.count) else { throw .changed(path) }
        return bytes
    }

    private static func isUnchanged(_ file: Int32, _ before: stat, _ count: Int) -> Bool {
        var after = stat()
        return fstat(file, &after) == 0 && after.st_size == count && before.st_size == count
            && after.st_mtim.tv_sec == before.st_mtim.tv_sec && after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    }

    /// The text of a file; bytes that are not UTF-8 are an error.
    static func text(
        _ path: String, limit: Int, trust: Trust = .anybody, followsLinks: Bool = true
    ) throws(FileProblem) -> String {
        let bytes = try bytes(path, limit: limit, trust: trust, followsLinks: followsLinks)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path) }
        return text
    }

    /// Everything a descriptor gives, up to a cap.
    static func read(_ file: Int32, _ path: String, _ limit: Int) throws(FileProblem) -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileProblem.ofSystem(path) }
            if count == 0 { return result }
            guard result.count + count <= limit else { throw .tooLarge(path, limit: limit) }
            result += chunk[..<count]
        }
    }

    /// Whether something stands at a path.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The names in a folder, sorted by their bytes; empty when there is no such folder.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != "..", names.count < 1000 { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
