/// Text of many lines being typed, shown wrapped.
///
/// Stays quick for a mebibyte of text, in one line or in many: what a key press costs grows with what can be seen.
public struct TextArea: Equatable, Sendable {
    /// The lines without their breaks; at least one.
    var lines: [[Unicode.Scalar]] = [[]]
    /// The place of the cursor.
    public internal(set) var cursor = TextPlace()
    /// The bytes of UTF-8 the text has, a break counting one.
    public private(set) var byteCount = 0
    /// The bytes of UTF-8 the text may have.
    public let byteLimit: Int
    /// The size of the area it is drawn into.
    public internal(set) var size: Size
    /// The first row that is seen.
    var top = WrapPlace()
    /// The cell that up and down try to keep.
    var goal: Int?
    /// Where the rows of the cursor's line begin.
    var wraps = WrapCache()

    /// Makes an area with the cursor at the start of its text.
    public init(_ text: String = "", byteLimit: Int = 1 << 20, size: Size = Size(columns: 72, rows: 12)) {
        self.byteLimit = byteLimit
        self.size = size
        insert(text)
        cursor = TextPlace()
        settle()
    }

    /// The text, lines separated by `\n`.
    public var text: String {
        var view = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { view.append("\n") }
            view.append(contentsOf: line)
        }
        return String(view)
    }

    /// Puts the cursor behind the last sign.
    public mutating func moveToEnd() {
        cursor = TextPlace(line: lines.count - 1, column: lines[lines.count - 1].count)
        settle()
    }

    /// Whether nothing was typed, or only blanks.
    public var isBlank: Bool { lines.allSatisfy { $0.allSatisfy(EditLine.isBlank) } }

    /// Tells the area the size it is drawn into, so that the cursor stays in sight.
    public mutating func setSize(_ size: Size) {
        guard size != self.size else { return }
        self.size = size
        wraps = WrapCache()
        settle()
    }

    /// Puts text in at the cursor; `\r\n` and `\r` count as one break.
    ///
    /// - Returns: whether there was room; a text that would pass the byte limit is refused whole.
    @discardableResult
    public mutating func insert(_ text: String) -> Bool {
        var pieces: [[Unicode.Scalar]] = [[]]
        var bytes = 0
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            if scalar == "\n", before == "\r" { continue }
            if scalar == "\n" || scalar == "\r" {
                pieces.append([])
                bytes += 1
            } else {
                pieces[pieces.count - 1].append(scalar)
                bytes += UTF8.width(scalar)
            }
        }
        guard byteCount + bytes <= byteLimit else { return false }
        byteCount += bytes
        insert(pieces)
        return true
    }

    private mutating func insert(_ pieces: [[Unicode.Scalar]]) {
        wraps.forget(line: cursor.line, from: cursor.column)
        goal = nil
        if pieces.count == 1 {
            lines[cursor.line].insert(contentsOf: pieces[0], at: cursor.column)
            cursor.column += pieces[0].count
        } else {
            var pieces = pieces
            let last = pieces.count - 1
            let column = pieces[last].count
            let after = lines[cursor.line][cursor.column...]
            pieces[0] = lines[cursor.line][..<cursor.column] + pieces[0]
            pieces[last] += after
            lines.replaceSubrange(cursor.line...cursor.line, with: pieces)
            cursor = TextPlace(line: cursor.line + last, column: column)
        }
        settle()
    }

    /// Removes what stands between two places and puts the cursor there.
    mutating func remove(from start: TextPlace, to end: TextPlace) {
        guard start < end else { return }
        wraps.forget(line: start.line, from: start.column)
        goal = nil
        if start.line == end.line {
            byteCount -= bytes(lines[start.line][start.column..<end.column])
            lines[start.line].removeSubrange(start.column..<end.column)
        } else {
            byteCount -= bytes(lines[start.line][start.column...]) + 1 + bytes(lines[end.line][..<end.column])
            for line in lines[(start.line + 1)..<end.line] { byteCount -= bytes(line[...]) + 1 }
            let joined = lines[start.line][..<start.column] + lines[end.line][end.column...]
            lines.replaceSubrange(start.line...end.line, with: [Array(joined)])
        }
        cursor = start
        settle()
    }

    private func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + UTF8.width($1) }
    }
}

/// A place in a text of many lines.
public struct TextPlace: Hashable, Comparable, Sendable {
    /// The line, from 0.
    public var line = 0
    /// The scalars before it in its line.
    public var column = 0

    /// Makes a place; without arguments the start.
    public init(line: Int = 0, column: Int = 0) {
        self.line = line
        self.column = column
    }

    /// Whether one place stands before the other.
    public static func < (left: TextPlace, right: TextPlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
