internal import CaseModel
internal import SettingsText

extension MapReader {
    /// The fields that a map may fill; the rest of a case follows from its history.
    static let fillable: [CaseField] = CaseField.all.filter { ![.duplicateOf, .policy, .flags].contains($0) }

    /// The field of a name, or nil with a problem.
    private mutating func field(_ name: String, at entry: SettingsEntry) -> CaseField? {
        if name.hasPrefix("x."), name.utf8.count > 2 { return .extra(String(name.unicodeScalars.dropFirst(2))) }
        if let field = MapReader.fillable.first(where: { $0.name == name }) { return field }
        fail(entry, column: entry.column, unknown("field", name, MapReader.fillable.map(\.name), ""))
        return nil
    }

    /// Where the fields come from.
    mutating func readFields() -> [FieldSource] {
        var result: [FieldSource] = []
        for entry in file.sections("fields").flatMap(\.entries) {
            guard let field = field(entry.key, at: entry) else { continue }
            guard !entry.value.isEmpty else {
                fail(entry, "Name the column that fills \(entry.key).")
                continue
            }
            let parts = parts(entry)
            guard !parts.isEmpty else { continue }
            result.removeAll { $0.field == field }
            result.append(FieldSource(field: field, parts: parts))
        }
        for entry in file.sections("constants").flatMap(\.entries) {
            guard let field = field(entry.key, at: entry) else { continue }
            guard let meaning = meaning(entry, in: field), case .value(let text) = meaning, !text.isEmpty else {
                continue
            }
            result.removeAll { $0.field == field }
            result.append(FieldSource(field: field, parts: [.text(text)]))
        }
        return result
    }

    /// What an entry says of where a field comes from; nothing with a problem.
    mutating func parts(_ entry: SettingsEntry) -> [FieldSource.Part] {
        entry.value.contains("{") ? template(entry) : [.column(ColumnName(entry))]
    }

    /// The pieces of a text with columns in braces; `{{` is a brace.
    private mutating func template(_ entry: SettingsEntry) -> [FieldSource.Part] {
        var parts: [FieldSource.Part] = []
        var text = String.UnicodeScalarView()
        let scalars = Array(entry.value.unicodeScalars)
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar == "{", at + 1 < scalars.count, scalars[at + 1] == "{" {
                text.append(scalar)
                at += 2
                continue
            }
            guard scalar == "{" else {
                text.append(scalar)
                at += 1
                continue
            }
            let name = scalars[(at + 1)...].prefix { $0 != "}" }
            let place = entry.valueColumn + at
            guard at + 1 + name.count < scalars.count, !name.isEmpty else {
                fail(entry, column: place, "A column in braces is written as {name}; a brace by itself as {{.")
                return []
            }
            if !text.isEmpty { parts.append(.text(String(text))) }
            text = String.UnicodeScalarView()
            let column = String(String.UnicodeScalarView(name))
            parts.append(.column(ColumnName(name: column, line: entry.line, column: place + 1)))
            at += name.count + 2
        }
        if !text.isEmpty { parts.append(.text(String(text))) }
        return parts
    }

    /// What the words of the source mean.
    mutating func readValues() -> [CaseField: ValueTable] {
        var tables: [CaseField: ValueTable] = [:]
        for section in file.sections("values") {
            let place = SettingsEntry(key: section.name ?? "", value: "", line: section.line, column: section.column)
            guard let field = field(section.name ?? "", at: place) else { continue }
            var table = tables[field] ?? ValueTable()
            for entry in section.entries {
                guard let meaning = meaning(entry, in: field) else { continue }
                table.add(entry.key, meaning)
            }
            tables[field] = table
        }
        return tables
    }

    private mutating func meaning(_ entry: SettingsEntry, in field: CaseField) -> ValueTable.Meaning? {
        if entry.value == "keep" { return .keep }
        if let codes = words.codes(of: field), !codes.contains(entry.value) {
            let near = closest(to: entry.value, in: codes).map { " Did you mean “\($0)”?" }
            let all = " It is keep or one of \(codes.joined(separator: ", "))."
            fail(entry, "“\(entry.value)” is no \(field.name).\(near ?? all)")
            return nil
        }
        return .value(entry.value)
    }
}

extension FieldSource {
    /// The column, when the field is one column and nothing else.
    var onlyColumn: ColumnName? {
        if parts.count == 1, case .column(let column) = parts[0] { column } else { nil }
    }
}

extension CaseField {
    /// Whether it holds a time.
    var isTime: Bool {
        switch self {
        case .openedAt, .firstResponseAt, .closedAt, .snoozedUntil: true
        default: false
        }
    }
}
