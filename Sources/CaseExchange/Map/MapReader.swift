public import CaseModel
public import SettingsText

extension ImportMap {
    /// Reads a map from the bytes of its file.
    ///
    /// - Parameters:
    ///   - name: the name of the file, for messages and, without folder and ending, as the source when none is named.
    ///   - zones: gives the rules of a zone by its IANA name; nil for one that is not known.
    /// - Returns: the map, and what in it was not understood but can be done without.
    public static func read(
        bytes: [UInt8], named name: String, _ words: Vocabulary, zones: (String) -> Zone?
    ) throws(ImportError) -> (map: ImportMap, warnings: [SettingsProblem]) {
        let reading = SettingsFile.read(bytes: bytes, named: name)
        guard !reading.isBroken else { throw .map(reading.problems) }
        var reader = MapReader(file: reading.file, words: words, problems: reading.problems)
        let map = reader.read(zones: zones)
        guard let map, !reader.problems.contains(where: \.isFatal) else {
            throw .map(reader.problems.filter(\.isFatal))
        }
        return (map, reader.problems)
    }
}

/// Gives the sections of a settings file their meaning as a map.
struct MapReader {
    let file: SettingsFile
    let words: Vocabulary
    var problems: [SettingsProblem]

    private static let sections = ["import", "fields", "values", "constants", "rows", "hidden-until", "ignore"]
    private static let keys = [
        "kind", "source", "format", "encoding", "delimiter", "null", "date", "zone", "key", "time", "actor", "note",
        "order", "add",
    ]

    /// Says what of a map means nothing to its kind, and answers the settings of the whole.
    mutating func readHead(_ sections: [String], _ keys: [String]) -> [SettingsEntry] {
        for section in file.sections where !sections.contains(section.kind) {
            warn(section, unknown("section", section.kind, sections))
        }
        let entries = file.sections("import").flatMap(\.entries)
        for entry in entries where !keys.contains(entry.key) { warn(entry, unknown("key", entry.key, keys)) }
        return entries
    }

    /// The name of the source.
    func source(_ entries: [SettingsEntry]) -> String {
        entries.last { $0.key == "source" && !$0.value.isEmpty }?.value ?? file.name.stem
    }

    mutating func read(zones: (String) -> Zone?) -> ImportMap? {
        let entries = readHead(MapReader.sections, MapReader.keys)
        let fields = readFields()
        let dates = readDates(entries, zones)
        guard let history = readHistory(entries, fields) else { return nil }
        return ImportMap(
            source: source(entries),
            layout: readLayout(entries), dates: dates, history: history, fields: fields, values: readValues(),
            hidden: readHidden(), ignored: file.sections("ignore").flatMap { columns(in: $0) },
            chosen: readChosen(), adds: readAdds(entries, among: MapReader.added), file: file.name, words: words)
    }

    private mutating func readHistory(_ entries: [SettingsEntry], _ fields: [FieldSource]) -> HistoryColumns? {
        func column(_ key: String) -> ColumnName? {
            entries.last { $0.key == key && !$0.value.isEmpty }.map { ColumnName($0) }
        }
        guard let key = column("key") else {
            let place = file.sections("import").first ?? SettingsSection(kind: "import")
            let message = "A map needs “key = COLUMN” under [import]: the column with the number of the case."
            problems.append(file.problem(at: place, message, isFatal: true))
            return nil
        }
        var times = entries.last { $0.key == "time" }.map { $0.list.map(\.column) } ?? []
        if times.isEmpty, let opened = fields.first(where: { $0.field == .openedAt })?.onlyColumn { times = [opened] }
        guard !times.isEmpty else {
            let place = file.sections("import").first ?? SettingsSection(kind: "import")
            let message = "A map needs “time = COLUMN” under [import]: when the row happened."
            problems.append(file.problem(at: place, message, isFatal: true))
            return nil
        }
        let order = entries.last { $0.key == "order" }
        if let order, !["file", "time"].contains(order.value) {
            fail(order, "Rows stand in the order of the “file” or are sorted by “time”; “\(order.value)” is neither.")
        }
        return HistoryColumns(
            key: key, times: times, actor: column("actor"), note: column("note"), isSorted: order?.value == "time")
    }

    private mutating func readHidden() -> [HiddenColumns] {
        var result: [HiddenColumns] = []
        for section in file.sections("hidden-until") {
            guard let state = section.name, ["solved", "closed"].contains(state) else {
                let message = "Columns are hidden until “solved” or “closed”, as in [hidden-until \"closed\"]."
                problems.append(file.problem(at: section, message, isFatal: true))
                continue
            }
            for entry in section.entries where !["column", "columns", "not-before"].contains(entry.key) {
                warn(entry, unknown("key", entry.key, ["columns", "not-before"]))
            }
            let gate = section.entries.last { $0.key == "not-before" && !$0.value.isEmpty }
            result.append(
                HiddenColumns(
                    untilClosed: state == "closed", columns: columns(in: section),
                    notBefore: gate.map { ColumnName($0) }
                ))
        }
        return result
    }

    /// The columns that a section names: several with commas between, or one as it is.
    func columns(in section: SettingsSection) -> [ColumnName] {
        section.entries.flatMap { entry in
            switch entry.key {
            case "columns": entry.list.map(\.column)
            case "column": [ColumnName(entry)]
            default: [ColumnName]()
            }
        }
    }
}

extension MapReader {
    /// Remembers what makes the map useless.
    mutating func fail(_ entry: SettingsEntry, column: Int? = nil, _ message: String) {
        problems.append(
            SettingsProblem(
                file: file.name, line: entry.line, column: column ?? entry.valueColumn, message: message,
                isFatal: true))
    }

    /// Remembers what can be done without.
    mutating func warn(_ entry: SettingsEntry, _ message: String) {
        problems.append(file.problem(at: entry, message))
    }

    /// Remembers what can be done without.
    mutating func warn(_ section: SettingsSection, _ message: String) {
        problems.append(file.problem(at: section, message))
    }

    /// Words for a name that nothing answers to.
    ///
    /// - Parameter rest: what that means for the map.
    func unknown(_ what: String, _ name: String, _ known: [String], _ rest: String = " and left out") -> String {
        let near = closest(to: name, in: known).map { " Did you mean “\($0)”?" }
        let all = " Known are \(known.joined(separator: ", "))."
        return "The \(what) “\(name)” is not known\(rest).\(near ?? all)"
    }
}

extension ColumnName {
    /// The column that the value of an entry names.
    init(_ entry: SettingsEntry) {
        self.init(name: entry.value, line: entry.line, column: entry.valueColumn)
    }
}

extension SettingsEntry {
    /// The parts of a value with commas between, each with its place; empty parts are left out.
    var list: [(column: ColumnName, text: String)] {
        var result: [(ColumnName, String)] = []
        var place = valueColumn
        for part in value.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false) {
            let blanks = part.prefix { $0 == " " || $0 == "\t" }.count
            let text = String(part).trimmedBlanks
            if !text.isEmpty { result.append((ColumnName(name: text, line: line, column: place + blanks), text)) }
            place += part.count + 1
        }
        return result
    }
}

extension String {
    /// The name of a file without its folder and its ending.
    fileprivate var stem: String {
        let name = split(separator: "/").last.map(String.init) ?? self
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
