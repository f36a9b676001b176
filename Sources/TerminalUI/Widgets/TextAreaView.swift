extension TextArea {
    private var width: Int { max(1, size.columns) }
    private var height: Int { max(1, size.rows) }

    /// Moves the cursor by rows as they are seen.
    mutating func moveRows(by rows: Int) {
        var row = wraps.row(of: cursor.column, line: cursor.line, lines[cursor.line], width: width)
        let start = wraps.start(of: row, line: cursor.line, lines[cursor.line], width: width) ?? 0
        let wanted = goal ?? EditLine.width(lines[cursor.line], start..<cursor.column)
        var line = cursor.line
        for _ in 0..<abs(rows) {
            if rows > 0 {
                if wraps.start(of: row + 1, line: line, lines[line], width: width) != nil {
                    row += 1
                } else if line < lines.count - 1 {
                    line += 1
                    row = 0
                } else {
                    break
                }
            } else if row > 0 {
                row -= 1
            } else if line > 0 {
                line -= 1
                row = wraps.count(line: line, lines[line], width: width) - 1
            } else {
                break
            }
        }
        let from = wraps.start(of: row, line: line, lines[line], width: width) ?? 0
        let next = wraps.start(of: row + 1, line: line, lines[line], width: width)
        // The last place of a wrapped row looks like the first of the next one.
        let last = next.map { EditLine.before(lines[line], $0) } ?? lines[line].count
        let column = min(EditLine.place(lines[line], from..<(next ?? lines[line].count), cell: wanted), last)
        cursor = TextPlace(line: line, column: column)
        settle()
        goal = wanted
    }

    /// Moves the window so that the cursor is seen.
    mutating func settle() {
        if top.line >= lines.count { top = WrapPlace(line: lines.count - 1) }
        let row = wraps.row(of: cursor.column, line: cursor.line, lines[cursor.line], width: width)
        let at = WrapPlace(line: cursor.line, row: row)
        if (at.line, at.row) < (top.line, top.row) {
            top = at
            return
        }
        // Walk up from the cursor: the top is at most a window's height above it.
        var place = at
        for _ in 0..<(height - 1) {
            if place == top { return }
            if place.row > 0 {
                place.row -= 1
            } else if place.line > 0 {
                place.line -= 1
                var other = place.line == cursor.line ? wraps : WrapCache()
                place.row = other.count(line: place.line, lines[place.line], width: width) - 1
            } else {
                break
            }
        }
        top = place
    }

    /// Draws the rows that fit an area and places the cursor.
    ///
    /// - Parameter area: best of the size told to `setSize`; in another one the text is wrapped anew.
    public func draw(on surface: inout Surface, in area: Area, role: Role = .input) {
        surface.fill(area, role: role)
        var place = top
        var cache = wraps
        for y in 0..<area.height {
            guard place.line < lines.count else { break }
            let line = lines[place.line]
            let drawnWidth = max(1, area.width)
            guard let start = cache.start(of: place.row, line: place.line, line, width: drawnWidth) else {
                place = WrapPlace(line: place.line + 1)
                continue
            }
            let next = cache.start(of: place.row + 1, line: place.line, line, width: drawnWidth)
            let end = next ?? line.count
            surface.write(EditLine.shown(line, start..<end), in: area, y: y, role: role)
            if place.line == cursor.line, cursor.column >= start,
                cursor.column < end || (next == nil && cursor.column <= end)
            {
                let cell = EditLine.width(line, start..<cursor.column)
                surface.placeCursor(in: area, x: min(cell, area.width - 1), y: y)
            }
            place = next == nil ? WrapPlace(line: place.line + 1) : WrapPlace(line: place.line, row: place.row + 1)
        }
    }
}
