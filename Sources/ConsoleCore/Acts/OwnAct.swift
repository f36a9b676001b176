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
        return Set(work.own.filter { $0.place == place || ($0.item != nil && $0.item == item) }.map(\.id))
    }

    /// Remembers an act of this console; few are enough, as whoever goes further back is asked.
    mutating func noteOwn(_ outcome: OperationOutcome, at place: ScreenPlace?) {
        let cases = outcome.edits.compactMap { if case .done(let id, _, _, _) = $0 { id } else { nil } }
        guard let first = cases.first else { return }
        work.own.append(OwnAct(id: outcome.id, place: place, item: cases.count == 1 ? first : nil))
        if work.own.count > 100 { work.own.removeFirst() }
    }
}
