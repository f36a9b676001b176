internal import CNcurses
internal import TerminalUI

/// Paints pictures into the terminal library's own, only what differs from the last one.
struct Painter {
    private var shown: Surface?
    private var room = RowRoom(0)
    /// The rows that look otherwise than in the last picture.
    private var changed: [Int] = []
    private var palette: Palette
    /// Whether the terminal shows more than ASCII.
    private let isUnicode: Bool

    init(palette: Palette, isUnicode: Bool) {
        self.palette = palette
        self.isUnicode = isUnicode
    }

    /// Takes another theme; the next picture is painted whole.
    mutating func use(_ theme: Theme) {
        palette.use(theme)
        shown = nil
    }

    /// Forgets what is on the screen.
    mutating func forget() {
        shown = nil
    }

    /// Paints a picture into a window of its size.
    mutating func paint(_ surface: Surface, into window: UnsafeMutablePointer<WINDOW>) {
        let rows = min(surface.size.rows, Int(getmaxy(window)))
        let columns = min(surface.size.columns, Int(getmaxx(window)))
        guard rows > 0, columns > 0 else { return }
        if let shown, shown.size == surface.size {
            paintChanges(surface, since: shown, rows, columns, into: window)
        } else {
            werase(window)
            for y in 0..<rows { paint(surface, row: y, 0..<columns, into: window) }
        }
        shown = surface
    }

    private mutating func paintChanges(
        _ surface: Surface, since old: Surface, _ rows: Int, _ columns: Int, into window: UnsafeMutablePointer<WINDOW>
    ) {
        let haveSameMarks = surface.clusters == old.clusters
        changed.removeAll(keepingCapacity: true)
        for y in 0..<rows where !haveSameMarks || surface.isDrawnAnew(y, since: old) {
            if !RowChange.isSame(surface, y, old, y, haveSameMarks) { changed.append(y) }
        }
        // What moved as a block changed most of the screen; a cursor with its preview did not.
        if changed.count * 5 > rows * 2, columns == surface.size.columns,
            let shift = RowShift.find(surface, old, rows: rows, changed: changed.count)
        {
            scroll(shift, in: window)
            for y in 0..<rows {
                guard let oldRow = shift.oldRow(of: y) else {
                    paint(surface, row: y, 0..<columns, into: window)
                    continue
                }
                if RowChange.isSame(surface, y, old, oldRow, haveSameMarks) { continue }
                paintChange(surface, y, old, oldRow, haveSameMarks, columns, into: window)
            }
        } else {
            for y in changed { paintChange(surface, y, old, y, haveSameMarks, columns, into: window) }
        }
    }

    private func scroll(_ shift: RowShift, in window: UnsafeMutablePointer<WINDOW>) {
        scrollok(window, true)
        wsetscrreg(window, Int32(shift.region.lowerBound), Int32(shift.region.upperBound - 1))
        wscrl(window, Int32(shift.distance))
        wsetscrreg(window, 0, getmaxy(window) - 1)
        scrollok(window, false)
    }

    private mutating func paintChange(
        _ surface: Surface, _ y: Int, _ old: Surface, _ oldRow: Int, _ haveSameMarks: Bool, _ columns: Int,
        into window: UnsafeMutablePointer<WINDOW>
    ) {
        guard let range = RowChange.range(surface, y, old, oldRow, haveSameMarks, columns: columns) else { return }
        paint(surface, row: y, range, into: window)
    }

    private mutating func paint(
        _ surface: Surface, row y: Int, _ range: Range<Int>, into window: UnsafeMutablePointer<WINDOW>
    ) {
        if room.count < surface.size.columns { room = RowRoom(surface.size.columns) }
        var pen = RowPen(window, row: y, from: range.lowerBound, in: room)
        surface.rows[y].withUnsafeBufferPointer { put($0, of: surface, range, with: &pen) }
    }

    /// Puts cells of a row into the library's picture.
    private mutating func put(
        _ cells: UnsafeBufferPointer<Cell>, of surface: Surface, _ range: Range<Int>, with pen: inout RowPen
    ) {
        var look = cells[range.lowerBound].look
        var ink = palette.ink(cells[range.lowerBound])
        var x = range.lowerBound
        while x < range.upperBound {
            let cell = cells[x]
            guard !cell.isContinuation else {
                x += 1
                continue
            }
            if cell.look != look {
                look = cell.look
                ink = palette.ink(cell)
            }
            if cell.value == 0x20, cell.cluster == 0, !ink.isSeenOnBlanks {
                let first = x
                repeat { x += 1 } while x < range.upperBound && cells[x] == cell
                pen.takeBlanks(x - first, ink, at: first)
                continue
            }
            pen.begin(ink)
            if cell.value < 0x7F, cell.cluster == 0 {
                x = pen.takeText(cells, x..<range.upperBound, ink)
            } else {
                putWide(cell, of: surface, at: x, ink, isLast: x == range.upperBound - 1, with: &pen)
                x += 1
            }
        }
        // No glyph after blanks shows which look they have.
        pen.end(before: range.upperBound) {
            cells[range.upperBound...].allSatisfy { $0.value == 0x20 && $0.look == look && $0.cluster == 0 }
        }
    }

    /// Puts a glyph beyond ASCII, or its stand-in where terminal and C library would not draw it in as many cells.
    private func putWide(
        _ cell: Cell, of surface: Surface, at column: Int, _ ink: Palette.Ink, isLast: Bool, with pen: inout RowPen
    ) {
        let isDrawable = isUnicode && Int(shim_wcwidth(cell.value)) == cell.width && !(cell.width == 2 && isLast)
        guard isDrawable else {
            let standIn = isUnicode ? "\u{FFFD}" : GlyphSet.standIn(for: cell.scalar) ?? "?"
            pen.takeGlyph(at: column) { shim_set_cell(&$0, standIn.value, ink.attributes, ink.pair) }
            if cell.width == 2, !isLast {
                pen.takeGlyph(at: column + 1) { shim_set_cell(&$0, 0x20, ink.attributes, ink.pair) }
            }
            return
        }
        pen.takeGlyph(at: column) { large in
            shim_set_cell(&large, cell.value, ink.attributes, ink.pair)
            for (index, mark) in surface.marks(of: cell).prefix(4).enumerated() where shim_wcwidth(mark.value) == 0 {
                shim_add_mark(&large, Int32(index + 1), mark.value)
            }
        }
    }
}
