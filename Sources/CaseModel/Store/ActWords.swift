/// What an event did, in the words of a notice: `took CS-1000001`.
public func words(for event: CaseEvent, names: Names) -> String {
    let id = event.caseID.description
    func new(_ field: CaseField) -> String? {
        event.changes.first { $0.field == field }?.new.map { names.words($0, of: field) }
    }
    switch event.action {
    case .logged: return "logged \(id)"
    case .imported: return "imported \(id)"
    case .taken: return "took \(id)"
    case .assigned: return "gave \(id) to \(new(.owner) ?? "another agent")"
    case .released: return "released \(id)"
    case .moved: return "moved \(id) to \(new(.queue) ?? "no queue")"
    case .noted: return "wrote a note on \(id)"
    case .replied: return "replied on \(id)"
    case .heard: return "heard from the customer on \(id)"
    case .reminded: return "reminded the customer on \(id)"
    case .denied: return "denied support on \(id)"
    case .handedOver: return "handed \(id) over to \(new(.center) ?? "another centre")"
    case .escalated: return "escalated \(id)"
    case .asked: return "asked the customer on \(id)"
    case .settled: return "settled an action item of \(id)"
    case .snoozed: return new(.snoozedUntil).map { "snoozed \(id) until \($0)" } ?? "brought \(id) back"
    case .closed: return "closed \(id): \(new(.closureReason) ?? "")"
    case .reopened: return "reopened \(id)"
    case .undone: return "undid a change of \(id)"
    case .redone: return "redid a change of \(id)"
    case .changed:
        func told(_ change: FieldChange) -> String {
            "\(change.field.shortName) \(change.new.map { names.words($0, of: change.field) } ?? "none")"
        }
        let main = event.changes.filter { !$0.field.isGiven }.map(told).joined(separator: ", ")
        // What a status was given stands behind it; what one that was left was given had its time.
        let given = event.changes.filter { $0.field.isGiven && (main.isEmpty || $0.new != nil) }
        let beside = given.map { change in
            let value = change.new.map { names.known.item($0) ?? names.words($0, of: change.field) } ?? "none"
            return "\(change.field.shortName.spaced) \(value)"
        }
        .joined(separator: ", ")
        if main.isEmpty { return "recorded for \(id): \(beside)" }
        return "set \(id) to \(main)" + (beside.isEmpty ? "" : "; \(beside)")
    }
}

extension CaseEvent {
    /// Whether it gives nothing another value, but records that a person said so: a severity that is agreed now.
    var onlyConfirms: Bool { !changes.isEmpty && changes.allSatisfy { $0.old == $0.new } }
}

extension [CaseEvent] {
    /// What an act did that may be about several cases: `took CS-1000001 and 2 more cases`.
    ///
    /// Those that were so already, and of which only what was said is recorded, are counted by themselves.
    func words(beginning first: CaseEvent, names: Names) -> String {
        let changed = Set(filter { !$0.onlyConfirms }.map(\.caseID))
        let confirmed = Set(map(\.caseID)).subtracting(changed)
        let more = (first.onlyConfirms ? confirmed : changed).count - 1
        var words = CaseModel.words(for: first, names: names)
        if more > 0 { words += "\(words.contains("; ") ? ";" : "") and \(more) more \(more == 1 ? "case" : "cases")" }
        if !first.onlyConfirms, !confirmed.isEmpty {
            let verb = confirmed.count == 1 ? "was" : "were"
            words += "; recorded what was said on \(confirmed.count) that \(verb) so already"
        }
        return words
    }
}

extension CaseField {
    /// Whether it is what a status needed and was given.
    fileprivate var isGiven: Bool { if case .given = self { true } else { false } }
}

extension String {
    /// `resume date` for `resume-date`.
    fileprivate var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
