import CaseModel

/// The columns of a case's row, and what a case puts into them.
enum CaseColumns {
    static let names = [
        "id", "external_id", "external_folded", "subject", "subject_folded", "type", "status", "status_rank", "open",
        "severity", "requested_severity", "account", "contact", "partner", "product", "product_folded", "channel",
        "queue", "owner", "opened_at", "first_response_at", "updated_at", "closed_at", "closure_reason",
        "duplicate_of", "snoozed_until", "tags", "watchers", "version", "description",
        "severity_code", "requested_code", "plan", "covered_by", "region", "center", "policy", "manager", "language",
        "flags", "given", "response_phase", "response_due", "response_late", "response_target", "follow_phase",
        "follow_due", "follow_late", "follow_target",
    ]

    static let list = names.map { "c." + $0 }.joined(separator: ", ")

    static let insert = """
        INSERT INTO cases(\(names.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
        """

    static func values(of item: Case) -> [SQLValue] {
        [
            SQLValue(item.id), SQLValue(item.externalID), SQLValue(item.externalID.map(Words.fold)),
            .text(item.subject), .text(Words.fold(item.subject)), .text(item.type.code),
            .text(item.status.code), SQLValue(item.status.place), SQLValue(item.status.isOpen),
            SQLValue(item.severity.rank), SQLValue(item.requestedSeverity.rank), SQLValue(item.account),
            SQLValue(item.contact), SQLValue(item.partner), SQLValue(item.product),
            SQLValue(item.product.map(Words.fold)), SQLValue(item.channel?.code), SQLValue(item.queue),
            SQLValue(item.owner), SQLValue(item.openedAt), SQLValue(item.firstResponseAt), SQLValue(item.updatedAt),
            SQLValue(item.closedAt), SQLValue(item.closureReason?.code), SQLValue(item.duplicateOf),
            SQLValue(item.snoozedUntil), SQLValue(item.value(of: .tags)), SQLValue(item.value(of: .watchers)),
            SQLValue(item.version), .text(item.description), item.severity.column, item.requestedSeverity.column,
            SQLValue(item.plan), SQLValue(item.entitlement?.description), SQLValue(item.region), SQLValue(item.center),
            SQLValue(item.policy), SQLValue(item.criticalSituationManager), SQLValue(item.language),
            SQLValue(item.value(of: .flags)), GivenText.encode(item.given),
        ] + item.response.columns + item.followUp.columns
    }
}

extension Case {
    /// A case from a row of ``CaseColumns/list``; its extra fields stand elsewhere.
    init(_ row: Row, _ words: Vocabulary) throws(StoreError) {
        let severity = try row.severity(9, code: 30, words)
        self.init(
            id: try row.id(0), subject: try row.text(3), severity: severity, openedAt: try row.instant(19),
            words: words)
        externalID = try row.textOrNil(1)
        type = try row.word(5) { words.type($0) }
        status = try row.word(6) { words.status($0) }
        requestedSeverity = try row.severity(10, code: 31, words)
        account = try row.idOrNil(11)
        contact = try row.idOrNil(12)
        partner = try row.idOrNil(13)
        product = try row.textOrNil(14)
        channel = try row.wordOrNil(16) { words.channel($0) }
        queue = try row.idOrNil(17)
        owner = try row.idOrNil(18)
        firstResponseAt = try row.instantOrNil(20)
        updatedAt = try row.instant(21)
        closedAt = try row.instantOrNil(22)
        closureReason = try row.wordOrNil(23) { words.closure($0) }
        duplicateOf = try row.idOrNil(24)
        snoozedUntil = try row.instantOrNil(25)
        try set(.tags, from: row, 26)
        try set(.watchers, from: row, 27)
        version = Int(try row.integer(28))
        description = try row.text(29)
        plan = try row.textOrNil(32)
        entitlement = try row.wordOrNil(33) { RecordID(text: $0) }
        region = try row.textOrNil(34)
        center = try row.textOrNil(35)
        policy = try row.textOrNil(36)
        criticalSituationManager = try row.idOrNil(37)
        language = try row.textOrNil(38)
        try set(.flags, from: row, 39)
        let pairs = try row.wordOrNil(40) { GivenText.decode($0) }
        given = pairs ?? [:]
        response = try ClockFace(row, 41)
        followUp = try ClockFace(row, 45)
    }
}

extension Row {
    /// A severity, kept as its rank, and as its code where that is another text.
    func severity(_ column: Int, code: Int, _ words: Vocabulary) throws(StoreError) -> Severity {
        let rank = try integer(column)
        let text = try textOrNil(code)
        guard let severity = words.severity(text ?? String(rank)) else { throw damage(column) }
        return severity
    }
}

extension Identifier where Kind == AgentKind {
    /// Reads `AG-1 AG-2`; nil for anything else.
    static func list(_ text: String) -> [AgentID]? {
        let parts = text.split(separator: " ")
        let ids = parts.compactMap { AgentID(text: $0) }
        return ids.count == parts.count ? ids : nil
    }
}

extension Case {
    /// Sets a field that is kept as events keep it.
    mutating func set(_ field: CaseField, from row: Row, _ column: Int) throws(StoreError) {
        let text = try row.textOrNil(column)
        do throws(ValueProblem) { try set(field, to: text) } catch { throw row.damage(column) }
    }
}
