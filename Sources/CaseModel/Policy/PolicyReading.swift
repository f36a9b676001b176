public import SettingsText

/// What reading a policy gave: the policy when nothing in the file is wrong, and everything that is.
public struct PolicyReading: Equatable, Sendable {
    /// The policy; nil when the file is broken, for half a policy is none.
    public let policy: Policy?
    /// What is wrong, in the order of the file; only what can be done without is not fatal.
    public let problems: [SettingsProblem]
}

extension Policy {
    /// Reads a policy from the bytes of its file (at most `SettingsFile.byteLimit`).
    public static func read(bytes: [UInt8], named name: String) -> PolicyReading {
        let reading = SettingsFile.read(bytes: bytes, named: name)
        guard !reading.isBroken else { return PolicyReading(policy: nil, problems: reading.problems) }
        var reader = PolicyReader(reading.file, bytes)
        let policy = reader.read()
        reader.check(policy)
        let problems = (reading.problems + reader.problems).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        return PolicyReading(policy: problems.contains { $0.isFatal } ? nil : policy, problems: problems)
    }

    /// Reads a policy whose text was checked before, without looking once more for what is wrong between its parts; nil
    /// when a part of it cannot be read.
    public static func readChecked(bytes: [UInt8], named name: String) -> Policy? {
        let reading = SettingsFile.read(bytes: bytes, named: name)
        guard !reading.isBroken else { return nil }
        var reader = PolicyReader(reading.file, bytes)
        let policy = reader.read()
        return reader.problems.contains { $0.isFatal } ? nil : policy
    }
}

/// Gives the sections of a settings file their meaning as a policy, kind by kind, and collects what is wrong.
struct PolicyReader {
    let file: SettingsFile
    let text: [UInt8]
    var problems: [SettingsProblem] = []
    private let otherwise: [String]
    private let byKind: [String: [SettingsSection]]
    private var kinds: [String] = []

    init(_ file: SettingsFile, _ text: [UInt8]) {
        self.file = file
        self.text = text
        byKind = Dictionary(grouping: file.sections, by: \.kind)
        otherwise = byKind["edition"]?.first?["default-source"].map(commaSeparated) ?? []
    }

    /// The policy, section by section.
    mutating func read() -> Policy {
        let editions = records("edition", edition)
        let sources = records("source", source)
        let policy = Policy(
            file: file, text: text, digest: fingerprint(text), edition: editions.first ?? nameless,
            sources: sources, references: records("reference", reference), cover: cover(), places: places(),
            people: people(), intake: intake(), lifeCycle: lifeCycle(), duties: duties(),
            thresholds: records("threshold", threshold))
        if editions.count != 1 {
            let place = file.sections("edition").dropFirst().first ?? SettingsSection(kind: "edition")
            fail(place, "A policy has exactly one [edition \"name\"], not \(editions.count).")
        }
        return policy
    }

    /// Looks for what is wrong between the sections, once all of them were read.
    mutating func check(_ policy: Policy) {
        let known = Set(kinds)
        for section in file.sections where !known.contains(section.kind) {
            let near = hint(section.kind, kinds)
            warn(section, "There is no section [\(section.kind)]; it is left out.\(near)")
        }
        problems += PolicyReferences.problems(in: file)
        // Checks of records that are not all there would repeat what was said.
        if !problems.contains(where: { $0.isFatal }) { problems += policy.mistakes }
    }

    /// The records of a kind, one for each section; a name that stands twice is a mistake.
    mutating func records<Record>(
        _ kind: String, _ make: (inout SectionReader) -> Record?
    ) -> [Record] {
        kinds.append(kind)
        var seen: [String: Int] = [:]
        var records: [Record] = []
        for section in byKind[kind] ?? [] {
            let name = section.name ?? ""
            if let line = seen[name] {
                fail(section, "[\(kind) \"\(name)\"] stands in line \(line) already. Take one of them out.")
                continue
            }
            seen[name] = section.line
            var reader = SectionReader(file, section, otherwise: otherwise)
            if let record = make(&reader) { records.append(record) }
            problems += reader.finished()
        }
        return records
    }

    /// Stands in for the edition that a broken file lacks.
    private var nameless: Policy.Edition {
        Policy.Edition(
            name: "", effective: CivilDay(daysSince1970: 0), isLegacy: false, successor: nil, supersedes: nil,
            note: nil,
            origin: Policy.Origin(SettingsSection(kind: "edition"), otherwise: []))
    }

    private mutating func fail(_ section: SettingsSection, _ message: String) {
        problems.append(file.problem(at: section, message, isFatal: true))
    }

    private mutating func warn(_ section: SettingsSection, _ message: String) {
        problems.append(file.problem(at: section, message))
    }
}

/// The nearest of some names as a question, or nothing; to a single sign every other is near.
func hint(_ word: String, _ names: [String]) -> String {
    guard word.unicodeScalars.count > 1 else { return "" }
    return closest(to: word, in: names).map { " Did you mean \($0)?" } ?? ""
}

/// The parts of a list, without blanks around them and without empty ones.
func commaSeparated(_ text: String) -> [String] { separated(text, by: ",") }

/// The parts of a text between separators, which are ASCII, without blanks around them and without empty ones.
func separated(_ text: String, by separator: Unicode.Scalar) -> [String] {
    let bytes = text.utf8
    let end = bytes.endIndex
    var parts: [String] = []
    var start = bytes.startIndex
    var place = start
    func take() {
        let part = unblanked(text[start..<place])
        if !part.isEmpty { parts.append(part) }
    }
    while place < end {
        let next = bytes.index(after: place)
        if UInt32(bytes[place]) == separator.value {
            take()
            start = next
        }
        place = next
    }
    take()
    return parts
}

/// A text without blanks and tabs at its ends.
func withoutBlanks(_ text: String) -> String { unblanked(text[...]) }

private func unblanked(_ text: Substring) -> String {
    let bytes = text.utf8
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, isBlank(bytes[start]) { start = bytes.index(after: start) }
    while start < end {
        let before = bytes.index(before: end)
        guard isBlank(bytes[before]) else { break }
        end = before
    }
    return String(text[start..<end])
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// The FNV-1a digest of bytes, as eight hexadecimal digits: it tells texts apart, and guards against nobody.
private func fingerprint(_ bytes: [UInt8]) -> String {
    var value: UInt32 = 0x811c_9dc5
    // As a text, for walking the bytes of one is quick in every build; a policy is UTF-8, or it was not read.
    let text = String(decoding: bytes, as: UTF8.self).utf8
    var place = text.startIndex
    while place < text.endIndex {
        value = (value ^ UInt32(text[place])) &* 0x0100_0193
        place = text.index(after: place)
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
