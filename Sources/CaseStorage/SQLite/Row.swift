import CaseModel

/// A row being read; a value that does not fit is an error that names table, row and column.
struct Row {
    private let statement: Statement
    /// The table the values come from, for messages.
    let table: String

    init(_ statement: Statement, table: String) {
        self.statement = statement
        self.table = table
    }

    func integer(_ column: Int) throws(StoreError) -> Int64 {
        guard let value = statement.integer(column) else { throw damage(column) }
        return value
    }

    func integerOrNil(_ column: Int) throws(StoreError) -> Int64? {
        statement.isNull(column) ? nil : try integer(column)
    }

    func text(_ column: Int) throws(StoreError) -> String {
        guard let value = statement.text(column) else { throw damage(column) }
        return value
    }

    func textOrNil(_ column: Int) throws(StoreError) -> String? {
        statement.isNull(column) ? nil : try text(column)
    }

    func bytes(_ column: Int) throws(StoreError) -> [UInt8] {
        guard let value = statement.bytes(column) else { throw damage(column) }
        return value
    }

    func instant(_ column: Int) throws(StoreError) -> Timestamp { Timestamp(seconds: try integer(column)) }

    func instantOrNil(_ column: Int) throws(StoreError) -> Timestamp? {
        try integerOrNil(column).map(Timestamp.init(seconds:))
    }

    func id<Kind>(_ column: Int) throws(StoreError) -> Identifier<Kind> { Identifier(try integer(column)) }

    func idOrNil<Kind>(_ column: Int) throws(StoreError) -> Identifier<Kind>? {
        try integerOrNil(column).map { Identifier($0) }
    }

    /// Whatever the column holds.
    func value(_ column: Int) throws(StoreError) -> SQLValue {
        if statement.isNull(column) { return .null }
        if let number = statement.integer(column) { return .integer(number) }
        if let bytes = statement.bytes(column) { return .bytes(bytes) }
        return .text(try text(column))
    }

    /// A word of a closed set.
    func word<T>(_ column: Int, _ read: (String) -> T?) throws(StoreError) -> T {
        guard let value = read(try text(column)) else { throw damage(column) }
        return value
    }

    func wordOrNil<T>(_ column: Int, _ read: (String) -> T?) throws(StoreError) -> T? {
        statement.isNull(column) ? nil : try word(column, read)
    }

    /// What is said of a value that does not fit.
    func damage(_ column: Int) -> StoreError {
        let row = statement.integer(0).map(String.init) ?? statement.text(0) ?? "?"
        let value = statement.text(column) ?? statement.integer(column).map(String.init) ?? "nothing readable"
        return .damaged("\(table) \(row): \(statement.name(column)) holds \(value.prefix(60))")
    }
}
