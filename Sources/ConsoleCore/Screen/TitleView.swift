import CaseModel
import TerminalUI

/// The title line: where we are, who we are, what time it is and where.
func drawTitle(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let area = layout.title
    let step = " " + pen.glyphs.shown(.step) + " "
    var path = StyledLine(" Caseload", .title)
    if state.phase == .open {
        if let name = state.session?.storeName, !name.isEmpty { path.add(step + Shown(name, upTo: 20), .title) }
        path.add(step + Shown(state.queue.tabs.queue.name, upTo: 80).truncated(to: 40), .title)
        if let page = state.page { path.add(step + Shown(page.id.description), .title) }
    }
    let local = pen.zone.local(state.now)
    var clock = StyledLine(Shown(local.clockText), .text)
    if area.width >= 60 { clock.add(Shown(" \(pen.zone.name)", upTo: 32), .dim) }
    clock.add(" ")
    let who = whoActs(state, short: area.width < 100)
    path.draw(on: &pen.surface, in: area)
    let clockStart = area.width - clock.width
    pen.surface.fill(area.part(x: clockStart - 1), role: .text)
    clock.draw(on: &pen.surface, in: area, x: clockStart)
    // Who acts stands in the middle where there is room for it; that one may only look is always said.
    let start = max(path.width + 2, clockStart - 3 - who.width - (area.width >= 110 ? 6 : 0))
    if start + who.width + 2 <= clockStart { who.draw(on: &pen.surface, in: area, x: start) }
}

private func whoActs(_ state: ConsoleState, short: Bool) -> StyledLine {
    guard state.phase == .open, let session = state.session else { return StyledLine() }
    if session.refusal != nil || session.agent == nil { return StyledLine("read only", .warn, [.bold]) }
    guard let agent = session.agent else { return StyledLine() }
    var line = StyledLine(Shown(agent.name, upTo: 30))
    if !short, let duty = Duty.allCases.first(where: { agent.duties.contains($0) }) {
        line.add(Shown(" · \(duty.words)"), .dim)
    }
    return line
}
