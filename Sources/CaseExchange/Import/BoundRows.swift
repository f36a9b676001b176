internal import CaseModel

/// A map of people, customers or records with the columns of one table found in its header.
struct BoundRows {
    /// The map.
    let map: RowMap
    /// The names of the columns, each one once.
    let header: [String]
    /// The columns that make the key.
    let keys: [Int]
    /// The columns with the time of a row.
    let times: [Int]
    /// The fields.
    let fields: [BoundRowField]
    /// Columns that decide whether a row is taken, with the words for it.
    let chosen: [(column: Int, words: Set<String>)]
    /// Columns that nothing of the map names and that are not to be left out without a word.
    let others: [Int]

    /// Finds the columns; what the header lacks is told at the place of the map that names it.
    init(_ map: RowMap, header: TableHeader) throws(ImportError) {
        var search = ColumnSearch(header, map: map.file)
        keys = map.rows.keys.map { search.place($0) }
        times = map.rows.times.map { search.place($0) }
        // A table that an older program wrote may lack a field of today; a map that the program made itself has no lines.
        fields = map.fields.filter { source in
            source.parts.allSatisfy { part in
                guard case .column(let column) = part, column.line == 0 else { return true }
                return header.place(of: column.name) != nil
            }
        }
        .map { source in
            BoundRowField(
                source.field,
                source.parts.map { part in
                    switch part {
                    case .text(let text): .text(text)
                    case .column(let column): .column(search.place(column))
                    }
                }, map.values[source.field.name])
        }
        chosen = map.chosen.map { (search.place($0.column), $0.words) }
        for column in map.ignored { _ = search.place(column) }
        guard search.problems.isEmpty else { throw .header(search.problems) }
        let named = search.found
        others = map.rows.leavesOthers ? [] : header.names.indices.filter { !named.contains($0) }
        self.map = map
        self.header = header.names
    }

    /// The key of a row, its parts behind their lengths when there are several; nil when one of them is missing.
    func key(of row: CSVRow) -> [UInt8]? {
        var result: [UInt8] = []
        for column in keys {
            let cell = row.cell(column).trimmedBlanks
            guard !map.layout.isNull(cell) else { return nil }
            if keys.count > 1 { result += "\(cell.count):".utf8 }
            result += cell
        }
        return result
    }

    /// When a row is of: the first column with a time; nil when there is none.
    func time(of row: CSVRow) -> Timestamp? {
        for column in times where !map.layout.isNull(row.cell(column)) {
            return map.dates.instant(row.cell(column).trimmedBlanks)
        }
        return nil
    }
}

/// One field of a row with the places of its columns.
struct BoundRowField {
    let field: RecordField
    let pieces: [BoundField.Piece]
    let table: ValueTable?

    init(_ field: RecordField, _ pieces: [BoundField.Piece], _ table: ValueTable?) {
        self.field = field
        self.pieces = pieces
        self.table = table
    }

    /// The columns in it.
    var columns: [Int] {
        pieces.compactMap { piece in
            if case .column(let index) = piece { index } else { nil }
        }
    }
}
