internal import CaseModel

extension BoundRows {
    /// The largest key, and the largest name of something, in bytes.
    static let nameLimit = CaseLimits.subject

    /// What a row says, by field, in the form in which a load takes it.
    func values(of row: CSVRow) throws(FieldFault) -> [String: String?] {
        var values: [String: String?] = [:]
        for field in fields {
            switch try value(of: field, in: row) {
            case .keep: continue
            case .value(let text): values[field.field.name] = .some(text)
            case .cut(let text, _): values[field.field.name] = .some(text)
            }
        }
        return values
    }

    /// What a row says of a field.
    func value(of bound: BoundRowField, in row: CSVRow) throws(FieldFault) -> FieldValue {
        var said = bound.pieces.said { column in
            let cell = row.cell(column)
            return map.layout.isNull(cell) ? nil : String(decoding: cell, as: UTF8.self)
        }
        if let table = bound.table {
            guard let meaning = said.map({ table.meaning(of: $0.trimmedBlanks) }) ?? table.empty else {
                return try checked(said, bound)
            }
            switch meaning {
            case .keep: return .keep
            case .value(let text): said = text.isEmpty ? nil : text
            }
        }
        return try checked(said, bound)
    }

    private func checked(_ said: String?, _ bound: BoundRowField) throws(FieldFault) -> FieldValue {
        let column = bound.columns.first ?? 0
        guard let text = said?.trimmedBlanks, !text.isEmpty else { return .value(nil) }
        let field = bound.field
        guard field.type.named.isEmpty else {
            guard text.utf8.count <= BoundRows.nameLimit else {
                throw FieldFault(
                    column: column, message: "This \(field.name) is longer than \(BoundRows.nameLimit) bytes.")
            }
            return .value(text)
        }
        guard let value = map.kind.canonical(plain(text, field), of: field) else {
            throw FieldFault(column: column, message: noValue(text, field))
        }
        return .value(value)
    }

    /// A day, a time, a number as this program writes it, where the source wrote it otherwise.
    private func plain(_ text: String, _ field: RecordField) -> String {
        switch field.type {
        case .day:
            map.dates.instant(text.utf8).map { map.dates.zone.local($0).day.description } ?? text
        case .instant: map.dates.instant(text.utf8)?.description ?? text
        // Some write whole numbers with a fraction of nothing.
        case .count: text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        case .words: String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == ";" || $0 == "\n" ? "," : $0 }))
        default: text
        }
    }

    private func noValue(_ text: String, _ field: RecordField) -> String {
        let shown = "“\(text.cut(toBytes: 80))” is no \(field.name)"
        switch field.type {
        case .text(let limit):
            return "This \(field.name) has \(text.utf8.count) bytes, or says nothing; 1 to \(limit) fit."
        case .day, .instant:
            return "\(shown), no time like \(map.dates.patterns.prefix(3).map(\.text).joined(separator: ", "))."
        default:
            return "\(shown): it is \(field.words). Say what it means under [values \"\(field.name)\"]."
        }
    }

    /// A number for what a row says, by which two rows with the same key are compared.
    func digest(of row: CSVRow) -> Int {
        var hasher = Hasher()
        for column in fields.flatMap(\.columns) {
            let cell = row.cell(column)
            hasher.combine(cell.count)
            cell.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }
}
