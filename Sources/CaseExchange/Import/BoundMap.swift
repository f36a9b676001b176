internal import CaseModel
internal import SettingsText

/// A map with the columns of one table found in its header.
struct BoundMap {
    /// The map.
    let map: ImportMap
    /// The names of the columns, each one once.
    let header: [String]
    let key: Int
    let times: [Int]
    let actor: Int?
    let note: Int?
    /// The fields, extra ones included.
    let fields: [BoundField]
    /// The place of the status among the fields.
    let status: Int?
    /// Columns that decide whether a row is taken, with the words for it.
    let chosen: [(column: Int, words: Set<String>)]
    /// For each column, the rule that hides it.
    let hiding: [Int?]
    /// For each rule, the column with the time that a row must have reached.
    let gates: [Int?]
    /// Where that is kept whole which does not fit.
    let whole: KeptWhole

    /// Finds the columns; what the header lacks is told at the place of the map that names it.
    init(_ map: ImportMap, header: TableHeader) throws(ImportError) {
        var search = ColumnSearch(header, map: map.file)
        key = search.place(map.history.key)
        times = map.history.times.map { search.place($0) }
        actor = map.history.actor.map { search.place($0) }
        note = map.history.note.map { search.place($0) }
        var fields = map.fields.map { source in
            BoundField(
                source.field,
                source.parts.map { part in
                    switch part {
                    case .text(let text): .text(text)
                    case .column(let column): .column(search.place(column))
                    }
                }, map.values[source.field])
        }
        for column in map.ignored { _ = search.place(column) }
        chosen = map.chosen.map { (search.place($0.column), $0.words) }
        let named = search.found
        var hiding = [Int?](repeating: nil, count: header.names.count)
        for (rule, hidden) in map.hidden.enumerated() {
            for column in hidden.columns { hiding[search.place(column)] = rule }
        }
        gates = map.hidden.map { $0.notBefore.map { search.place($0) } }
        guard search.problems.isEmpty else { throw .header(search.problems) }
        for index in header.names.indices where !named.contains(index) {
            let field = CaseField.extra(header.names[index])
            guard !fields.contains(where: { $0.field == field }) else { continue }
            fields.append(BoundField(field, [.column(index)], map.values[field]))
        }
        self.map = map
        self.header = header.names
        self.fields = fields
        self.hiding = hiding
        status = fields.firstIndex { $0.field == .status }
        whole = KeptWhole(header, fields, actor: actor)
    }
}

/// One field with the places of its columns.
struct BoundField {
    /// A piece of the field.
    enum Piece {
        /// Text as it stands.
        case text(String)
        /// The value of the column at a place.
        case column(Int)
    }

    let field: CaseField
    let pieces: [Piece]
    let columns: [Int]
    let table: ValueTable?

    init(_ field: CaseField, _ pieces: [Piece], _ table: ValueTable?) {
        self.field = field
        self.pieces = pieces
        self.table = table
        columns = pieces.compactMap { piece in
            if case .column(let index) = piece { index } else { nil }
        }
    }
}

extension [(column: Int, words: Set<String>)] {
    /// Whether a row is taken.
    func take(_ row: CSVRow) -> Bool {
        allSatisfy { column, words in words.contains(row.text(column).trimmedBlanks.lowercased()) }
    }
}

/// The search for the columns that a map names.
struct ColumnSearch {
    private let header: TableHeader
    private let map: String
    private(set) var found: Set<Int> = []
    private(set) var problems: [ImportProblem] = []
    /// Whether a problem names all columns of the table.
    private var isListed = false

    init(_ header: TableHeader, map: String) {
        self.header = header
        self.map = map
    }

    /// The place of a column; 0 and a problem when there is none of that name.
    mutating func place(_ column: ColumnName) -> Int {
        if let place = header.place(of: column.name) {
            found.insert(place)
            return place
        }
        let near = closest(to: column.name, in: header.names).map { " Did you mean “\($0)”?" }
        // Said once: a file that is another one altogether lacks every column.
        let all = isListed ? "" : " It has \(header.names.prefix(40).joined(separator: ", "))."
        if near == nil { isListed = true }
        problems.append(
            ImportProblem(
                file: map, line: column.line, column: column.column,
                message: "The table has no column “\(column.name)”.\(near ?? all)"))
        return 0
    }
}
