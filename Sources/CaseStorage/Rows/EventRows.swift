import CaseModel

extension CaseEvent {
    /// The columns of ``Connection/readEvent(_:)``, in its order, of tables `e` and `o`.
    static let columns = """
        e.case_id, e.seq, e.at, e.recorded_at, e.agent, e.actor, e.login, e.action, e.changes, e.body, o.id, \
        e.refers_to, e.remarks
        """

    /// An event from a row of ``columns``.
    ///
    /// - Parameter pending: the act whose journal line is still to be written in this transaction.
    init(_ row: Row, pending: OperationID? = nil) throws(StoreError) {
        let operation: OperationID
        if let id = try row.textOrNil(10) {
            operation = OperationID(id)
        } else if let pending {
            operation = pending
        } else {
            throw row.damage(10)
        }
        self.init(
            caseID: try row.id(0), seq: Int(try row.integer(1)), at: try row.instant(2),
            recordedAt: try row.instantOrNil(3),
            actor: EventActor(agent: try row.idOrNil(4), name: try row.text(5), login: try row.text(6)),
            action: try row.word(7, EventAction.init(rawValue:)),
            changes: try row.word(8) { ChangesText.decode($0, field: CaseField.init(name:)) },
            text: try row.textOrNil(9), operation: operation, refersTo: try row.integerOrNil(11).map { Int($0) },
            remarks: try row.wordOrNil(12) { RemarksText.decode($0) } ?? [])
    }

    /// The values of a row of `events`.
    func row(operation number: Int64) -> [SQLValue] {
        [
            SQLValue(caseID), SQLValue(seq), SQLValue(at), SQLValue(recordedAt), SQLValue(actor.agent),
            .text(actor.name), .text(actor.login), .text(action.rawValue),
            .text(ChangesText.encode(changes, name: \.name)), SQLValue(text),
            .integer(number), SQLValue(refersTo.map(Int64.init)), RemarksText.encode(remarks),
        ]
    }
}

/// Conditions that did not hold, as one text with commas.
enum RemarksText {
    static func encode(_ remarks: [GuardRemark]) -> SQLValue {
        remarks.isEmpty ? .null : .text(remarks.map(\.code).joined(separator: ","))
    }

    static func decode(_ text: String) -> [GuardRemark]? {
        let parts = text.split(separator: ",")
        let remarks = parts.compactMap { GuardRemark(code: $0) }
        return remarks.count == parts.count ? remarks : nil
    }
}

extension Connection {
    /// The events of a case after a version, oldest first.
    func events(
        of id: CaseID, after version: Int = 0, upTo last: Int = .max, pending: OperationID? = nil
    ) throws(StoreError) -> [CaseEvent] {
        let sql = """
            SELECT \(CaseEvent.columns) FROM events e LEFT JOIN operations o ON o.number = e.op
            WHERE e.case_id = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq
            """
        return try all(sql, [SQLValue(id), SQLValue(version), SQLValue(last)], table: "events") {
            (row) throws(StoreError) in try CaseEvent(row, pending: pending)
        }
    }
}
