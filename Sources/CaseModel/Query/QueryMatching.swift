extension CaseQuery {
    /// Whether the query finds a case.
    public func matches(_ subject: QuerySubject, _ context: QueryContext) -> Bool {
        condition.map { $0.holds(for: subject, context) } ?? true
    }
}

extension Condition {
    func holds(for subject: QuerySubject, _ context: QueryContext) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: subject, context) }
        case .any(let parts): parts.contains { $0.holds(for: subject, context) }
        case .not(let inner): !inner.withWholeNumbers.holds(for: subject, context)
        case .term(let term): term.holds(for: subject, context)
        }
    }
}

extension Term {
    func holds(for subject: QuerySubject, _ context: QueryContext) -> Bool {
        let item = subject.item
        switch self {
        case .codes(let field, let matches):
            return Term.any(of: matches, item.code(of: field, at: context.now)) { $0 == $1 }
        case .number(let field, let bounds):
            let number = item.number(of: field)
            return bounds.contains { $0.contains(number) }
        case .cases(let field, let matches):
            return Term.any(of: matches, field == .id ? item.id : item.duplicateOf) { $0 == $1 }
        case .value(let field, let matches):
            let values = subject.folded(field)
            return matches.contains { match in
                switch match {
                case .none: values.isEmpty
                case .any: !values.isEmpty
                case .value(.me): item.isMine(field, context.me)
                case .value(.whole(let needle)): values.contains { $0.elementsEqual(needle.folded.utf8) }
                case .value(.begins(let needle)): values.contains { $0.starts(with: needle.folded.utf8) }
                }
            }
        case .time(let field, let matches):
            return Term.any(of: matches, item.time(of: field)) { $0.interval(of: field, in: context).contains($1) }
        case .words(let field, let matches):
            return matches.contains { subject.holds($0, in: field) }
        case .marks(let marks): return marks.contains { $0.holds(for: item, context) }
        }
    }

    private static func any<Wanted, Value>(
        of matches: [Match<Wanted>], _ value: Value?, _ fits: (Wanted, Value) -> Bool
    ) -> Bool {
        matches.contains { match in
            switch match {
            case .none: value == nil
            case .any: value != nil
            case .value(let wanted): value.map { fits(wanted, $0) } ?? false
            }
        }
    }
}

extension Mark {
    func holds(for item: Case, _ context: QueryContext) -> Bool {
        switch self {
        case .open: item.status.isOpen
        case .escalated: item.status.role == .escalated
        case .unassigned: item.owner == nil
        case .closed: item.status.isFinal
        case .breached: item.response.phase(at: context.now) == .breached
        case .overdue: item.response.isOwed && item.response.phase(at: context.now) == .breached
        case .snoozed: item.snoozedUntil.map { $0 > context.now } ?? false
        case .critical: item.severity.isCritical && item.status.isOpen
        case .onhold: item.status.isOnHold
        case .mine: item.isMine(.owner, context.me)
        case .working: item.status.isWorking
        }
    }
}

extension Case {
    func code(of field: CodeField, at now: Timestamp) -> String? {
        switch field {
        case .status: status.code
        case .type: type.code
        case .channel: channel?.code
        case .closureReason: closureReason?.code
        case .responseState: response.phase(at: now).orNil?.rawValue
        case .followUpState: followUp.phase(at: now).orNil?.rawValue
        }
    }

    func number(of field: NumberField) -> Int {
        switch field {
        case .severity: severity.rank
        case .requestedSeverity: requestedSeverity.rank
        case .version: version
        }
    }

    func time(of field: TimeField) -> Timestamp? {
        switch field {
        case .opened: openedAt
        case .updated: updatedAt
        case .closed: closedAt
        case .response: firstResponseAt
        case .due: response.due
        case .followUp: followUp.due
        case .snoozed: snoozedUntil
        }
    }

    /// Whether a field of agents names the agent who asks.
    func isMine(_ field: ValueField, _ me: AgentID?) -> Bool {
        guard let me else { return false }
        return switch field {
        case .owner: owner == me
        case .watchers: watchers.contains(me)
        case .criticalSituationManager: criticalSituationManager == me
        default: false
        }
    }
}
