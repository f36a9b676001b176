internal import CNcurses
internal import TerminalUI

/// Turns looks into attributes and colour pairs of the terminal library, each made once.
struct Palette {
    /// Attributes and a pair.
    struct Ink: Equatable {
        var attributes: attr_t
        var pair: Int32
        /// Whether a blank shows the look: by a background, a line, or in reverse.
        var isSeenOnBlanks: Bool
        /// A cell of the library's small kind without its sign.
        var small: chtype { attributes | chtype(truncatingIfNeeded: pair) << 8 }
    }

    /// What a pair is made of.
    private struct Pair: Hashable {
        var foreground: Int32
        var background: Int32
    }

    let depth: ColourDepth
    private var theme: Theme
    private var inks: [Ink?]
    private var pairs: [Pair: Int32] = [:]
    private let pairLimit: Int32

    init(depth: ColourDepth, theme: Theme) {
        self.depth = depth
        self.theme = theme.reduced(to: depth)
        pairLimit = depth == .mono ? 0 : min(shim_color_pairs(), Palette.smallPairs)
        inks = Array(repeating: nil, count: 1 << 13)
    }

    /// How many pairs the library's small cells can name: more than a theme has roles.
    private static let smallPairs: Int32 = 256

    /// Takes another theme, whose pairs take the place of the last one's.
    mutating func use(_ theme: Theme) {
        self.theme = theme.reduced(to: depth)
        pairs = [:]
        inks = Array(repeating: nil, count: inks.count)
    }

    /// The ink of a cell's look.
    mutating func ink(_ cell: Cell) -> Ink {
        let index = Int(cell.look) & (inks.count - 1)
        if let known = inks[index] { return known }
        let style = theme.style(of: cell.role, cell.emphasis)
        var attributes: attr_t = 0
        if style.attributes.contains(.bold) { attributes |= shim_bold }
        if style.attributes.contains(.dim) { attributes |= shim_dim }
        if style.attributes.contains(.underline) { attributes |= shim_underline }
        if style.attributes.contains(.reverse) { attributes |= shim_reverse }
        let isSeen = style.background != .standard || !style.attributes.isDisjoint(with: [.underline, .reverse])
        let ink = Ink(
            attributes: attributes, pair: pair(number(style.foreground), number(style.background)),
            isSeenOnBlanks: isSeen)
        inks[index] = ink
        return ink
    }

    private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        guard foreground >= 0 || background >= 0 else { return 0 }
        let wanted = Pair(foreground: foreground, background: background)
        if let known = pairs[wanted] { return known }
        let number = Int32(pairs.count + 1)
        guard number < pairLimit, init_extended_pair(number, foreground, background) == OK else { return 0 }
        pairs[wanted] = number
        return number
    }

    /// The library's number of a colour; -1 for the terminal's own.
    private func number(_ colour: Colour) -> Int32 {
        switch colour {
        case .standard: return -1
        case .indexed(let index) where depth < .rgb || index < 8: return Int32(index)
        default:
            guard let parts = colour.components else { return -1 }
            let value = Int32(parts.red << 16 | parts.green << 8 | parts.blue)
            // The lowest eight numbers stand for the plain colours there; the first of them is black.
            return value < 8 ? 0 : value
        }
    }

    /// The colours of the terminal that was just opened.
    static func depth(isColoured: Bool) -> ColourDepth {
        guard isColoured, has_colors(), start_color() == OK else { return .mono }
        use_default_colors()
        let count = shim_colors()
        if count >= 1 << 24, tigetflag("RGB") > 0 { return .rgb }
        if count >= 256 { return .colours256 }
        if count >= 16 { return .colours16 }
        return count >= 8 ? .colours8 : .mono
    }
}
