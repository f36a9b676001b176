import CaseModel

extension Record {
    static let columns = "kind, number, version, body"

    init(_ row: Row) throws(StoreError) {
        let kind = try row.word(0, RecordKind.init(code:))
        self.init(
            RecordID(kind, try row.integer(1)), kind: kind, version: Int(try row.integer(2)),
            values: try row.word(3, Record.values))
    }

    /// The values as one text: name and value of each, by name.
    var body: String { Record.body(values) }

    static func body(_ values: [String: String]) -> String {
        let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return LengthPrefixed.encode(sorted.flatMap { [$0.key, $0.value] })
    }

    static func values(_ text: String) -> [String: String]? {
        guard let parts = LengthPrefixed.decode(text)?.compactMap({ $0 }), parts.count.isMultiple(of: 2) else {
            return nil
        }
        let pairs = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// What a record is found by, and its values: the columns after its name.
    var row: [SQLValue] {
        [
            SQLValue(account), .text(Words.fold(title)), SQLValue(end?.description), SQLValue(version), .text(body),
            SQLValue(mark),
        ]
    }
}

extension RecordEvent {
    /// Columns of tables `e` and `o`.
    static let columns = """
        e.kind, e.number, e.seq, e.at, e.recorded_at, e.agent, e.actor, e.login, e.changes, e.body, o.id
        """

    /// - Parameter pending: the act whose journal line is still to be written in this transaction.
    init(_ row: Row, pending: OperationID? = nil) throws(StoreError) {
        let kind = try row.word(0, RecordKind.init(code:))
        guard let operation = try row.textOrNil(10).map({ OperationID($0) }) ?? pending else { throw row.damage(10) }
        self.init(
            record: RecordID(kind, try row.integer(1)), seq: Int(try row.integer(2)), at: try row.instant(3),
            recordedAt: try row.instantOrNil(4),
            actor: EventActor(agent: try row.idOrNil(5), name: try row.text(6), login: try row.text(7)),
            changes: try row.word(8) { ChangesText.decode($0) { $0 } }, text: try row.textOrNil(9),
            operation: operation)
    }

    /// The values of a row of `record_events`.
    func row(operation number: Int64) -> [SQLValue] {
        [
            .text(record.kind), .integer(record.number), SQLValue(seq), SQLValue(at), SQLValue(recordedAt),
            SQLValue(actor.agent), .text(actor.name), .text(actor.login), .text(ChangesText.encode(changes) { $0 }),
            SQLValue(text), .integer(number),
        ]
    }
}

extension Connection {
    func record(_ id: RecordID) throws(StoreError) -> Record? {
        let sql = "SELECT \(Record.columns) FROM records WHERE kind = ? AND number = ?"
        return try first(sql, [.text(id.kind), .integer(id.number)], table: "records") {
            (row) throws(StoreError) in try Record(row)
        }
    }

    /// The events of records for which a condition on tables `e` and `o` holds.
    func recordEvents(
        _ condition: String, _ values: [SQLValue], pending: OperationID? = nil
    ) throws(StoreError) -> [RecordEvent] {
        let sql = """
            SELECT \(RecordEvent.columns) FROM record_events e LEFT JOIN operations o ON o.number = e.op
            WHERE \(condition) ORDER BY e.kind, e.number, e.seq
            """
        return try all(sql, values, table: "record_events") {
            (row) throws(StoreError) in try RecordEvent(row, pending: pending)
        }
    }

    func records(_ query: RecordQuery) throws(StoreError) -> [Record] {
        var found: [Record] = []
        for page in query.pages where found.count < query.limit {
            let part = page.sql(limit: query.limit - found.count)
            found += try all(part.sql, part.values, table: "records") { (row) throws(StoreError) in try Record(row) }
        }
        return found
    }
}
