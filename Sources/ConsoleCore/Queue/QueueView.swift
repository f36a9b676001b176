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
        var before: Shown?
        for offset in 0..<body.height {
            let position = window.top + offset
            guard let id = order[position] else { break }
            let row = queue.shelf.rows[id]
            let group = row.flatMap { row in columns.group.flatMap { row.text($0) } }
            let begins = group != before
            before = group
            let glyphs = pen.glyphs
            let now = pen.now
            table.drawRow(
                on: &pen.surface, in: body.row(offset), glyphs: glyphs,
                isCursor: position == window.cursor && !isOlder,
                isMarked: !isOlder && queue.isMarked(position)
            ) { slot in
                guard let row else {
                    if slot.column.id == .number { return TableCell(Shown(id.description), .dim) }
                    return TableCell(slot.column.id == .subject ? "loading…" : "", .dim)
                }
                if slot.column.id == .group { return TableCell(begins ? group ?? "" : "", .text, [.bold]) }
                let cell = cell(slot, row, columns, now, glyphs)
                return queue.filter.problem == nil ? cell : TableCell(cell.text, .dim)
            }
            if let rule = row?.rule {
                let isCursor = position == window.cursor && !isOlder
                let sign = Shown(rule.sign)
                pen.surface.write(sign, in: body.row(offset), x: 2, role: isCursor ? .cursorRow : rule.role)
            }
        }
    }
    if layout.hasPreview { drawPreview(state, layout, with: &pen) }
}

/// What stands in a cell, and what it means.
private func cell(
    _ slot: Table<QueueColumn>.Slot, _ row: QueueRow, _ columns: QueueTable, _ now: Timestamp, _ glyphs: GlyphSet
) -> TableCell {
    switch slot.column.id {
    case .group: return TableCell("")
    case .due: return due(row.summary, columns, now, glyphs)
    case .severity: return TableCell(row.severity, row.summary.severity.role)
    case .number: return TableCell(row.number)
    case .subject: return TableCell(row.subject, row.rule?.role ?? .text)
    case .account: return TableCell(row.names.account, .dim)
    case .plan: return TableCell(row.names.plan, .dim)
    case .contact: return TableCell(row.names.contact, .dim)
    case .product: return TableCell(row.names.product, .dim)
    case .status:
        return TableCell(columns.statusIsFull ? row.status : row.shortStatus, row.summary.status.isOpen ? .text : .dim)
    case .owner: return TableCell(row.names.owner)
    case .center: return TableCell(row.names.center, .dim)
    case .queue: return TableCell(row.names.queue, .dim)
    case .age: return TableCell(Shown(Span.short(now - row.summary.openedAt)), .dim)
    }
}

/// What is due, with a time bar where there is room for it.
private func due(_ row: CaseSummary, _ columns: QueueTable, _ now: Timestamp, _ glyphs: GlyphSet) -> TableCell {
    let facts = ClockFacts(row)
    let cell = facts.cell(at: now, isShort: !columns.hasBar)
    guard columns.hasBar, facts.next.isOwed, let used = facts.words(at: now).used else { return cell }
    return TableCell(glyphs.timeBar(used: used, width: ClockWords.bar) + " " + cell.text, cell.role)
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
