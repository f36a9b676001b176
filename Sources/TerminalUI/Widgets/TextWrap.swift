/// A row of a wrapped text: a line, and which row of it.
struct WrapPlace: Hashable, Sendable {
    /// The line, from 0.
    var line = 0
    /// The row within the line, from 0.
    var row = 0
}

/// Breaks lines that are being edited into rows.
enum TextWrap {
    /// Where the row that begins at a scalar ends: after the blanks that follow its last whole word, or at the edge.
    ///
    /// Blanks may hang over the edge, so that every place of the line belongs to a row.
    static func rowEnd(_ line: [Unicode.Scalar], from start: Int, width: Int) -> Int {
        var used = 0
        var index = start
        var lastBreak: Int?
        while index < line.count {
            let cells = EditLine.width(line, index)
            let isBlank = EditLine.isBlank(line[index])
            if used + cells > width, !isBlank {
                return lastBreak ?? max(index, start + 1)
            }
            used += cells
            index += 1
            if isBlank || cells == 2 { lastBreak = index }
            // A row that only hangs over with blanks ends with them, but not for ever.
            if used >= width + 256 { return index }
        }
        return line.count
    }
}

/// Where the rows of one line begin, as far as is known; the same for every equal text, so never a difference.
struct WrapCache: Equatable, Sendable {
    private var line = -1
    private var width = 0
    private var starts: [Int] = [0]
    private var isComplete = false

    static func == (left: WrapCache, right: WrapCache) -> Bool { true }

    /// Where a row of a line begins, or nil when the line has fewer rows.
    mutating func start(of row: Int, line index: Int, _ scalars: [Unicode.Scalar], width: Int) -> Int? {
        use(index, width)
        while starts.count <= row, !isComplete { extend(scalars) }
        return row < starts.count ? starts[row] : nil
    }

    /// The row of a line in which a column stands.
    mutating func row(of column: Int, line index: Int, _ scalars: [Unicode.Scalar], width: Int) -> Int {
        use(index, width)
        while starts[starts.count - 1] <= column, !isComplete { extend(scalars) }
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= column { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The number of rows of a line.
    mutating func count(line index: Int, _ scalars: [Unicode.Scalar], width: Int) -> Int {
        use(index, width)
        while !isComplete { extend(scalars) }
        return starts.count
    }

    /// Forgets what an edit at a column may change: the row before it too, because a word may move up.
    mutating func forget(line index: Int, from column: Int) {
        guard index == line else {
            line = -1
            return
        }
        while starts.count > 1, starts[starts.count - 1] >= column { starts.removeLast() }
        if starts.count > 1 { starts.removeLast() }
        isComplete = false
    }

    private mutating func use(_ index: Int, _ width: Int) {
        guard index != line || width != self.width else { return }
        line = index
        self.width = width
        starts = [0]
        isComplete = false
    }

    private mutating func extend(_ scalars: [Unicode.Scalar]) {
        let end = TextWrap.rowEnd(scalars, from: starts[starts.count - 1], width: width)
        if end >= scalars.count {
            isComplete = true
        } else {
            starts.append(end)
        }
    }
}
