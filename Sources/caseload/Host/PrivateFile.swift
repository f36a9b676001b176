import Glibc

/// Writes files that nobody else may read, and folders to hold them.
enum PrivateFile {
    /// Makes a folder and those above it, each for the person alone; one that is there already stays as it is.
    static func makeFolder(_ path: String) throws(FileProblem) {
        let above = Places.folder(of: path)
        if mkdir(path, 0o700) == 0 { return }
        if errno == ENOENT, above != path {
            try makeFolder(above)
            if mkdir(path, 0o700) == 0 { return }
        }
        guard errno == EEXIST else { throw FileProblem.ofSystem(path) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .notRegular(path) }
    }

    /// Makes sure that ``makeFolder(_:)`` would find a folder it may write to, or could make one.
    static func expectFolder(_ path: String) throws(FileProblem) {
        let above = Places.folder(of: path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT, above != path else { throw FileProblem.ofSystem(path) }
            return try expectFolder(above)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notRegular(path) }
        guard access(path, W_OK | X_OK) == 0 else { throw FileProblem.ofSystem(path) }
    }

    /// A new folder with a name nobody could foresee, for the person alone.
    static func makeTemporaryFolder(in place: String) throws(FileProblem) -> String {
        var template = Array((place + "/caseload-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw FileProblem.ofSystem(place) }
        return template.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Writes a whole file, readable for the person alone; who looks meanwhile sees the old one or the new one.
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let new = path + ".new"
        unlink(new)
        let file = try create(new)
        do throws(FileProblem) {
            try write(bytes, file, path)
        } catch {
            close(file)
            unlink(new)
            throw error
        }
        close(file)
        guard rename(new, path) == 0 else {
            let problem = FileProblem.ofSystem(path)
            unlink(new)
            throw problem
        }
    }

    /// A new file for writing; anything that stands there already, a link too, is an error.
    static func create(_ path: String) throws(FileProblem) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileProblem.ofSystem(path) }
        return file
    }

    /// Writes all of the bytes.
    static func write(_ bytes: [UInt8], _ file: Int32, _ path: String) throws(FileProblem) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + done }, $0.count - done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileProblem.ofSystem(path) }
            done += count
        }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// Removes a folder of ours with the files in it, one level deep.
    static func removeFolder(_ path: String) {
        for name in BoundedFile.names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }
}
