public import CaseModel

/// Proposes a map for a table from its header and first rows, as text to be edited.
public struct MapGuess {
    private let header: [String]
    private let sample: [CSVRow]
    private let delimiter: UInt8
    private let encoding: TextEncoding
    private let name: String
    private let words: Vocabulary

    /// How many rows are looked at.
    private static let rows = 300

    /// Looks at the beginning of a file; `-` is standard input.
    ///
    /// - Parameter words: the words that fields can hold.
    public init(file: String, _ words: Vocabulary) throws(ImportError) {
        self.words = words
        let text = try TextFile(opening: file, FileLayout())
        name = text.source.name
        var looks: (columns: Int, delimiter: UInt8, rows: [CSVRow], flaws: Int) = (0, 0x2C, [], 0)
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
            let (rows, flaws) = try MapGuess.look(text, delimiter)
            let columns = rows.first?.count ?? 0
            if columns > looks.columns { looks = (columns, delimiter, rows, flaws) }
        }
        delimiter = looks.delimiter
        if looks.flaws > 0 {
            // Not UTF-8: the encoding of most old tables reads every byte.
            encoding = .windows1252
            if file != "-" {
                looks.rows = try MapGuess.look(TextFile(opening: file, .windows1252), looks.delimiter).rows
            }
        } else {
            encoding = .utf8
        }
        header = looks.rows.first.map { TableHeader($0).names } ?? []
        sample = Array(looks.rows.dropFirst())
    }

    private static func look(_ text: TextFile, _ delimiter: UInt8) throws(ImportError) -> (rows: [CSVRow], flaws: Int) {
        var reader = CSVReader(text, delimiter: delimiter)
        var rows: [CSVRow] = []
        var flaws = 0
        for _ in 0...MapGuess.rows {
            switch try reader.next() {
            case .end: return (rows, flaws)
            case .broken(let fault): if fault.message.contains("encoding") { flaws += 1 }
            case .row:
                rows.append(reader.row)
                reader.columns = reader.row.count
            }
        }
        return (rows, flaws)
    }

    /// The map as text.
    public var text: String {
        guard !header.isEmpty else { return "# \(name.onOneLine) is empty: there is nothing to guess from.\n" }
        if let rows = RowGuess(header, file: name) { return text(of: rows) }
        var columns = GuessedColumns(header)
        columns.settle { sample.isEmpty || dates(in: $0) != nil }
        var lines = head(nil, times: columns.times)
        lines.append(columns.key.map { "key = \(header[$0])" } ?? "# key = ?   (the column with the number of a case)")
        lines.append(
            columns.time.map { "time = \(header[$0])" } ?? "# time = ?   (the column that says when a row happened)")
        if let actor = columns.actor { lines.append("actor = \(header[actor])") }
        lines += ["", "[fields]"] + columns.fields.map { "\($0.field.name) = \(header[$0.column].asValue)" }
        for (field, column) in columns.fields { lines += values(of: field, in: column) }
        let named = Set(columns.fields.map(\.column) + [columns.key, columns.actor].compactMap { $0 })
        let extras = header.indices.filter { !named.contains($0) }.map { header[$0].onOneLine }
        if !extras.isEmpty {
            lines += ["", "# Kept as extra fields: \(extras.joined(separator: ", "))"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The map of a table of customers, people or records.
    private func text(of guess: RowGuess) -> String {
        let times = guess.fields.filter { $0.field.type == .day || $0.field.type == .instant }.flatMap(\.columns)
        var lines = head(guess.kind, times: times)
        lines.append("key = \(header[guess.key])")
        let names = guess.fields.map(\.field).filter(\.namesPeople).map(\.name)
        if !names.isEmpty { lines.append("# add = \(names.joined(separator: ", "))   (names that are not here yet)") }
        lines += ["", "[fields]"]
        for (field, columns) in guess.fields {
            let names = columns.map { header[$0] }
            let parts = names.map { "{\($0.onOneLine)}" }.joined(separator: " ")
            lines.append("\(field.name) = \(names.count == 1 ? names[0].asValue : "\"\(parts)\"")")
        }
        for (field, columns) in guess.fields {
            for column in columns { lines += words(of: field, guess.kind, in: column) }
        }
        let named = Set(guess.fields.flatMap(\.columns) + [guess.key])
        let others = header.indices.filter { !named.contains($0) }.map { header[$0].onOneLine }
        guard !others.isEmpty else { return lines.joined(separator: "\n") + "\n" }
        lines += ["", "# Not taken: \(others.joined(separator: ", "))", "[ignore]", "columns = *"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The words of a column that its field does not know wait for an answer.
    private func words(of field: RecordField, _ kind: RowKind, in column: Int) -> [String] {
        switch field.type {
        case .flag, .plan, .word, .code: break
        default: return []
        }
        let strange = seen(in: column).filter { kind.canonical($0, of: field) == nil }
        guard !strange.isEmpty else { return [] }
        return ["", "[values \"\(field.name)\"]   # each is \(field.words)"] + strange.map { "# \($0) = ?" }
    }

    /// How every map begins.
    private func head(_ kind: RowKind?, times: [Int]) -> [String] {
        var lines = [
            "# A guess from the header of \(name.onOneLine). Look it over, then import with --map.", "", "[import]",
        ]
        if let kind {
            lines.append("kind = \(kind.code)")
            lines.append("# source = NAME   (the same in all maps of one system; the name of this file when missing)")
        }
        if encoding != .utf8 { lines.append("encoding = \(encoding.rawValue)") }
        if let word = MapGuess.words[delimiter] { lines.append("delimiter = \(word)") }
        let nulls = MapGuess.nulls.filter { mark in
            sample.contains { row in (0..<row.count).contains { row.text($0) == mark } }
        }
        if !nulls.isEmpty { lines.append("null = \(nulls.joined(separator: ", "))") }
        let patterns = times.compactMap { dates(in: $0) }
        for (index, pattern) in patterns.enumerated() where !patterns[..<index].contains(pattern) {
            lines.append("date = \(pattern)")
        }
        if kind == nil || !times.isEmpty {
            lines.append("# zone = Europe/Dublin   (of times without an offset; UTC when missing)")
        }
        return lines
    }

    /// The words of a column, each once.
    private func seen(in column: Int) -> [String] {
        var seen: [String] = []
        for row in sample where seen.count < 40 {
            let word = row.text(column).trimmedBlanks.onOneLine
            if !word.isEmpty, !MapGuess.nulls.contains(word), !seen.contains(word) { seen.append(word) }
        }
        return seen
    }

    /// What the words of a column mean; those that are not understood wait for an answer.
    private func values(of field: CaseField, in column: Int) -> [String] {
        guard let codes = words.codes(of: field) else { return [] }
        let seen = seen(in: column)
        guard !seen.isEmpty else { return [] }
        return ["", "[values \"\(field.name)\"]   # each is one of \(codes.joined(separator: ", ")); or keep"]
            + seen.map { word in
                let known = codes.contains(word.lowercased()) ? word.lowercased() : words.usual(word, of: field)
                return known.map { "\(word.asKey) = \($0)" } ?? "# \(word) = ?"
            }
    }

    /// The pattern that fits all times of a column; nil when none does.
    private func dates(in column: Int) -> String? {
        let values = sample.map { $0.cell(column).trimmedBlanks }.filter { cell in
            !cell.isEmpty && !MapGuess.nulls.contains(String(decoding: cell, as: UTF8.self))
        }
        guard !values.isEmpty else { return nil }
        for text in MapGuess.patterns {
            do throws(DatePattern.Problem) {
                let patterns = text == "iso" ? try DatePattern.iso() : [try DatePattern(text)]
                let reading = DateReading(patterns: patterns, zone: .utc)
                if values.allSatisfy({ reading.instant($0) != nil }) { return text }
            } catch {
                continue
            }
        }
        return nil
    }

    private static let nulls = ["?", "NULL", "null", "N/A", "n/a", "(null)", "-"]
    private static let words: [UInt8: String] = [0x3B: "semicolon", 0x09: "tab", 0x7C: "pipe"]
    private static let patterns = [
        "iso", "yyyy/MM/dd HH:mm:ss.SSS", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "d/M/yyyy HH:mm:ss",
        "d/M/yyyy HH:mm", "M/d/yyyy HH:mm:ss", "M/d/yyyy HH:mm", "M/d/yyyy h:mm:ss a", "M/d/yyyy h:mm a",
        "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd/MMM/yy HH:mm", "dd/MMM/yy h:mm a", "dd-MMM-yyyy HH:mm:ss",
        "d MMM yyyy HH:mm", "d/M/yy HH:mm", "d/M/yyyy", "M/d/yyyy", "dd.MM.yyyy", "dd/MMM/yy", "yyyy/MM/dd",
    ]
}
