/// What `Package.swift` declares, read from its text.
struct Manifest {
    /// The dependencies of each target that is no test.
    let targets: [String: Set<String>]
    /// Theme files that are embedded.
    let themes: [String]
    /// Preset files that are embedded.
    let presets: [String]
    /// Policy files that are embedded.
    let policies: [String]

    init(_ text: String) {
        var targets: [String: Set<String>] = [:]
        let calls = text.split(separator: /\.(?=(?:target|executableTarget|systemLibrary|testTarget)\()/).dropFirst()
        for call in calls where !call.hasPrefix("testTarget") {
            guard let name = call.firstMatch(of: /name:\s*"([^"]+)"/)?.1 else { continue }
            // A target outside Sources serves tests alone.
            if call.contains("path: \"Tests/") { continue }
            let list = call.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.1 ?? ""
            targets[String(name)] = Set(list.matches(of: /"([^"]+)"/).map { String($0.1) })
        }
        self.targets = targets
        themes = Manifest.list("themes", in: text)
        presets = Manifest.list("presets", in: text)
        policies = Manifest.list("policies", in: text)
    }

    private static func list(_ name: String, in text: String) -> [String] {
        guard let start = text.firstRange(of: "let \(name) = [")?.upperBound,
            let end = text[start...].firstIndex(of: "]")
        else { return [] }
        return text[start..<end].matches(of: /"([^"]+)"/).map { String($0.1) }.sorted()
    }

    /// Names that stand in one list but not in the other.
    static func differences(declared: [String], found: [String], what: String) -> [String] {
        Set(declared).subtracting(found).sorted().map {
            "\(what) “\($0)” is in the manifest, but there is no such file"
        }
            + Set(found).subtracting(declared).sorted().map { "\(what) “\($0)” is a file, but not in the manifest" }
    }
}
