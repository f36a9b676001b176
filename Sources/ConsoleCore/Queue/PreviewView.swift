import CaseModel
import TerminalUI

/// The case under the cursor in short: what it is about, where it stands, what happened last.
func drawPreview(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    if let picture = state.queue.preview.picture, !state.queue.isLoading {
        pen.surface.write(picture, in: layout.preview)
    } else {
        layout.drawPreviewEdge(on: &pen.surface, in: layout.preview, pen.glyphs)
    }
}

extension ScreenLayout {
    /// The line between the list and the preview.
    func drawPreviewEdge(on surface: inout Surface, in area: Area, _ glyphs: GlyphSet) {
        if previewAtRight {
            surface.fill(area.part(width: 1), with: glyphs[.bar], role: .border)
        } else {
            surface.fill(area.row(0), with: glyphs[.rule], role: .border)
        }
    }
}

extension ConsoleState {
    /// The preview is laid out anew when the case, its versions, its place or the minute changed.
    mutating func settlePreview(_ layout: ScreenLayout) {
        guard screen == .queue else { return }
        guard layout.hasPreview, let id = queue.cursorID, let row = queue.shelf.rows[id] else {
            return queue.preview.clear()
        }
        queue.preview.turn(to: id)
        if queue.preview.scroll > 0, queue.preview.scroll != queue.preview.key?.scroll {
            let last = lastScroll(of: row.summary, previewKey(of: row, layout, scroll: queue.preview.scroll))
            queue.preview.scroll = min(queue.preview.scroll, last)
        }
        let key = previewKey(of: row, layout, scroll: queue.preview.scroll)
        guard !queue.preview.show(key) else { return }
        queue.preview.keep(previewPicture(of: row.summary, layout, key), for: key)
        _ = queue.preview.show(key)
    }

    /// Lays out what the next key may show, while nobody waits for a picture.
    mutating func layOutAhead() {
        guard phase == .open, screen == .queue else { return }
        let layout = ScreenLayout(self)
        drawRowsAhead()
        guard layout.hasPreview else { return }
        let position = queue.cursor.position
        for neighbour in [position + 1, position - 1, position + 2] {
            guard let id = queue.order[neighbour], let row = queue.shelf.rows[id],
                desk.files.version(of: id) != nil
            else { continue }
            let key = previewKey(of: row, layout, scroll: 0)
            guard !queue.preview.isReady(key) else { continue }
            queue.preview.keep(previewPicture(of: row.summary, layout, key), for: key)
        }
    }

    /// Draws the rows of the pages around the one in sight.
    private mutating func drawRowsAhead() {
        guard queue.group == nil else { return }
        let (seen, height) = (queue.cursor.visible, queue.cursor.height)
        let near = (seen.lowerBound - height)..<(seen.upperBound + height)
        queue.shelf.strips.drawAhead(
            queue.order.ids[near.clamped(to: queue.order.ids.indices)], of: queue.shelf.rows, queue.table, at: now,
            desk.glyphs)
    }

    private func previewKey(of row: QueueRow, _ layout: ScreenLayout, scroll: Int) -> PreviewState.Key {
        let area = layout.previewInside
        let id = row.summary.id
        return PreviewState.Key(
            id: id, version: row.summary.version, fileVersion: desk.files.version(of: id),
            isBeside: layout.previewAtRight, width: area.width, height: area.height, scroll: scroll,
            minute: now.seconds / 60, cover: desk.covers.version(of: row.summary.account), glyphs: desk.glyphs)
    }

    private mutating func previewPicture(
        of row: CaseSummary, _ layout: ScreenLayout, _ key: PreviewState.Key
    ) -> Surface {
        var picture = queue.preview.sheet(layout, key.glyphs)
        let inside = layout.withoutEdge(picture.area)
        DetailPane(previewLines(of: row, key), keyboard, in: .queue).draw(on: &picture, in: inside, key.glyphs)
        return picture
    }

    private func previewLines(of row: CaseSummary, _ key: PreviewState.Key) -> [StyledLine] {
        let (head, timeline, room) = previewParts(of: row, key)
        return head + timeline.scrolled(to: min(key.scroll, max(0, timeline.count - room)))
    }

    /// The first line of the timeline from which on it ends with the preview: scrolled farther it would show nothing.
    private func lastScroll(of row: CaseSummary, _ key: PreviewState.Key) -> Int {
        let (_, timeline, room) = previewParts(of: row, key)
        return max(0, timeline.count - room)
    }

    /// What stands above the timeline, the timeline as far as it is scrolled to, and the rows there are for it.
    private func previewParts(
        of row: CaseSummary, _ key: PreviewState.Key
    ) -> (head: [StyledLine], timeline: [StyledLine], room: Int) {
        // A low preview has one line for each event, a high one shows them whole.
        let look = TimelineLook(
            width: key.width - 2, now: now.minute, zone: session?.zone ?? .utc, glyphs: key.glyphs,
            isShort: key.height < 10, isPreview: true)
        let file = desk.files[row.id]
        // A low preview has room for one line of each, a high one for as many as they need.
        let limit = key.height < 7 ? 1 : key.height < 10 ? 2 : key.height < 24 ? 3 : CoverLine.most
        var lines = title(row, look, isWhole: key.height >= 24)
        let cover = file.flatMap { file in
            session.map { CoverLine(file, row.account.flatMap { desk.covers[$0] }, $0.policies) }
        }
        lines += coverLines(cover, row, look, upTo: limit)
        lines += ClockFacts(row).lines(look, isAnyHour: cover?.isAnyHour ?? false, wasAnyHour: cover?.wasAnyHour)
            .prefix(limit)
        lines.append(previewFacts(row, look))
        if let awaited = file.flatMap({ PageAwaited($0) }), key.height >= 6 { lines.append(awaited.line(look)) }
        if let file, let session, key.height >= 6 {
            lines += PageHandOver(file, desk.directory.agents, session.policies, look)?.lines(look).prefix(1) ?? []
        }
        guard let file else { return (lines + [StyledLine("loading…", .dim)], [], 0) }
        let room = max(0, key.height - lines.count)
        return (lines, Timeline.lines(file, look, upTo: key.scroll + room + DetailPane.most + 1), room)
    }

    /// The cover of a case; before anything is known of it, room for it, so that nothing jumps.
    private func coverLines(_ cover: CoverLine?, _ row: CaseSummary, _ look: TimelineLook, upTo limit: Int)
        -> [StyledLine]
    {
        guard row.account != nil else { return [StyledLine("Cover  no customer is named", .warn)] }
        return cover?.lines(look, upTo: limit) ?? [StyledLine("Cover  …", .dim)]
    }
}

/// The number and the subject: on one line, or whole on as many as it needs where there is room for them.
private func title(_ row: CaseSummary, _ look: TimelineLook, isWhole: Bool) -> [StyledLine] {
    var title = StyledLine(Shown("\(row.id.description)  "), .title)
    let room = look.width - title.width
    guard !isWhole else {
        title.add(Shown(row.subject, upTo: look.width * 2), .title)
        return title.wrapped(to: look.width, indent: look.width - room)
    }
    title.add(Shown(row.subject, upTo: look.width).truncated(to: room, ellipsis: look.glyphs[.ellipsis]), .title)
    return [title]
}

/// How grave a case is, where it stands, and the people round it, as far as there is room.
func previewFacts(_ row: CaseSummary, _ look: TimelineLook) -> StyledLine {
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
