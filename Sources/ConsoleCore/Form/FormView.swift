import CaseModel
import TerminalUI

/// How wide the inside of a form is.
func formWidth(_ layout: ScreenLayout) -> Int { max(20, min(96, layout.body.width - 4)) }

/// A form in its frame: the fields, what the current one means and takes, what saving would do.
func draw(_ form: Form, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let width = formWidth(layout)
    let below = max(3, min(8, layout.body.height - 4 - form.fields.count))
    let rows = max(1, min(form.fields.count, layout.body.height - 3 - below))
    let frame = Frame(
        Shown(form.title, upTo: 200), content: Size(columns: width, rows: rows + 1 + below),
        footer: form.fields.count > rows ? Shown("field \(form.cursor + 1) of \(form.fields.count)") : "")
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    let top = max(0, min(form.cursor - rows / 2, form.fields.count - rows))
    let label = min(22, (form.fields.map { $0.label.unicodeScalars.count }.max() ?? 8) + 3)
    for offset in 0..<rows where form.fields.indices.contains(top + offset) {
        draw(form, top + offset, label: label, in: inside.row(offset), state, with: &pen)
    }
    let rest = inside.part(y: rows, height: below + 1)
    pen.rule(rest)
    drawBelow(form, state, in: rest.part(y: 1), with: &pen)
}

private func draw(
    _ form: Form, _ index: Int, label: Int, in row: Area, _ state: ConsoleState, with pen: inout Pen
) {
    let field = form.fields[index]
    let isCurrent = index == form.cursor
    if isCurrent { pen.surface.write(pen.glyphs.shown(.gutter), in: row, role: .gutter) }
    pen.write(Shown(field.label), in: row.part(x: 2, width: label - 3), role: isCurrent ? .accent : .dim)
    if field.isRequired, field.text.isEmpty {
        pen.surface.write("*", in: row, x: label - 1, role: .warn, emphasis: [.bold])
    }
    let room = row.part(x: label + 1)
    let meaning = state.meaning(of: field, in: form).map { Shown("  " + $0, upTo: 60) } ?? ""
    if isCurrent {
        let (rest, right) = {
            let cut = room.splitRight(min(meaning.width, room.width / 2)); return (cut.rest, cut.right)
        }()
        field.field.draw(on: &pen.surface, in: rest, glyphs: pen.glyphs)
        pen.write(meaning, in: right, role: .dim)
    } else {
        var line = StyledLine(Shown(field.field.text, upTo: 200), field.isChanged ? .text : .dim)
        line.add(meaning, .dim)
        pen.write(line, in: room)
    }
}

private func drawBelow(_ form: Form, _ state: ConsoleState, in area: Area, with pen: inout Pen) {
    if form.sending != .none {
        pen.surface.write(form.effect == nil ? "Trying…" : "Saving…", in: area, role: .dim)
        return
    }
    var lines: [StyledLine] = []
    if let problem = form.problem {
        lines += Shown("! " + problem, upTo: 600).wrapped(to: area.width, upTo: area.height).map {
            StyledLine($0, .bad)
        }
    } else if let effect = form.effect {
        lines.append(StyledLine("Saving would do this; Enter saves, Esc goes back.", .accent, [.bold]))
        lines += effect.map { StyledLine(Shown($0, upTo: 400)) }
    } else if let field = form.current {
        lines += Shown(field.help.isEmpty ? field.label : field.help, upTo: 300).wrapped(to: area.width, upTo: 2)
            .map { StyledLine($0, .dim) }
        for (index, choice) in state.choices(for: form).enumerated() {
            var line = StyledLine(
                Shown("  " + choice.value, upTo: 60), index == form.completing?.chosen ? .accent : .text)
            line.tab(to: 16)
            line.add(Shown("  " + choice.detail, upTo: 120), .dim)
            lines.append(line)
        }
    }
    for (index, line) in lines.prefix(area.height).enumerated() { pen.write(line, in: area, y: index) }
    if lines.count > area.height {
        let more = Shown("\(lines.count - area.height) more; type to narrow")
        pen.surface.write(more, in: area.row(area.height - 1), x: max(0, area.width - more.width - 1), role: .dim)
    }
}
