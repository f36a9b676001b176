/// A history on its way into a case: what the source says, what the case says, and what becomes of it.
struct HistoryMerge {
    /// The case so far.
    var state: CaseState
    /// The case before the load; nil for a new one.
    let old: CaseState?
    /// What the source said last of each field.
    var source: [CaseField: String?]
    /// The cells of the rows so far, each as it stood last.
    var row: [CaseField: String?] = [:]
    /// Persons who were erased since they were taken over: their numbers, by what the source calls them.
    var erased: [String: String] = [:]
    /// The line of the file, for messages.
    let line: Int
    /// The events so far.
    var events: [CaseEvent] = []
    /// What a person changed and the source would overwrite.
    var conflicts: [LoadConflict] = []
    /// Whether the rules find what the source does not say of cover.
    var findsCover = false

    init(state: CaseState, old: CaseState?, source: [CaseField: String?], line: Int) {
        self.state = state
        self.old = old
        self.source = source
        self.line = line
    }

    /// What the source said last of a field; what a new case has before it said anything.
    func value(of field: CaseField) -> String? {
        if let said = source[field] { return said }
        switch field {
        case .subject: return ""
        case .type: return state.item.words.usualType.code
        case .status: return state.item.words.start.code
        case .severity, .requestedSeverity: return state.item.words.mildest.code
        case .openedAt: return state.item.openedAt.description
        default: return nil
        }
    }

    /// Facts that follow from others where the source is silent: closed when, first answered when.
    func derive(_ values: inout [CaseField: String?], from entry: HistoryEntry) {
        let at: String? = entry.at.description
        if let status = values[.status] ?? nil, entry.values[.closedAt] == nil {
            let closed = state.item.words.status(status)?.isFinal ?? false
            if closed, value(of: .closedAt) == nil { values[.closedAt] = .some(at) }
            if !closed, value(of: .closedAt) != nil { values[.closedAt] = .some(nil) }
        }
        if entry.action == .replied, entry.values[.firstResponseAt] == nil, value(of: .firstResponseAt) == nil {
            values[.firstResponseAt] = .some(at)
        }
    }

    /// The changes that bring the case to what the source says, and the fields a person keeps.
    mutating func changes(_ values: [CaseField: String?]) -> ([FieldChange], left: [String]) {
        var changes: [FieldChange] = []
        var left: [String] = []
        for (field, new) in values {
            if new == nil, field.isAlwaysThere { continue }
            let said = value(of: field)
            // The first event of a new case tells all it starts with, even what every new case is.
            if old == nil, events.isEmpty {
                source[field] = .some(new)
                if new != nil { changes.append(FieldChange(field, nil, new)) }
                continue
            }
            guard said != new else { continue }
            source[field] = .some(new)
            guard old != nil else {
                changes.append(FieldChange(field, said, new))
                continue
            }
            let here = state.value(of: field)
            if here == said {
                changes.append(FieldChange(field, said, new))
            } else if here != new {
                let change = FieldChange(field, here, new)
                conflicts.append(LoadConflict(line: line, caseID: state.item.id, change: change))
                left.append(field.name)
            }
        }
        guard changes.count > 1 else { return (changes, left.sorted()) }
        let named = changes.map { (name: $0.field.name, change: $0) }.sorted { $0.name < $1.name }
        return (named.map(\.change), left.sorted())
    }

    /// Takes cells of entries that were taken over as told, where what was taken over is erased: they bring nothing back.
    mutating func pass(over entries: some Sequence<HistoryEntry>) {
        for (field, raw) in entries.flatMap(\.values) {
            guard let said = source[field] ?? nil, said.contains(PersonTrace.mark) else { continue }
            row[field] = .some(raw)
        }
    }

    /// Forgets the events so far.
    mutating func drop(to state: CaseState) {
        self.state = state
        events = []
    }
}

extension CaseField {
    /// Whether every case has it, so that an empty cell means "as it was".
    var isAlwaysThere: Bool {
        switch self {
        case .subject, .type, .status, .severity, .requestedSeverity, .openedAt: true
        default: false
        }
    }
}
