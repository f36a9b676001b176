internal import CaseModel

/// The first pass over rows: whether each can become an entry, without making one.
struct RowCheck {
    private let bound: BoundMap
    private let checked: [BoundField]
    private let gates: [Int]
    private var previous: CSVRow?
    /// What of the last sound row did not fit into its field and is kept beside it.
    private(set) var cuts: [FieldFault] = []

    init(_ bound: BoundMap) {
        self.bound = bound
        // Only these can hold something that does not fit.
        checked = bound.fields.filter { field in
            if case .extra = field.field { field.table != nil } else { true }
        }
        gates = Array(Set(bound.gates.compactMap { $0 }))
    }

    /// When a sound row happened.
    mutating func check(_ row: CSVRow) throws(FieldFault) -> Timestamp {
        if bound.isNull(row.cell(bound.key)) {
            throw FieldFault(
                column: bound.key,
                message: "The column “\(bound.header[bound.key])” is empty: no case without its number.")
        }
        guard let time = try bound.time(of: row) else {
            let column = bound.times[0]
            throw FieldFault(
                column: column, message: "The column “\(bound.header[column])” is empty: no row without its time.")
        }
        let known = previous
        previous = nil
        cuts = []
        for field in checked {
            if let known, field.columns.allSatisfy({ row.hasSame($0, as: known) }) { continue }
            note(try bound.value(of: field, in: row) { _ in false }, field.columns)
        }
        if let actor = bound.actor, !(known.map { row.hasSame(actor, as: $0) } ?? false) {
            note(bound.actor(of: row), [actor])
        }
        _ = try bound.note(of: row)
        for column in gates where !bound.isNull(row.cell(column)) {
            if let known, row.hasSame(column, as: known) { continue }
            guard bound.map.dates.instant(row.cell(column).trimmedBlanks) != nil else {
                throw FieldFault(column: column, message: bound.noDate(row.text(column), column))
            }
        }
        previous = row
        return time
    }

    private mutating func note(_ value: FieldValue?, _ columns: [Int]) {
        guard case .cut(_, let why) = value, let column = columns.first else { return }
        cuts.append(FieldFault(column: column, message: "\(why) \(bound.whole.words(columns, bound.fields))"))
    }
}

extension CSVRow {
    /// Whether a cell has the same bytes as in another row.
    func hasSame(_ column: Int, as other: CSVRow) -> Bool {
        let (mine, theirs) = (cell(column), other.cell(column))
        return mine.count == theirs.count && mine.elementsEqual(theirs)
    }
}
