import TerminalUI

/// Lines below a list or beside it, as many as there is room for.
struct DetailPane {
    /// The lines from the first visible one on.
    let lines: [StyledLine]
    /// The keys that show the rest and lead back: `J/K`; empty where none do.
    let keys: String

    /// More lines than this are not counted.
    static let most = 99

    init(_ lines: [StyledLine], _ keyboard: Keyboard, in context: KeyContext) {
        self.lines = lines
        keys = [Command.previewDown, .previewUp].compactMap { keyboard.notations(for: $0, in: context).first }
            .joined(separator: "/")
    }

    /// Draws the lines; what has no room is named at the end of the last one.
    func draw(on surface: inout Surface, in area: Area, _ glyphs: GlyphSet) {
        let seen = area.part(width: area.width - 1)
        let isWhole = lines.count <= area.height || area.height < 2
        for (index, line) in lines.prefix(isWhole ? area.height : area.height - 1).enumerated() {
            line.truncated(to: seen.width - 1, ellipsis: glyphs[.ellipsis]).draw(on: &surface, in: seen, x: 1, y: index)
        }
        guard !isWhole else { return }
        let last = lines[area.height - 1]
        let left = lines.count - area.height
        let rest = "\(left > DetailPane.most ? "over \(DetailPane.most)" : "\(left)") more"
        let more = glyphs.shown(.ellipsis) + Shown(" " + rest + (keys.isEmpty ? "" : ", " + keys))
        let end = seen.row(area.height - 1)
        let room = max(1, end.width - more.width - 3)
        // Of a line that is too long whole words are left out.
        let row = last.wrapped(to: room).first ?? last
        row.draw(on: &surface, in: end.part(width: room + 1), x: 1)
        surface.write(more, in: end, x: end.width - more.width, role: .dim)
    }
}

extension [StyledLine] {
    /// The lines from one on.
    ///
    /// The first is the heading of what follows where that began before, so that nothing stands there without its day.
    func scrolled(to top: Int) -> [StyledLine] {
        guard top > 0, top < count else { return Array(dropFirst(Swift.max(0, top))) }
        var lines = Array(dropFirst(top))
        if let heading = self[...top].last(where: \.isHeading) { lines[0] = heading }
        return lines
    }
}

extension StyledLine {
    /// Whether it names what the lines below it have in common.
    fileprivate var isHeading: Bool { spans.first.map { $0.role == .header && $0.emphasis == [.bold] } ?? false }
}
