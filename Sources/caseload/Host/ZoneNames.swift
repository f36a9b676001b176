/// The names of time zones on this host, for suggestions.
enum ZoneNames {
    /// The names in the host's table of zones; empty when it has none.
    static func all() -> [String] {
        let table: String
        do throws(FileProblem) {
            table = try BoundedFile.text("/usr/share/zoneinfo/tzdata.zi", limit: 1 << 20)
        } catch {
            return []
        }
        // A zone is a line `Z NAME …`, another name for one a line `L ZONE NAME`.
        return table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 3)
            switch (words.first, words.count) {
            case ("Z", 2...): return String(words[1])
            case ("L", 3...): return String(words[2])
            default: return nil
            }
        }
    }
}
