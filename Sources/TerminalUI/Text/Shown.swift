/// Text that may be shown: the only form in which text reaches a terminal.
///
/// Made from any text by one function on Unicode scalars that lets nothing through but letters, marks (four per glyph),
/// numbers, punctuation, symbols and spaces. All else (controls, direction and format scalars, private use, unassigned
/// and ignorable ones) is replaced:
///
/// - `Shown(text)`, for one line and for table cells: each becomes one cell `U+FFFD`; so does an emoji joined of
///   several, whose width terminals disagree about.
/// - `Shown(detail:)` and `Shown.lines(_:)`, for reading and for the shell: each becomes `<U+202E>`; a known emoji
///   sequence is shown by its parts, side by side, without joiners and variation selectors.
///
/// Blanks of other kinds are drawn as spaces. Holds flat glyphs, so that widths are known and drawing needs no strings.
public struct Shown: Hashable, Sendable {
    var glyphs: [Glyph]
    var clusters: [MarkSet]
    /// The width in cells.
    public private(set) var width: Int
    /// Whether something was replaced or left out that the reader should know of.
    public private(set) var hasHidden: Bool

    /// No text.
    public init() {
        glyphs = []
        clusters = []
        width = 0
        hasHidden = false
    }

    init(glyphs: [Glyph], clusters: [MarkSet], width: Int, hasHidden: Bool) {
        self.glyphs = glyphs
        self.clusters = clusters
        self.width = width
        self.hasHidden = hasHidden
    }

    /// One line of text; every hidden scalar, tab and line break becomes one cell.
    ///
    /// - Parameter limit: cells after which reading may stop, for text of any length in a column of known width; what is
    ///   longer then still measures more than the limit.
    public init(_ text: String, upTo limit: Int = .max) {
        self.init(text[...], upTo: limit)
    }

    /// One line of text; see `init(_:upTo:)`.
    public init(_ text: Substring, upTo limit: Int = .max) {
        if let plain = ScalarReader.plainGlyphs(of: text, upTo: limit) {
            self.init(glyphs: plain, clusters: [], width: plain.count, hasHidden: false)
            return
        }
        var builder = ShownBuilder(.mark)
        builder.append(text, upTo: limit)
        self = builder.shown
    }

    /// One line of text with every hidden scalar, tab and line break written out, as in `<U+202E>`.
    public init(detail text: String) {
        var builder = ShownBuilder(.token)
        builder.append(text[...], upTo: .max)
        self = builder.shown
    }

    /// A glyph of the program's own, repeated.
    public init(_ scalar: Unicode.Scalar, count: Int = 1) {
        var builder = ShownBuilder(.mark)
        for _ in 0..<max(0, count) { builder.append(scalar) }
        self = builder.shown
    }

    /// One of the program's own signs, which are known to take one cell, repeated.
    init(narrow scalar: Unicode.Scalar, count: Int) {
        let count = max(0, count)
        self.init(glyphs: Array(repeating: Glyph(scalar), count: count), clusters: [], width: count, hasHidden: false)
    }

    /// Blanks.
    public static func blanks(_ count: Int) -> Shown { Shown(narrow: " ", count: count) }

    /// The text, safe to print: what a reader sees, and nothing else.
    public var text: String {
        var view = String.UnicodeScalarView()
        for glyph in glyphs {
            view.append(glyph.scalar)
            if glyph.cluster > 0 { view.append(contentsOf: clusters[Int(glyph.cluster) - 1].scalars) }
        }
        return String(view)
    }

    /// Whether every glyph takes one cell and carries no marks, so that it may be cut anywhere.
    var isNarrow: Bool { width == glyphs.count && clusters.isEmpty }

    /// Whether there is nothing to see: no glyph but blanks.
    public var isBlank: Bool { glyphs.allSatisfy { $0.isBlank } }

    /// Adds other text at the end.
    public mutating func append(_ other: Shown) {
        let offset = UInt32(clusters.count)
        if other.clusters.isEmpty {
            glyphs.append(contentsOf: other.glyphs)
        } else {
            for glyph in other.glyphs {
                var glyph = glyph
                if glyph.cluster > 0 { glyph.cluster += offset }
                glyphs.append(glyph)
            }
            clusters.append(contentsOf: other.clusters)
        }
        width += other.width
        hasHidden = hasHidden || other.hasHidden
    }

    /// The glyphs of a range, as a text of their own.
    func slice(_ range: Range<Int>) -> Shown {
        var part = Shown()
        part.glyphs.reserveCapacity(range.count)
        for index in range {
            var glyph = glyphs[index]
            if glyph.cluster > 0 {
                part.clusters.append(clusters[Int(glyph.cluster) - 1])
                glyph.cluster = UInt32(part.clusters.count)
            }
            part.glyphs.append(glyph)
            part.width += glyph.width
            part.hasHidden = part.hasHidden || glyph.isHidden
        }
        return part
    }

    /// Two texts, one after the other.
    public static func + (left: Shown, right: Shown) -> Shown {
        var both = left
        both.append(right)
        return both
    }

    /// Adds other text at the end.
    public static func += (left: inout Shown, right: Shown) {
        left.append(right)
    }
}

extension Shown: ExpressibleByStringInterpolation {
    /// Text of the program's own; it passes the same filter.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Builds a text of literals and values; every string in it passes the filter.
    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.shown
    }

    /// The parts of an interpolated text.
    public struct Interpolation: StringInterpolationProtocol {
        var shown = Shown()

        /// Starts with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds text of the program's own.
        public mutating func appendLiteral(_ literal: String) { shown.append(Shown(literal)) }
        /// Adds text that passed the filter before.
        public mutating func appendInterpolation(_ value: Shown) { shown.append(value) }
        /// Adds any text through the filter.
        public mutating func appendInterpolation(_ value: String) { shown.append(Shown(value)) }
        /// Adds a part of any text through the filter.
        public mutating func appendInterpolation(_ value: Substring) { shown.append(Shown(value)) }
        /// Adds a number.
        public mutating func appendInterpolation(_ value: some BinaryInteger) { shown.append(Shown(String(value))) }
    }
}
