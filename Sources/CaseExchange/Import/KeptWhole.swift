internal import CaseModel

/// The extra fields that hold what would be lost otherwise: cells that do not fit into their field, and long names of
/// columns.
struct KeptWhole {
    /// For a column whose cell may not fit: the extra field that takes all of it; none when there is one already.
    private(set) var cells: [Int: CaseField] = [:]
    /// For a column whose name is too long for an extra field: the extra field that takes all of it.
    private(set) var names: [Int: CaseField] = [:]
    /// The names that are too long for an extra field, by column.
    let long: [Int: String]

    /// Finds a name for each that no field of the map has.
    init(_ header: TableHeader, _ fields: [BoundField], actor: Int?) {
        long = header.long
        var used = Set(fields.compactMap { $0.field.extraName })
        let cuttable = fields.filter { $0.field == .subject || $0.field == .tags }.flatMap(\.columns)
        for column in (cuttable + [actor].compactMap({ $0 })).sorted() where cells[column] == nil {
            guard !fields.contains(where: { $0.keepsAll(of: column) }) else { continue }
            let name = header.names[column].unlike(used)
            used.insert(name)
            cells[column] = .extra(name)
        }
        for column in header.long.keys.sorted() where used.contains(header.names[column]) {
            let name = "column \(column + 1)".unlike(used)
            used.insert(name)
            names[column] = .extra(name)
        }
    }

    /// Where the cells of these columns are kept, in words.
    func words(_ columns: [Int], _ fields: [BoundField]) -> String {
        let kept = Set(columns).sorted().compactMap { column in
            cells[column] ?? fields.first { $0.keepsAll(of: column) }?.field
        }
        return "The whole cell is kept as \(kept.map(\.name).joined(separator: ", "))."
    }
}

extension BoundField {
    /// Whether it is an extra field with nothing but the cell of this column in it.
    fileprivate func keepsAll(of column: Int) -> Bool {
        guard field.extraName != nil, table == nil, pieces.count == 1, case .column(column) = pieces[0] else {
            return false
        }
        return true
    }
}

extension CaseField {
    /// The name of an extra field; nil for the others.
    fileprivate var extraName: String? {
        if case .extra(let name) = self { name } else { nil }
    }
}
