import CaseModel
import TerminalUI

/// The alerts of the store as this console knows them.
struct AlertDesk: Equatable, Sendable {
    /// Those that somebody has to look at, the newest first.
    private(set) var standing: [StandingAlert] = []
    /// Those of them that call who sits here.
    private(set) var mine: [StandingAlert] = []
    /// How many call who sits here.
    var calling: Int { mine.count }
    /// Those that were told here.
    private var told: Set<RecordID> = []
    /// Whether anything was heard of them yet.
    private(set) var isKnown = false
    /// Why the last look found nothing out.
    private(set) var problem: StoreError?
    /// The look under way.
    fileprivate var asked = Ticket.none
    /// The minute of the last look.
    fileprivate var minute: Int64 = 0

    /// Takes what stands now, and gives what was not told yet and calls who sits here.
    fileprivate mutating func take(_ alerts: [StandingAlert], for me: AgentID?, _ agents: [Agent]) -> [StandingAlert] {
        let calls = alerts.calling(me, of: agents)
        let fresh = calls.filter { !told.contains($0.record.id) }
        (standing, mine, isKnown, problem) = (alerts, calls, true, nil)
        told = Set(calls.map(\.record.id))
        return fresh
    }

    /// The store could not tell; what stood before is shown still, and that nothing did means nothing.
    fileprivate mutating func fail(_ error: StoreError) {
        (asked, isKnown, problem) = (.none, !standing.isEmpty, error)
    }
}

extension ConsoleState {
    /// Looks whether there is anything that nobody may sleep through.
    mutating func watchAlerts() -> [Effect] {
        guard phase == .open else { return [] }
        desk.alerts.minute = now.seconds / 60
        let ticket = ask()
        desk.alerts.asked = ticket
        return [.watchAlerts(ticket)]
    }

    /// The store could not look for alerts: the place of them says so rather than that there is none.
    mutating func hearAlertFailure(_ error: StoreError, _ ticket: Ticket) {
        guard ticket != .none, ticket == desk.alerts.asked else { return }
        desk.alerts.fail(error)
        showAlertProblem()
    }

    /// Where alerts are listed it is never said that there is none while nobody knows.
    mutating func showAlertProblem() {
        guard var top = workplaces.top, case .alerts = top.current.content, !desk.alerts.isKnown else { return }
        top.asked.problem = desk.alerts.problem
        top.lists[top.tab] = nil
        workplaces.top = top
    }

    /// Time alone makes promises due: each minute is looked anew.
    mutating func watchByTheMinute() -> [Effect] {
        now.seconds / 60 == desk.alerts.minute ? [] : watchAlerts()
    }

    /// The alerts came: what is new rings, and is said where nothing else is.
    mutating func hearAlerts(_ alerts: [StandingAlert]) -> [Effect] {
        let before = desk.alerts.calling
        let fresh = desk.alerts.take(alerts, for: desk.directory.me, desk.directory.agents)
        let count = desk.alerts.calling
        switch workplaces.top?.current.content {
        case .alerts?, .home?: refill()
        default: break
        }
        if let first = fresh.first, notice == nil, overlays.isEmpty {
            let more = fresh.count > 1 ? " And \(fresh.count - 1) more." : ""
            notice = Notice("Alert: \(first.words).\(more)", .refused)
        }
        guard !fresh.isEmpty || before != count else { return [] }
        return [.signal(alerts: count, rings: !fresh.isEmpty)]
    }

    /// Somebody saw these alerts.
    mutating func acknowledge(_ alerts: [RecordID]) -> [Effect] {
        guard !alerts.isEmpty else { return [] }
        if let refusal = session?.refusal {
            notice = Notice(refusal.description, .refused)
            return []
        }
        return [.acknowledgeAlerts(alerts, ask())]
    }
}
