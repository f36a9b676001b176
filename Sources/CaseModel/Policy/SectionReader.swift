import SettingsText

/// Reads the keys of one section as what they are meant to be; what is wrong or was never asked for becomes a problem.
struct SectionReader {
    let file: SettingsFile
    let section: SettingsSection
    let origin: Policy.Origin
    private var problems: [SettingsProblem] = []
    private var asked: [String] = []
    private var askedParts: [String] = []

    /// - Parameter otherwise: the sources of a section that names none.
    init(_ file: SettingsFile, _ section: SettingsSection, otherwise: [String]) {
        self.file = file
        self.section = section
        origin = Policy.Origin(section, otherwise: otherwise)
    }

    /// What was wrong, once everything was asked for.
    consuming func finished() -> [SettingsProblem] {
        for entry in section.entries where entry.key != "source" {
            if entry.namesSources {
                for key in entry.sourced where !isKnown(key, orAsAWhole: true) {
                    let near = hint(String(key.prefix { $0 != "." }), asked + askedParts)
                    problems.append(file.problem(at: entry, "There is no key \(key) here to name a source of.\(near)"))
                }
            } else if !isKnown(entry.key, orAsAWhole: false) {
                let near = hint(String(entry.key.prefix { $0 != "." }), asked + askedParts + ["source"])
                let known = asked + askedParts.map { $0 + ".…" } + ["source"]
                let all = near.isEmpty ? " Known here: \(known.joined(separator: ", "))." : near
                problems.append(file.problem(at: entry, "There is no key \(entry.key) here; it is left out.\(all)"))
            }
        }
        if origin.tags.isEmpty, section.kind != "source" {
            problems.append(file.problem(at: section, "No source is named. Add a line source = TAG."))
        }
        return problems
    }

    private func isKnown(_ key: String, orAsAWhole whole: Bool) -> Bool {
        for name in asked where name == key { return true }
        for name in askedParts where key.isPart(of: name) || (whole && key == name) { return true }
        return false
    }

    /// Remembers a mistake in the value of an entry.
    mutating func fail(_ entry: SettingsEntry, _ message: String) {
        problems.append(
            SettingsProblem(
                file: file.name, line: entry.line, column: entry.valueColumn, message: message, isFatal: true))
    }

    /// Remembers a mistake of the section.
    mutating func fail(_ message: String) {
        problems.append(file.problem(at: section, message, isFatal: true))
    }

    /// The section's name as free text; empty, and a mistake, when it has none.
    mutating func title() -> String {
        guard let name = section.name, name.contains(where: { !$0.isWhitespace }) else {
            fail("This section needs a name: [\(section.kind) \"name\"].")
            return ""
        }
        return name
    }

    /// The section's name as a code: small letters, digits and hyphens.
    mutating func code() -> String {
        let name = title()
        if !name.isEmpty, !isCode(name) {
            fail("\(name) cannot be a code: use small letters, digits and hyphens, at most 40.")
        }
        return name
    }

    /// The entries of a key, which may stand more than once.
    mutating func entries(_ key: String) -> [SettingsEntry] {
        asked.append(key)
        var found: [SettingsEntry] = []
        for entry in section.entries where entry.key == key { found.append(entry) }
        return found
    }

    /// The entry of a key that stands once; nil when it is not there.
    mutating func entry(_ key: String) -> SettingsEntry? {
        let all = entries(key)
        if all.count > 1, let last = all.last { fail(last, "\(key) stands twice here. Take one of them out.") }
        return all.first
    }

    /// The entry of a key that must be there.
    mutating func needed(_ key: String) -> SettingsEntry? {
        let entry = entry(key)
        if let entry, entry.value.isEmpty { fail(entry, "\(key) has no value.") }
        if entry == nil {
            let name = section.name.map { " \"\($0)\"" } ?? ""
            fail("[\(section.kind)\(name)] needs a line \(key) = ….")
        }
        return entry
    }

    /// The entries whose keys begin with a name and a dot, by what follows the dot.
    mutating func parts(_ key: String) -> [(part: String, entry: SettingsEntry)] {
        askedParts.append(key)
        var seen: Set<String> = []
        var result: [(String, SettingsEntry)] = []
        for entry in section.entries where entry.key.isPart(of: key) {
            let part = withoutBlanks(entry.key.part(of: key))
            if seen.insert(part).inserted {
                result.append((part, entry))
            } else {
                fail(entry, "\(entry.key) stands twice here. Take one of them out.")
            }
        }
        return result
    }
}

extension SettingsEntry {
    /// The keys whose sources this entry names: `zone` and `geo` for `source.zone, geo`.
    var sourced: [String] { namesSources ? commaSeparated(key.part(of: "source")) : [] }

    /// Whether the entry names the sources of other keys.
    var namesSources: Bool { key.isPart(of: "source") }
}

extension String {
    /// Whether the text begins with a name and a dot.
    func isPart(of name: String) -> Bool {
        let (own, other) = (utf8, name.utf8)
        guard own.count > other.count, own[own.index(own.startIndex, offsetBy: other.count)] == 0x2E else {
            return false
        }
        return hasPrefix(name)
    }

    /// What follows a name and a dot, with which the text begins.
    func part(of name: String) -> String {
        String(self[utf8.index(utf8.startIndex, offsetBy: name.utf8.count + 1)...])
    }
}

/// Whether a text is small letters, digits and hyphens, 1 to 40 of them.
func isCode(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count >= 1, bytes.count <= 40 else { return false }
    var place = bytes.startIndex
    while place < bytes.endIndex {
        let byte = bytes[place]
        // a to z, 0 to 9, and the hyphen.
        guard (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D else { return false }
        place = bytes.index(after: place)
    }
    return true
}
