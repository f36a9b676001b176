import CaseModel
import TerminalUI

/// One case: its head, and below it the tab that was chosen.
func drawPage(_ page: PageState, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let (head, rest) = layout.body.splitTop(layout.pageHead)
    guard let file = page.file else {
        if let problem = page.problem {
            pen.message(Shown(problem.description), "Esc goes back, R tries again.", in: layout.body, role: .bad)
        } else {
            pen.message(Shown("Loading \(page.id.description)…"), "", in: layout.body, role: .dim)
        }
        return
    }
    drawHead(file, in: head, with: &pen)
    var body = rest
    if !layout.rule.isEmpty {
        pen.rule(rest)
        body = rest.part(y: 1)
    }
    for (offset, line) in page.body.lines.dropFirst(page.scroll).prefix(body.height).enumerated() {
        pen.write(line, in: body.part(x: 1, width: body.width - 2), y: offset)
    }
}

/// Subject and status; severity and customer; times.
private func drawHead(_ file: CaseFile, in area: Area, with pen: inout Pen) {
    let item = file.item
    let glyphs = pen.glyphs
    let dot = " " + glyphs.shown(.dot) + " "
    let owner = item.owner.map { Shown(file.names.agents[$0] ?? $0.description, upTo: 30) } ?? "no owner"
    var right = StyledLine(words(for: item.status, glyphs), item.status.isOpen ? .accent : .dim, [.bold])
    if area.width >= 60 {
        right.add(dot, .dim)
        right.add(owner)
    }
    let inside = area.inset(columns: 1)
    let room = max(8, inside.width - right.width - 3)
    let subject = Shown(item.subject, upTo: room + 1).truncated(to: room, ellipsis: glyphs[.ellipsis])
    pen.surface.write(subject, in: inside, role: .title)
    right.draw(on: &pen.surface, in: inside, x: max(0, inside.width - right.width))

    var second = StyledLine(words(for: item.severity, glyphs), item.severity.role)
    second.add(Shown(" \(item.severity.words)"))
    if item.requestedSeverity != item.severity { second.add(Shown(", asked for \(item.requestedSeverity.code)"), .dim) }
    let account = file.account?.name ?? item.account.flatMap { file.names.accounts[$0] }
    let contact = file.contact?.name ?? item.contact.flatMap { file.names.contacts[$0] }
    let queue = item.queue.flatMap { file.names.queues[$0] }
    for text in [account, contact, item.product, queue.map { "queue " + $0 }].compactMap({ $0 }) {
        second.add(dot, .dim)
        second.add(Shown(text, upTo: 60))
    }
    for tag in item.tags { second.add(Shown("  #\(tag)", upTo: 60), .accent) }
    pen.write(second, in: inside, y: 1)

    guard area.height > 2 else { return }
    let look = TimelineLook(width: area.width, now: pen.now, zone: pen.zone, glyphs: glyphs)
    var third = StyledLine(
        Shown("Opened \(look.words(item.openedAt)), \(Span.short(pen.now - item.openedAt)) ago"), .dim)
    let response = item.firstResponseAt.map { "first response \(look.words($0))" } ?? "no first response yet"
    third.add(dot, .dim)
    third.add(Shown(response), item.firstResponseAt == nil && item.status.isOpen ? .text : .dim)
    if let closed = item.closedAt {
        third.add(dot, .dim)
        third.add(Shown("closed \(look.words(closed)): \(item.closureReason?.words ?? "no reason")", upTo: 80))
    } else {
        third.add(dot, .dim)
        third.add(Shown("changed \(Span.short(pen.now - item.updatedAt)) ago"), .dim)
    }
    if let external = item.externalID {
        third.add(dot, .dim)
        third.add(Shown(external, upTo: 40), .dim)
    }
    pen.write(third, in: inside, y: 2)
}
