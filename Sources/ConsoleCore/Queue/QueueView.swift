import CaseModel
import TerminalUI

/// The list of cases with its preview.
func drawQueue(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    state.desk.look.zones.heads.paint(HeadFacts(state, layout), on: &pen.surface, in: layout.list.row(0))
    drawList(state, layout, with: &pen)
}

/// The list without the heads of its columns, and its preview.
func drawList(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let body = layout.list.part(y: 1)
    if state.queue.drawn.ids.isEmpty {
        drawEmpty(state, in: body, with: &pen)
    } else {
        drawRows(state.queue, table(of: state.queue, layout), in: body, with: &pen)
    }
    if layout.hasPreview { drawPreview(state, layout, with: &pen) }
}

/// The columns; laid out anew where the screen is not the one they were laid out for.
private func table(of queue: QueueState, _ layout: ScreenLayout) -> QueueTable {
    queue.table.width == layout.list.width
        ? queue.table
        : QueueTable(
            width: layout.list.width, needs: queue.shelf.needs, group: queue.group, without: queue.tabs.queue.idleColumn
        )
}

/// The rows in sight: those that were drawn already are copied, but for the cursor's and the marked ones.
private func drawRows(_ queue: QueueState, _ columns: QueueTable, in body: Area, with pen: inout Pen) {
    let order = queue.drawn
    let window = queue.cursor.window
    // While what is typed means nothing, the rows of the text before it stay, dim and without a cursor.
    let isOlder = queue.isLoading || queue.filter.problem != nil
    let hasMarks = !isOlder && (!queue.marks.isEmpty || queue.cursor.anchor != nil)
    let isUsual = columns.width == queue.table.width && columns.group == nil && queue.filter.problem == nil
    var drawing = RowDrawing(columns: columns, now: pen.now.minute, glyphs: pen.glyphs)
    drawing.isDim = queue.filter.problem != nil
    var before: Shown?
    for offset in 0..<body.height {
        let position = window.top + offset
        guard let id = order[position] else { break }
        drawing.isCursor = position == window.cursor && !isOlder
        drawing.isMarked = hasMarks && queue.isMarked(position)
        if isUsual, queue.shelf.strips.paint(id, at: position, on: &pen.surface, in: body.row(offset)) {
            drawing.markRow(on: &pen.surface, in: body.row(offset))
            continue
        }
        guard let row = queue.shelf.rows[id] else {
            drawing.draw(id, on: &pen.surface, in: body.row(offset))
            before = nil
            continue
        }
        let group = columns.group.flatMap { row.text($0) }
        drawing.group = group == before ? nil : group
        before = group
        drawing.draw(row, on: &pen.surface, in: body.row(offset))
    }
}

/// The heads of the columns, and the arrow of the order.
struct HeadFacts: RowFacts {
    private let table: Table<QueueColumn>
    private let sorted: QueueColumn?
    private let isDown: Bool
    private let glyphs: GlyphSet

    init(_ state: borrowing ConsoleState, _ layout: ScreenLayout) {
        table = ConsoleCore.table(of: state.queue, layout).table
        glyphs = state.desk.glyphs
        let group = state.queue.group
        let sort = state.queue.sortInGroups.first { $0.field != group }
        sorted = sort.flatMap { QueueColumn($0.field) }
        // The age grows as the time of logging falls, so its arrow stands the other way round.
        isDown = sort.map { $0.field == .opened ? !$0.descending : $0.descending } ?? false
    }

    func draw(on surface: inout Surface, in area: Area) {
        table.drawHeader(on: &surface, in: area, glyphs: glyphs, sortedBy: sorted, descending: isDown)
    }
}

/// One sentence and the key that helps, where there are no rows.
private func drawEmpty(_ state: ConsoleState, in area: Area, with pen: inout Pen) {
    let queue = state.queue
    if let problem = queue.problem {
        pen.message(Shown(problem.description), Shown("\(state.key(.refresh)) tries again."), in: area, role: .bad)
    } else if queue.isLoading || queue.asked.order != .none {
        pen.message("Loading…", "", in: area, role: .dim)
    } else if let problem = queue.filter.problem {
        pen.message(Shown(problem.description), Shown("\(state.key(.back)) clears the filter."), in: area, role: .warn)
    } else if !queue.filter.text.isEmpty {
        let elsewhere =
            state.elsewhere.map { "0 here; \($0)." } ?? state.otherFields.map { "0 here; \($0)." }
            ?? "No case here fits the filter. \(state.key(.go, "contacts")) finds customers and people."
        pen.message(
            Shown(elsewhere),
            Shown(
                (state.statusMeant.map { "\($0) finds those with that status. " } ?? "")
                    + "\(state.key(.back)) clears it, \(state.key(.filter)) changes it."), in: area)
    } else {
        let name = Shown(queue.tabs.queue.name, upTo: 60)
        pen.message(
            "\(name) is empty: nothing waits here.",
            Shown("\(state.key(.nextQueue)) goes to the next queue, \(state.key(.queue)) lists all."), in: area)
    }
}
