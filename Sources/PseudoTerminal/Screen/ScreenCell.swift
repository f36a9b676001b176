/// A colour as a program asked for it.
public enum ScreenColor: Equatable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of 256 numbered colours.
    case number(UInt8)
    /// A mixed colour, one byte a part.
    case rgb(UInt8, UInt8, UInt8)
}

/// How a cell is shown.
public struct Rendition: Equatable, Sendable {
    /// SGR 1.
    public var bold = false
    /// SGR 2.
    public var dim = false
    /// SGR 3.
    public var italic = false
    /// SGR 4.
    public var underline = false
    /// SGR 7.
    public var reverse = false
    /// Colour of the glyph.
    public var foreground = ScreenColor.standard
    /// Colour behind the glyph.
    public var background = ScreenColor.standard

    /// Nothing special.
    public init() {}

    /// What erased cells get: the background alone.
    var blank: Rendition {
        var blank = Rendition()
        blank.background = background
        return blank
    }
}

/// One cell of the screen.
public struct ScreenCell: Equatable, Sendable {
    /// The glyph with its marks; empty for the second half of a wide one.
    public var text: String
    /// How it is shown.
    public var rendition: Rendition

    /// A blank cell.
    init(text: String = " ", rendition: Rendition = Rendition()) {
        self.text = text
        self.rendition = rendition
    }
}
