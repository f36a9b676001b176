import CaseModel
import TerminalUI

/// The case under the cursor in short: what it is about, where it stands, what happened last.
func drawPreview(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    var area = layout.preview
    if layout.previewAtRight {
        pen.surface.fill(area.part(width: 1), with: pen.glyphs[.bar], role: .border)
        area = area.part(x: 1)
    } else {
        pen.rule(area)
        area = area.part(y: 1)
    }
    guard !state.queue.isLoading, let id = state.queue.cursorID, let row = state.queue.shelf[id] else { return }
    let width = area.width - 2
    var lines = head(row, width, with: pen)
    if let file = state.desk.files[id] {
        let room = area.height - lines.count
        // A low preview has one line for each event, a high one shows them whole.
        let look = TimelineLook(
            width: width, now: state.now, zone: pen.zone, glyphs: pen.glyphs, isShort: area.height < 10)
        let all = Timeline.lines(file, look, upTo: state.queue.preview.scroll + max(0, room))
        lines += all.dropFirst(min(state.queue.preview.scroll, max(0, all.count - 1)))
    } else {
        lines.append(StyledLine("loading…", .dim))
    }
    for (index, line) in lines.prefix(area.height).enumerated() {
        pen.write(line, in: area.part(width: area.width - 1), x: 1, y: index)
    }
}

private func head(_ row: CaseSummary, _ width: Int, with pen: Pen) -> [StyledLine] {
    var title = StyledLine(Shown("\(row.id.description)  "), .title)
    title.add(
        Shown(row.subject, upTo: width).truncated(to: width - title.width, ellipsis: pen.glyphs[.ellipsis]), .title)
    var facts = StyledLine(words(for: row.severity, pen.glyphs), row.severity.role)
    facts.add("  ")
    facts.add(words(for: row.status, pen.glyphs))
    let dot = " " + pen.glyphs.shown(.dot) + " "
    let people = [row.accountName, row.contactName, row.ownerName.map { "owner " + $0 } ?? "no owner", row.queueName]
    for text in people.compactMap({ $0 }) + row.tags.map({ "#" + $0 }) {
        let shown = Shown(text, upTo: 60).truncated(to: 40, ellipsis: pen.glyphs[.ellipsis])
        guard facts.width + dot.width + shown.width <= width else { break }
        facts.add(dot, .dim)
        facts.add(shown)
    }
    return [title, facts]
}
