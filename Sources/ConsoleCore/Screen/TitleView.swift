import CaseModel
import TerminalUI

/// The title line: where we are, who we are, what time it is and where.
struct TitleFacts: RowFacts {
    /// Where we are, when the store is open.
    private var place: Place?
    /// Who acts.
    private var who = Who.nobody
    /// What nobody may sleep through.
    private var alerts = 0
    /// The minute that the clock shows, and where.
    private let minute: Timestamp
    private let zone: Zone
    /// The centre of who acts, with its clock and hours.
    private let center: CenterClock?
    private let glyphs: GlyphSet

    private struct Place: Equatable, Sendable {
        var store: String
        var name: String
        var page: CaseID?
    }

    private enum Who: Equatable, Sendable {
        case nobody, reader
        case agent(name: String, Duty?)
    }

    init(_ state: borrowing ConsoleState) {
        minute = state.now.minute
        zone = state.session?.zone ?? .utc
        center = state.session?.center
        glyphs = state.desk.glyphs
        guard state.phase == .open else { return }
        place = Place(store: state.session?.storeName ?? "", name: state.placeName, page: state.page?.id)
        alerts = state.desk.alerts.calling
        guard let session = state.session else { return }
        if let agent = session.agent, session.refusal == nil {
            who = .agent(name: agent.name, Duty.allCases.first { agent.duties.contains($0) })
        } else {
            who = .reader
        }
    }

    func draw(on surface: inout Surface, in area: Area) {
        let clock = clock(area.width)
        var who = alertSign
        who.add(whoActs(isShort: area.width < 100))
        let clockStart = area.width - clock.width
        let spread = area.width >= 110 ? 6 : 0
        // A long name gives way to who acts, and all of the path to what nobody may sleep through.
        let beside = clockStart - 5 - spread - who.width
        let besideSign = beside >= TitleFacts.shortest ? beside : max(12, clockStart - 5 - alertSign.width)
        let path = path(room: alerts > 0 ? besideSign : clockStart - 2, beside: beside)
            .truncated(to: area.part(width: clockStart - 1).width, ellipsis: glyphs[.ellipsis])
        path.draw(on: &surface, in: area)
        clock.draw(on: &surface, in: area, x: clockStart)
        // Who acts stands in the middle where there is room for it; where there is not, the alerts stand alone.
        for words in alerts > 0 ? [who, alertSign] : [who] {
            let start = max(path.width + 2, clockStart - 3 - words.width - spread)
            guard start + words.width + 2 <= clockStart else { continue }
            words.draw(on: &surface, in: area, x: start)
            break
        }
    }

    /// The alerts that call, as sign and words.
    private var alertSign: StyledLine {
        guard alerts > 0 else { return StyledLine() }
        let words = Shown(" \(grouped(alerts)) \(alerts == 1 ? "alert" : "alerts")  ")
        return StyledLine(glyphs.shown(.severity2) + words, .bad, [.bold])
    }

    /// What time it is, and where: at the centre of who acts, with its hours, where there is room; the display zone
    /// beside it where its clock is another.
    private func clock(_ width: Int) -> StyledLine {
        let local = Shown(zone.local(minute).clockText)
        var line = StyledLine()
        if width >= 100, let center, center.text.width > 0 {
            if center.clock != local.text {
                line.add(local)
                line.add(Shown(" \(zone.name)", upTo: 32), .dim)
                line.add("   ")
            }
            line.add(center.text)
        } else {
            line.add(local)
            if width >= 60 { line.add(Shown(" \(zone.name)", upTo: 32), .dim) }
        }
        line.add(" ")
        return line
    }

    /// Where we are: the program, the store, the queue, the case; what is known best leaves a narrow screen first.
    ///
    /// - Parameter beside: the room that is left beside who acts.
    private func path(room: Int, beside: Int) -> StyledLine {
        guard let place else { return StyledLine(" Caseload", .title) }
        let step = " " + glyphs.shown(.step) + " "
        let end = place.page.map { [Shown($0.description)] } ?? []
        let others = end.reduce(12) { $0 + step.width + $1.width }
        let longest = max(TitleFacts.shortest, beside - others)
        let queue = Shown(place.name, upTo: 120).truncated(to: longest, ellipsis: glyphs[.ellipsis])
        var before: [Shown] = ["Caseload"]
        if !place.store.isEmpty { before.append(Shown(place.store, upTo: 20)) }
        func width(_ parts: [Shown]) -> Int { parts.reduce(1) { $0 + $1.width } + step.width * max(0, parts.count - 1) }
        // The store goes before the program's name does.
        while !before.isEmpty, width(before + [queue] + end) > room { before.removeLast() }
        // The number of the case is never cut: the queue's name gives way.
        let left = room - width(before + end) - step.width
        let parts = before + (left > 3 ? [queue.truncated(to: left, ellipsis: glyphs[.ellipsis])] : []) + end
        return StyledLine(" " + Shown.joined(parts, separator: step), .title)
    }

    /// So much of a name is enough to know it again.
    private static let shortest = 20

    private func whoActs(isShort: Bool) -> StyledLine {
        switch who {
        case .nobody: return StyledLine()
        case .reader: return StyledLine("read only", .warn, [.bold])
        case .agent(let name, let duty):
            var line = StyledLine(Shown(name, upTo: 30))
            if !isShort, let duty { line.add(Shown(" · \(duty.words)"), .dim) }
            return line
        }
    }
}
