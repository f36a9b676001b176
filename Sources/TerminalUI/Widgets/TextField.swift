/// One line of text being typed.
public struct TextField: Equatable, Sendable {
    /// The scalars of the line.
    private(set) var scalars: [Unicode.Scalar]
    /// The place of the cursor, in scalars from the start.
    public private(set) var cursor: Int
    /// Whether all of the text is selected: what is typed next takes its place.
    public private(set) var isSelected = false
    /// The bytes of UTF-8 the text may have.
    public let byteLimit: Int

    /// Makes a field with the cursor at the end of its text, all of it selected where that is wanted.
    public init(_ text: String = "", byteLimit: Int = 1024, isSelected: Bool = false) {
        self.byteLimit = byteLimit
        scalars = []
        cursor = 0
        insert(text)
        self.isSelected = isSelected && !scalars.isEmpty
    }

    /// The text.
    public var text: String {
        get {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        set { self = TextField(newValue, byteLimit: byteLimit) }
    }

    /// Whether nothing was typed.
    public var isEmpty: Bool { scalars.isEmpty }

    /// Puts text in at the cursor, or in the place of what is selected; line breaks become blanks.
    ///
    /// - Returns: whether all of it fitted; what does not fit is left out.
    @discardableResult
    public mutating func insert(_ text: String) -> Bool {
        if isSelected { remove(0..<scalars.count) }
        var room = byteLimit - scalars.reduce(0) { $0 + UTF8.width($1) }
        var added: [Unicode.Scalar] = []
        var isWhole = true
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            if scalar == "\n", before == "\r" { continue }
            let typed: Unicode.Scalar = scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar
            room -= UTF8.width(typed)
            guard room >= 0 else {
                isWhole = false
                break
            }
            added.append(typed)
        }
        scalars.insert(contentsOf: added, at: cursor)
        cursor += added.count
        return isWhole
    }

    /// What is selected stays, to be edited.
    public mutating func deselect() { isSelected = false }

    /// Puts the cursor at a place, in scalars from the start.
    public mutating func moveCursor(to place: Int) {
        deselect()
        cursor = min(max(0, place), scalars.count)
    }

    /// Does what a key means in a line of text.
    ///
    /// Knows the readline keys: `<C-a> <C-e> <C-b> <C-f> <C-k> <C-u> <C-w> <C-d> <C-h> <A-b> <A-f> <A-d>`, arrows, Home
    /// and End. Of a selected text, those that move keep it to be edited, and those that delete a sign take all of it away.
    ///
    /// - Returns: whether the key was one of the field's.
    public mutating func handle(_ key: Key) -> Bool {
        if let typed = key.typed {
            insert(String(Character(typed)))
            return true
        }
        let wasSelected = isSelected
        isSelected = false
        if wasSelected, [.backspace, .ctrl("h"), .delete, .ctrl("d")].contains(key) {
            remove(0..<scalars.count)
            return true
        }
        switch key {
        case .left, .ctrl("b"): cursor = EditLine.before(scalars, cursor)
        case .right, .ctrl("f"): cursor = EditLine.after(scalars, cursor)
        case .home, .ctrl("a"): cursor = 0
        case .end, .ctrl("e"): cursor = scalars.count
        case .alt("b"), Key(.left, .ctrl), Key(.left, .alt): cursor = EditLine.wordStart(scalars, cursor)
        case .alt("f"), Key(.right, .ctrl), Key(.right, .alt): cursor = EditLine.wordEnd(scalars, cursor)
        case .backspace, .ctrl("h"): remove(EditLine.before(scalars, cursor)..<cursor)
        case .delete, .ctrl("d"): remove(cursor..<EditLine.after(scalars, cursor))
        case .ctrl("k"): remove(cursor..<scalars.count)
        case .ctrl("u"): remove(0..<cursor)
        case .ctrl("w"), Key(.backspace, .alt): remove(EditLine.runStart(scalars, cursor)..<cursor)
        case .alt("d"): remove(cursor..<EditLine.wordEnd(scalars, cursor))
        default:
            isSelected = wasSelected
            return false
        }
        return true
    }

    private mutating func remove(_ range: Range<Int>) {
        isSelected = false
        scalars.removeSubrange(range)
        cursor = range.lowerBound
    }

    /// Draws the field into the first row of an area and places the cursor; a long text is moved by half the width.
    public func draw(on surface: inout Surface, in area: Area, role: Role = .input, glyphs: GlyphSet = .unicode) {
        let row = area.row(0)
        guard !row.isEmpty else { return }
        surface.fill(row, role: role)
        let cell = EditLine.width(scalars, 0..<cursor)
        let half = max(1, row.width / 2)
        // At the end of a text as much of it is seen as the row holds, with a cell for the cursor behind it.
        let whole = EditLine.width(scalars, 0..<scalars.count)
        let offset = min(max(0, cell / half - 1) * half, max(0, whole + 1 - row.width))
        let first = EditLine.place(scalars, 0..<scalars.count, cell: offset)
        let before = EditLine.width(scalars, 0..<first)
        var last = first
        var used = 0
        while last < scalars.count, used <= row.width {
            used += EditLine.width(scalars, last)
            last += 1
        }
        surface.write(
            EditLine.shown(scalars, first..<last), in: row, x: before - offset, role: role,
            emphasis: isSelected ? [.reverse] : [])
        if offset > 0 { surface.write(glyphs.shown(.ellipsis), in: row, role: .dim) }
        surface.placeCursor(in: row, x: cell - offset, y: 0)
    }
}
