import CaseModel
import TerminalUI

/// A workplace: its rows, and what is known of the one under the cursor.
func drawWorkplace(_ workplace: Workplace, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let desk = DeskLayout(state, layout)
    guard let list = workplace.list else {
        if let problem = workplace.asked.problem {
            pen.message(
                Shown(problem.description),
                Shown("\(state.key(.refresh)) tries again. \(state.key(.back)) goes back."), in: layout.body, role: .bad
            )
        } else {
            pen.message("Loading…", "", in: layout.body, role: .dim)
        }
        return
    }
    guard !list.shown.isEmpty else {
        let others = state.otherTabs
        let found = others.isEmpty ? "." : ", but \(others.words)."
        let way = others.first.map { "\(state.key(.open)) goes to \($0.title); " } ?? ""
        let isNarrowed = !workplace.words.isEmpty
        pen.message(
            Shown(isNarrowed ? "Nothing here has “\(workplace.words)”\(found)" : list.empty.sentence, upTo: 300),
            Shown(isNarrowed ? "\(way)\(state.key(.back)) shows all of it again." : list.empty.help, upTo: 300),
            in: layout.body)
        return
    }
    let marked = workplace.current.content.tellsCover ? state.desk.customers.uncovered : []
    drawRows(workplace, list, uncovered: marked, in: desk.list, with: &pen)
    guard desk.hasDetail else { return }
    if desk.isAtRight {
        pen.surface.fill(desk.detail.part(width: 1), with: pen.glyphs[.bar], role: .border)
    } else {
        pen.rule(desk.detail)
    }
    let pane = DetailPane(workplace.detail.lines.scrolled(to: workplace.detail.scroll), state.keyboard, in: .desk)
    pane.draw(on: &pen.surface, in: desk.inside, pen.glyphs)
}

/// - Parameter uncovered: what of the rows must not read as covered.
private func drawRows(
    _ workplace: Workplace, _ list: Listing, uncovered: Set<Subject>, in area: Area, with pen: inout Pen
) {
    let table = list.table ?? list.laidOut(area.width)
    table.drawHeader(on: &pen.surface, in: area.row(0), glyphs: pen.glyphs)
    let body = area.part(y: 1)
    for offset in 0..<body.height {
        let place = workplace.window.top + offset
        guard list.shown.indices.contains(place) else { break }
        let row = list.rows[list.shown[place]]
        let line = body.row(offset)
        if row.subject.isHeading {
            if let words = row.whole {
                pen.write(words, in: line.part(width: line.width - 1), x: 3)
            } else {
                pen.write(row.cells.first?.text ?? "", in: line, x: 1, role: .header, emphasis: [.bold])
            }
            continue
        }
        let isCursor = place == workplace.window.cursor
        if let whole = row.whole {
            if isCursor {
                pen.surface.fill(line, role: .cursorRow)
                pen.surface.write(pen.glyphs.shown(.gutter), in: line, role: .gutter)
            }
            let seen = whole.truncated(
                to: line.width - 4, ellipsis: pen.glyphs[.ellipsis])
            pen.write(isCursor ? seen.inRole(.cursorRow) : seen, in: line, x: 3)
            continue
        }
        let isMarked = workplace.marks.contains(row.subject)
        let isUncovered = uncovered.contains(row.subject)
        func cell(_ slot: Table<Int>.Slot) -> TableCell {
            guard row.cells.indices.contains(slot.column.id) else { return TableCell("") }
            let cell = row.cells[slot.column.id]
            return isUncovered && slot.column.id == ListingColumn.state.rawValue ? cell.uncovered : cell
        }
        table.drawRow(
            on: &pen.surface, in: line, glyphs: pen.glyphs, isCursor: isCursor, isMarked: isMarked, cell: cell)
        // What its column would cut goes on over empty cells behind it.
        for (place, slot) in table.slots.enumerated() where cell(slot).text.width > slot.width {
            let wider = table.room(at: place) { cell($0).text.width == 0 }
            guard wider.width > slot.width else { continue }
            cell(slot).draw(
                on: &pen.surface, in: line.part(x: wider.x, width: min(wider.width, line.width - wider.x - 1)), .left,
                pen.glyphs, role: isCursor ? .cursorRow : nil)
        }
    }
}

extension TableCell {
    /// The cell of a plan or a role with the words of the cover line in front; one that says already that something is
    /// over or missing stays as it is.
    fileprivate var uncovered: TableCell {
        guard role == .text else { return self }
        let words = [CoverLine.notCovered, text].filter { $0.width > 0 }
        var marked = TableCell(Shown.joined(words, separator: ", "), .bad, [.bold])
        marked.shorter = [CoverLine.notCovered]
        return marked
    }
}
