/// A case on its way back, or forth again.
struct Turn {
    /// Why a case cannot turn.
    struct Problem: Error {
        let outcome: EditOutcome
    }

    /// The case before.
    let old: CaseState
    /// The case so far.
    var new: CaseState
    /// Everything that happened to it before.
    let history: [CaseEvent]
    /// The events that turn it.
    var events: [CaseEvent] = []

    var outcome: EditOutcome {
        .done(old.item.id, version: new.item.version, events: events, merged: false)
    }

    /// The changes that take an event back, or bring it back; the fields that somebody changed since stand in the way.
    func changes(turning event: CaseEvent, back: Bool) -> ([FieldChange], [Conflict.Collision]) {
        var changes: [FieldChange] = []
        var clashes: [Conflict.Collision] = []
        for change in event.changes where change.field != .firstResponseAt {
            let (was, wanted) = back ? (change.new, change.old) : (change.old, change.new)
            let now = new.value(of: change.field)
            if change.field == .tags || change.field == .watchers {
                let members = now.members.subtracting(was.members.subtracting(wanted.members))
                    .union(wanted.members.subtracting(was.members))
                let next = members.isEmpty ? nil : members.sorted().joined(separator: " ")
                if next != now { changes.append(FieldChange(change.field, now, next)) }
            } else if now == was, was != wanted {
                changes.append(FieldChange(change.field, now, wanted))
            } else if now != wanted {
                let last = history.last { $0.changes.contains { $0.field == change.field } }
                clashes.append(
                    Conflict.Collision(
                        field: change.field, mine: wanted, theirs: now, by: last?.actor.name ?? "somebody",
                        at: last?.at ?? event.at))
            }
        }
        if event.isAnswer, let change = firstResponse(turning: event, back: back) { changes.append(change) }
        return (changes, clashes)
    }

    /// The first answer is the first that stands: taking one back makes it the next, or none.
    private func firstResponse(turning event: CaseEvent, back: Bool) -> FieldChange? {
        let now = new.item.firstResponseAt
        var next = now
        if back, now == event.at {
            let gone = (history + events).takenBack.union([event.seq])
            next = history.filter { $0.isAnswer && !gone.contains($0.seq) }.map(\.at).min()
        } else if !back, now.map({ event.at < $0 }) ?? true {
            next = event.at
        }
        return next == now ? nil : FieldChange(.firstResponseAt, now?.description, next?.description)
    }
}

extension CaseEvent {
    /// Whether it told the customer something.
    var isAnswer: Bool { action == .replied || action == .reminded }
}

extension [CaseEvent] {
    /// The places of the events that were taken back and not put back since.
    var takenBack: Set<Int> {
        var result: Set<Int> = []
        for event in self {
            guard let target = event.refersTo else { continue }
            if event.action == .undone { result.insert(target) }
            if event.action == .redone { result.remove(target) }
        }
        return result
    }
}

extension String? {
    /// The marks or people of a list.
    fileprivate var members: Set<String> { Set(blankSeparated) }
}
