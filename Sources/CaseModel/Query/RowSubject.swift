extension QuerySubject {
    /// Prepares a row of a list for questions; it has what ``CaseQuery/beyondRows`` does not name.
    public init(_ row: CaseSummary, _ words: Vocabulary) {
        var item = Case(
            id: row.id, subject: row.subject, severity: row.severity, openedAt: row.openedAt, words: words)
        var names = Names(words)
        item.externalID = row.externalID
        item.status = row.status
        item.owner = row.owner
        item.product = row.product
        item.tags = row.tags
        item.firstResponseAt = row.firstResponseAt
        item.updatedAt = row.updatedAt
        item.closedAt = row.closedAt
        item.version = row.version
        item.plan = row.plan
        item.center = row.center
        item.response = row.response
        item.followUp = row.followUp
        if let owner = row.owner { names.agents[owner] = row.ownerName }
        if let account = row.account {
            item.account = account
            names.accounts[account] = row.accountName
        }
        // Rows name these and do not number them.
        if let name = row.contactName {
            item.contact = ContactID(0)
            names.contacts[ContactID(0)] = name
        }
        if let name = row.queueName {
            item.queue = QueueID(0)
            names.queues[QueueID(0)] = name
        }
        self.init(item: item, names: names, notes: [])
    }
}

extension CaseQuery {
    /// The first statement that asks more than a row of a list tells, as it is typed; nil when there is none.
    public var beyondRows: String? {
        condition?.firstTerm { !$0.isOfRows }.map { CaseQuery(.term($0)).text }
    }
}

extension Condition {
    fileprivate func firstTerm(_ fits: (Term) -> Bool) -> Term? {
        switch self {
        case .all(let parts), .any(let parts):
            for part in parts { if let term = part.firstTerm(fits) { return term } }
            return nil
        case .not(let inner): return inner.firstTerm(fits)
        case .term(let term): return fits(term) ? term : nil
        }
    }
}

extension Term {
    /// Whether a row of a list tells what it asks.
    fileprivate var isOfRows: Bool {
        switch self {
        case .codes(let field, _): [.status, .responseState, .followUpState].contains(field)
        case .number(let field, _): field != .requestedSeverity
        case .cases(let field, _): field == .id
        case .value(let field, _):
            [.account, .contact, .owner, .queue, .product, .externalID, .tags, .plan, .center, .responseTarget]
                .contains(field)
        case .time(let field, _): field != .snoozed
        case .words(let field, _): field == .subject
        case .marks(let marks): !marks.contains(.snoozed)
        }
    }
}
