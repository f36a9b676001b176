import CaseModel
import TerminalUI

/// The title line: where we are, who we are, what time it is and where.
func drawTitle(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let area = layout.title
    let clock = clock(state, area.width, pen.zone)
    let who = whoActs(state, short: area.width < 100)
    let clockStart = area.width - clock.width
    let path = path(state, room: clockStart - 2, pen.glyphs)
    pen.write(path, in: area.part(width: clockStart - 1))
    clock.draw(on: &pen.surface, in: area, x: clockStart)
    // Who acts stands in the middle where there is room for it; that one may only look is always said.
    let start = max(path.width + 2, clockStart - 3 - who.width - (area.width >= 110 ? 6 : 0))
    if start + who.width + 2 <= clockStart { who.draw(on: &pen.surface, in: area, x: start) }
}

/// What time it is, and where: at the centre of who acts, with its hours, where there is room; the display zone beside
/// it where its clock is another.
private func clock(_ state: ConsoleState, _ width: Int, _ zone: Zone) -> StyledLine {
    let local = Shown(zone.local(state.now).clockText)
    let center = state.session?.center
    var line = StyledLine()
    if width >= 100, let center, center.text.width > 0 {
        if center.clock != zone.local(state.now).clockText {
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
private func path(_ state: ConsoleState, room: Int, _ glyphs: GlyphSet) -> StyledLine {
    guard state.phase == .open else { return StyledLine(" Caseload", .title) }
    let step = " " + glyphs.shown(.step) + " "
    let id = state.page.map { Shown($0.id.description) }
    let queue = Shown(state.placeName, upTo: 80).truncated(to: 40, ellipsis: glyphs[.ellipsis])
    var before: [Shown] = ["Caseload"]
    if let name = state.session?.storeName, !name.isEmpty { before.append(Shown(name, upTo: 20)) }
    func width(_ parts: [Shown]) -> Int { parts.reduce(1) { $0 + $1.width } + step.width * max(0, parts.count - 1) }
    let end = id.map { [$0] } ?? []
    // The store goes before the program's name does.
    while !before.isEmpty, width(before + [queue] + end) > room { before.removeLast() }
    // The number of the case is never cut: the queue's name gives way.
    let left = room - width(before + end) - step.width
    let parts = before + (left > 3 ? [queue.truncated(to: left, ellipsis: glyphs[.ellipsis])] : []) + end
    return StyledLine(" " + Shown.joined(parts, separator: step), .title)
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
