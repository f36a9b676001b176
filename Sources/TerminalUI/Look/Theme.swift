/// The looks of all roles, and the signs to draw.
public struct Theme: Equatable, Sendable {
    /// What kind of terminal a theme is made for.
    public enum Appearance: String, CaseIterable, Sendable {
        /// The terminal's own colours, whatever they are.
        case any
        /// Light letters on a dark ground.
        case dark
        /// Dark letters on a light ground.
        case light
    }

    /// The name by which it is chosen.
    public var name: String
    /// What kind of terminal it is made for.
    public var appearance: Appearance
    /// Which signs are drawn.
    public var glyphs: GlyphSet
    private var styles: [Style]

    /// Makes a theme in which every role looks plain.
    public init(name: String, appearance: Appearance = .any, glyphs: GlyphSet = .unicode) {
        self.name = name
        self.appearance = appearance
        self.glyphs = glyphs
        styles = Array(repeating: Style(), count: Role.allCases.count)
    }

    /// The look of a role.
    public subscript(role: Role) -> Style {
        get { styles[Int(role.rawValue)] }
        set { styles[Int(role.rawValue)] = newValue }
    }

    /// The look of a cell: its role's style with the cell's own emphasis added.
    public func style(of role: Role, _ emphasis: Emphasis) -> Style {
        var style = self[role]
        style.attributes.formUnion(emphasis)
        return style
    }

    /// The theme as a terminal of fewer colours can show it.
    public func reduced(to depth: ColourDepth) -> Theme {
        var theme = self
        theme.styles = styles.map { $0.reduced(to: depth) }
        return theme
    }
}

extension Theme {
    /// The theme that is in force when no other is chosen: the terminal's own colours, compiled in so that the program
    /// starts without reading a file.
    public static let terminal: Theme = {
        var theme = Theme(name: "terminal")
        theme.setAll([.dim, .header, .border, .takenBack, .disabled, .severity4], Style(.standard, [.dim]))
        theme.setAll([.title, .tabCurrent], Style(.standard, [.bold]))
        // Red, green, blue and magenta alone: yellow and cyan cannot be read on a light ground, bright ones less.
        theme.setAll([.accent, .gutter, .key, .prompt, .mark], Style(.indexed(4), [.bold]))
        theme[.cursorRow] = Style(.standard, [.reverse])
        theme.setAll([.severity1, .bad], Style(.indexed(1), [.bold]))
        theme.setAll([.severity2, .warn, .internalNote], Style(.indexed(5)))
        theme.setAll([.severity3, .info, .publicReply], Style(.indexed(4)))
        theme[.ok] = Style(.indexed(2))
        theme.setAll([.match, .hidden], Style(.standard, [.underline]))
        theme[.tabCurrent] = Style(.standard, [.bold, .underline])
        return theme
    }()

    private mutating func setAll(_ roles: [Role], _ style: Style) {
        for role in roles { self[role] = style }
    }
}

extension Style {
    /// A style of one colour with attributes, on the terminal's own ground.
    init(_ foreground: Colour, _ attributes: Emphasis) {
        self.init(foreground, on: .standard, attributes)
    }
}
