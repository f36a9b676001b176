import CaseModel
import TerminalUI

/// Draws what lies on top of the screen.
func draw(_ overlay: Overlay, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    switch overlay {
    case .picker(let picker): draw(picker, layout, with: &pen)
    case .line: break
    case .composer(let composer): draw(composer, layout, with: &pen)
    case .confirm(let question): draw(question, layout, with: &pen)
    case .conflict(let dialog): draw(dialog, state, layout, with: &pen)
    case .form(let form): draw(form, state, layout, with: &pen)
    case .reader(let reader): draw(reader, layout, with: &pen)
    }
}

/// How many rows of a list fit the screen.
func pickerHeight(_ picker: Picker, _ layout: ScreenLayout) -> Int {
    let filter = picker.menu.filter == nil ? 0 : 1
    let told = toldHeight(picker, layout)
    return max(1, min(picker.lines.count, max(3, layout.body.height - 2 - filter - told)))
}

/// As wide as its longest line needs, as far as there is room.
private func pickerWidth(_ picker: Picker, _ layout: ScreenLayout) -> Int {
    let longest = picker.lines.map { max($0.detail.unicodeScalars.count, $0.obstacle?.unicodeScalars.count ?? 0) }.max()
    let wanted = max(
        picker.title.unicodeScalars.count + 4, picker.menu.leadWidth + labelWidth(picker) + (longest ?? 0) + 10, 36)
    return min(layout.body.width - 4, wanted, 130)
}

private func labelWidth(_ picker: Picker) -> Int {
    picker.lines.map { Shown($0.label, upTo: 200).width }.max() ?? 10
}

/// The rows below a list in which all of what stands behind the line under the cursor is told: why it cannot be
/// chosen, or what would be cut.
private func toldHeight(_ picker: Picker, _ layout: ScreenLayout) -> Int {
    // On a very low screen the choices themselves need the rows.
    let isLow = layout.body.height < 12
    let width = pickerWidth(picker, layout)
    // A long list keeps no more than a row free for what is mostly a word cut; what needs more takes it for the moment.
    if picker.kind == .keys {
        let keepsRow = picker.menu.items.contains { isCut($0, picker, width) }
        let needed = told(picker, width)?.wrapped(to: max(1, width - 2), upTo: 4).count ?? 0
        return isLow ? min(1, needed) : max(keepsRow ? 1 : 0, needed)
    }
    let longest = picker.lines.max { ($0.obstacle?.utf8.count ?? 0) < ($1.obstacle?.utf8.count ?? 0) }?.obstacle
    if let longest {
        // The longest of them is read whole, or as far as the choices leave room for it.
        let rows = Shown(longest, upTo: 400).wrapped(to: max(1, width - 2), upTo: 4).count
        return isLow ? 1 : max(2, rows)
    }
    guard !isLow else { return 0 }
    if picker.lines.contains(where: { $0.note != nil }) { return 2 }
    return picker.menu.items.contains { picker.menu.isLabelCut($0, in: width) || isCut($0, picker, width) } ? 2 : 0
}

/// Whether a row has no room for all that stands behind its name.
private func isCut(_ item: MenuItem<Int>, _ picker: Picker, _ width: Int) -> Bool {
    let words = item.reason ?? item.detail
    return !item.isHeading && words.width > max(0, picker.menu.detailRoom(item, in: width))
}

/// What is told below the list of the line under the cursor; nil for nothing.
private func told(_ picker: Picker, _ width: Int) -> Shown? {
    guard let item = picker.menu.current else { return nil }
    return item.reason
        ?? (picker.menu.isLabelCut(item, in: width) ? item.label : isCut(item, picker, width) ? item.detail : nil)
        ?? picker.lines[item.id].note.map { Shown($0, upTo: 400) }
}

private func draw(_ picker: Picker, _ layout: ScreenLayout, with pen: inout Pen) {
    let filter = picker.menu.filter == nil ? 0 : 1
    let width = pickerWidth(picker, layout)
    let note = toldHeight(picker, layout)
    let size = Size(columns: width, rows: pickerHeight(picker, layout) + filter + note)
    let more = picker.menu.below
    let footer = more > 0 ? pen.glyphs.shown(.down) + Shown(" \(more) more") : ""
    let frame = Frame(Shown(picker.title, upTo: 200), content: size, footer: footer)
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    let (list, below) = inside.splitBottom(note)
    picker.menu.draw(on: &pen.surface, in: list, glyphs: pen.glyphs)
    guard note > 0, let words = told(picker, width) else { return }
    let role: Role = picker.menu.current?.reason == nil ? .dim : .bad
    for (index, line) in words.wrapped(to: max(1, below.width - 2), upTo: below.height).enumerated() {
        pen.surface.write(line, in: below, x: 2, y: index, role: role)
    }
}

/// How much text a frame shows at once, below what the customer said last.
func composerSize(_ layout: ScreenLayout, under heard: [StyledLine]) -> Size {
    let rows = max(2, min(16, layout.body.height - 4))
    return Size(columns: composerWidth(layout), rows: rows - (heard.isEmpty ? 0 : heard.count + 1))
}

private func composerWidth(_ layout: ScreenLayout) -> Int { max(10, min(92, layout.body.width - 4)) }

/// What the customer said last, as the frame has room for it.
func heardLines(_ composer: Composer, _ layout: ScreenLayout, _ glyphs: GlyphSet) -> [StyledLine] {
    composer.heard?.lines(composerWidth(layout), in: layout.body, glyphs) ?? []
}

private func draw(_ composer: Composer, _ layout: ScreenLayout, with pen: inout Pen) {
    let role: Role = composer.kind.isPublic ? .publicReply : .internalNote
    let heard = heardLines(composer, layout, pen.glyphs)
    let text = composerSize(layout, under: heard)
    let size = Size(columns: text.columns, rows: text.rows + 1 + (heard.isEmpty ? 0 : heard.count + 1))
    let frame = Frame(Shown(composer.title, upTo: 300), content: size)
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    // The frame itself says in colour what its title says in words.
    let outer = layout.body.centred(width: size.columns + 4, height: size.rows + 2)
    pen.surface.restyle(outer.row(0), role: role, emphasis: [.bold])
    let (above, below) = inside.splitBottom(1)
    let place = above.part(y: heard.isEmpty ? 0 : heard.count + 1)
    for (index, line) in heard.enumerated() { line.draw(on: &pen.surface, in: above, y: index) }
    if !heard.isEmpty { pen.rule(above.row(heard.count)) }
    composer.area.draw(on: &pen.surface, in: place)
    if composer.sending != .none {
        pen.surface.write("Saving…", in: below, role: .dim)
    } else if let problem = composer.problem {
        pen.write(Shown("! " + problem, upTo: 400), in: below, role: .bad)
    } else {
        let word = composer.kind == .heard ? "CUSTOMER" : composer.kind.isPublic ? "PUBLIC" : "INTERNAL"
        pen.surface.write(Shown(word), in: below, role: role, emphasis: [.bold])
        let saves: Shown = composer.kind.isPublic ? "records it" : "saves it"
        // A title with a ground in it has no room for who reads why.
        let readers: Shown = composer.kind == .denial ? "; only colleagues read it" : ""
        pen.write("ctrl-d " + saves + ", Esc keeps a draft" + readers, in: below, x: 10, role: .dim)
    }
}

private func draw(_ question: Confirmation, _ layout: ScreenLayout, with pen: inout Pen) {
    let outlook = question.outlook
    let width = min(layout.body.width - 6, outlook.lines.isEmpty ? 60 : 100)
    let words = Shown(question.question, upTo: 800).wrapped(to: width)
    let room = max(0, layout.body.height - 6 - words.count)
    var told: [StyledLine] = []
    var cases = 0
    for line in outlook.lines {
        let isRefused = line.spans.contains { $0.role == .bad }
        let rows =
            isRefused
            ? line.wrapped(to: width, indent: 12) : [line.truncated(to: width, ellipsis: pen.glyphs[.ellipsis])]
        guard told.count + rows.count <= room else { break }
        told += rows
        cases += 1
    }
    var lines = words.map { StyledLine($0) }
    if !told.isEmpty {
        lines += [StyledLine()] + told
        let more = outlook.count - cases
        if more > 0 { lines.append(StyledLine(Shown("and \(grouped(more)) more"), .dim)) }
    }
    let frame = Frame("Sure?", content: Size(columns: width, rows: lines.count + 2))
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    for (index, line) in lines.enumerated() { line.draw(on: &pen.surface, in: inside, y: index) }
    var answers = StyledLine("y", .key)
    answers.add(" yes    ")
    answers.add("n", .key)
    answers.add(" no")
    answers.draw(on: &pen.surface, in: inside, y: lines.count + 1)
}

private func draw(_ dialog: ConflictDialog, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let width = min(layout.body.width - 6, 84)
    let names = state.desk.names
    var lines: [StyledLine] = []
    let local = dialog.conflict.fields.first.map { pen.zone.local($0.at).clockText } ?? ""
    let me = state.session?.agent?.name
    let who = dialog.conflict.writer(me: me) ?? dialog.conflict.fields.first?.by ?? "Somebody"
    let sentence = "\(who) changed \(dialog.conflict.caseID) at \(local), while you worked on it."
    lines += Shown(sentence, upTo: 400).wrapped(to: width).map { StyledLine($0) }
    for field in dialog.conflict.fields.prefix(4) {
        lines.append(StyledLine(Shown(field.field.words.sentence.withoutStop), .header, [.bold]))
        let values = [("mine", field.mine), ("theirs", field.theirs)]
        for (label, value) in values {
            var line = StyledLine(Shown(padded(label, 8)), .dim)
            let words = value.map { names.words($0, of: field.field) } ?? "none"
            line.add(Shown(words, upTo: width).truncated(to: width - 8, ellipsis: pen.glyphs[.ellipsis]))
            lines.append(line)
        }
    }
    let hasText = state.hasText(dialog)
    if hasText { lines.append(StyledLine("What you typed is kept.", .dim)) }
    let frame = Frame("Changed by two", content: Size(columns: width, rows: lines.count + 2))
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    for (index, line) in lines.enumerated() { line.draw(on: &pen.surface, in: inside, y: index) }
    var answers = StyledLine("m", .key)
    answers.add(" keep mine    ")
    answers.add("t", .key)
    answers.add(" keep theirs    ")
    answers.add(hasText ? "Esc" : "e", .key)
    answers.add(hasText ? " back to the text" : " choose again")
    answers.draw(on: &pen.surface, in: inside, y: min(lines.count + 1, inside.height - 1))
}

/// What becomes of words that are selected.
private let selectionHint: Shown = "typing replaces it, End edits it"

/// A line being typed, in the place of the notice; words about it that do not fit beside it stand above it.
func drawLine(_ line: LineEntry, _ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let area = layout.notice
    // What is asked is read whole where that leaves room for an answer; a long answer scrolls beside it.
    let label = Shown(line.label(state.desk.directory.words), upTo: 120)
        .truncated(to: max(area.width / 2, area.width - 25), ellipsis: pen.glyphs[.ellipsis])
    pen.surface.write(label, in: area, x: 1, role: .prompt)
    var room = area.part(x: 1 + label.width)
    var hint = StyledLine()
    var problem = line.problem
    if case .filter = line.purpose, let wrong = state.queue.filter.problem { problem = wrong.inLine }
    if let offers = line.offers, offers.candidates.count > 1 {
        // What can be chosen is read whole: beside the line, or above it.
        let all = offers.candidates.map(\.trimmedBlanks)
        let beside = Shown("  " + all.joined(separator: " "), upTo: area.width)
        if beside.width <= room.width / 2 {
            hint.add(beside, .dim)
        } else {
            let above = pen.surface.area.row(area.y - 1)
            drawLong(
                Shown(all.joined(separator: "   "), upTo: 2000), .dim, above: above, in: layout.body, upTo: 8,
                with: &pen)
        }
    } else if line.sending != .none {
        hint.add(" Saving…", .dim)
    } else if let (words, role) = problem.map({ (Shown("! " + $0, upTo: 400), Role.bad) })
        ?? state.time(meantIn: line).map({ (Shown($0), Role.notice) })
    {
        if Shown(line.text, upTo: room.width * 2).width + words.width + 3 <= room.width {
            hint.add("  " + words, role)
        } else {
            drawLong(words, role, above: pen.surface.area.row(area.y - 1), in: layout.body, with: &pen)
        }
    } else if layout.body.height >= 12,
        let words = line.help(state.session?.policies.inForce, reply: state.key(.reply))
    {
        drawLong(Shown(words, upTo: 400), .dim, above: pen.surface.area.row(area.y - 1), in: layout.body, with: &pen)
    } else if case .filter = line.purpose, state.queue.order.isComplete {
        hint.add(Shown(" \(grouped(state.queue.order.count)) found"), .dim)
        let typed = Shown(line.text, upTo: room.width * 2).width
        if let elsewhere = state.elsewhere ?? state.otherFields.map({ "Tab: \($0)" }) {
            let words = Shown("; \(elsewhere)")
            // What is being typed is never pushed out of sight.
            if typed + hint.width + words.width + 3 <= room.width {
                hint.add(words, .dim)
            } else if layout.body.height >= 12 {
                drawLong(
                    Shown(elsewhere, upTo: 400), .dim, above: pen.surface.area.row(area.y - 1), in: layout.body,
                    with: &pen)
            }
        }
        if let term = state.statusOffered(line), typed + hint.width + term.utf8.count + 10 <= room.width {
            hint.add(Shown("; Tab: \(term)"), .dim)
        }
        let words: Shown =
            line.text.isEmpty
            ? "; all words: subject, texts, number, contact" : line.field.isSelected ? "; " + selectionHint : ""
        if typed + hint.width + words.width + 10 <= room.width { hint.add(words, .dim) }
    } else if case .narrow = line.purpose {
        let others = state.otherTabs
        let words: Shown =
            others.isEmpty
            ? "  " + (line.field.isSelected ? selectionHint : "rows with all the words, in any column")
            : Shown("  0 here; Tab: \(others.words)", upTo: 200)
        if Shown(line.text, upTo: room.width * 2).width + words.width + 3 <= room.width { hint.add(words, .dim) }
    }
    let typed = room.splitRight(hint.width)
    room = typed.rest
    line.field.draw(on: &pen.surface, in: room, glyphs: pen.glyphs)
    hint.draw(on: &pen.surface, in: typed.right)
}
