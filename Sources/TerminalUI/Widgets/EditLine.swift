/// The cells of a line of text while it is edited, where every scalar has a place of its own.
///
/// A tab takes four cells, a hidden scalar one, a mark none when it has something to stand on.
enum EditLine {
    static let tabWidth = 4

    /// The cells of the scalar at an index.
    @inline(__always)
    static func width(_ line: [Unicode.Scalar], _ index: Int) -> Int {
        let scalar = line[index]
        if scalar.value > 0x20 && scalar.value < 0x7F { return 1 }
        if scalar == "\t" { return tabWidth }
        switch ScalarClass(scalar) {
        case .narrow, .blank, .hidden: return 1
        case .wide, .wideBlank: return 2
        case .mark:
            guard index > 0, line[index - 1] != "\t" else { return 1 }
            return ScalarClass(line[index - 1]) == .hidden ? 1 : 0
        }
    }

    /// The cells of a part of a line.
    static func width(_ line: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + width(line, $1) }
    }

    /// A part of a line as it is drawn.
    static func shown(_ line: [Unicode.Scalar], _ range: Range<Int>) -> Shown {
        var builder = ShownBuilder(.mark)
        for index in range {
            if line[index] == "\t" {
                for _ in 0..<tabWidth { builder.append(" ") }
            } else if width(line, index) == 0 {
                builder.appendEditedMark(line[index])
            } else {
                builder.append(line[index])
            }
        }
        return builder.shown
    }

    /// The place after the glyph at a place: marks stay with what they stand on.
    static func after(_ line: [Unicode.Scalar], _ place: Int) -> Int {
        var next = min(place + 1, line.count)
        while next < line.count, width(line, next) == 0 { next += 1 }
        return next
    }

    /// The place before the glyph that ends at a place.
    static func before(_ line: [Unicode.Scalar], _ place: Int) -> Int {
        var previous = max(0, place - 1)
        while previous > 0, width(line, previous) == 0 { previous -= 1 }
        return previous
    }

    /// The end of the word at or after a place.
    static func wordEnd(_ line: [Unicode.Scalar], _ place: Int) -> Int {
        var end = place
        while end < line.count, !isWord(line[end]) { end += 1 }
        while end < line.count, isWord(line[end]) || width(line, end) == 0 { end += 1 }
        return end
    }

    /// The start of the word at or before a place.
    static func wordStart(_ line: [Unicode.Scalar], _ place: Int) -> Int {
        var start = place
        while start > 0, !isWord(line[start - 1]) { start -= 1 }
        while start > 0, isWord(line[start - 1]) || ScalarClass(line[start - 1]) == .mark { start -= 1 }
        return start
    }

    /// The start of the run without blanks that ends before a place.
    static func runStart(_ line: [Unicode.Scalar], _ place: Int) -> Int {
        var start = place
        while start > 0, isBlank(line[start - 1]) { start -= 1 }
        while start > 0, !isBlank(line[start - 1]) { start -= 1 }
        return start
    }

    /// The place whose cell is the nearest at or before a cell, counted from a place.
    static func place(_ line: [Unicode.Scalar], _ range: Range<Int>, cell: Int) -> Int {
        var used = 0
        for index in range {
            let width = width(line, index)
            if width > 0, used + width > cell { return index }
            used += width
        }
        return range.upperBound
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || ScalarClass(scalar) == .blank || ScalarClass(scalar) == .wideBlank
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

extension ShownBuilder {
    /// Adds a mark while editing: where it has nothing to stand on it takes no room.
    mutating func appendEditedMark(_ scalar: Unicode.Scalar) {
        guard endsVisibly else { return }
        append(scalar)
    }
}
