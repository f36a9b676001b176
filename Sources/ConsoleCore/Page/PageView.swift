import CaseModel
import TerminalUI

/// One case: its head, and below it the tab that was chosen.
func drawPage(_ page: PageState, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let (head, rest) = layout.body.splitTop(layout.pageHead)
    guard page.file != nil else {
        if let problem = page.problem {
            pen.message(
                Shown(problem.description), Shown("\(state.key(.back)) goes back, \(state.key(.refresh)) tries again."),
                in: layout.body, role: .bad)
        } else {
            pen.message(Shown("Loading \(page.id.description)…"), "", in: layout.body, role: .dim)
        }
        return
    }
    for (offset, line) in page.head.lines.prefix(head.height).enumerated() {
        pen.write(line, in: head.inset(columns: 1), y: offset)
    }
    var body = rest
    if !layout.rule.isEmpty {
        pen.rule(rest)
        body = rest.part(y: 1)
    }
    for (offset, line) in page.seenLines.prefix(body.height).enumerated() {
        let row = body.row(offset)
        let isCursor = page.cursorLine == page.scroll + offset
        if isCursor {
            pen.surface.fill(row, role: .cursorRow)
            pen.surface.write(pen.glyphs.shown(.gutter), in: row, role: .gutter)
        }
        pen.write(isCursor ? line.inRole(.cursorRow) : line, in: row.part(x: 1, width: row.width - 2))
    }
}
