import CaseModel
import ConsoleCore

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

    /// Keeps a text.
    func save(_ text: String, _ key: DraftKey) throws(FileProblem) {
        try PrivateFile.makeFolder(folder)
        try PrivateFile.write(Array(text.utf8), to: path(key))
    }

    /// The text, if there is one.
    func load(_ key: DraftKey) throws(FileProblem) -> String? {
        do throws(FileProblem) {
            return try BoundedFile.text(path(key), limit: CaseLimits.text, trust: .mine, followsLinks: false)
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

    private func path(_ key: DraftKey) -> String { folder + "/" + key.fileName }
}
