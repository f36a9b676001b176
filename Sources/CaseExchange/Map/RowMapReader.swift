internal import CaseModel
internal import SettingsText

extension MapReader {
    private static let rowSections = ["import", "fields", "values", "constants", "rows", "ignore"]
    private static let rowKeys = [
        "kind", "source", "format", "encoding", "delimiter", "null", "date", "zone", "key", "time", "add",
    ]

    /// A map for people, customers or records.
    mutating func readRows(of kind: RowKind, _ zones: (String) -> Zone?) -> RowMap? {
        let entries = readHead(MapReader.rowSections, MapReader.rowKeys)
        let keys = entries.last { $0.key == "key" }?.list.map(\.column) ?? []
        if keys.isEmpty {
            let place = file.sections("import").first ?? SettingsSection(kind: "import")
            let message = "A map needs “key = COLUMN” under [import]: by what a \(kind.code) is found again."
            problems.append(file.problem(at: place, message, isFatal: true))
        }
        let ignored = file.sections("ignore").flatMap { columns(in: $0) }
        return RowMap(
            kind: kind, source: source(entries), layout: readLayout(entries), dates: readDates(entries, zones),
            rows: RowColumns(
                keys: keys, times: entries.last { $0.key == "time" }?.list.map(\.column) ?? [],
                leavesOthers: ignored.contains { $0.name == "*" }),
            fields: readFields(of: kind), values: readValues(of: kind), chosen: readChosen(),
            adds: readAdds(entries, among: kind.fields.filter(\.namesPeople).map(\.name)) ?? [],
            ignored: ignored.filter { $0.name != "*" }, file: file.name)
    }

    private mutating func field(_ name: String, of kind: RowKind, at entry: SettingsEntry) -> RecordField? {
        if let field = kind.field(name) { return field }
        fail(entry, column: entry.column, unknown("field", name, kind.fields.map(\.name), ""))
        return nil
    }

    private mutating func readFields(of kind: RowKind) -> [RowSource] {
        var result: [RowSource] = []
        for entry in file.sections("fields").flatMap(\.entries) {
            guard let field = field(entry.key, of: kind, at: entry) else { continue }
            guard !entry.value.isEmpty else {
                fail(entry, "Name the column that fills \(entry.key).")
                continue
            }
            let parts = parts(entry)
            guard !parts.isEmpty else { continue }
            result.removeAll { $0.field == field }
            result.append(RowSource(field: field, parts: parts))
        }
        for entry in file.sections("constants").flatMap(\.entries) {
            guard let field = field(entry.key, of: kind, at: entry), fits(entry, field, kind) else { continue }
            result.removeAll { $0.field == field }
            result.append(RowSource(field: field, parts: [.text(entry.value)]))
        }
        return result
    }

    private mutating func readValues(of kind: RowKind) -> [String: ValueTable] {
        var tables: [String: ValueTable] = [:]
        for section in file.sections("values") {
            let place = SettingsEntry(key: section.name ?? "", value: "", line: section.line, column: section.column)
            guard let field = field(section.name ?? "", of: kind, at: place) else { continue }
            var table = tables[field.name] ?? ValueTable()
            for entry in section.entries {
                guard entry.value == "keep" || fits(entry, field, kind) else { continue }
                table.add(entry.key, entry.value == "keep" ? .keep : .value(entry.value))
            }
            tables[field.name] = table
        }
        return tables
    }

    /// Whether a field can hold the value of an entry, or a problem; what names something is looked up later.
    private mutating func fits(_ entry: SettingsEntry, _ field: RecordField, _ kind: RowKind) -> Bool {
        guard field.type.named.isEmpty, !entry.value.isEmpty, kind.canonical(entry.value, of: field) == nil else {
            return true
        }
        fail(entry, "“\(entry.value)” is no \(field.name): it is \(field.words).")
        return false
    }
}

extension ValueTable {
    /// Adds what a word means; `default` is every other word, `empty` an empty cell.
    mutating func add(_ word: String, _ meaning: Meaning) {
        switch word {
        case "default": other = meaning
        case "empty": empty = meaning
        default:
            words[word] = meaning
            folded[word.lowercased()] = meaning
        }
    }
}
