extension Screen {
    /// Shows a scalar at the cursor: a glyph of its own, or a mark on the glyph before it.
    mutating func print(_ scalar: Unicode.Scalar) {
        let shown = parser.usesLineDrawing ? LineDrawing.glyph(scalar) : scalar
        let width = GlyphWidth.columns(shown)
        guard width > 0 else { return mark(shown) }
        if wrapIsDue || cursor.column + width > size.columns {
            lineFeed()
            move(column: 0, row: cursor.row)
        }
        place(String(shown), width: width)
    }

    /// `CSI b`: the last glyph again, `count` times.
    mutating func repeatLast(_ count: Int) {
        guard let last = parser.lastPrinted else { return }
        for _ in 0..<min(count, size.columns * size.rows) { print(last) }
    }

    private mutating func place(_ text: String, width: Int) {
        clearHalves(at: cursor.column)
        if width == 2 { clearHalves(at: cursor.column + 1) }
        rows[cursor.row][cursor.column] = ScreenCell(text: text, rendition: rendition)
        if width == 2, cursor.column + 1 < size.columns {
            rows[cursor.row][cursor.column + 1] = ScreenCell(text: "", rendition: rendition)
        }
        if cursor.column + width >= size.columns {
            cursor.column = size.columns - 1
            wrapIsDue = true
        } else {
            cursor.column += width
        }
    }

    /// Writing over one half of a wide glyph leaves a blank where the other half was.
    private mutating func clearHalves(at column: Int) {
        guard column < size.columns else { return }
        if rows[cursor.row][column].text.isEmpty, column > 0 { rows[cursor.row][column - 1].text = " " }
        if column + 1 < size.columns, rows[cursor.row][column + 1].text.isEmpty {
            rows[cursor.row][column + 1].text = " "
        }
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        var column = wrapIsDue ? cursor.column : cursor.column - 1
        if column > 0, rows[cursor.row][column].text.isEmpty { column -= 1 }
        guard column >= 0 else { return }
        rows[cursor.row][column].text.unicodeScalars.append(scalar)
    }
}

/// The character set with which terminals draw lines, for those that were not told UTF-8.
enum LineDrawing {
    private static let glyphs: [Unicode.Scalar: Unicode.Scalar] = [
        "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "v": "┴", "w": "┬",
        "n": "┼", "a": "▒", "~": "·", "`": "◆", "o": "⎺", "s": "⎽", "f": "°", "g": "±", "0": "█",
    ]

    static func glyph(_ scalar: Unicode.Scalar) -> Unicode.Scalar { glyphs[scalar] ?? scalar }
}
