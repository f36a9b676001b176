internal import CaseModel

/// People, customers or records as lines of a table: number and name of what a field names in a column each.
struct RowTable {
    private let kind: RowKind

    /// A table of a kind.
    init(_ kind: RowKind) {
        self.kind = kind
    }

    /// The names of the columns, as an object inside an object is named when it is read.
    var header: [String] {
        ["id"]
            + kind.fields.flatMap { field in
                field.ownColumn == field.name ? [field.name] : [field.ownColumn, "\(field.name).name"]
            } + (kind.record == nil ? [] : ["version"])
    }

    /// The cells of one thing.
    func cells(of object: JSON) -> [CSVCell] {
        var cells = [(object["id"] ?? .null).cell]
        for field in kind.fields {
            let value = object[field.name] ?? .null
            if field.ownColumn == field.name {
                cells.append(value.cell)
            } else {
                cells += [(value["id"] ?? .null).cell, (value["name"] ?? .null).cell]
            }
        }
        return cells + (kind.record == nil ? [] : [(object["version"] ?? .null).cell])
    }
}
