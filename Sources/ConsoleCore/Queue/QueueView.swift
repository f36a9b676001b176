import CaseModel
import TerminalUI

/// The list of cases with its preview.
func drawQueue(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let queue = state.queue
    let isFitting = queue.table.width == layout.list.width
    let columns =
        isFitting ? queue.table : QueueTable(width: layout.list.width, needs: queue.shelf.needs, group: queue.group)
    let table = columns.table
    let sort = queue.sortInGroups.first { $0.field != queue.group }
    // The age grows as the time of logging falls, so its arrow stands the other way round.
    let isDown = sort.map { $0.field == .opened ? !$0.descending : $0.descending } ?? false
    table.drawHeader(
        on: &pen.surface, in: layout.list.row(0), glyphs: pen.glyphs,
        sortedBy: sort.flatMap { QueueColumn($0.field) }, descending: isDown)
    let body = layout.list.part(y: 1)
    let order = queue.drawn
    // While what is typed means nothing, the rows of the text before it stay, dim and without a cursor.
    let isOlder = queue.isLoading || queue.filter.problem != nil
    if order.ids.isEmpty {
        drawEmpty(state, in: body, with: &pen)
    } else {
        let window = queue.cursor.window
        let hasMarks = !isOlder && (!queue.marks.isEmpty || queue.cursor.anchor != nil)
        let isUsual = isFitting && columns.group == nil && queue.filter.problem == nil
        var drawing = RowDrawing(columns: columns, now: pen.now, glyphs: pen.glyphs)
        drawing.isDim = queue.filter.problem != nil
        var before: Shown?
        for offset in 0..<body.height {
            let position = window.top + offset
            guard let id = order[position] else { break }
            drawing.isCursor = position == window.cursor && !isOlder
            drawing.isMarked = hasMarks && queue.isMarked(position)
            guard let row = queue.shelf.rows[id] else {
                drawing.draw(id, on: &pen.surface, in: body.row(offset))
                before = nil
                continue
            }
            if isUsual, !drawing.isCursor, !drawing.isMarked, let strip = queue.shelf.strips[row] {
                pen.surface.write(strip, in: body.row(offset))
                continue
            }
            let group = columns.group.flatMap { row.text($0) }
            drawing.group = group == before ? nil : group
            before = group
            drawing.draw(row, on: &pen.surface, in: body.row(offset))
        }
    }
    if layout.hasPreview { drawPreview(state, layout, with: &pen) }
}

/// One sentence and the key that helps, where there are no rows.
private func drawEmpty(_ state: ConsoleState, in area: Area, with pen: inout Pen) {
    let queue = state.queue
    if let problem = queue.problem {
        pen.message(Shown(problem.description), "R tries again.", in: area, role: .bad)
    } else if queue.isLoading || queue.asked.order != .none {
        pen.message("Loading…", "", in: area, role: .dim)
    } else if let problem = queue.filter.problem {
        pen.message(Shown(problem.description), "Esc clears the filter.", in: area, role: .warn)
    } else if !queue.filter.text.isEmpty {
        let elsewhere =
            state.elsewhere.map { "0 here; \($0)." } ?? "No case here fits the filter. g c finds customers and people."
        pen.message(Shown(elsewhere), "Esc clears it, / changes it.", in: area)
    } else {
        let name = Shown(queue.tabs.queue.name, upTo: 60)
        pen.message("\(name) is empty: nothing waits here.", "l goes to the next queue, g q lists all.", in: area)
    }
}
