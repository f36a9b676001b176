import TerminalUI

/// Lines to read in a frame over the screen, such as the worked sum of a clock; nothing in them can be changed.
struct Reader: Equatable, Sendable {
    /// What is read, with the object: `Why CS-1000001 is due then`.
    var title: String
    /// The lines as they were given.
    private let source: [StyledLine]
    /// The lines as they stand in the frame, broken to its width.
    private(set) var lines: [StyledLine]
    /// The first of them in sight.
    private(set) var scroll = 0
    /// The room inside the frame.
    private(set) var size = Size(columns: 1, rows: 1)

    init(_ title: String, _ lines: [StyledLine]) {
        self.title = title
        source = lines
        self.lines = lines
    }

    /// The lines in sight.
    var visible: ArraySlice<StyledLine> { lines.dropFirst(scroll).prefix(size.rows) }

    /// How many lines are hidden below those in sight.
    var below: Int { max(0, lines.count - scroll - size.rows) }

    /// Whether not all of them are in sight at once.
    var isLonger: Bool { lines.count > size.rows }

    /// The frame follows the screen: no wider than reading needs, no higher than its lines.
    mutating func fit(_ body: Size) {
        let columns = max(10, min(body.columns - 4, max(36, source.map(\.width).max() ?? 0), 110))
        if columns != size.columns || lines.isEmpty { lines = source.flatMap { $0.wrapped(to: columns) } }
        size = Size(columns: columns, rows: max(1, min(lines.count, body.rows - 2)))
        scroll(by: 0)
    }

    /// Moves the lines in sight; stops at both ends.
    mutating func scroll(by step: Int) {
        scroll = max(0, min(scroll + step, lines.count - size.rows))
    }

    /// Does what a key means to a reader.
    ///
    /// - Returns: whether it goes on; false for a key that leaves it.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .escape, .ctrl("c"), .character("q"): return false
        // As in a pager: at the end the key that shows more leaves.
        case .space, .pageDown, .ctrl("f"):
            if key == .space, below == 0 { return false }
            scroll(by: max(1, size.rows - 1))
        case .pageUp, .ctrl("b"): scroll(by: -max(1, size.rows - 1))
        case .ctrl("d"): scroll(by: max(1, size.rows / 2))
        case .ctrl("u"): scroll(by: -max(1, size.rows / 2))
        case .character("j"), .down, .enter: scroll(by: 1)
        case .character("k"), .up: scroll(by: -1)
        case .character("g"), .home: scroll(by: -lines.count)
        case .character("G"), .end: scroll(by: lines.count)
        default: break
        }
        return true
    }
}

/// Draws a reader's frame with the lines in sight.
func draw(_ reader: Reader, _ layout: ScreenLayout, with pen: inout Pen) {
    let more = reader.below > 0 ? pen.glyphs.shown(.down) + Shown(" \(reader.below) more") : ""
    let frame = Frame(Shown(reader.title, upTo: 200), content: reader.size, footer: more)
    let inside = frame.draw(on: &pen.surface, in: layout.body, glyphs: pen.glyphs)
    for (y, line) in reader.visible.enumerated() { pen.write(line, in: inside, y: y) }
}
