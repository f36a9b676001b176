import CaseModel

extension CaseQuery {
    /// The condition as SQL over `cases c`; what it finds is what ``CaseQuery/matches(_:_:)`` finds.
    func sql(_ context: QueryContext) -> SQLPart {
        guard let condition else { return .always }
        let part = condition.sql(context)
        // Said aloud, so that the indexes of open cases serve.
        return condition.meansOpen(context.words) ? SQLPart("c.open = 1 AND \(part.sql)", part.values) : part
    }
}

extension Condition {
    func sql(_ context: QueryContext) -> SQLPart {
        switch self {
        case .all(let parts): return SQLPart.join(parts.map { $0.sql(context) }, "AND", empty: .always)
        case .any(let parts): return SQLPart.join(parts.map { $0.sql(context) }, "OR", empty: .never)
        case .not(.term(.marks([.snoozed]))):
            // Those that are put off are few and have an index; the others are told by the indexes of their orders.
            let some = "SELECT id FROM cases WHERE open IN (0, 1) AND snoozed_until > ?"
            return SQLPart("c.id NOT IN (\(some))", [SQLValue(context.now)])
        case .not(let inner):
            // A statement about a value that is not there does not hold, so SQL's "unknown" counts as no.
            let part = inner.withWholeNumbers.sql(context)
            return SQLPart("NOT ifnull(\(part.sql), 0)", part.values)
        case .term(let term): return term.sql(context)
        }
    }

    /// Whether only open cases can be found; false when it is not obvious.
    func meansOpen(_ words: Vocabulary) -> Bool {
        switch self {
        case .all(let parts): parts.contains { $0.meansOpen(words) }
        case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.meansOpen(words) }
        case .not: false
        case .term(.marks(let marks)):
            !marks.isEmpty
                && marks.allSatisfy { mark in
                    if mark != .escalated { return [.open, .critical, .onhold, .working].contains(mark) }
                    return words.statuses.allSatisfy { $0.role != .escalated || $0.isOpen }
                }
        case .term(.codes(.status, let matches)):
            !matches.isEmpty
                && matches.allSatisfy { match in
                    if case .value(let code) = match { words.status(code)?.isOpen ?? true } else { false }
                }
        case .term: false
        }
    }
}

extension Term {
    func sql(_ context: QueryContext) -> SQLPart {
        let parts: [SQLPart] =
            switch self {
            case .codes(let field, let matches):
                // The plus keeps the index by status for closed cases: open ones have better ones.
                matches.map { match in
                    match.sql(field.column(context)) { code, column in
                        let plus = field == .status && context.words.status(code)?.isOpen != false ? "+" : ""
                        return SQLPart("\(plus)\(column) = ?", [.text(code)])
                    }
                }
            case .number(let field, let bounds): bounds.map { $0.sql(field.column) }
            case .cases(let field, let matches):
                matches.map { $0.sql(field.column) { SQLPart("\($1) = ?", [SQLValue($0)]) } }
            case .value(let field, let matches): matches.map { field.sql($0, context) }
            case .time(let field, let matches):
                matches.map { match in
                    match.sql(field.column) { test, column in test.interval(of: field, in: context).sql(column) }
                }
            case .words(let field, let matches): matches.map { field.sql($0) }
            case .marks(let marks): marks.map { $0.sql(context) }
            }
        return SQLPart.join(parts, "OR", empty: .never)
    }
}

extension Match {
    /// The match against a column; nil stands for a column that is always empty.
    func sql(_ column: String?, _ value: (Value, String) -> SQLPart) -> SQLPart {
        switch self {
        case .none: column.map { SQLPart("\($0) IS NULL") } ?? .always
        case .any: column.map { SQLPart("\($0) IS NOT NULL") } ?? .never
        case .value(let wanted): column.map { value(wanted, $0) } ?? .never
        }
    }
}

extension Bounds {
    func sql(_ column: String) -> SQLPart {
        SQLPart.join(
            [
                low.map { SQLPart("\(column) >= ?", [SQLValue($0)]) },
                high.map { SQLPart("\(column) <= ?", [SQLValue($0)]) },
            ]
            .compactMap { $0 }, "AND", empty: .always)
    }
}

extension TimeInterval {
    func sql(_ column: String) -> SQLPart {
        SQLPart.join(
            [
                SQLPart("\(column) IS NOT NULL"), from.map { SQLPart("\(column) >= ?", [SQLValue($0)]) },
                to.map { SQLPart("\(column) <= ?", [SQLValue($0)]) },
            ].compactMap { $0 }, "AND", empty: .always)
    }
}

extension Mark {
    func sql(_ context: QueryContext) -> SQLPart {
        switch self {
        case .open: return SQLPart("c.open = 1")
        case .escalated: return Mark.statuses(context.words.statuses.filter { $0.role == .escalated })
        case .unassigned: return SQLPart("c.owner IS NULL")
        case .closed: return Mark.statuses(context.words.statuses.filter(\.isFinal), plus: false)
        case .breached: return SQLPart("\(CodeField.phase("response", context)) = 'breached'")
        case .overdue:
            return SQLPart("(c.response_phase = 'running' AND c.response_late <= ?)", [SQLValue(context.now)])
        case .snoozed: return SQLPart("c.snoozed_until > ?", [SQLValue(context.now)])
        case .critical:
            let ranks = context.words.severities.filter(\.isCritical).map { String($0.rank) }
            return SQLPart("(c.severity IN (\(ranks.joined(separator: ", "))) AND c.open = 1)")
        case .onhold: return Mark.statuses(context.words.statuses.filter(\.isOnHold))
        case .mine: return context.me.map { SQLPart("c.owner = ?", [SQLValue($0)]) } ?? .never
        case .working:
            return Mark.statuses(context.words.statuses.filter(\.isWorking))
        }
    }

    private static func statuses(_ statuses: [Status], plus: Bool = true) -> SQLPart {
        SQLPart(
            "\(plus ? "+" : "")c.status IN (\(statuses.map { _ in "?" }.joined(separator: ", ")))",
            statuses.map { SQLValue.text($0.code) })
    }
}
