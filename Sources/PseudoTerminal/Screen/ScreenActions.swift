extension Screen {
    /// Does what one action asks for; what is not known is ignored, as terminals do.
    mutating func perform(_ action: ScreenAction) {
        switch action {
        case .print(let scalar): print(scalar)
        case .control(let byte): control(byte)
        case .escape(let intermediate, let final): escape(intermediate, final)
        case .sequence(0, let parameters, let final): sequence(parameters, final)
        case .sequence(UInt8(ascii: "?"), let parameters, let final): mode(parameters, final)
        case .sequence, .text: break
        }
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x08: move(column: cursor.column - 1, row: cursor.row)
        case 0x09: move(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
        case 0x0a, 0x0b, 0x0c: lineFeed()
        case 0x0d: move(column: 0, row: cursor.row)
        case 0x0e: parser.usesLineDrawing = true
        case 0x0f: parser.usesLineDrawing = false
        default: break
        }
    }

    private mutating func escape(_ intermediate: [UInt8], _ final: UInt8) {
        switch (intermediate.first, final) {
        case (nil, UInt8(ascii: "7")): saveCursor()
        case (nil, UInt8(ascii: "8")): restoreCursor()
        case (nil, UInt8(ascii: "D")): lineFeed()
        case (nil, UInt8(ascii: "E")):
            lineFeed()
            move(column: 0, row: cursor.row)
        case (nil, UInt8(ascii: "M")): reverseLineFeed()
        case (nil, UInt8(ascii: "c")): self = Screen(size: size)
        // A choice of the first character set; the second one, which tmux switches to, is always line drawing.
        case (UInt8(ascii: "("), let set): parser.usesLineDrawing = set == UInt8(ascii: "0")
        default: break
        }
    }

    private mutating func sequence(_ parameters: [Int?], _ final: UInt8) {
        let first = parameters.first ?? nil
        let count = max(1, first ?? 1)
        switch final {
        case UInt8(ascii: "A"): move(column: cursor.column, row: cursor.row - count)
        case UInt8(ascii: "B"), UInt8(ascii: "e"): move(column: cursor.column, row: cursor.row + count)
        case UInt8(ascii: "C"), UInt8(ascii: "a"): move(column: cursor.column + count, row: cursor.row)
        case UInt8(ascii: "D"): move(column: cursor.column - count, row: cursor.row)
        case UInt8(ascii: "E"): move(column: 0, row: cursor.row + count)
        case UInt8(ascii: "F"): move(column: 0, row: cursor.row - count)
        case UInt8(ascii: "G"), UInt8(ascii: "`"): move(column: count - 1, row: cursor.row)
        case UInt8(ascii: "d"): move(column: cursor.column, row: count - 1)
        case UInt8(ascii: "H"), UInt8(ascii: "f"):
            let column = parameters.count > 1 ? parameters[1] ?? 1 : 1
            move(column: column - 1, row: count - 1)
        case UInt8(ascii: "Z"): move(column: max(0, (cursor.column - 1) / 8) * 8, row: cursor.row)
        case UInt8(ascii: "m"): rendition.apply(parameters)
        case UInt8(ascii: "r"): setMargins(parameters)
        case UInt8(ascii: "s"): saveCursor()
        case UInt8(ascii: "u"): restoreCursor()
        default: edit(final, first: first, count: count)
        }
    }

    private mutating func edit(_ final: UInt8, first: Int?, count: Int) {
        switch final {
        case UInt8(ascii: "J"): eraseDisplay(first ?? 0)
        case UInt8(ascii: "K"): eraseLine(first ?? 0)
        case UInt8(ascii: "X"): eraseCells(count)
        case UInt8(ascii: "@"): insertCells(count)
        case UInt8(ascii: "P"): deleteCells(count)
        case UInt8(ascii: "L"): insertLines(count)
        case UInt8(ascii: "M"): deleteLines(count)
        case UInt8(ascii: "S"): scroll(margins, up: count)
        case UInt8(ascii: "T"): scroll(margins, up: -count)
        case UInt8(ascii: "b"): repeatLast(count)
        default: break
        }
    }

    private mutating func mode(_ parameters: [Int?], _ final: UInt8) {
        guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { return }
        let isOn = final == UInt8(ascii: "h")
        for mode in parameters.compactMap({ $0 }) {
            if isOn { modes.insert(mode) } else { modes.remove(mode) }
            switch mode {
            case 25: showsCursor = isOn
            case 47, 1047, 1049: switchScreen(toAlternate: isOn, savingCursor: mode == 1049)
            default: break
            }
        }
    }
}
