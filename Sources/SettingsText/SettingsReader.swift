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
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let rest = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        if let text = String(validating: rest, as: UTF8.self) {
            reader.read(text)
        } else {
            reader.readBroken(rest)
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

    /// Reads a whole text, whose first line has a number.
    mutating func read(_ text: String, from first: Int = 1) {
        let bytes = text.utf8
        let end = bytes.endIndex
        var line = first
        var start = bytes.startIndex
        var place = start
        var isSuspect = false
        var last: UInt8 = 0
        // One look at each byte finds the ends of lines, and those that hold what may be a control character.
        while place < end {
            let byte = bytes[place]
            let next = bytes.index(after: place)
            if byte == newline {
                read(line, text, start..<place, endsInReturn: last == carriageReturn, isSuspect)
                line += 1
                start = next
                isSuspect = false
            } else if byte < 0x20 || byte == 0x7F || byte == 0xC2 {
                isSuspect = true
            }
            last = byte
            place = next
        }
        read(line, text, start..<place, endsInReturn: last == carriageReturn, isSuspect)
    }

    /// Reads what is not UTF-8 as a whole, line by line.
    mutating func readBroken(_ bytes: ArraySlice<UInt8>) {
        for (index, line) in bytes.split(separator: newline, omittingEmptySubsequences: false).enumerated() {
            if let text = String(validating: line, as: UTF8.self) {
                read(text, from: index + 1)
                continue
            }
            let sound = String(decoding: line, as: UTF8.self).unicodeScalars
            let column = (sound.firstIndex(of: "\u{FFFD}").map { sound.distance(from: sound.startIndex, to: $0) } ?? 0)
            report(line: index + 1, column: column + 1, "This line is not UTF-8 text. Save the file as UTF-8.")
        }
    }

    private mutating func read(
        _ line: Int, _ text: String, _ whole: Range<String.Index>, endsInReturn: Bool, _ isSuspect: Bool
    ) {
        let end = endsInReturn ? text.utf8.index(before: whole.upperBound) : whole.upperBound
        let range = whole.lowerBound..<end
        if isSuspect, let bad = text.unicodeScalars[range].firstIndex(where: isControl) {
            let column = text.utf8.scalars(from: range.lowerBound, to: bad) + 1
            report(line: line, column: column, "A control character stands here. Remove it.")
            return
        }
        var cursor = SettingsCursor(text, range)
        cursor.skipBlanks()
        guard let first = cursor.next, first != UInt8(ascii: "#") else { return }
        if first == UInt8(ascii: "[") {
            readSection(line, &cursor)
        } else {
            readEntry(line, &cursor)
        }
    }

    private mutating func readSection(_ line: Int, _ cursor: inout SettingsCursor) {
        let column = cursor.column
        cursor.skip()
        cursor.skipBlanks()
        let kind = cursor.take(until: UInt8(ascii: "]"), or: quote)
        var name: String?
        if cursor.next == quote {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: cursor.column, "The name of this section lacks its closing quote.")
                return
            }
            name = quoted
            cursor.skipBlanks()
        }
        guard cursor.next == UInt8(ascii: "]") else {
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
        if cursor.next == quote {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: column, "This key lacks its closing quote.")
                return
            }
            key = quoted
            cursor.skipBlanks()
        } else {
            key = cursor.take(until: equalsSign, or: equalsSign)
        }
        guard cursor.next == equalsSign else {
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
        if cursor.next == quote {
            guard let quoted = cursor.takeQuoted() else {
                report(line: line, column: valueColumn, "This value lacks its closing quote.")
                return
            }
            value = quoted
            refuseRest(line, &cursor)
        } else {
            value = cursor.takeRest()
        }
        if file.sections.isEmpty { file.sections.append(SettingsSection(kind: "", line: line, column: column)) }
        let entry = SettingsEntry(key: key, value: value, line: line, column: column, valueColumn: valueColumn)
        file.sections[file.sections.count - 1].entries.append(entry)
    }

    private mutating func refuseRest(_ line: Int, _ cursor: inout SettingsCursor) {
        cursor.skipBlanks()
        guard let next = cursor.next, next != UInt8(ascii: "#") else { return }
        report(line: line, column: cursor.column, "Nothing but a # comment may follow here.")
    }
}

private let newline: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let quote: UInt8 = 0x22
private let equalsSign: UInt8 = 0x3D

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
}
