extension Screen {
    private var blank: ScreenCell { ScreenCell(rendition: rendition.blank) }

    /// `CSI J`: 0 from the cursor to the end, 1 from the start to the cursor, 2 and 3 everything.
    mutating func eraseDisplay(_ part: Int) {
        let whole = Array(repeating: blank, count: size.columns)
        switch part {
        case 0:
            eraseLine(0)
            for row in (cursor.row + 1)..<max(size.rows, cursor.row + 1) { rows[row] = whole }
        case 1:
            for row in 0..<cursor.row { rows[row] = whole }
            eraseLine(1)
        default:
            for row in rows.indices { rows[row] = whole }
        }
        wrapIsDue = false
    }

    /// `CSI K`: 0 from the cursor to the end, 1 from the start to the cursor, 2 the whole row.
    mutating func eraseLine(_ part: Int) {
        let range =
            switch part {
            case 0: cursor.column..<size.columns
            case 1: 0..<(cursor.column + 1)
            default: 0..<size.columns
            }
        for column in range { rows[cursor.row][column] = blank }
        wrapIsDue = false
    }

    /// `CSI X`: blanks from the cursor on; nothing moves.
    mutating func eraseCells(_ count: Int) {
        for column in cursor.column..<min(size.columns, cursor.column + count) {
            rows[cursor.row][column] = blank
        }
        wrapIsDue = false
    }

    /// `CSI @`: blanks come in at the cursor, the rest of the row moves right.
    mutating func insertCells(_ count: Int) {
        let row = rows[cursor.row]
        let fresh = Array(repeating: blank, count: min(count, size.columns - cursor.column))
        rows[cursor.row] = Array(
            (row[..<cursor.column] + fresh + row[cursor.column...]).prefix(size.columns))
    }

    /// `CSI P`: cells at the cursor go, the rest of the row moves left.
    mutating func deleteCells(_ count: Int) {
        let steps = min(count, size.columns - cursor.column)
        rows[cursor.row].removeSubrange(cursor.column..<(cursor.column + steps))
        rows[cursor.row] += Array(repeating: blank, count: steps)
    }

    /// `CSI L`: blank rows come in at the cursor, down to the bottom margin.
    mutating func insertLines(_ count: Int) {
        guard margins.contains(cursor.row) else { return }
        scroll(cursor.row...margins.upperBound, up: -count)
        move(column: 0, row: cursor.row)
    }

    /// `CSI M`: rows at the cursor go, blank rows come in at the bottom margin.
    mutating func deleteLines(_ count: Int) {
        guard margins.contains(cursor.row) else { return }
        scroll(cursor.row...margins.upperBound, up: count)
        move(column: 0, row: cursor.row)
    }
}
