extension TextArea {
    /// Does what a key means in a text.
    ///
    /// Knows the keys of `TextField`, and Enter, up, down, Page Up, Page Down, `<C-Home>` and `<C-End>`. `<C-k>` at the
    /// end of a line joins the next one to it.
    ///
    /// - Returns: whether the key was one of the area's; typing beyond the byte limit does nothing and says yes.
    public mutating func handle(_ key: Key) -> Bool {
        if let typed = key.typed {
            insert(String(Character(typed)))
        } else if key == .enter {
            insert("\n")
        } else if !handleMove(key) {
            return handleRemoval(key)
        }
        return true
    }

    /// Puts the cursor at a place, or at the nearest there is.
    public mutating func moveCursor(to place: TextPlace) {
        goal = nil
        let line = min(max(0, place.line), lines.count - 1)
        cursor = TextPlace(line: line, column: min(max(0, place.column), lines[line].count))
        settle()
    }

    /// The last place of the text.
    public var end: TextPlace { TextPlace(line: lines.count - 1, column: lines[lines.count - 1].count) }

    private mutating func handleMove(_ key: Key) -> Bool {
        let line = lines[cursor.line]
        switch key {
        case .left, .ctrl("b"): moveCursor(to: placeBefore)
        case .right, .ctrl("f"): moveCursor(to: placeAfter)
        case .home, .ctrl("a"): moveCursor(to: TextPlace(line: cursor.line, column: 0))
        case .end, .ctrl("e"): moveCursor(to: TextPlace(line: cursor.line, column: line.count))
        case .alt("b"), Key(.left, .ctrl), Key(.left, .alt): moveCursor(to: wordBefore)
        case .alt("f"), Key(.right, .ctrl), Key(.right, .alt): moveCursor(to: wordAfter)
        case Key(.home, .ctrl): moveCursor(to: TextPlace())
        case Key(.end, .ctrl): moveCursor(to: end)
        case .up, .ctrl("p"): moveRows(by: -1)
        case .down, .ctrl("n"): moveRows(by: 1)
        case .pageUp: moveRows(by: -max(1, size.rows - 1))
        case .pageDown: moveRows(by: max(1, size.rows - 1))
        default: return false
        }
        return true
    }

    private mutating func handleRemoval(_ key: Key) -> Bool {
        switch key {
        case .backspace, .ctrl("h"): remove(from: placeBefore, to: cursor)
        case .delete, .ctrl("d"): remove(from: cursor, to: placeAfter)
        case .ctrl("u"): remove(from: TextPlace(line: cursor.line, column: 0), to: cursor)
        case .ctrl("k"):
            let lineEnd = TextPlace(line: cursor.line, column: lines[cursor.line].count)
            remove(from: cursor, to: cursor == lineEnd ? placeAfter : lineEnd)
        case .ctrl("w"), Key(.backspace, .alt):
            let start = EditLine.runStart(lines[cursor.line], cursor.column)
            remove(from: start == cursor.column ? placeBefore : TextPlace(line: cursor.line, column: start), to: cursor)
        case .alt("d"): remove(from: cursor, to: wordAfter)
        default: return false
        }
        return true
    }

    private var placeBefore: TextPlace {
        if cursor.column > 0 {
            return TextPlace(line: cursor.line, column: EditLine.before(lines[cursor.line], cursor.column))
        }
        return cursor.line > 0 ? TextPlace(line: cursor.line - 1, column: lines[cursor.line - 1].count) : cursor
    }

    private var placeAfter: TextPlace {
        if cursor.column < lines[cursor.line].count {
            return TextPlace(line: cursor.line, column: EditLine.after(lines[cursor.line], cursor.column))
        }
        return cursor.line < lines.count - 1 ? TextPlace(line: cursor.line + 1, column: 0) : cursor
    }

    private var wordBefore: TextPlace {
        guard cursor.column > 0 else { return placeBefore }
        return TextPlace(line: cursor.line, column: EditLine.wordStart(lines[cursor.line], cursor.column))
    }

    private var wordAfter: TextPlace {
        guard cursor.column < lines[cursor.line].count else { return placeAfter }
        return TextPlace(line: cursor.line, column: EditLine.wordEnd(lines[cursor.line], cursor.column))
    }
}
