/// Blanks between two glyphs of a row: where nobody sees their look, they take on that of the glyph before them.
///
/// A terminal that need not be told of two looks for a gap is told of one, and of none where both glyphs look the same.
struct BlankRun {
    /// Where the blanks stand in the line that is painted.
    private(set) var places = 0..<0
    private var own: Palette.Ink?
    private var before: Palette.Ink?

    /// Whether blanks came that no glyph followed yet.
    var isOpen: Bool { own != nil }

    /// Blanks of one look come next.
    mutating func take(_ ink: Palette.Ink, at places: Range<Int>) {
        self.places = own == nil ? places : self.places.lowerBound..<places.upperBound
        own = ink
    }

    /// A glyph follows: the look that the blanks before it take on; nil where they keep theirs, or there are none.
    mutating func end(before next: Palette.Ink) -> Palette.Ink? {
        defer {
            before = next
            own = nil
        }
        // Blanks that look like one of their neighbours ask for nothing.
        guard let own, let before, !before.isSeenOnBlanks, before != own, next != own else { return nil }
        return before
    }
}
