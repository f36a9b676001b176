extension Shown {
    /// The rows of a text for reading: a line break begins a new one, a tab goes to the next multiple of eight cells,
    /// and everything else hidden is written out, as in `<U+202E>`.
    ///
    /// `\r\n` is one break. A text that ends in a break has no empty row after it.
    ///
    /// - Parameter limit: rows after which reading stops.
    public static func lines(_ text: String, upTo limit: Int = .max) -> [Shown] {
        lines(text[...], upTo: limit)
    }

    /// The rows of a part of a text; see `lines(_:upTo:)`.
    public static func lines(_ text: Substring, upTo limit: Int = .max) -> [Shown] {
        var rows: [Shown] = []
        var builder = ShownBuilder(.token)
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty, rows.count < limit {
            let end = rest.firstIndex { $0 == "\n" || $0 == "\t" } ?? rest.endIndex
            var piece = rest[..<end]
            let stop = end < rest.endIndex ? rest[end] : nil
            rest = stop == nil ? rest[end...] : rest[rest.index(after: end)...]
            if stop == "\n", piece.last == "\r" { piece.removeLast() }
            builder.append(Substring(piece), upTo: .max)
            if stop == "\t" {
                builder.appendTab()
            } else {
                rows.append(builder.shown)
                builder.reset()
            }
        }
        if !builder.isEmpty, rows.count < limit { rows.append(builder.shown) }
        return rows
    }

    /// The text broken between words into rows no wider than a width in cells; a longer word is cut.
    ///
    /// Blanks at a break are left out; blanks before the first word stay. Nothing gives one empty row.
    ///
    /// - Parameter limit: rows after which breaking stops.
    public func wrapped(to width: Int, upTo limit: Int = .max) -> [Shown] {
        guard self.width > width else { return [self] }
        let width = max(1, width)
        var rows: [Shown] = []
        var start = 0
        while start < glyphs.count, rows.count < limit {
            let end = rowEnd(from: start, width: width)
            var visible = end
            while visible > start, end < glyphs.count, glyphs[visible - 1].isBlank { visible -= 1 }
            rows.append(slice(start..<visible))
            start = end
            while start < glyphs.count, glyphs[start].isBlank { start += 1 }
        }
        return rows
    }

    /// Where the row that begins at a glyph ends.
    private func rowEnd(from start: Int, width: Int) -> Int {
        var used = 0
        var index = start
        var lastBreak: Int?
        var isIndent = true
        while index < glyphs.count {
            let glyph = glyphs[index]
            if glyph.isBlank {
                if !isIndent { lastBreak = index }
            } else {
                isIndent = false
            }
            // Between two wide glyphs a row may break anywhere: their scripts have no blanks.
            if index > start, glyph.width == 2, glyphs[index - 1].width == 2 { lastBreak = index }
            guard used + glyph.width <= width else {
                if glyph.isBlank, !isIndent { return index }
                return lastBreak ?? Swift.max(index, start + 1)
            }
            used += glyph.width
            index += 1
        }
        return glyphs.count
    }
}
