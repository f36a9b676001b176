/// A piece of SQL made of words of this module, with the values of its parameters in order.
struct SQLPart {
    var sql: String
    var values: [SQLValue] = []

    init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }

    static let always = SQLPart("1")
    static let never = SQLPart("0")

    /// Joins pieces; halves are joined first, because SQLite bounds how deep an expression may be.
    static func join(_ parts: [SQLPart], _ word: String, empty: SQLPart) -> SQLPart {
        join(parts[...], word) ?? empty
    }

    private static func join(_ parts: ArraySlice<SQLPart>, _ word: String) -> SQLPart? {
        guard parts.count > 1 else { return parts.first }
        let middle = parts.startIndex + parts.count / 2
        guard let left = join(parts[..<middle], word), let right = join(parts[middle...], word) else { return nil }
        return SQLPart("(\(left.sql) \(word) \(right.sql))", left.values + right.values)
    }
}
