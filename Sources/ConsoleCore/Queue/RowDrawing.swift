import CaseModel
import TerminalUI

/// How a row of the list is drawn.
struct RowDrawing {
    /// The columns.
    let columns: QueueTable
    /// The program's clock.
    let now: Timestamp
    /// The signs to draw.
    let glyphs: GlyphSet
    /// Whether the cursor is on it.
    var isCursor = false
    /// Whether it is marked.
    var isMarked = false
    /// Whether it is of the past.
    var isDim = false
    /// The group that begins with it.
    var group: Shown?

    /// Draws a row.
    func draw(_ row: QueueRow, on surface: inout Surface, in area: Area) {
        columns.table.drawRow(on: &surface, in: area, glyphs: glyphs, isCursor: isCursor, isMarked: isMarked) { slot in
            if slot.column.id == .group { return TableCell(group ?? "", .text, [.bold]) }
            let cell = cell(slot, row)
            return isDim ? TableCell(cell.text, .dim) : cell
        }
        guard let rule = row.rule else { return }
        surface.write(Shown(rule.sign), in: area, x: 2, role: isCursor ? .cursorRow : rule.role)
    }

    /// Makes a row that was drawn plain that of the cursor, or a marked one.
    func markRow(on surface: inout Surface, in area: Area) {
        if isCursor {
            surface.restyle(area, role: .cursorRow)
            surface.fill(area.part(width: 1), with: glyphs[.gutter], role: .gutter)
        }
        if isMarked { surface.write(glyphs.shown(.mark), in: area, x: 1, role: isCursor ? .cursorRow : .mark) }
    }

    /// Draws a case whose row is still to come.
    func draw(_ id: CaseID, on surface: inout Surface, in area: Area) {
        columns.table.drawRow(on: &surface, in: area, glyphs: glyphs, isCursor: isCursor, isMarked: isMarked) { slot in
            if slot.column.id == .number { return TableCell(Shown(id.description), .dim) }
            return TableCell(slot.column.id == .subject ? "loading…" : "", .dim)
        }
    }

    /// What stands in a cell, and what it means.
    private func cell(_ slot: Table<QueueColumn>.Slot, _ row: QueueRow) -> TableCell {
        switch slot.column.id {
        case .group: return TableCell("")
        case .due: return due(row.summary)
        case .severity: return TableCell(row.severity, row.summary.severity.role)
        case .number: return TableCell(row.number)
        case .subject:
            let isAsleep = row.summary.snoozedUntil.map { $0 > now } ?? false
            guard isAsleep, let wake = row.wake else { return TableCell(row.subject, row.rule?.role ?? .text) }
            let words = slot.width < 40 ? wake : "put " + wake
            return TableCell(words + row.subject, row.rule?.role ?? .text)
        case .account: return TableCell(row.names.account, .dim)
        case .plan:
            return TableCell(row.names.plan, row.summary.isUncovered && row.summary.status.isOpen ? .warn : .dim)
        case .contact: return TableCell(row.names.contact, .dim)
        case .product: return TableCell(row.names.product, .dim)
        case .status:
            let text = columns.statusIsFull ? row.status : row.shortStatus
            return TableCell(text, row.summary.status.isOpen ? .text : .dim)
        case .owner: return TableCell(row.names.owner)
        case .center: return TableCell(row.names.center, .dim)
        case .queue: return TableCell(row.names.queue, .dim)
        case .age: return TableCell(Shown(Span.short(now - row.summary.openedAt)), .dim)
        }
    }

    /// What is due, with a time bar where there is room for it.
    private func due(_ row: CaseSummary) -> TableCell {
        let facts = ClockFacts(row)
        let cell = facts.cell(at: now, isShort: !columns.hasBar)
        guard columns.hasBar, facts.next.isOwed, let used = facts.words(at: now).used else { return cell }
        return TableCell(glyphs.timeBar(used: used, width: ClockWords.bar) + " " + cell.text, cell.role)
    }
}
