internal import CNcurses
internal import TerminalUI

/// Paints pictures into the terminal library's own, only what differs from the last one.
struct Painter {
    private var shown: Surface?
    private var line: [cchar_t] = []
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
        if line.count < range.count { line = Array(repeating: cchar_t(), count: range.count) }
        let cells = surface.rows[y]
        var count = 0
        var blanks = BlankRun()
        var look = cells[range.lowerBound].look
        var ink = palette.ink(cells[range.lowerBound])
        for x in range {
            let cell = cells[x]
            guard !cell.isContinuation else { continue }
            if cell.look != look {
                look = cell.look
                ink = palette.ink(cell)
            }
            if cell.value == 0x20, !ink.isSeenOnBlanks {
                blanks.take(ink, at: count)
            } else if let other = blanks.end(before: ink) {
                for place in blanks.places { shim_set_cell(&line[place], 0x20, other.attributes, other.pair) }
            }
            if cell.value < 0x7F {
                shim_set_cell(&line[count], cell.value, ink.attributes, ink.pair)
                count += 1
            } else {
                count += putWide(cell, of: surface, at: count, ink, isLast: x == range.upperBound - 1)
            }
        }
        mvwadd_wchnstr(window, Int32(y), Int32(range.lowerBound), line, Int32(count))
    }

    /// Puts a glyph beyond ASCII, or its stand-in where terminal and C library would not draw it in as many cells.
    private mutating func putWide(
        _ cell: Cell, of surface: Surface, at place: Int, _ ink: Palette.Ink, isLast: Bool
    ) -> Int {
        let isDrawable = isUnicode && Int(shim_wcwidth(cell.value)) == cell.width && !(cell.width == 2 && isLast)
        guard isDrawable else {
            let standIn = isUnicode ? "\u{FFFD}" : GlyphSet.standIn(for: cell.scalar) ?? "?"
            shim_set_cell(&line[place], standIn.value, ink.attributes, ink.pair)
            guard cell.width == 2, !isLast else { return 1 }
            shim_set_cell(&line[place + 1], 0x20, ink.attributes, ink.pair)
            return 2
        }
        shim_set_cell(&line[place], cell.value, ink.attributes, ink.pair)
        for (index, mark) in surface.marks(of: cell).prefix(4).enumerated() where shim_wcwidth(mark.value) == 0 {
            shim_add_mark(&line[place], Int32(index + 1), mark.value)
        }
        return 1
    }
}
