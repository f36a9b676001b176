import CaseModel

extension [SortKey] {
    /// The order as SQL over `cases c`: absent values last, the lower number first among equals.
    var sql: String {
        var seen: Set<SortKey.Field> = []
        var parts: [String] = []
        for key in self where seen.insert(key.field).inserted {
            guard let column = key.field.column else { continue }
            parts.append(column + (key.descending ? " DESC" : "") + (key.field.canBeAbsent ? " NULLS LAST" : ""))
            // Numbers are unique: nothing after them can decide.
            if key.field == .id { break }
        }
        if !seen.contains(.id) { parts.append("c.id") }
        return parts.joined(separator: ", ")
    }
}

extension SortKey.Field {
    /// Said only where it matters: it keeps some indexes from serving.
    fileprivate var canBeAbsent: Bool {
        switch self {
        case .due, .closed, .account, .contact, .queue, .owner, .snoozed: true
        default: false
        }
    }

    /// What decides; nil for what no case has yet.
    fileprivate var column: String? {
        switch self {
        case .id: "c.id"
        case .due: Schema.nextDue("c.")
        case .severity: "c.severity"
        case .status: "c.status_rank"
        case .opened: "c.opened_at"
        case .updated: "c.updated_at"
        case .closed: "c.closed_at"
        case .snoozed: "c.snoozed_until"
        case .subject: "c.subject_folded"
        case .account: "(SELECT folded FROM accounts WHERE id = c.account)"
        case .contact: "(SELECT folded FROM contacts WHERE id = c.contact)"
        case .queue: "(SELECT folded FROM queues WHERE id = c.queue)"
        case .owner: "(SELECT folded FROM agents WHERE id = c.owner)"
        }
    }
}
