import CaseModel
import ConsoleCore
import Glibc

/// Texts that were typed and not sent, one small private file each; those of different stores are kept apart.
struct Drafts: Equatable {
    private let folder: String

    /// The drafts for a store.
    init(places: Places, store: String) {
        // Case numbers begin anew in each store, so the store's path is part of the name (FNV-1a, 64 bit).
        let hash = Places.absolute(store).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        folder = places.drafts + "/" + String(hash, radix: 16)
    }

    /// The drafts in a folder.
    init(folder: String) {
        self.folder = folder
    }

    /// Keeps a text, in a file of this console's own: two windows may write about one case.
    func save(_ text: String, _ key: DraftKey) throws(FileProblem) {
        try PrivateFile.makeFolder(folder)
        try DraftOwner.claim(folder)
        try PrivateFile.write(Array(text.utf8), to: path(key))
    }

    /// The text, if there is one: our own, else one that a console left which is no more; it is ours from then on.
    func load(_ key: DraftKey) throws(FileProblem) -> String? {
        if let text = try read(path(key)) { return text }
        for name in left(key) {
            try DraftOwner.claim(folder)
            // Whoever takes it first has it.
            guard rename(folder + "/" + name, path(key)) == 0 else { continue }
            return try read(path(key))
        }
        return nil
    }

    private func read(_ path: String) throws(FileProblem) -> String? {
        do throws(FileProblem) {
            return try BoundedFile.text(path, limit: CaseLimits.text, trust: .mine, followsLinks: false)
        } catch .missing {
            return nil
        } catch {
            throw error
        }
    }

    /// Forgets the text.
    func clear(_ key: DraftKey) {
        PrivateFile.remove(path(key))
    }

    /// The drafts there are: our own, and those of consoles that are no more.
    var keys: [DraftKey] {
        var seen: Set<DraftKey> = []
        return BoundedFile.names(in: folder).compactMap { name in
            guard let key = DraftOwner.key(of: name), !DraftOwner.isElsewhere(name, in: folder) else { return nil }
            return seen.insert(key).inserted ? key : nil
        }
    }

    /// The files with a text for a key that nobody has open.
    private func left(_ key: DraftKey) -> [String] {
        BoundedFile.names(in: folder).filter {
            DraftOwner.key(of: $0) == key && !DraftOwner.isElsewhere($0, in: folder)
        }
    }

    private func path(_ key: DraftKey) -> String { folder + "/" + DraftOwner.name(of: key) }
}

extension Drafts {
    /// A draft that an outside editor has: a note beside the drafts says in which file, as long as we are there.
    struct Loan {
        fileprivate let note: String
        fileprivate let lock: Int32

        /// The editor gave it back.
        func end() {
            PrivateFile.remove(note)
            close(lock)
        }
    }

    private static let lent = "lent-"

    /// An editor gets a draft in a file; nil when no note of it can be made, and then only our own death loses it.
    func lend(_ key: DraftKey, in file: String) -> Loan? {
        let note = folder + "/" + Drafts.lent + String(getpid())
        do throws(FileProblem) {
            try PrivateFile.makeFolder(folder)
            PrivateFile.remove(note)
            let lock = try PrivateFile.create(note)
            flock(lock, LOCK_EX | LOCK_NB)
            let loan = Loan(note: note, lock: lock)
            do throws(FileProblem) {
                try PrivateFile.write(Array("\(key.fileName)\n\(file)".utf8), lock, note)
                return loan
            } catch {
                loan.end()
                return nil
            }
        } catch {
            return nil
        }
    }

    /// What editors had when their console was killed becomes drafts; their files go.
    func recover() {
        DraftOwner.forgetTheDead(in: folder)
        for name in BoundedFile.names(in: folder) where name.hasPrefix(Drafts.lent) {
            let note = folder + "/" + name
            let lock = open(note, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard lock >= 0 else { continue }
            // A console that lives holds the lock.
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { recover(note) }
            close(lock)
        }
    }

    private func recover(_ note: String) {
        do throws(FileProblem) {
            let words = try BoundedFile.text(note, limit: 8192, trust: .mine, followsLinks: false)
            let lines = words.split(separator: "\n", maxSplits: 1).map(String.init)
            if lines.count == 2, let key = DraftKey(fileName: lines[0]) {
                let text = try OutsideEditor.text(lines[1])
                if !Words.isBlank(text) {
                    try save(text, key)
                    // What the console had kept before the editor began is older.
                    let owner = note.split(separator: "-").last ?? ""
                    PrivateFile.remove(folder + "/" + DraftOwner.name(of: key, of: owner))
                }
                OutsideEditor.remove(lines[1])
            }
            PrivateFile.remove(note)
        } catch .missing {
            PrivateFile.remove(note)
        } catch {
            // What cannot be read or kept now stays where it is for the next start.
            return
        }
    }
}
