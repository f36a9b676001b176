import Foundation

/// The repository this test was built from.
enum SourceTree {
    /// One file, by its path inside the repository.
    struct File: Sendable, CustomStringConvertible {
        let path: String
        let text: String
        /// The text without comments and strings; empty for files that are not Swift.
        let code: SwiftCode

        init(path: String, text: String, isScanned: Bool = true) {
            self.path = path
            self.text = text
            code = SwiftCode(isScanned && path.hasSuffix(".swift") ? text : "")
        }

        var description: String { path }
        /// `X` for a file below `Sources/X`.
        var module: String? {
            let parts = path.split(separator: "/")
            return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
        }
        /// The name without folder and extension.
        var baseName: String { URL(filePath: path).deletingPathExtension().lastPathComponent }
        /// How many lines an editor shows.
        var lineCount: Int {
            text.isEmpty ? 0 : text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        }
    }

    /// The folder that holds `Package.swift`.
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { return folder }
        }
        return folder
    }()

    /// The names at the root of the repository.
    static func rootEntries() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    }

    /// The manifest.
    static func manifest() throws -> String {
        try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    }

    /// All Swift files below `Sources`.
    static func sources() throws -> [File] { try readOnce.get().filter { $0.path.hasPrefix("Sources/") } }

    /// All Swift files below `Sources` and `Tests`.
    static func swiftFiles() throws -> [File] { try readOnce.get() }

    private static let readOnce = Result {
        try (files(below: "Sources") + files(below: "Tests")).filter { $0.path.hasSuffix(".swift") }
            .map { File(path: $0.path, text: $0.text) }
    }

    /// All text files below a folder, hidden ones too, without their code; files that are not text are left out.
    static func files(below folder: String) throws -> [File] {
        let start = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var files: [File] = []
        for case let url as URL in walk {
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else { continue }
            let path = url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count)
            files.append(File(path: String(path.drop { $0 == "/" }), text: text, isScanned: false))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The names in a folder that end so, without that end.
    static func names(in folder: String, endingWith end: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { $0.hasSuffix(end) }.map { String($0.dropLast(end.count)) }.sorted()
    }
}
