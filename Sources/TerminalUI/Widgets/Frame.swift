/// A dialog: a title and a border around an area in the middle of the screen.
public struct Frame: Equatable, Sendable {
    /// What it is about, in the upper border.
    public var title: Shown
    /// The keys that matter here, in the lower border.
    public var footer: Shown
    /// The size of what stands inside.
    public var content: Size

    /// Makes a frame.
    public init(_ title: Shown, content: Size, footer: Shown = "") {
        self.title = title
        self.content = content
        self.footer = footer
    }

    /// Draws the frame in the middle of an area and empties its inside.
    ///
    /// - Returns: the area inside, with a blank at the left and right; smaller than asked on a small screen.
    public func draw(on surface: inout Surface, in area: Area, glyphs: GlyphSet) -> Area {
        let frame = area.centred(width: content.columns + 4, height: content.rows + 2)
        guard frame.width >= 4, frame.height >= 2 else {
            surface.fill(frame)
            return frame
        }
        surface.fill(frame)
        let rule = glyphs.shown(.rule, count: frame.width - 2)
        let last = frame.height - 1
        surface.write(glyphs.shown(.topLeft) + rule + glyphs.shown(.topRight), in: frame, role: .border)
        surface.write(glyphs.shown(.bottomLeft) + rule + glyphs.shown(.bottomRight), in: frame, y: last, role: .border)
        for y in 1..<max(1, last) {
            surface.write(glyphs.shown(.bar), in: frame, y: y, role: .border)
            surface.write(glyphs.shown(.bar), in: frame, x: frame.width - 1, y: y, role: .border)
        }
        write(title, in: frame.row(0), .title, on: &surface, glyphs)
        write(footer, in: frame.row(last), .dim, on: &surface, glyphs)
        return frame.inset(columns: 2, rows: 1)
    }

    private func write(_ text: Shown, in row: Area, _ role: Role, on surface: inout Surface, _ glyphs: GlyphSet) {
        guard text.width > 0, row.width > 6 else { return }
        let cut = text.truncated(to: row.width - 6, ellipsis: glyphs[.ellipsis])
        surface.write(" " + cut + " ", in: row, x: 2, role: role)
    }
}
