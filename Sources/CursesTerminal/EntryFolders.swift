internal import Glibc

/// Where descriptions of terminals are kept: a file each, below a folder that is named by the first letter.
enum EntryFolders {
    /// The longest description that the library reads.
    private static let limit = 32_768

    /// The description that the library would take; nil where it is in none of the folders that are known here.
    static func entry(of name: String) -> TerminalEntry? {
        guard let first = name.utf8.first, !name.contains("/") else { return nil }
        let digits = String(first, radix: 16)
        for folder in folders() {
            for letter in [String(Unicode.Scalar(first)), digits] {
                guard let bytes = read("\(folder)/\(letter)/\(name)") else { continue }
                return TerminalEntry(bytes)
            }
        }
        return nil
    }

    /// The person's before the system's, as the library has it.
    private static func folders() -> [String] {
        let system = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
        var folders: [String] = []
        if let own = Wire.environment("TERMINFO"), !own.isEmpty { folders.append(own) }
        if let home = Wire.environment("HOME"), !home.isEmpty { folders.append("\(home)/.terminfo") }
        let named = Wire.environment("TERMINFO_DIRS") ?? ""
        // An empty name among them stands for the system's.
        for name in named.split(separator: ":", omittingEmptySubsequences: false) {
            folders += name.isEmpty ? system : [String(name)]
        }
        return folders
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
        return count == bytes.count ? bytes : nil
    }
}
