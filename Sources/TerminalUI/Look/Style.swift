/// How a role looks: two colours and attributes.
public struct Style: Hashable, Sendable {
    /// The colour of the letters.
    public var foreground: Colour
    /// The colour behind them.
    public var background: Colour
    /// Bold, dim, underline, reverse.
    public var attributes: Emphasis

    /// Makes a style; without arguments the terminal's own.
    public init(_ foreground: Colour = .standard, on background: Colour = .standard, _ attributes: Emphasis = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The style as a terminal of fewer colours can show it.
    ///
    /// Without colours a background becomes reverse and a colour bold, so that state does not vanish.
    public func reduced(to depth: ColourDepth) -> Style {
        guard depth == .mono else {
            var style = self
            style.foreground = foreground.reduced(to: depth)
            style.background = background.reduced(to: depth)
            // Two colours that have become one would hide the text.
            if style.foreground == style.background, style.foreground != .standard {
                return Style(.standard, on: .standard, attributes.union(.reverse))
            }
            return style
        }
        var attributes = self.attributes
        if background != .standard {
            attributes.insert(.reverse)
        } else if foreground != .standard, !attributes.contains(.dim), !attributes.contains(.reverse) {
            attributes.insert(.bold)
        }
        return Style(.standard, on: .standard, attributes)
    }

    /// A style from a theme file: `COLOUR [on COLOUR] [bold] [dim] [underline] [reverse]`, in any order.
    ///
    /// - Parameter palette: names of the file's own for colours.
    /// - Throws: the word that is none of these.
    static func parse(_ text: String, palette: [String: Colour]) throws(StyleProblem) -> Style {
        var style = Style()
        var isBackground = false
        for word in text.split(separator: " ").map(String.init) {
            if word == "on" {
                isBackground = true
            } else if let attribute = attributeNames[word] {
                style.attributes.insert(attribute)
            } else if let colour = palette[word] ?? Colour(word) {
                if isBackground { style.background = colour } else { style.foreground = colour }
                isBackground = false
            } else {
                throw StyleProblem(word: word)
            }
        }
        if isBackground { throw StyleProblem(word: "on") }
        return style
    }

    static let attributeNames: [String: Emphasis] = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
    ]
}

/// A word in a style that is neither a colour nor an attribute.
struct StyleProblem: Error, Equatable {
    var word: String
}
