internal import CaseModel

/// The first pass over a table of people, customers or records: whether each row can be taken, and is not another again.
struct RowsCheck {
    private let bound: BoundRows
    /// What the first row of each key said, and its line; in the order of the keys.
    private var seen: [(digest: Int, line: Int)] = []

    init(_ bound: BoundRows) {
        self.bound = bound
    }

    /// The key of a row whose cells fit.
    func key(of row: CSVRow) throws(FieldFault) -> [UInt8] {
        let column = bound.keys.first ?? 0
        guard let key = bound.key(of: row) else {
            let names = bound.keys.map { "“\(bound.header[$0])”" }.joined(separator: " or ")
            throw FieldFault(
                column: column, message: "The column \(names) is empty: no \(bound.map.kind.code) without its key.")
        }
        guard key.count <= BoundRows.nameLimit else {
            throw FieldFault(column: column, message: "This key is longer than \(BoundRows.nameLimit) bytes.")
        }
        _ = try bound.values(of: row)
        return key
    }

    /// Whether a row is the first with its key; another must say the same.
    ///
    /// - Parameter number: the place of its key among all keys; nil for one that is new.
    mutating func isFirst(_ row: CSVRow, _ number: Int?) throws(FieldFault) -> Bool {
        let digest = bound.digest(of: row)
        guard let number, seen.indices.contains(number) else {
            seen.append((digest, row.line))
            return true
        }
        guard seen[number].digest != digest else { return false }
        throw FieldFault(
            column: bound.keys.first ?? 0,
            message: "A row with this key stands on line \(seen[number].line) and says something else.")
    }
}
