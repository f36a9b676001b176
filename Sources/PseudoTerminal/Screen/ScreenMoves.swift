extension Screen {
    /// Puts the cursor on a cell, or on the nearest one there is.
    mutating func move(column: Int, row: Int) {
        cursor = (min(max(0, column), size.columns - 1), min(max(0, row), size.rows - 1))
        wrapIsDue = false
    }

    /// Down one row; at the bottom margin the rows between the margins move up instead.
    mutating func lineFeed() {
        if cursor.row == margins.upperBound {
            scroll(margins, up: 1)
        } else {
            move(column: cursor.column, row: cursor.row + 1)
        }
    }

    /// Up one row; at the top margin the rows between the margins move down instead.
    mutating func reverseLineFeed() {
        if cursor.row == margins.lowerBound {
            scroll(margins, up: -1)
        } else {
            move(column: cursor.column, row: cursor.row - 1)
        }
    }

    /// Moves rows up by `count`, or down where it is negative; blank rows come in.
    mutating func scroll(_ range: ClosedRange<Int>, up count: Int) {
        let blank = Array(repeating: ScreenCell(rendition: rendition.blank), count: size.columns)
        let steps = min(abs(count), range.count)
        let fresh = Array(repeating: blank, count: steps)
        if count > 0 {
            rows.replaceSubrange(range, with: Array(rows[range].dropFirst(steps)) + fresh)
        } else {
            rows.replaceSubrange(range, with: fresh + Array(rows[range].dropLast(steps)))
        }
    }

    /// `CSI top ; bottom r`, rows from 1; a range that makes no sense is ignored.
    mutating func setMargins(_ parameters: [Int?]) {
        let top = max(1, (parameters.first ?? nil) ?? 1)
        let bottom = min(size.rows, (parameters.count > 1 ? parameters[1] : nil) ?? size.rows)
        guard top < bottom else { return }
        margins = (top - 1)...(bottom - 1)
        move(column: 0, row: 0)
    }

    mutating func saveCursor() {
        saved = SavedCursor(column: cursor.column, row: cursor.row, rendition: rendition)
    }

    mutating func restoreCursor() {
        rendition = saved.rendition
        move(column: saved.column, row: saved.row)
    }

    /// Changes between the main screen and the alternate one, which starts empty.
    mutating func switchScreen(toAlternate: Bool, savingCursor: Bool) {
        guard toAlternate != isAlternate else { return }
        isAlternate = toAlternate
        if toAlternate {
            if savingCursor { saveCursor() }
            aside = rows
            rows = Screen.blankRows(size)
        } else {
            rows = aside
            aside = []
            if savingCursor { restoreCursor() }
        }
    }
}
