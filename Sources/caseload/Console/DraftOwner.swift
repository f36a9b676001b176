import ConsoleCore
import Glibc
import Synchronization

/// Which console a draft belongs to: its process number stands in the file's name, and a lock says that it lives.
enum DraftOwner {
    private static let mark: Character = "@"
    private static let sign = "held-"
    /// Folders in which this process said that it lives.
    private static let claimed = Mutex<Set<String>>([])

    /// The name of the file for a key that belongs to a process; this one's when none is named.
    static func name(of key: DraftKey, of process: Substring = Substring(String(getpid()))) -> String {
        key.fileName + String(mark) + process
    }

    /// The key that a file is for; nil for other files.
    ///
    /// A name without a number is of a console that is no more.
    static func key(of name: String) -> DraftKey? {
        let parts = name.split(separator: mark, maxSplits: 1)
        // What is just being written has an ending behind its number.
        guard parts.count < 2 || Int32(parts[1]) != nil else { return nil }
        return parts.first.flatMap { DraftKey(fileName: String($0)) }
    }

    /// Whether a file belongs to another console that lives.
    static func isElsewhere(_ name: String, in folder: String) -> Bool {
        let parts = name.split(separator: mark, maxSplits: 1)
        guard parts.count == 2, parts[1] != String(getpid()) else { return false }
        return lives(folder + "/" + sign + parts[1])
    }

    /// Says that this process lives, as long as it does.
    static func claim(_ folder: String) throws(FileProblem) {
        guard !claimed.withLock({ $0.contains(folder) }) else { return }
        let path = folder + "/" + sign + String(getpid())
        // A process of the same number that is no more may have left its own.
        PrivateFile.remove(path)
        flock(try PrivateFile.create(path), LOCK_EX | LOCK_NB)
        _ = claimed.withLock { $0.insert(folder) }
    }

    /// Takes away what consoles that are no more said of themselves; their drafts stay.
    static func forgetTheDead(in folder: String) {
        for name in BoundedFile.names(in: folder) where name.hasPrefix(sign) && !lives(folder + "/" + name) {
            guard name != sign + String(getpid()) else { continue }
            PrivateFile.remove(folder + "/" + name)
        }
    }

    private static func lives(_ path: String) -> Bool {
        let lock = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard lock >= 0 else { return false }
        defer { close(lock) }
        return flock(lock, LOCK_EX | LOCK_NB) != 0
    }
}
