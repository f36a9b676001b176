internal import CaseModel

/// A map with the columns of one table, and the first pass over its rows.
enum BoundTable {
    case cases(BoundMap)
    case rows(BoundRows)

    /// Finds the columns of a map.
    init(_ map: TableMap, header: TableHeader) throws(ImportError) {
        switch map {
        case .cases(let map): self = .cases(try BoundMap(map, header: header))
        case .rows(let map): self = .rows(try BoundRows(map, header: header))
        case .holidays: throw .file(map.source, "a map of holidays writes no rows into a store")
        }
    }

    /// Whether a row is taken at all.
    func takes(_ row: CSVRow) -> Bool {
        switch self {
        case .cases(let bound): bound.chosen.take(row)
        case .rows(let bound): bound.chosen.take(row)
        }
    }

    /// When a row is of; nil when it does not say, or says what is no time.
    func time(of row: CSVRow) -> Timestamp? {
        switch self {
        // A time that cannot be read is found by the check.
        case .cases(let bound): try? bound.time(of: row)
        case .rows(let bound): bound.time(of: row)
        }
    }

    /// The columns of a field, for messages.
    func columns(of field: String) -> [Int] {
        switch self {
        case .cases(let bound): bound.fields.first { $0.field.name == field }?.columns ?? []
        case .rows(let bound): bound.fields.first { $0.field.name == field }?.columns ?? []
        }
    }

    /// The records of the table, in the order of their first rows.
    func source(_ text: TextFile, _ index: RowIndex) -> LoadSource {
        switch self {
        case .cases(let bound): .cases(HistorySource(text, bound, index))
        case .rows(let bound): .rows(RowsSource(text, bound, index))
        }
    }
}

/// The second pass over a table.
enum LoadSource {
    case cases(HistorySource)
    case rows(RowsSource)

    /// How far it has come.
    var progress: ImportProgress {
        switch self {
        case .cases(let source): source.progress
        case .rows(let source): source.progress
        }
    }

    /// About so many entries; nil when there are no more.
    mutating func next(_ wanted: Int) throws(ImportError) -> [LoadRecord]? {
        switch self {
        case .cases(var source):
            defer { self = .cases(source) }
            return try source.next(wanted)
        case .rows(var source):
            defer { self = .rows(source) }
            return try source.next(wanted)
        }
    }
}
