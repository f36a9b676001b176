import Glibc

/// What is wrong with a file the program reads or writes, apart from the store.
enum FileProblem: Error, Equatable, CustomStringConvertible {
    /// There is none.
    case missing(String)
    /// It is a folder, a pipe, a link where none may be.
    case notRegular(String)
    /// It is no folder, or a link to one.
    case notFolder(String)
    /// It is larger than the cap, in bytes.
    case tooLarge(String, limit: Int)
    /// Others may write it, so it cannot be trusted.
    case notOurs(String)
    /// It is not UTF-8.
    case notText(String)
    /// It is there already.
    case exists(String)
    /// Somebody wrote into it meanwhile.
    case changed(String)
    /// The system says no; what it was about, and its error number.
    case system(String, Int32)

    /// What is wrong, in words.
    var description: String {
        switch self {
        case .missing(let path): "There is no file \(path)."
        case .notRegular(let path): "\(path) is no regular file."
        case .notFolder(let path): "\(path) is no folder, or a link to one; name the folder itself."
        case .tooLarge(let path, let limit): "\(path) has more than \(limit / 1024) KiB."
        case .notOurs(let path): "\(path) belongs to somebody else, or everybody may write it, so it was not read."
        case .notText(let path): "\(path) is not UTF-8 text."
        case .exists(let path): "\(path) is there already; it was left as it is."
        case .changed(let path): "\(path) was changed while it was read. Try again."
        case .system(let path, let number): "\(path): \(FileProblem.words(number))."
        }
    }

    /// The problem behind the newest error number.
    static func ofSystem(_ path: String) -> FileProblem {
        switch errno {
        case ENOENT: .missing(path)
        case ELOOP: .notRegular(path)
        case EEXIST: .exists(path)
        default: .system(path, errno)
        }
    }

    /// An error number in the system's words.
    static func words(_ number: Int32) -> String {
        guard let words = strerror(number) else { return "error \(number)" }
        return String(cString: words)
    }
}
