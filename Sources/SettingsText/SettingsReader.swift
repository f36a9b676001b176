extension SettingsFile {
    /// Reads a file from its bytes.
    ///
    /// Never fails as a whole: lines that cannot be read become problems, and the rest is read on. A file above
    /// `byteLimit` is not read at all.
    public static func read(bytes: [UInt8], named name: String) -> SettingsReading {
        var reader = SettingsReader(name: name)
        guard bytes.count <= byteLimit else {
            reader.report(line: 1, column: 1, "The file is larger than \(byteLimit / 1024) KiB. Split or shorten it.")
            return SettingsReading(file: reader.file, problems: reader.problems)
        }
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            reader.read(line: index + 1, bytes: line.last == 0x0D ? line.dropLast() : line)
        }
        return SettingsReading(file: reader.file, problems: reader.problems)
    }

    /// Reads a file from its text; see `read(bytes:named:)`.
    public static func read(_ text: String, named name: String) -> SettingsReading {
        read(bytes: Array(text.utf8), named: name)
    }
}

/// Reads line by line and collects sections and problems.
struct SettingsReader {
    var file: SettingsFile
    var problems: [SettingsProblem] = []

    init(name: String) {
        file = SettingsFile(name: name)
    }

    mutating func report(line: Int, column: Int, _ message: String) {
        problems.append(
            SettingsProblem(file: file.name, line: line, column: column, message: message, isFatal: true))
    }

    mutating func read(line: Int, bytes: ArraySlice<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let sound = String(decoding: bytes, as: UTF8.self).unicodeScalars
            let column = (sound.firstIndex(of: "\u{FFFD}").map { sound.distance(from: sound.startIndex, to: $0) } ?? 0)
            report(line: line, column: column + 1, "This line is not UTF-8 text. Save the file as UTF-8.")
            return
        }
        let scalars = Array(text.unicodeScalars)
        if let bad = scalars.firstIndex(where: { $0 != "\t" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) })
        {
            report(line: line, column: bad + 1, "A control character stands here. Remove it.")
            return
        }
        var cursor = SettingsCursor(scalars)
        cursor.skipBlanks()
        guard let first = cursor.next, first != "#" else { return }
        if first == "[" {
            readSection(line, &cursor)
        } else {
            readEntry(line, &cursor)
        }
    }

    private mutating func readSection(_ line: Int, _ cursor: inout SettingsCursor) {
        let column = cursor.column
        cursor.skip()
        cursor.skipBlanks()
        let kind = cursor.take { $0 != "]" && $0 != "\"" }.trimmed
        var name: String?
        if cursor.next == "\"" {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: cursor.column, "The name of this section lacks its closing quote.")
                return
            }
            name = quoted
            cursor.skipBlanks()
        }
        guard cursor.next == "]" else {
            report(line: line, column: cursor.column, "A section ends with \"]\", as in [section \"name\"].")
            return
        }
        cursor.skip()
        guard !kind.isEmpty else {
            report(line: line, column: column, "A section needs a word, as in [section \"name\"].")
            return
        }
        refuseRest(line, &cursor)
        file.sections.append(SettingsSection(kind: kind, name: name, line: line, column: column))
    }

    private mutating func readEntry(_ line: Int, _ cursor: inout SettingsCursor) {
        let column = cursor.column
        let key: String
        if cursor.next == "\"" {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: column, "This key lacks its closing quote.")
                return
            }
            key = quoted
            cursor.skipBlanks()
        } else {
            key = cursor.take { $0 != "=" }.trimmed
        }
        guard cursor.next == "=" else {
            report(line: line, column: cursor.column, "A setting is written as key = value.")
            return
        }
        guard !key.isEmpty else {
            report(line: line, column: column, "A key must stand before \"=\".")
            return
        }
        cursor.skip()
        cursor.skipBlanks()
        let valueColumn = cursor.column
        let value: String
        if cursor.next == "\"" {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: valueColumn, "This value lacks its closing quote.")
                return
            }
            value = quoted
            refuseRest(line, &cursor)
        } else {
            value = cursor.take { _ in true }.trimmed
        }
        if file.sections.isEmpty { file.sections.append(SettingsSection(kind: "", line: line, column: column)) }
        let entry = SettingsEntry(key: key, value: value, line: line, column: column, valueColumn: valueColumn)
        file.sections[file.sections.count - 1].entries.append(entry)
    }

    private mutating func refuseRest(_ line: Int, _ cursor: inout SettingsCursor) {
        cursor.skipBlanks()
        guard let next = cursor.next, next != "#" else { return }
        report(line: line, column: cursor.column, "Nothing but a # comment may follow here.")
    }
}
