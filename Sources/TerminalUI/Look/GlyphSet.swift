/// The program's own signs, each with a stand-in for terminals that know only ASCII.
public enum Ornament: UInt8, CaseIterable, Sendable {
    /// Severity 1 to 4.
    case severity1, severity2, severity3, severity4
    /// The bar beside the cursor row, and a mark.
    case gutter, mark
    /// A horizontal and a vertical rule.
    case rule, bar
    /// The corners of a frame.
    case topLeft, topRight, bottomLeft, bottomRight
    /// What was cut off.
    case ellipsis
    /// Arrows: sort order, more to see.
    case up, down, left, right
    /// The time bar, used up and left.
    case timeUsed, timeLeft
    /// A closed and an open branch.
    case closed, open
    /// Between the steps of a path, and between facts.
    case step, dot
    /// The Enter key, and a dash.
    case enter, dash
}

/// Which signs are drawn.
public enum GlyphSet: String, CaseIterable, Sendable {
    /// The signs as designed.
    case unicode
    /// ASCII stand-ins of the same width.
    case ascii

    /// The scalar of a sign.
    public subscript(_ ornament: Ornament) -> Unicode.Scalar {
        let pair = GlyphSet.pairs[Int(ornament.rawValue)]
        return self == .unicode ? pair.0 : pair.1
    }

    /// A sign as text, repeated.
    public func shown(_ ornament: Ornament, count: Int = 1) -> Shown {
        Shown(narrow: self[ornament], count: count)
    }

    /// The sign of a severity, 1 to 4; a blank for any other number.
    public func severity(_ number: Int) -> Shown {
        guard (1...4).contains(number), let sign = Ornament(rawValue: UInt8(number - 1)) else { return " " }
        return shown(sign)
    }

    /// A bar of a width in cells that shows how much of a time is used, 0 to 1.
    public func timeBar(used: Double, width: Int) -> Shown {
        let full = min(max(0, Int(used * Double(width) + 0.5)), width)
        return shown(.timeUsed, count: full) + shown(.timeLeft, count: width - full)
    }

    /// The ASCII stand-in of a sign, or of what stands between words; nil for a scalar that is none of them.
    public static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        mark(for: scalar) ?? pairs.first { $0.0 == scalar }?.1
    }

    /// The ASCII stand-in of what stands in and between words: quotation marks, dashes, dots; of a sign that is one of
    /// these the one it has anyway.
    static func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case unicode[.ellipsis]: ascii[.ellipsis]
        case unicode[.dot]: ascii[.dot]
        case unicode[.dash], "—": ascii[.dash]
        case "•": "*"
        case "“", "”": "\""
        case "‘", "’": "'"
        default: nil
        }
    }

    /// In the order of `Ornament`.
    private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("■", "#"), ("▲", "^"), ("●", "o"), ("·", "."),
        ("▌", ">"), ("●", "*"),
        ("─", "-"), ("│", "|"),
        ("┌", "+"), ("┐", "+"), ("└", "+"), ("┘", "+"),
        ("…", "~"),
        ("↑", "^"), ("↓", "v"), ("←", "<"), ("→", ">"),
        ("▰", "#"), ("▱", "."),
        ("▸", "+"), ("▾", "-"),
        ("›", ">"), ("·", "."),
        ("⏎", "<"), ("–", "-"),
    ]
}
