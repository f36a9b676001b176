/// A colour of a terminal.
public enum Colour: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the palette: 0–7 plain, 8–15 bright, 16–231 a cube, 232–255 greys.
    case indexed(UInt8)
    /// Red, green and blue.
    case rgb(UInt8, UInt8, UInt8)

    /// The sixteen names, in the order of the palette.
    public static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
        "bright-white",
    ]

    /// A colour from a theme file: `default`, one of `names`, `0`–`255` or `#rrggbb`; nil for anything else.
    public init?(_ text: String) {
        if text == "default" {
            self = .standard
        } else if let index = Colour.names.firstIndex(of: text) {
            self = .indexed(UInt8(index))
        } else if text.utf8.first == UInt8(ascii: "#"), text.utf8.count == 7,
            text.utf8.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(text.dropFirst(), radix: 16)
        {
            self = .rgb(
                UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
                UInt8(truncatingIfNeeded: value))
        } else if let index = UInt8(text), !text.utf8.contains(UInt8(ascii: "+")) {
            self = .indexed(index)
        } else {
            return nil
        }
    }
}

/// How many colours a terminal has.
public enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
    /// None: state lives in glyphs, words, bold, underline and reverse.
    case mono
    /// The eight plain ones.
    case colours8
    /// The eight plain and eight bright ones.
    case colours16
    /// The palette of 256.
    case colours256
    /// Any.
    case rgb

    /// Whether one depth has fewer colours than the other.
    public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

extension Colour {
    /// The nearest colour that a terminal of a depth has.
    public func reduced(to depth: ColourDepth) -> Colour {
        switch (self, depth) {
        case (.standard, _), (_, .rgb): self
        case (_, .mono): .standard
        case (.indexed, .colours256): self
        case (.indexed(let index), .colours16) where index < 16: self
        case (.indexed(let index), .colours8) where index < 16: .indexed(index % 8)
        case (_, .colours256): .indexed(nearest(in: 16..<256))
        case (_, .colours16): .indexed(nearest(in: 0..<16))
        case (_, .colours8): .indexed(nearest(in: 0..<8))
        }
    }

    /// Red, green and blue, with the usual values for the palette; nil for the terminal's own colour.
    public var components: (red: Int, green: Int, blue: Int)? {
        switch self {
        case .standard: return nil
        case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
        case .indexed(let index) where index >= 232:
            let grey = 8 + 10 * (Int(index) - 232)
            return (grey, grey, grey)
        case .indexed(let index) where index >= 16:
            let steps = [0, 95, 135, 175, 215, 255]
            let place = Int(index) - 16
            return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
        case .indexed(let index):
            let plain = [
                (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
                (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
                (255, 0, 255), (0, 255, 255), (255, 255, 255),
            ]
            let chosen = plain[Int(index)]
            return (chosen.0, chosen.1, chosen.2)
        }
    }

    private func nearest(in palette: Range<Int>) -> UInt8 {
        guard let wanted = components else { return 0 }
        var best = palette.lowerBound
        var bestDistance = Int.max
        for index in palette {
            guard let other = Colour.indexed(UInt8(index)).components else { continue }
            let red = wanted.red - other.red
            let green = wanted.green - other.green
            let blue = wanted.blue - other.blue
            // The eye sees green best and blue least.
            let distance = 3 * red * red + 6 * green * green + blue * blue
            if distance < bestDistance {
                best = index
                bestDistance = distance
            }
        }
        return UInt8(best)
    }
}
