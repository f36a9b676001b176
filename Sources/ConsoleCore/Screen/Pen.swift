import CaseModel
import TerminalUI

/// What drawing needs besides the state's own part: the picture, the signs, the time.
struct Pen {
    /// The picture being drawn.
    var surface: Surface
    /// The signs to draw.
    let glyphs: GlyphSet
    /// The program's clock.
    let now: Timestamp
    /// The display zone.
    let zone: Zone

    init(_ state: borrowing ConsoleState, _ theme: Theme, over surface: Surface) {
        self.surface = surface
        glyphs = theme.glyphs
        now = state.now
        zone = state.session?.zone ?? .utc
    }

    /// Writes a text cut to its area.
    mutating func write(
        _ text: Shown, in area: Area, x: Int = 0, y: Int = 0, role: Role = .text, emphasis: Emphasis = []
    ) {
        let cut = text.truncated(to: area.width - x, ellipsis: glyphs[.ellipsis])
        surface.write(cut, in: area, x: x, y: y, role: role, emphasis: emphasis)
    }

    /// Writes a line of pieces cut to its area.
    mutating func write(_ line: StyledLine, in area: Area, x: Int = 0, y: Int = 0) {
        line.truncated(to: area.width - x, ellipsis: glyphs[.ellipsis]).draw(on: &surface, in: area, x: x, y: y)
    }

    /// Draws a rule over the first row of an area.
    mutating func rule(_ area: Area) {
        surface.fill(area.row(0), with: glyphs[.rule], role: .border)
    }

    /// Writes one sentence, and what helps, in the middle of an empty body.
    mutating func message(_ sentence: Shown, _ help: Shown, in area: Area, role: Role = .text) {
        let lines = sentence.wrapped(to: max(1, area.width - 4)) + help.wrapped(to: max(1, area.width - 4))
        let top = max(0, (area.height - lines.count) / 3)
        let first = sentence.wrapped(to: max(1, area.width - 4)).count
        for (index, line) in lines.enumerated() {
            surface.write(line, in: area, x: 2, y: top + index, role: index < first ? role : .dim)
        }
    }
}

/// A status as sign and word; a narrow column has one short word for each.
func words(for status: Status, _ glyphs: GlyphSet, isShort: Bool = false) -> Shown {
    let isPlain = glyphs == .ascii
    let sign =
        switch status.role {
        case .start: "+"
        case .doubtful: "!"
        case .queued: isPlain ? "o" : "○"
        case .worked: isPlain ? "*" : "◐"
        case .escalated: isPlain ? "^" : "↑"
        case .waiting: "="
        case .offered: isPlain ? "v" : "✓"
        case .refused: isPlain ? "x" : "✗"
        case .final: "-"
        }
    return Shown("\(sign) \(isShort ? status.short : status.words)")
}

/// A severity as number and sign.
func words(for severity: Severity, _ glyphs: GlyphSet) -> Shown {
    Shown("\(severity.code) ") + glyphs.severity(severity.tone)
}

extension Severity {
    /// The role of its sign.
    var role: Role {
        switch tone {
        case 1: .severity1
        case 2: .severity2
        case 3: .severity3
        default: .severity4
        }
    }
}
