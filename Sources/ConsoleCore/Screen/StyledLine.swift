import TerminalUI

/// One line made of pieces that each have a role.
struct StyledLine: Equatable, Sendable {
    /// The pieces from left to right.
    var spans: [Span] = []

    /// A piece of a line.
    struct Span: Equatable, Sendable {
        /// The text.
        var text: Shown
        /// What it means.
        var role: Role
        /// What it adds to the role's style.
        var emphasis: Emphasis
    }

    init() {}

    init(_ text: Shown, _ role: Role = .text, _ emphasis: Emphasis = []) {
        add(text, role, emphasis)
    }

    /// Cells from left to right.
    var width: Int { spans.reduce(0) { $0 + $1.text.width } }

    /// Adds a piece.
    mutating func add(_ text: Shown, _ role: Role = .text, _ emphasis: Emphasis = []) {
        guard text.width > 0 else { return }
        spans.append(Span(text: text, role: role, emphasis: emphasis))
    }

    /// Adds the pieces of another line.
    mutating func add(_ other: StyledLine) { spans += other.spans }

    /// Adds blanks up to a column.
    mutating func tab(to column: Int) {
        add(.blanks(column - width))
    }

    /// The line cut to a width in cells; what was cut is said by an ellipsis.
    func truncated(to width: Int, ellipsis: Unicode.Scalar) -> StyledLine {
        guard self.width > width else { return self }
        var cut = StyledLine()
        var room = width - 1
        for span in spans {
            let part = span.text.prefix(max(0, room))
            cut.add(part, span.role, span.emphasis)
            room -= part.width
            guard part.width < span.text.width else { continue }
            if width > 0 { cut.add(Shown(ellipsis), span.role, span.emphasis) }
            break
        }
        return cut
    }

    /// The same line with every piece in another role.
    func inRole(_ role: Role) -> StyledLine {
        var copy = self
        for index in copy.spans.indices { copy.spans[index].role = role }
        return copy
    }

    /// Writes the line into a row of an area.
    func draw(on surface: inout Surface, in area: Area, x: Int = 0, y: Int = 0) {
        var column = x
        for span in spans {
            column = surface.write(span.text, in: area, x: column, y: y, role: span.role, emphasis: span.emphasis)
        }
    }
}
