/// What a terminal shows after the bytes it was sent: enough of a terminal for what ncurses sends to xterm and tmux.
public struct Screen: Sendable {
    /// Columns and rows.
    public private(set) var size: TerminalSize
    /// Column and row of the cursor, both from 0.
    public internal(set) var cursor = (column: 0, row: 0)
    /// Whether the cursor is shown.
    public internal(set) var showsCursor = true
    /// Whether the program is on the alternate screen.
    public internal(set) var isAlternate = false
    /// Private modes that are on, such as 2004 for bracketed paste.
    public internal(set) var modes: Set<Int> = []
    /// How the next glyph is shown.
    public internal(set) var rendition = Rendition()

    var rows: [[ScreenCell]]
    var margins: ClosedRange<Int>
    /// The last column was written: the next glyph goes to the next row first.
    var wrapIsDue = false
    var saved = SavedCursor()
    var aside: [[ScreenCell]] = []
    var parser = EscapeParser()

    /// An empty screen.
    public init(size: TerminalSize) {
        self.size = size
        rows = Screen.blankRows(size)
        margins = 0...(size.rows - 1)
    }

    /// The screen as text: one line a row, blanks at the ends dropped.
    public var text: String { lines.joined(separator: "\n") }

    /// The rows as text, blanks at the ends dropped.
    public var lines: [String] { rows.indices.map { line($0) } }

    /// One row as text, blanks at the end dropped; empty outside the screen.
    public func line(_ row: Int) -> String {
        guard rows.indices.contains(row) else { return "" }
        var scalars = String.UnicodeScalarView()
        for cell in rows[row] { scalars.append(contentsOf: cell.text.unicodeScalars) }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// The cell at a place; blank outside the screen.
    public func cell(column: Int, row: Int) -> ScreenCell {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return ScreenCell() }
        return rows[row][column]
    }

    /// Whether the text stands in one of the rows.
    public func contains(_ text: String) -> Bool { row(of: text) != nil }

    /// The first row that holds the text.
    public func row(of text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

    /// Shows what these bytes ask for; sequences may be cut anywhere between two calls.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if let action = parser.take(byte) { perform(action) }
        }
    }

    /// Takes a new size as a terminal does: rows and columns at the end are cut or added, the margins go.
    public mutating func resize(to new: TerminalSize) {
        rows = Screen.fitted(rows, to: new)
        if isAlternate { aside = Screen.fitted(aside, to: new) }
        size = new
        margins = 0...(new.rows - 1)
        move(column: cursor.column, row: cursor.row)
    }

    static func blankRows(_ size: TerminalSize) -> [[ScreenCell]] {
        Array(repeating: Array(repeating: ScreenCell(), count: size.columns), count: size.rows)
    }

    private static func fitted(_ rows: [[ScreenCell]], to size: TerminalSize) -> [[ScreenCell]] {
        var fitted = rows.prefix(size.rows).map { row in
            Array(row.prefix(size.columns))
                + Array(repeating: ScreenCell(), count: max(0, size.columns - row.count))
        }
        while fitted.count < size.rows {
            fitted.append(Array(repeating: ScreenCell(), count: size.columns))
        }
        return fitted
    }
}

/// What a terminal keeps when a program saves the cursor.
struct SavedCursor: Sendable {
    var column = 0
    var row = 0
    var rendition = Rendition()
}
