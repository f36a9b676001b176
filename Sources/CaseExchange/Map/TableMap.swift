public import CaseModel
public import SettingsText

/// What the rows of a table become.
public enum TableMap: Equatable, Sendable {
    /// Histories of cases.
    case cases(ImportMap)
    /// People, customers or records.
    case rows(RowMap)
    /// Days of a calendar of the policy.
    case holidays(HolidayMap)

    /// Reads a map from the bytes of its file; `kind` under `[import]` says what its rows are.
    ///
    /// - Parameters:
    ///   - name: the name of the file, for messages and, without folder and ending, as the source when none is named.
    ///   - words: the words that fields can hold.
    ///   - zones: gives the rules of a zone by its IANA name; nil for one that is not known.
    /// - Returns: the map, and what in it was not understood but can be done without.
    public static func read(
        bytes: [UInt8], named name: String, _ words: Vocabulary, zones: (String) -> Zone?
    ) throws(ImportError) -> (map: TableMap, warnings: [SettingsProblem]) {
        let reading = SettingsFile.read(bytes: bytes, named: name)
        guard !reading.isBroken else { throw .map(reading.problems) }
        var reader = MapReader(file: reading.file, words: words, problems: reading.problems)
        let map = reader.readTable(zones)
        guard let map, !reader.problems.contains(where: \.isFatal) else {
            throw .map(reader.problems.filter(\.isFatal))
        }
        return (map, reader.problems)
    }

    /// The name of the source.
    public var source: String {
        switch self {
        case .cases(let map): map.source
        case .rows(let map): map.source
        case .holidays(let map): map.file
        }
    }

    /// Whether its rows say when they are of, so that those of some day on can be left out.
    public var hasTimes: Bool {
        switch self {
        case .cases(let map): !map.history.times.isEmpty
        case .rows(let map): !map.rows.times.isEmpty
        case .holidays: false
        }
    }

    /// How the bytes of the table are to be read.
    var layout: FileLayout {
        switch self {
        case .cases(let map): map.layout
        case .rows(let map): map.layout
        case .holidays(let map): map.layout
        }
    }

    /// How times are written.
    var dates: DateReading {
        switch self {
        case .cases(let map): map.dates
        case .rows(let map): map.dates
        case .holidays(let map): map.dates
        }
    }

    /// The columns that it leaves out.
    var ignored: [ColumnName] {
        switch self {
        case .cases(let map): map.ignored
        case .rows(let map): map.ignored
        case .holidays: []
        }
    }

    /// The columns that it names.
    var columns: [String] {
        var columns: [ColumnName] = []
        switch self {
        case .cases(let map):
            columns = map.fields.flatMap(\.parts).columns + map.history.times + map.chosen.map(\.column) + map.ignored
            columns += [map.history.key, map.history.actor, map.history.note].compactMap { $0 }
            for hidden in map.hidden { columns += hidden.columns + [hidden.notBefore].compactMap { $0 } }
        case .rows(let map):
            columns = map.fields.flatMap(\.parts).columns + map.rows.keys + map.rows.times
            columns += map.chosen.map(\.column) + map.ignored
        case .holidays(let map): columns = [map.day, map.name].compactMap { $0 }
        }
        var seen: Set<String> = []
        return columns.filter { $0.line > 0 }.map(\.name).filter { seen.insert($0).inserted }
    }

    /// The fields whose unknown names are added; nil for all.
    var adds: Set<String>? {
        switch self {
        case .cases(let map): map.adds
        case .rows(let map): map.adds
        case .holidays: []
        }
    }
}

extension MapReader {
    /// The words that a map may have for what its rows are.
    static var kinds: [String] { ["case", "holiday"] + RowKind.loadable.map(\.code) }

    fileprivate mutating func readTable(_ zones: (String) -> Zone?) -> TableMap? {
        let entry = file.sections("import").flatMap(\.entries).last { $0.key == "kind" }
        guard let entry, entry.value != "case" else { return read(zones: zones).map(TableMap.cases) }
        if entry.value == "holiday" { return readHolidays(zones).map(TableMap.holidays) }
        guard let kind = RowKind.loadable.first(where: { $0.code == entry.value }) else {
            let near = closest(to: entry.value, in: MapReader.kinds).map { " Did you mean “\($0)”?" }
            let all = " Known are \(MapReader.kinds.joined(separator: ", "))."
            fail(entry, "Rows of the kind “\(entry.value)” are not known.\(near ?? all)")
            return nil
        }
        return readRows(of: kind, zones).map(TableMap.rows)
    }
}

extension [FieldSource.Part] {
    /// The columns among texts and columns.
    var columns: [ColumnName] {
        compactMap { part in
            if case .column(let column) = part { column } else { nil }
        }
    }
}
