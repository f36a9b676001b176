extension Menu {
    /// Draws the filter line, if there is one, and the items that fit an area.
    public func draw(on surface: inout Surface, in area: Area, glyphs: GlyphSet, prompt: Shown = "/ ") {
        var list = area
        if let filter {
            let (line, rest) = area.splitTop(1)
            list = rest
            surface.write(prompt, in: line, role: .prompt)
            filter.draw(on: &surface, in: line.part(x: prompt.width), glyphs: glyphs)
        }
        guard !matches.isEmpty else {
            let typed = filter.map { Shown(" " + $0.text, upTo: 30) } ?? ""
            let words = "Nothing matches" + typed + "; ctrl-u empties the line, Esc leaves."
            for (y, line) in words.wrapped(to: max(1, list.width - 3), upTo: list.height).enumerated() {
                surface.write(line, in: list.row(y), x: 2, role: .dim)
            }
            return
        }
        var window = window
        window.setHeight(list.height)
        let labelWidth = min(
            items.map { $0.isHeading ? 0 : $0.label.width }.max() ?? 0, max(0, list.width - 4))
        for (y, place) in window.visible.enumerated() {
            if items[matches[place]].isHeading {
                surface.write(items[matches[place]].label, in: list.row(y), x: 2, role: .header)
                continue
            }
            draw(items[matches[place]], isCursor: place == window.cursor, labelWidth, on: &surface, list.row(y), glyphs)
        }
    }

    private func draw(
        _ item: MenuItem<ID>, isCursor: Bool, _ labelWidth: Int, on surface: inout Surface, _ row: Area,
        _ glyphs: GlyphSet
    ) {
        if isCursor {
            surface.fill(row, role: .cursorRow)
            surface.write(glyphs.shown(.gutter), in: row, role: .gutter)
        }
        var x = 2
        if filter == nil, items.contains(where: { $0.shortcut != nil }) {
            if let shortcut = item.shortcut {
                surface.write(Shown(shortcut), in: row, x: x, role: isCursor ? .cursorRow : .key)
            }
            x += 3
        }
        let place = row.part(x: x)
        let labelRole: Role = isCursor ? .cursorRow : item.isEnabled ? .text : .disabled
        let label = item.label.truncated(to: min(labelWidth, place.width), ellipsis: glyphs[.ellipsis])
        surface.write(label, in: place, role: labelRole)
        // What stands against several is no news on each of their rows.
        let isShared = item.reason != nil && items.count { $0.reason == item.reason } > 1
        let room = place.width - labelWidth - 2
        let reason = item.reason.map { $0.width > room ? item.brief ?? $0.firstSentence : $0 }
        let told = isShared ? item.detail : reason ?? item.detail
        let detail = told.truncated(to: room, ellipsis: glyphs[.ellipsis])
        surface.write(detail, in: place, x: labelWidth + 2, role: isCursor ? .cursorRow : .dim)
    }
}

extension Shown {
    /// The text up to the end of its first sentence.
    fileprivate var firstSentence: Shown {
        guard let end = text.firstRange(of: ". ") else { return self }
        return Shown(String(text[..<end.lowerBound]) + ".")
    }
}
