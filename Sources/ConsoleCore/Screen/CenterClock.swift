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

    /// Follows the clock.
    mutating func settle(_ now: Timestamp, _ agent: Agent?, _ book: PolicyBook) {
        let minute = now.seconds / 60
        guard self.minute != minute else { return }
        self.minute = minute
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
