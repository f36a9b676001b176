internal import CaseModel
internal import SettingsText

extension MapReader {
    /// How the bytes of the table are to be read.
    mutating func readLayout(_ entries: [SettingsEntry]) -> FileLayout {
        var layout = FileLayout()
        for entry in entries {
            switch entry.key {
            case "format":
                guard let format = TableFormat(rawValue: entry.value) else {
                    fail(entry, "The format “\(entry.value)” is not known. Tables are read as csv or json.")
                    continue
                }
                layout.format = format
            case "encoding":
                let known = TextEncoding.allCases.map(\.rawValue)
                let name = MapReader.otherNames[entry.value.lowercased()] ?? entry.value.lowercased()
                guard let encoding = TextEncoding(rawValue: name) else {
                    fail(
                        entry, "The encoding “\(entry.value)” is not known. Known are \(known.joined(separator: ", "))."
                    )
                    continue
                }
                layout.encoding = encoding
            case "delimiter":
                let names = ["comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "\\t": "\t"]
                let sign = names[entry.value] ?? entry.value
                let bytes = Array(sign.utf8)
                guard bytes.count == 1, bytes[0] < 0x80, ![0x22, 0x0A, 0x0D, 0x00].contains(bytes[0]) else {
                    fail(entry, "A delimiter is one sign, or one of comma, semicolon, tab, pipe.")
                    continue
                }
                layout.delimiter = bytes[0]
            case "null": layout.nulls.formUnion(entry.list.map(\.text))
            default: break
            }
        }
        return layout
    }

    private static let otherNames = [
        "utf8": "utf-8", "utf16": "utf-16", "cp1252": "windows-1252", "latin1": "latin-1", "iso-8859-1": "latin-1",
    ]

    /// The fields of a case whose unknown names can be added.
    static let added = ["account", "contact", "owner", "partner", "queue", "watchers"]

    /// The fields whose unknown names are added; nil when nothing is said.
    mutating func readAdds(_ entries: [SettingsEntry], among known: [String]) -> Set<String>? {
        guard let entry = entries.last(where: { $0.key == "add" }) else { return nil }
        let names = entry.list.map(\.text).filter { $0 != "none" }
        if let strange = names.first(where: { !known.contains($0) }) {
            fail(entry, unknown("field", strange, known + ["none"], ""))
        }
        return Set(names)
    }

    /// Which rows are taken.
    func readChosen() -> [ChosenRows] {
        file.sections("rows").flatMap(\.entries).map { entry in
            let words = entry.list.map { $0.text == "empty" ? "" : $0.text.lowercased() }
            let column = ColumnName(name: entry.key, line: entry.line, column: entry.column)
            return ChosenRows(column: column, words: Set(words))
        }
    }

    /// How times are written.
    mutating func readDates(_ entries: [SettingsEntry], _ zones: (String) -> Zone?) -> DateReading {
        var dates = DateReading(patterns: [], zone: .utc)
        for entry in entries {
            switch entry.key {
            case "date":
                do throws(DatePattern.Problem) {
                    dates.patterns += entry.value == "iso" ? try DatePattern.iso() : [try DatePattern(entry.value)]
                } catch {
                    fail(entry, column: entry.valueColumn + error.column - 1, error.message)
                }
            case "zone":
                guard let zone = zones(entry.value) else {
                    fail(entry, "This host knows no zone “\(entry.value)”. Write one as Europe/Dublin, or UTC.")
                    continue
                }
                dates.zone = zone
            default: break
            }
        }
        if dates.patterns.isEmpty {
            do throws(DatePattern.Problem) { dates.patterns = try DatePattern.iso() } catch { return dates }
        }
        return dates
    }
}

extension DatePattern {
    /// ISO 8601 as this program writes it, and its usual cousins.
    static func iso() throws(Problem) -> [DatePattern] {
        var patterns: [DatePattern] = []
        for day in ["yyyy-MM-dd'T'", "yyyy-MM-dd "] {
            for time in ["HH:mm:ssXXX", "HH:mm:ss", "HH:mm:ss.SSSXXX", "HH:mm:ss.SSS", "HH:mmXXX", "HH:mm"] {
                patterns.append(try DatePattern(day + time))
            }
        }
        return patterns + [try DatePattern("yyyy-MM-dd")]
    }
}
