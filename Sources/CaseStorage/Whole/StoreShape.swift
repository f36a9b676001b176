import CaseModel

/// The tables of a format, as far as they hold what is nowhere else: a new table or column is in it by itself.
///
/// It is read from an empty store of that format, never from the file at hand.
struct StoreShape {
    /// A table.
    struct Table {
        let name: String
        /// Its columns, sorted by their bytes.
        let columns: [String]
        /// What each of them holds, in the words of the schema.
        let types: [String]
        /// The columns that tell its rows apart, in order.
        let key: [String]
    }

    /// The tables, sorted by their bytes.
    let tables: [Table]

    init(format: Int) throws(StoreError) {
        let model = try Connection(path: ":memory:", .write, .none)
        try model.migrate(from: 0, to: format)
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        let all = try model.all(sql, table: "schema") { (row) throws(StoreError) in
            (name: try row.text(0), isVirtual: try row.text(1).hasPrefix("CREATE VIRTUAL"))
        }
        // What is searched is made from the texts, and keeps tables of its own, named after it.
        let virtual = all.filter(\.isVirtual).map(\.name)
        let names = all.map(\.name).filter { name in !virtual.contains { name == $0 || name.hasPrefix($0 + "_") } }
        var tables: [Table] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let columns = try model.all(
                "SELECT name, pk, type FROM pragma_table_info(?)", [.text(name)], table: "schema"
            ) {
                (row) throws(StoreError) in (name: try row.text(0), place: try row.integer(1), type: try row.text(2))
            }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            let names = columns.map(\.name)
            let key = columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
            tables.append(
                Table(name: name, columns: names, types: columns.map(\.type), key: key.isEmpty ? names : key))
        }
        self.tables = tables
    }
}

extension StoreShape.Table {
    /// All rows, in an order that depends on nothing but them.
    var select: String { "SELECT \(list(columns)) FROM \"\(name)\" ORDER BY \(list(key))" }

    /// Adds a row.
    var insert: String {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \"\(name)\"(\(list(columns))) VALUES (\(places))"
    }

    /// The column whose value is of another type than it holds; SQLite would turn some into what they are not.
    func misfit(among values: [StoredValue]) -> String? {
        for (index, value) in values.enumerated() {
            switch (value, types[index]) {
            case (.null, _), (.integer, "INTEGER"), (.text, "TEXT"), (.bytes, "BLOB"): continue
            default: return columns[index]
            }
        }
        return nil
    }

    private func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}

extension StoredValue {
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }
}

extension SQLValue {
    init(_ value: StoredValue) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }
}
