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
        let labelWidth = labelWidth(in: list.width)
        for (y, place) in window.visible.enumerated() {
            if items[matches[place]].isHeading {
                // A heading whose items come only below the last row stands with them.
                guard y < list.height - 1 else { break }
                surface.write(items[matches[place]].label, in: list.row(y), x: 2, role: .header, emphasis: [.bold])
                continue
            }
            draw(items[matches[place]], isCursor: place == window.cursor, labelWidth, on: &surface, list.row(y), glyphs)
        }
    }

    /// Where the names begin: behind the gutter, and the keys where there are any.
    private var labelStart: Int {
        2 + (filter == nil && items.contains { $0.shortcut != nil } ? 3 : 0) + leadWidth
    }

    /// How wide the column of names is in a list of a width: as wide as the longest needs, but beside keys the details
    /// have more of the room, and a long name goes on before its own.
    private func labelWidth(in width: Int) -> Int {
        min(longestLabel, leadWidth > 0 ? max(16, width / 5) : .max, max(0, width - labelStart))
    }

    /// Whether the name of an item is cut in a list of a width.
    public func isLabelCut(_ item: MenuItem<ID>, in width: Int) -> Bool { item.label.width > width - labelStart }

    /// The cells that what stands behind the name of an item has in a list of a width.
    public func detailRoom(_ item: MenuItem<ID>, in width: Int) -> Int {
        width - labelStart - 2 - max(labelWidth(in: width), leadWidth > 0 ? item.label.width : 0)
    }

    private func draw(
        _ item: MenuItem<ID>, isCursor: Bool, _ labelWidth: Int, on surface: inout Surface, _ row: Area,
        _ glyphs: GlyphSet
    ) {
        if isCursor {
            surface.fill(row, role: .cursorRow)
            surface.write(glyphs.shown(.gutter), in: row, role: .gutter)
        }
        if filter == nil, let shortcut = item.shortcut {
            surface.write(Shown(shortcut), in: row, x: 2, role: isCursor ? .cursorRow : .key)
        }
        surface.write(
            item.lead, in: row, x: 2, role: isCursor ? .cursorRow : item.isEnabled ? .key : .disabled)
        let place = row.part(x: labelStart)
        let labelRole: Role = isCursor ? .cursorRow : item.isEnabled ? .text : .disabled
        let isLonger = leadWidth > 0 && item.label.width > labelWidth
        let label = item.label.truncated(
            to: isLonger ? place.width : min(labelWidth, place.width), ellipsis: glyphs[.ellipsis])
        surface.write(label, in: place, role: labelRole)
        // What stands against several is no news on each of their rows.
        let isShared = item.reason != nil && items.count { $0.reason == item.reason } > 1
        let room = detailRoom(item, in: row.width)
        let reason = item.reason.map { $0.width > room ? item.brief ?? $0.firstSentence : $0 }
        let told = isShared ? item.detail : reason ?? item.detail
        let detail = told.truncated(to: room, ellipsis: glyphs[.ellipsis])
        surface.write(detail, in: row, x: row.width - room, role: isCursor ? .cursorRow : .dim)
    }
}

extension Shown {
    /// The text up to the end of its first sentence.
    fileprivate var firstSentence: Shown {
        guard let end = text.firstRange(of: ". ") else { return self }
        return Shown(String(text[..<end.lowerBound]) + ".")
    }
}
