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
        let problems = (reading.problems + reader.problems).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        return PolicyReading(policy: problems.contains { $0.isFatal } ? nil : policy, problems: problems)
    }
}

/// Gives the sections of a settings file their meaning as a policy, kind by kind, and collects what is wrong.
struct PolicyReader {
    let file: SettingsFile
    let text: [UInt8]
    var problems: [SettingsProblem] = []
    private let otherwise: [String]
    private var kinds: [String] = []

    init(_ file: SettingsFile, _ text: [UInt8]) {
        self.file = file
        self.text = text
        otherwise = file.sections("edition").first?["default-source"].map(commaSeparated) ?? []
    }

    mutating func read() -> Policy? {
        let editions = records("edition", edition)
        let sources = records("source", source)
        let policy = Policy(
            file: file, text: text, digest: fingerprint(text), edition: editions.first ?? nameless,
            sources: sources, references: records("reference", reference), cover: cover(), places: places(),
            people: people(), intake: intake(), lifeCycle: lifeCycle(), duties: duties(),
            thresholds: records("threshold", threshold))
        for section in file.sections where !kinds.contains(section.kind) {
            let near = hint(section.kind, kinds)
            warn(section, "There is no section [\(section.kind)]; it is left out.\(near)")
        }
        if editions.count != 1 {
            let place = file.sections("edition").dropFirst().first ?? SettingsSection(kind: "edition")
            fail(place, "A policy has exactly one [edition \"name\"], not \(editions.count).")
        }
        problems += PolicyReferences.problems(in: file)
        // Checks of records that are not all there would repeat what was said.
        if !problems.contains(where: { $0.isFatal }) { problems += policy.mistakes }
        return policy
    }

    /// The records of a kind, one for each section; a name that stands twice is a mistake.
    mutating func records<Record>(
        _ kind: String, _ make: (inout SectionReader) -> Record?
    ) -> [Record] {
        kinds.append(kind)
        var seen: [String: Int] = [:]
        var records: [Record] = []
        for section in file.sections(kind) {
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

/// The parts of a text between separators, without blanks around them and without empty ones.
func separated(_ text: String, by separator: Unicode.Scalar) -> [String] {
    text.unicodeScalars.split(separator: separator).map { withoutBlanks(String($0)) }.filter { !$0.isEmpty }
}

/// A text without blanks and tabs at its ends.
func withoutBlanks(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, first == " " || first == "\t" { view.removeFirst() }
    while let last = view.last, last == " " || last == "\t" { view.removeLast() }
    return String(view)
}

/// The FNV-1a digest of bytes, as eight hexadecimal digits: it tells texts apart, and guards against nobody.
private func fingerprint(_ bytes: [UInt8]) -> String {
    let value = bytes.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
