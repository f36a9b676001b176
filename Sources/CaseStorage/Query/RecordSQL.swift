import CaseModel

/// A stretch of a list of records that one index has in order.
struct RecordPage {
    private let order: String
    /// The index that has the fewest of them to look at: SQLite takes the records of a whole kind for few, and would
    /// rather read them all than sort.
    private let index: String?
    private var conditions: [String]
    private var values: [SQLValue]

    fileprivate init(_ query: RecordQuery, order: String) {
        self.order = order
        index = query.index
        conditions = ["kind = ?"]
        values = [.text(query.kind.code)]
        if let accounts = query.accounts { add("account", among: accounts.map { SQLValue($0) }) }
        if !query.title.isEmpty { add("instr(title, ?) > 0", .text(query.title)) }
        if let titles = query.titles { add("title", among: titles.map { .text($0) }) }
        if let marked = query.marked { add("mark = ?", .text(marked)) }
        if let host = query.host {
            add("number IN (SELECT number FROM license_hosts WHERE host = ?)", .text(host))
        }
        if let from = query.endingFrom { add("ends >= ?", .text(from.description)) }
        if let until = query.endingUntil { add("ends <= ?", .text(until.description)) }
    }

    fileprivate mutating func add(_ condition: String, _ new: SQLValue...) {
        conditions.append(condition)
        values += new
    }

    private mutating func add(_ column: String, among new: [SQLValue]) {
        conditions.append("\(column) IN (\(new.map { _ in "?" }.joined(separator: ", ")))")
        values += new
    }

    func sql(limit: Int) -> SQLPart {
        SQLPart(
            """
            SELECT \(Record.columns) FROM records\(index.map { " INDEXED BY \($0)" } ?? "")
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(order) LIMIT ?
            """, values + [SQLValue(max(0, limit))])
    }
}

extension RecordQuery {
    fileprivate var index: String? {
        if host != nil { return nil }
        if marked != nil { return "records_by_mark" }
        if titles != nil { return "records_by_title" }
        if accounts != nil { return "records_by_account" }
        return byEnd || endingFrom != nil || endingUntil != nil ? "records_by_end" : nil
    }

    /// The stretches of the list, one after the other: those that end come before those that do not, and SQLite would
    /// sort all of them to put them so.
    var pages: [RecordPage] {
        if accounts?.isEmpty ?? false || titles?.isEmpty ?? false { return [] }
        let (way, beyond) = newestFirst ? (" DESC", "<") : ("", ">")
        guard byEnd else {
            var page = RecordPage(self, order: "number\(way)")
            if let after { page.add("number \(beyond) ?", .integer(after.number)) }
            return [page]
        }
        var ending = RecordPage(self, order: "ends\(way), number\(way)")
        ending.add("ends IS NOT NULL")
        if let after, let end = after.end {
            ending.add("(ends, number) \(beyond) (?, ?)", .text(end.description), .integer(after.number))
        }
        // What has no last day has none in a stretch of time.
        guard endingFrom == nil, endingUntil == nil else { return [ending] }
        var others = RecordPage(self, order: "number\(way)")
        others.add("ends IS NULL")
        guard let after, after.end == nil else { return [ending, others] }
        others.add("number \(beyond) ?", .integer(after.number))
        return [others]
    }
}
