/// Drawing into an area, cut at its edges.
extension Surface {
    /// Writes text; what does not fit the area is left out, and half a wide glyph becomes a blank.
    ///
    /// - Parameters:
    ///   - x: the first cell, from the area's left edge; may be negative, so that text can be moved sideways.
    ///   - y: the row, from the area's top edge.
    /// - Returns: the cell after the text, from the area's left edge, whether or not all of it could be seen.
    @discardableResult
    public mutating func write(
        _ text: Shown, in area: Area, x: Int = 0, y: Int = 0, role: Role = .text, emphasis: Emphasis = []
    ) -> Int {
        guard y >= 0, y < area.height, let row = visibleRow(area, y) else { return x + text.width }
        let hiddenRole = role.yieldsToHidden ? Role.hidden : role
        if text.isNarrow {
            writeNarrow(text, row, x: x, Cell(0, role: role, emphasis: emphasis), hiddenRole)
            return x + text.width
        }
        // The marks of a text, by the place of the same ones here.
        let places = text.clusters.map { intern($0) }
        rows[row.line].withUnsafeMutableBufferPointer { cells in
            var column = x
            for glyph in text.glyphs {
                if column >= row.count { break }
                let width = glyph.width
                let end = column + width
                if column < row.skipped || end > row.count {
                    let blank = Cell(0x20, role: role, emphasis: emphasis)
                    for cut in max(column, row.skipped)..<max(min(end, row.count), column, row.skipped) {
                        Self.put(blank, at: row.base + cut, in: cells)
                    }
                } else {
                    let look = glyph.isHidden ? hiddenRole : role
                    let cluster = glyph.cluster == 0 ? 0 : places[Int(glyph.cluster) - 1]
                    let cell = Cell(glyph.value, width: width, role: look, emphasis: emphasis, cluster: cluster)
                    Self.put(cell, at: row.base + column, in: cells)
                }
                column = end
            }
        }
        return x + text.width
    }

    /// Writes glyphs of one cell without marks: only at the ends of such a run can a wide glyph be cut.
    private mutating func writeNarrow(_ text: Shown, _ row: VisibleRow, x: Int, _ look: Cell, _ hiddenRole: Role) {
        let first = max(x, row.skipped)
        let end = min(x + text.glyphs.count, row.count)
        guard first < end else { return }
        let hidden = Cell(0, role: hiddenRole, emphasis: look.emphasis)
        rows[row.line].withUnsafeMutableBufferPointer { cells in
            let (left, right) = (row.base + first, row.base + end - 1)
            if cells[left].isContinuation { cells[left - 1] = cells[left - 1].blanked() }
            if cells[right].width == 2 { cells[right + 1] = cells[right + 1].blanked() }
            text.glyphs.withUnsafeBufferPointer { glyphs in
                for column in first..<end {
                    let glyph = glyphs[column - x]
                    cells[row.base + column] = Cell(glyph, in: glyph.isHidden ? hidden : look)
                }
            }
        }
    }

    /// Writes a number with a comma at the thousands, `1,195`, so that it ends before a column of an area's first row.
    public mutating func write(_ number: Int, before end: Int, in area: Area, role: Role) {
        guard area.height > 0, let row = visibleRow(area, 0) else { return }
        rows[row.line].withUnsafeMutableBufferPointer { cells in
            var column = end
            GroupedNumber(number).eachFromTheEnd { sign in
                column -= 1
                guard column >= row.skipped, column < row.count else { return }
                Self.put(Cell(UInt32(sign), role: role, emphasis: []), at: row.base + column, in: cells)
            }
        }
    }

    /// Puts ASCII in the place of the signs in and between words, whoever wrote them; letters stay as they are.
    ///
    /// Rows without such signs stay the arrays that they are.
    public mutating func makePlain() {
        for y in rows.indices {
            for x in rows[y].indices where rows[y][x].value > 0x7E {
                let cell = rows[y][x]
                guard cell.width == 1, let mark = GlyphSet.mark(for: cell.scalar) else { continue }
                rows[y][x] = Cell(mark.value, role: cell.role, emphasis: cell.emphasis, cluster: cell.cluster)
            }
        }
    }

    /// Copies another picture into an area that is as wide, from the top.
    public mutating func write(_ picture: Surface, in area: Area) {
        guard picture.size.columns == area.width, area.width > 0, area.x >= 0, area.x + area.width <= size.columns
        else { return }
        for y in 0..<min(picture.size.rows, area.height) where area.y + y >= 0 && area.y + y < size.rows {
            copy(picture.rows[y], to: area.y + y, from: area.x)
        }
        guard !picture.clusters.isEmpty else { return }
        // The marks of the other picture, by the place of the same ones here.
        let places = picture.clusters.map { intern($0) }
        for y in max(0, area.y)..<max(0, area.y, min(area.y + min(picture.size.rows, area.height), size.rows)) {
            rows[y].withUnsafeMutableBufferPointer { cells in
                for index in area.x..<(area.x + area.width) where cells[index].cluster > 0 {
                    cells[index] = cells[index].withMarks(at: places[cells[index].cluster - 1])
                }
            }
        }
    }

    /// Copies cells over a row; those of a whole row are the same array then.
    private mutating func copy(_ cells: [Cell], to line: Int, from column: Int) {
        guard cells.count < size.columns else {
            rows[line] = cells
            return
        }
        rows[line].withUnsafeMutableBufferPointer { row in
            cells.withUnsafeBufferPointer { cells in
                guard let from = cells.baseAddress else { return }
                let last = column + cells.count - 1
                if row[column].isContinuation { row[column - 1] = row[column - 1].blanked() }
                if row[last].width == 2 { row[last + 1] = row[last + 1].blanked() }
                row.baseAddress?.advanced(by: column).update(from: from, count: cells.count)
            }
        }
    }

    /// Fills an area with blanks in a role, or with a narrow glyph of the program's own.
    public mutating func fill(
        _ area: Area, with scalar: Unicode.Scalar = " ", role: Role = .text, emphasis: Emphasis = []
    ) {
        let cell = Cell(scalar.value, role: role, emphasis: emphasis)
        for y in 0..<area.height {
            guard let row = visibleRow(area, y), row.skipped < row.count else { continue }
            rows[row.line].withUnsafeMutableBufferPointer { cells in
                for column in row.skipped..<row.count { Self.put(cell, at: row.base + column, in: cells) }
            }
        }
    }

    /// Gives the glyphs of an area another role without changing them.
    public mutating func restyle(_ area: Area, role: Role, emphasis: Emphasis = []) {
        for y in 0..<area.height {
            guard let row = visibleRow(area, y), row.skipped < row.count else { continue }
            rows[row.line].withUnsafeMutableBufferPointer { cells in
                for index in (row.base + row.skipped)..<(row.base + row.count) {
                    cells[index] = cells[index].inRole(role, emphasis)
                }
            }
        }
    }

    /// A row of an area: its line, where its column 0 stands there, the columns before the surface's edge, and those
    /// inside it.
    private struct VisibleRow {
        var line: Int
        var base: Int
        var skipped: Int
        var count: Int
    }

    private func visibleRow(_ area: Area, _ y: Int) -> VisibleRow? {
        let line = area.y + y
        guard line >= 0, line < size.rows else { return nil }
        let count = min(area.width, size.columns - area.x)
        return VisibleRow(line: line, base: area.x, skipped: max(0, -area.x), count: count)
    }

    /// Puts a cell in its place; half a wide glyph that is left over becomes a blank.
    @inline(__always)
    private static func put(_ cell: Cell, at index: Int, in cells: UnsafeMutableBufferPointer<Cell>) {
        let last = index + max(1, cell.width) - 1
        if cells[index].isContinuation { cells[index - 1] = cells[index - 1].blanked() }
        if cells[last].width == 2 { cells[last + 1] = cells[last + 1].blanked() }
        cells[index] = cell
        if cell.width == 2 {
            cells[last] = Cell(0, width: 0, role: cell.role, emphasis: cell.emphasis)
        }
    }

    private mutating func intern(_ marks: MarkSet) -> Int {
        if let known = clusters.firstIndex(of: marks) { return known + 1 }
        // Marks beyond what a screen can need are left out; the glyph stays.
        guard clusters.count < 4096 else { return 0 }
        clusters.append(marks)
        return clusters.count
    }
}
