import CaseModel
import TerminalUI

/// The centre of who acts, with its clock and hours, worked out once a minute.
struct CenterClock: Equatable, Sendable {
    private var minute: Int64?
    private var words = ""
    /// What its clock shows.
    private(set) var clock = ""

    /// `Dublin 14:05, open until 17:00`; empty for an agent without a centre.
    var text: Shown { Shown(words, upTo: 80) }

    /// Whether it was worked out in another minute.
    func isDue(_ now: Timestamp) -> Bool { minute != now.seconds / 60 }

    /// Follows the clock.
    mutating func settle(_ now: Timestamp, _ agent: Agent?, _ book: PolicyBook) {
        minute = now.seconds / 60
        words = ""
        let policy = book.inForce
        guard let center = agent?.center.flatMap(policy.center) else { return }
        let state = policy.state(of: center, at: now, zones: book.zones)
        guard let zone = state.zone.flatMap(book.zones) else { return }
        func time(_ instant: Timestamp) -> String {
            let (local, today) = (zone.local(instant), zone.local(now).day)
            let days = local.day.daysSince1970 - today.daysSince1970
            return days == 0 ? local.clockText : Timeline.weekdayName(local.day.weekday) + " " + local.clockText
        }
        // The town is enough of a centre's name.
        let town = center.name.split(separator: ",").first.map(String.init) ?? center.name
        let until = (state.isOpen ? state.closes : state.opens).map { " until " + time($0) } ?? ""
        clock = zone.local(now).clockText
        words = "\(town) \(clock), \(state.isOpen ? "open" : "closed")\(until)"
    }
}

extension ConsoleState {
    /// The clock of the centre of who acts follows the time.
    mutating func settleCenter() {
        guard session?.center.isDue(now) == true, let (agent, book) = session.map({ ($0.agent, $0.policies) }) else {
            return
        }
        let now = now
        session?.center.settle(now, agent, book)
    }
}
