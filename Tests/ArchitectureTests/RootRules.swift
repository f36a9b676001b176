/// What may stand at the root of the repository, and what may stand in none of its files.
enum RootRules {
    private static let known: Set<String> = ["Package.swift", "Sources", "Tests", "Themes", "README.md"]

    /// Entries that do not belong at the root; names that begin with a dot do.
    static func strangers(among entries: [String]) -> [String] {
        entries.filter { !$0.hasPrefix(".") && !known.contains($0) }
    }

    /// Paths of the machine a file was written on: somebody's home, and the folder of the repository with its parent.
    static func machinePaths(in file: SourceTree.File, root: String, home: String) -> [String] {
        // Put together here, so that this file does not find itself.
        var places = ["/" + "root/", home + "/", root + "/"]
        let parent = root.split(separator: "/").dropLast()
        if parent.count > 1 || parent.first.map({ !["tmp", "var", "opt", "srv", "usr", "etc"].contains($0) }) ?? false {
            places.append("/" + parent.joined(separator: "/") + "/")
        }
        return Set(places).sorted().filter { file.text.contains($0) }.map { "\(file) names the place \($0)" }
    }
}

/// How long files are, taken together.
enum FileSizes {
    /// The size in the middle.
    static func median(_ sizes: [Int]) -> Int { sizes.isEmpty ? 0 : sizes.sorted()[sizes.count / 2] }

    /// The share of sizes not above a limit, from 0 to 1.
    static func share(of sizes: [Int], within limit: Int) -> Double {
        sizes.isEmpty ? 1 : Double(sizes.filter { $0 <= limit }.count) / Double(sizes.count)
    }
}
