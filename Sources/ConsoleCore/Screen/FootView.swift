import CaseModel
import TerminalUI

/// The notice line: how many are marked, what just happened, what is going on.
func drawNotice(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let area = layout.notice
    if case .line(let line)? = state.overlays.last {
        drawLine(line, state, layout, with: &pen)
        return
    }
    var left = StyledLine()
    if state.screen == .queue, state.phase == .open {
        if !state.queue.marks.isEmpty {
            let marks = state.queue.marks.count
            left.add(Shown(" \(grouped(marks)) marked"), .mark)
        }
        if let range = state.queue.cursor.range { left.add(Shown(" range of \(grouped(range.count))"), .mark) }
        if !state.queue.filter.text.isEmpty {
            left.add(" / ", .prompt)
            left.add(Shown(state.queue.filter.text, upTo: 200).truncated(to: max(8, area.width / 2)), .match)
        }
    }
    if state.screen == .desk, let top = state.workplaces.top {
        if !top.marks.isEmpty { left.add(Shown(" \(grouped(top.marks.count)) marked"), .mark) }
        if !top.words.isEmpty {
            left.add(" / ", .prompt)
            left.add(Shown(top.words, upTo: 200).truncated(to: max(8, area.width / 2)), .match)
        }
    }
    if state.screen == .page, let drafts = state.draftWords { left.add(Shown(" " + drafts), .prompt) }
    if state.work.isBusy { left.add(" Saving…", .dim) }
    if left.width > 0 { left.draw(on: &pen.surface, in: area) }
    guard let notice = state.notice else {
        drawPlace(state, in: area, from: left.width, with: &pen)
        return
    }
    let role: Role =
        switch notice.tone {
        case .done: .ok
        case .info: .notice
        case .refused: .bad
        }
    var text = Shown(notice.text, upTo: area.width * (noticeRows + 1))
    if notice.tone == .refused { text = "! " + text }
    if notice.warning == nil, left.width == 0 || left.width + 2 + text.width < area.width {
        let start = left.width == 0 ? 1 : area.width - text.width - 1
        if text.width < area.width - 1 {
            pen.surface.write(text, in: area, x: start, role: role)
            return
        }
    }
    guard let warning = notice.warning else {
        drawLong(text, role, above: area, in: layout.body, with: &pen)
        return
    }
    // What was done stands in its line, and what to think of has the rest, its first sentence where all is too much.
    let width = max(1, area.width - 2)
    // On a low screen three rows are what the list can spare.
    let most = layout.body.height < 24 ? 3 : min(noticeRows, layout.body.height / 2 - 1)
    let done = text.wrapped(to: width, upTo: most - 1)
    func rows(_ words: String) -> [Shown] {
        ("! " + Shown(words, upTo: width * noticeRows)).wrapped(to: width, upTo: most)
    }
    let whole = rows(warning)
    let room = most - done.count
    var told = whole.count <= room ? whole : rows(warning.firstSentence)
    if told.count > room {
        let cut = told[room - 1] + pen.glyphs.shown(.ellipsis)
        told = told.prefix(room - 1) + [cut.truncated(to: width, ellipsis: pen.glyphs[.ellipsis])]
    }
    drawRows(done.map { ($0, role) } + told.map { ($0, .warn) }, above: area, in: layout.body, with: &pen)
}

/// As many rows as a notice may take, where the body has them to spare.
let noticeRows = 5

/// A notice that needs more than its line takes rows of the body for the moment.
///
/// - Parameter limit: as many rows as it may take where the body has them to spare.
func drawLong(
    _ text: Shown, _ role: Role, above area: Area, in body: Area, upTo limit: Int = noticeRows, with pen: inout Pen
) {
    let most = max(3, min(limit, body.height / 2 - 1))
    var lines = text.flowed(to: max(1, area.width - 2), upTo: most + 1)
    if lines.count > most {
        // What has no room is not the end of the sentence.
        lines.removeLast()
        lines[most - 1] = (lines[most - 1] + pen.glyphs.shown(.ellipsis)).truncated(
            to: max(1, area.width - 2), ellipsis: pen.glyphs[.ellipsis])
    }
    drawRows(lines.map { ($0, role) }, above: area, in: body, with: &pen)
}

private func drawRows(_ lines: [(text: Shown, role: Role)], above area: Area, in body: Area, with pen: inout Pen) {
    let rest = pen.surface.area.part(y: area.y - lines.count + 1, height: lines.count)
    pen.surface.fill(rest)
    if lines.count < body.height / 2, lines.count > 1 { pen.rule(pen.surface.area.part(y: rest.y - 1, height: 1)) }
    for (index, line) in lines.enumerated() {
        pen.write(line.text, in: rest.part(width: rest.width - 1), x: 1, y: index, role: line.role)
    }
}

extension String {
    /// The text up to the end of its first sentence.
    fileprivate var firstSentence: String {
        firstRange(of: ". ").map { String(self[..<$0.lowerBound]) + "." } ?? self
    }
}

extension Shown {
    /// The rows of a notice: things with three blanks between them stay whole, such as a key with what it does.
    fileprivate func flowed(to width: Int, upTo limit: Int) -> [Shown] {
        let parts = text.split(separator: "   ").map { Shown(String($0)) }
        guard self.width > width, parts.count > 2, parts.allSatisfy({ $0.width <= width }) else {
            return wrapped(to: width, upTo: limit)
        }
        var rows: [Shown] = []
        for part in parts {
            if let last = rows.last, last.width + 3 + part.width <= width {
                rows[rows.count - 1] = last + "   " + part
            } else {
                rows.append(part)
            }
        }
        return Array(rows.prefix(limit))
    }
}

/// How far down the list we are, while nothing else is to be said.
private func drawPlace(_ state: ConsoleState, in area: Area, from: Int, with pen: inout Pen) {
    if state.screen == .queue {
        guard state.phase == .open else { return }
        guard state.queue.order.count > 0 else {
            // The rows of the question before stay until the first of these come.
            guard state.queue.isLoading else { return }
            let words: Shown = "Loading… "
            pen.surface.write(words, in: area, x: max(from + 2, area.width - words.width), role: .dim)
            return
        }
        drawPlace(state.queue.cursor.position + 1, state.queue.order.total, in: area, from: from, with: &pen)
        return
    }
    guard let words = placeWords(state) else { return }
    let place = Shown(words + " ")
    // Beside a notice that leaves no room it would be cut, and say another number.
    guard from == 0 || from + 2 + place.width <= area.width else { return }
    pen.surface.write(place, in: area, x: max(0, area.width - place.width), role: .dim)
}

/// The same for the list of cases, where each key moves it: no text is made for the number.
private func drawPlace(_ number: Int, _ total: borrowing Shown, in area: Area, from: Int, with pen: inout Pen) {
    let width = GroupedNumber(number).width
    let end = max(from + 2 + width, area.width - total.width)
    pen.surface.write(number, before: end, in: area, role: .dim)
    pen.surface.write(total, in: area, x: end, role: .dim)
}

private func placeWords(_ state: ConsoleState) -> String? {
    if let page = state.page {
        // What lies over it counts for itself.
        guard page.lines > page.height, state.overlays.isEmpty else { return nil }
        let end = min(page.lines, page.scroll + page.height)
        let more = end < page.lines ? ", \(state.keyboard.key(for: .previewDown, in: .page)) for more" : ""
        return "lines \(page.scroll + 1)–\(end) of \(page.lines)\(more)"
    }
    if let top = state.workplaces.top {
        guard let list = top.list, !list.shown.isEmpty else { return nil }
        if top.asked.goesToEnd { return "loading… \(grouped(top.answers[top.tab]?.rows ?? 0)) so far" }
        let rows = list.count(before: list.shown.count)
        guard rows > 0 else { return nil }
        let number = list.count(before: top.window.cursor + 1)
        let all = list.more.map { "\(list.counted)\(grouped(rows))\($0)" } ?? grouped(rows)
        return "\(grouped(number)) of \(all)"
    }
    return nil
}

/// The footer: six keys for now, and `?`.
func drawFooter(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    if let facts = FooterFacts(state) {
        state.desk.look.zones.footer.paint(facts, on: &pen.surface, in: layout.footer)
    } else {
        FooterHints(state).draw(on: &pen.surface, in: layout.footer)
    }
}
