internal import CaseModel

/// What a cell or several say of a field.
enum FieldValue: Equatable {
    /// This, or nothing.
    case value(String?)
    /// The beginning of what stands there, and why that is not all of it, in words.
    case cut(String, String)
    /// As it was before.
    case keep
}

extension FieldValue {
    /// A text, or its beginning when it does not fit into so many bytes.
    static func text(_ text: String, upTo limit: Int, _ what: String) -> FieldValue {
        guard text.utf8.count > limit else { return .value(text) }
        return .cut(text.cut(toBytes: limit), "The \(what) has \(text.utf8.count) bytes; \(limit) fit.")
    }
}

/// Why a value cannot stand in a field, or not all of it.
struct FieldFault: Error, Equatable {
    /// The column to look at.
    let column: Int
    /// What is wrong, in words.
    let message: String
}

extension BoundMap {
    /// Whether a cell says nothing.
    func isNull(_ cell: ArraySlice<UInt8>) -> Bool { map.layout.isNull(cell) }

    /// What a row says of a field; `hidden` are columns that count as empty.
    func value(
        of bound: BoundField, in row: CSVRow, isHidden: (Int) -> Bool
    ) throws(FieldFault) -> FieldValue {
        func text(_ column: Int) -> String? {
            let cell = row.cell(column)
            return isNull(cell) ? nil : String(decoding: cell, as: UTF8.self)
        }
        if bound.columns.allSatisfy(isHidden), !bound.columns.isEmpty { return .value(nil) }
        var said = bound.pieces.said { isHidden($0) ? nil : text($0) }
        if bound.table != nil { said = said?.trimmedBlanks }
        if let table = bound.table {
            guard let word = said else {
                guard let empty = table.empty else { return .value(nil) }
                if case .value(let code) = empty { return .value(code) }
                return .keep
            }
            switch table.meaning(of: word) {
            case .keep: return .keep
            case .value(let code): return .value(code)
            case nil: break
            }
        }
        guard let said else { return .value(nil) }
        return try checked(said, bound)
    }

    /// The value in the form in which events keep it.
    private func checked(_ said: String, _ bound: BoundField) throws(FieldFault) -> FieldValue {
        let field = bound.field
        let column = bound.columns.first ?? 0
        if let codes = map.words.codes(of: field) {
            let word = said.trimmedBlanks.lowercased()
            guard codes.contains(word) else {
                if let usual = map.words.usual(word, of: field) { return .value(usual) }
                let message =
                    "“\(said.cut(toBytes: 80))” is no \(field.name). Say what it means under [values \"\(field.name)\"]."
                throw FieldFault(column: column, message: message)
            }
            return .value(word)
        }
        if field.isTime {
            guard let instant = map.dates.instant(said.trimmedBlanks.utf8) else {
                throw FieldFault(column: column, message: noDate(said, column))
            }
            return .value(instant.description)
        }
        switch field {
        case .tags: return said.tags
        case .subject: return .text(said.trimmedBlanks, upTo: CaseLimits.subject, "subject")
        case .description: return .value(try bounded(said, "description", column))
        case .extra: return .value(said)
        default:
            let name = said.trimmedBlanks
            guard name.utf8.count <= CaseLimits.subject else {
                let message = "This \(field.name) is longer than \(CaseLimits.subject) bytes."
                throw FieldFault(column: column, message: message)
            }
            return .value(name.isEmpty ? nil : name)
        }
    }

    private func bounded(_ text: String, _ what: String, _ column: Int) throws(FieldFault) -> String {
        guard text.utf8.count <= CaseLimits.text else {
            throw FieldFault(column: column, message: "This \(what) is larger than \(CaseLimits.text >> 20) MiB.")
        }
        return text
    }

    /// Who did what a row tells; nil when it does not say.
    func actor(of row: CSVRow) -> FieldValue? {
        guard let actor, !isNull(row.cell(actor)) else { return nil }
        return .text(row.text(actor).trimmedBlanks, upTo: CaseLimits.subject, "name")
    }

    /// The note of a row; nil when there is none.
    func note(of row: CSVRow) throws(FieldFault) -> String? {
        guard let note, !isNull(row.cell(note)) else { return nil }
        return try bounded(row.text(note), "note", note)
    }

    /// Words for a cell that is no time.
    func noDate(_ said: String, _ column: Int) -> String {
        let patterns = map.dates.patterns.prefix(3).map(\.text).joined(separator: ", ")
        return "“\(said.cut(toBytes: 80))” in column “\(header[column])” is no time like \(patterns)."
    }

    /// When a row happened: the first column with a value; nil when none has one.
    func time(of row: CSVRow) throws(FieldFault) -> Timestamp? {
        for column in times where !isNull(row.cell(column)) {
            let cell = row.cell(column).trimmedBlanks
            guard let instant = map.dates.instant(cell) else {
                throw FieldFault(column: column, message: noDate(row.text(column), column))
            }
            return instant
        }
        return nil
    }
}

extension [BoundField.Piece] {
    /// The pieces put together: text between two values stands only when both are there; nil when no column says
    /// anything, or, without any column, the text itself.
    func said(_ text: (Int) -> String?) -> String? {
        if count == 1, case .column(let column) = self[0] { return text(column) }
        if count == 1, case .text(let text) = self[0] { return text }
        // Text before the first value belongs to the whole; text between two belongs to the later one.
        var result = leading
        var between = ""
        var hasValue = false
        var lastHasValue = false
        for piece in dropFirst(leading.isEmpty ? 0 : 1) {
            switch piece {
            case .text(let text): between = text
            case .column(let column):
                let value = text(column)?.trimmedBlanks ?? ""
                lastHasValue = !value.isEmpty
                guard lastHasValue else { continue }
                if hasValue { result += between }
                result += value
                (hasValue, between) = (true, "")
            }
        }
        guard hasValue else { return nil }
        return lastHasValue ? result + between : result
    }

    private var leading: String {
        if case .text(let text)? = first { text } else { "" }
    }
}

extension String {
    /// Marks with commas, semicolons or blanks between, as cases keep them.
    fileprivate var tags: FieldValue {
        let parts = split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
        guard !parts.isEmpty else { return .value(nil) }
        let marks = Set(parts.map { $0.cut(toBytes: CaseLimits.mark) }).sorted().joined(separator: " ")
        guard let long = parts.first(where: { $0.utf8.count > CaseLimits.mark }) else { return .value(marks) }
        return .cut(marks, "A tag has \(long.utf8.count) bytes; \(CaseLimits.mark) fit.")
    }
}
