import CaseModel
import TerminalUI

/// How wide the inside of a form is.
func formWidth(_ layout: ScreenLayout) -> Int { max(20, min(96, layout.body.width - 4)) }

/// A form in its frame: the fields, what the current one means and takes, what saving would do.
func draw(_ form: Form, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let width = formWidth(layout)
    let calendar = form.current?.calendar
    var lines = calendar == nil ? linesBelow(form, width: width) : []
    // What saving would do is read whole, and the fields make room for it.
    let room = layout.body.height - 4
    let isTold = form.effect != nil || calendar != nil || (form.problem != nil && !isProblemShort(form, width: width))
    let wanted = calendar == nil ? lines.count : CalendarLook.height
    let told = isTold ? min(wanted, room - min(form.fields.count, 3)) : 0
    let below = max(3, min(8, room - form.fields.count), told)
    let rows = max(1, min(form.fields.count, layout.body.height - 3 - below))
    if let calendar {
        let look = CalendarLook(today: state.displayDay, work: state.workDays(for: form))
        lines = look.lines(calendar, width: width, rows: below)
    }
    let frame = Frame(
        Shown(form.title, upTo: 200), content: Size(columns: width, rows: rows + 1 + below),
        footer: form.fields.count > rows ? Shown("field \(form.cursor + 1) of \(form.fields.count)") : "")
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    let top = max(0, min(form.cursor - rows / 2, form.fields.count - rows))
    let label = min(23, (form.fields.map { $0.label.unicodeScalars.count }.max() ?? 8) + 4)
    for offset in 0..<rows where form.fields.indices.contains(top + offset) {
        draw(form, top + offset, label: label, in: inside.row(offset), with: &pen)
    }
    let rest = inside.part(y: rows, height: below + 1)
    pen.rule(rest)
    if calendar == nil, form.effect == nil, form.sending == .none, form.problem == nil || !isTold {
        lines += choiceLines(form, width: width, rows: below - lines.count)
    }
    drawBelow(lines, isTold: isTold, in: rest.part(y: 1), with: &pen)
}

/// The choices from where the one that Tab put there is in sight, and all that come after it.
private func choiceLines(_ form: Form, width: Int, rows: Int) -> [StyledLine] {
    let choices = form.offer.choices
    // The last row is that which says how one comes to the rest.
    let chosen = form.completing?.chosen ?? 0
    let top = max(0, min(chosen - max(0, rows - 2), choices.count - rows))
    let longest = choices.map { Shown($0.value, upTo: 60).width }.max() ?? 0
    return choices.indices.dropFirst(top).map { index in
        let choice = choices[index]
        var line = StyledLine(Shown("  " + choice.value, upTo: 60), index == form.completing?.chosen ? .accent : .text)
        line.tab(to: min(longest + 2, width / 2))
        line.add(Shown("  " + choice.detail, upTo: 120), .dim)
        return line
    }
}

private func draw(_ form: Form, _ index: Int, label: Int, in row: Area, with pen: inout Pen) {
    let field = form.fields[index]
    let isCurrent = index == form.cursor
    if isCurrent { pen.surface.write(pen.glyphs.shown(.gutter), in: row, role: .gutter) }
    pen.write(Shown(field.label), in: row.part(x: 2, width: label - 4), role: isCurrent ? .accent : .dim)
    if field.isRequired, field.text.isEmpty {
        pen.surface.write("*", in: row, x: label - 1, role: .warn, emphasis: [.bold])
    }
    let room = row.part(x: label + 1)
    let meaning = form.offer.meaning(index).map { Shown($0, upTo: 60) } ?? ""
    if isCurrent {
        // What is typed needs its own room, up to half of it; what it means stands behind it, as in the other fields.
        let typed = Shown(field.field.text, upTo: room.width).width
        let end = min(typed, max(room.width - meaning.width - 2, room.width / 2))
        field.field.draw(
            on: &pen.surface, in: meaning.width > 0 ? room.part(width: end + 1) : room, glyphs: pen.glyphs)
        pen.write(meaning, in: room.part(x: end + 2), role: .dim)
    } else {
        var line = StyledLine(Shown(field.field.text, upTo: 200), field.isChanged ? .text : .dim)
        line.add("  " + meaning, .dim)
        pen.write(line, in: room)
    }
}

/// Whether what is wrong takes one line, so that the help of the field has room below it.
private func isProblemShort(_ form: Form, width: Int) -> Bool {
    form.problem.map { Shown("! " + $0, upTo: 600).width <= width } ?? false
}

/// What stands under the fields: what is wrong, what saving would do, or what the current field means and takes.
private func linesBelow(_ form: Form, width: Int) -> [StyledLine] {
    func wrapped(_ text: String, _ role: Role, upTo rows: Int = 8) -> [StyledLine] {
        Shown(text, upTo: 600).wrapped(to: width, upTo: rows).map { StyledLine($0, role) }
    }
    if form.sending != .none { return [StyledLine(form.effect == nil ? "Trying…" : "Saving…", .dim)] }
    let draft = form.offer.comeback.map { comeback in
        StyledLine(
            comeback.hasOlder
                ? "This is one of two drafts; ctrl-x shows the other."
                : comeback.isAfresh
                    ? "ctrl-x brings your draft back; both are kept." : "This is your draft; ctrl-x begins afresh.",
            .accent)
    }
    // Below a short word of what is missing stands what the field takes.
    var lines = form.problem.map { wrapped("! " + $0, .bad) } ?? []
    lines += [draft].compactMap { $0 }
    if form.problem != nil, !isProblemShort(form, width: width) { return lines }
    if let effect = form.effect {
        return [StyledLine("Saving would do this; Enter saves, Esc goes back.", .accent, [.bold])]
            + effect.flatMap { wrapped($0, $0.hasPrefix("! ") ? .bad : .text, upTo: 4) }
    }
    guard let field = form.current else { return lines }
    if let complaint = form.offer.complaint { lines += wrapped("! " + complaint, .bad, upTo: 2) }
    // What says no more than the label is not said.
    if !field.help.isEmpty { lines += wrapped(field.help, .dim, upTo: 2) }
    if let advice = form.offer.advice { lines += wrapped(advice, .warn, upTo: 2) }
    return lines
}

private func drawBelow(_ lines: [StyledLine], isTold: Bool, in area: Area, with pen: inout Pen) {
    // Where not all fits, the last row says so.
    var seen = lines.count > area.height ? max(0, area.height - 1) : lines.count
    let last = lines.dropFirst(seen).first
    for (index, line) in lines.prefix(seen).enumerated() { pen.write(line, in: area, y: index) }
    if lines.count > area.height {
        // How many choices the store has beside those that came, nobody counted.
        let more = isTold ? Shown("\(lines.count - seen) more in a taller window") : "more: Tab goes on, typing narrows"
        // What is short has its row beside these words.
        if !isTold, let last, last.width + 3 + more.width < area.width {
            pen.write(last, in: area, y: seen)
            seen += 1
        }
        pen.surface.write(more, in: area.row(area.height - 1), x: max(0, area.width - more.width - 1), role: .dim)
    }
}
