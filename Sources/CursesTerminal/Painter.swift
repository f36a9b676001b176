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
        // Out of the painter meanwhile, so that each cell is put in its place without asking whose memory it is.
        var own: [cchar_t] = []
        swap(&own, &line)
        let count = own.withUnsafeMutableBufferPointer { line in
            surface.rows[y].withUnsafeBufferPointer { put($0, of: surface, range, into: line) }
        }
        if count.isCleared {
            wmove(window, Int32(y), Int32(range.lowerBound))
            wclrtoeol(window)
        }
        if count.cells > 0 { mvwadd_wchnstr(window, Int32(y), Int32(range.lowerBound), own, Int32(count.cells)) }
        swap(&own, &line)
    }

    /// Puts cells of a row into a line of the library's.
    ///
    /// - Returns: how many there are, and whether the row is to be cleared first because it is blank after them.
    private mutating func put(
        _ cells: UnsafeBufferPointer<Cell>, of surface: Surface, _ range: Range<Int>,
        into line: UnsafeMutableBufferPointer<cchar_t>
    ) -> (cells: Int, isCleared: Bool) {
        var count = 0
        var blanks = BlankRun()
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
                let first = count
                var blank = cchar_t()
                shim_set_cell(&blank, 0x20, ink.attributes, ink.pair)
                repeat {
                    line[count] = blank
                    (count, x) = (count + 1, x + 1)
                } while x < range.upperBound && cells[x] == cell
                blanks.take(ink, at: first..<count)
                continue
            }
            if let other = blanks.end(before: ink) {
                for place in blanks.places { shim_set_cell(&line[place], 0x20, other.attributes, other.pair) }
            }
            if cell.value < 0x7F, cell.cluster == 0 {
                let least: UInt32 = ink.isSeenOnBlanks ? 0x20 : 0x21
                var glyph = cchar_t()
                shim_set_cell(&glyph, cell.value, ink.attributes, ink.pair)
                // Most of a row is letters in one look.
                repeat {
                    glyph.chars.0 = wchar_t(cells[x].value)
                    line[count] = glyph
                    (count, x) = (count + 1, x + 1)
                } while x < range.upperBound && cells[x].isASCII(from: least, like: cell)
            } else {
                count += putWide(cell, of: surface, into: line, at: count, ink, isLast: x == range.upperBound - 1)
                x += 1
            }
        }
        // The library clears a row in a fraction of the time that it takes blanks in, and no glyph after these shows which
        // look they have.
        guard blanks.isOpen, blanks.places.count > 6,
            cells[range.upperBound...].allSatisfy({ $0.value == 0x20 && $0.look == look && $0.cluster == 0 })
        else { return (count, false) }
        return (blanks.places.lowerBound, true)
    }

    /// Puts a glyph beyond ASCII, or its stand-in where terminal and C library would not draw it in as many cells.
    private func putWide(
        _ cell: Cell, of surface: Surface, into line: UnsafeMutableBufferPointer<cchar_t>, at place: Int,
        _ ink: Palette.Ink, isLast: Bool
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

extension Cell {
    /// Whether it is a sign of ASCII in the look of another cell without marks, and has none.
    @inline(__always)
    fileprivate func isASCII(from least: UInt32, like other: Cell) -> Bool {
        bits >> 24 == other.bits >> 24 && value >= least && value < 0x7F
    }
}
