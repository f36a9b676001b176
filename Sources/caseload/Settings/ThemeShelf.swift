import EmbeddedFiles
import SettingsText
import TerminalUI

/// The themes there are: the built-in ones, the host's and the person's; a later one of the same name wins.
struct ThemeShelf: Sendable {
    /// Folders with theme files, the last one winning.
    private let folders: [String]

    /// The shelf of a host and a person.
    init(places: Places) {
        folders = [places.system + "/themes", places.config + "/themes"]
    }

    /// A theme, and what was wrong with it; nil when there is none of that name.
    func theme(_ name: String) -> (theme: Theme, problems: [String])? {
        var problems: [String] = []
        if let file = file(name, &problems) {
            let reading = Theme.read(file, named: name) { other in
                var ignored: [String] = []
                return self.file(other, &ignored)
            }
            return (reading.theme, problems + reading.problems.map(\.description))
        }
        // The usual theme needs no file: it is part of the program, which starts faster so.
        if name == Theme.terminal.name { return (.terminal, problems) }
        guard let bytes = EmbeddedFiles.theme(name) else { return nil }
        let reading = Theme.read(SettingsFile.read(bytes: bytes, named: name).file, named: name, lookup: embedded)
        return (reading.theme, problems + reading.problems.map(\.description))
    }

    /// The names of all themes, sorted, built-in ones first.
    var names: [String] {
        let own = folders.flatMap { BoundedFile.names(in: $0) }.compactMap { file -> String? in
            file.hasSuffix(ThemeShelf.suffix) ? String(file.dropLast(ThemeShelf.suffix.count)) : nil
        }
        let builtIn = EmbeddedFiles.themeNames
        return builtIn + Set(own).subtracting(builtIn).sorted()
    }

    /// Where a theme comes from: a path, or nil for a built-in one.
    func path(of name: String) -> String? {
        folders.map { $0 + "/" + name + ThemeShelf.suffix }.last { BoundedFile.exists($0) }
    }

    /// The bytes of a theme's file, for `theme show`; nil when there is none.
    func bytes(of name: String) -> [UInt8]? {
        guard ThemeShelf.isName(name) else { return nil }
        if let path = path(of: name) {
            do throws(FileProblem) {
                return try BoundedFile.bytes(path, limit: SettingsFile.byteLimit, trust: .ownersOnly)
            } catch {
                return nil
            }
        }
        return EmbeddedFiles.theme(name)
    }

    private static let suffix = ".theme"

    /// A name that cannot lead out of the folder.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 64 && !name.utf8.contains(UInt8(ascii: "/"))
    }

    private func file(_ name: String, _ problems: inout [String]) -> SettingsFile? {
        guard ThemeShelf.isName(name) else { return nil }
        for folder in folders.reversed() {
            if let file = SettingsSource.read(folder + "/" + name + ThemeShelf.suffix, &problems) { return file }
        }
        return nil
    }

    private func embedded(_ name: String) -> SettingsFile? {
        EmbeddedFiles.theme(name).map { SettingsFile.read(bytes: $0, named: name).file }
    }
}
