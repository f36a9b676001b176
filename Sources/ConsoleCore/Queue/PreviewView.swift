import CaseModel
import TerminalUI

/// The case under the cursor in short: what it is about, where it stands, what happened last.
func drawPreview(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    if layout.previewAtRight {
        pen.surface.fill(layout.preview.part(width: 1), with: pen.glyphs[.bar], role: .border)
    } else {
        pen.rule(layout.preview)
    }
    guard !state.queue.isLoading else { return }
    let area = layout.previewInside
    for (index, line) in state.queue.preview.lines.prefix(area.height).enumerated() {
        pen.write(line, in: area.part(width: area.width - 1), x: 1, y: index)
    }
}

extension ConsoleState {
    /// The preview is laid out anew when the case, its versions, its place or the day changed.
    mutating func settlePreview(_ layout: ScreenLayout) {
        guard layout.hasPreview, page == nil, let id = queue.cursorID, let row = queue.shelf[id] else {
            if !queue.preview.lines.isEmpty, page == nil { queue.preview.clear() }
            return
        }
        let area = layout.previewInside
        // A low preview has one line for each event, a high one shows them whole.
        let look = TimelineLook(
            width: area.width - 2, now: now, zone: session?.zone ?? .utc, glyphs: desk.glyphs,
            isShort: area.height < 10,
            leavesOutTurns: true)
        let file = desk.files[id]
        let key = PreviewState.Key(
            id: id, version: row.version, fileVersion: file?.item.version, width: area.width, height: area.height,
            scroll: queue.preview.scroll, minute: now.seconds / 60, covers: desk.covers.version, glyphs: desk.glyphs)
        guard key != queue.preview.key else { return }
        // A low preview has room for one line of each, a high one for as many as they need.
        let limit = area.height < 7 ? 1 : area.height < 10 ? 2 : area.height < 24 ? 3 : 5
        var lines = [title(row, look)]
        let cover = file.flatMap { file in
            session.map { CoverLine(file, row.account.flatMap { desk.covers[$0] }, $0.policies) }
        }
        lines += coverLines(cover, row, look, upTo: limit)
        lines += ClockFacts(row).lines(look, isAnyHour: cover?.isAnyHour ?? false).prefix(limit)
        lines.append(facts(row, look))
        if let file {
            let room = max(0, area.height - lines.count)
            let all = Timeline.lines(file, look, upTo: queue.preview.scroll + room)
            lines += all.dropFirst(min(queue.preview.scroll, max(0, all.count - 1)))
        } else {
            lines.append(StyledLine("loading…", .dim))
        }
        queue.preview.put(lines, for: key)
    }

    /// The cover of a case; before anything is known of it, room for it, so that nothing jumps.
    private func coverLines(_ cover: CoverLine?, _ row: CaseSummary, _ look: TimelineLook, upTo limit: Int)
        -> [StyledLine]
    {
        guard row.account != nil else { return [StyledLine("Cover  no customer is named", .warn)] }
        return cover?.lines(look, upTo: limit) ?? [StyledLine("Cover  …", .dim)]
    }
}

private func title(_ row: CaseSummary, _ look: TimelineLook) -> StyledLine {
    var title = StyledLine(Shown("\(row.id.description)  "), .title)
    let room = look.width - title.width
    title.add(Shown(row.subject, upTo: look.width).truncated(to: room, ellipsis: look.glyphs[.ellipsis]), .title)
    return title
}

private func facts(_ row: CaseSummary, _ look: TimelineLook) -> StyledLine {
    let glyphs = look.glyphs
    var facts = StyledLine(words(for: row.severity, glyphs), row.severity.role)
    facts.add("  ")
    facts.add(words(for: row.status, glyphs))
    let dot = " " + glyphs.shown(.dot) + " "
    let people = [row.accountName, row.contactName, row.ownerName.map { "owner " + $0 } ?? "no owner", row.queueName]
    for text in people.compactMap({ $0 }) + row.tags.map({ "#" + $0 }) {
        let shown = Shown(text, upTo: 60).truncated(to: 40, ellipsis: glyphs[.ellipsis])
        guard facts.width + dot.width + shown.width <= look.width else { break }
        facts.add(dot, .dim)
        facts.add(shown)
    }
    return facts
}
