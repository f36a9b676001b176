import CaseModel

/// An act that was done at this console, and where.
struct OwnAct: Equatable, Sendable {
    /// The act.
    var id: OperationID
    /// The screen it was sent from.
    var place: ScreenPlace?
    /// The case it is about; nil when it is about several.
    var item: CaseID?
}

/// The newest acts of this console, and what was said of one that stays.
struct OwnActs: Equatable, Sendable {
    /// The acts, the newest last.
    private(set) var list: [OwnAct] = []
    /// The act on records of which was said that an undo leaves it; the next one asks about those before it.
    var toldOf: OperationID?

    /// Remembers an act; few are enough, as whoever goes further back is asked.
    mutating func note(_ act: OwnAct) {
        list.append(act)
        if list.count > 100 { list.removeFirst() }
    }
}

/// Which screen it is, among all queues, cases and workplaces.
enum ScreenPlace: Equatable, Sendable {
    /// A list of cases.
    case queue(QueueTabs.Place)
    /// The page of a case.
    case page(CaseID)
    /// A workplace.
    case desk(Place)
}

extension ConsoleState {
    /// The screen that is seen.
    var place: ScreenPlace {
        if let page { return .page(page.id) }
        return workplaces.top.map { .desk($0.place) } ?? .queue(queue.tabs.place)
    }

    /// The acts that `u` takes back without asking: those done on this screen, or about the case that is looked at.
    var actsInMind: Set<OperationID> {
        let (place, item) = (place, caseInSight)
        return Set(work.own.list.filter { $0.place == place || ($0.item != nil && $0.item == item) }.map(\.id))
    }

    /// Remembers an act of this console.
    mutating func noteOwn(_ outcome: OperationOutcome, at place: ScreenPlace?) {
        let cases = outcome.edits.compactMap { if case .done(let id, _, _, _) = $0 { id } else { nil } }
        guard !cases.isEmpty || !outcome.records.isEmpty else { return }
        work.own.note(OwnAct(id: outcome.id, place: place, item: cases.count == 1 ? cases.first : nil))
    }
}
