import CaseModel
import TerminalUI

/// Whether the preview is shown, from which line, and what it says.
struct PreviewState: Equatable, Sendable {
    /// Whether it is wanted.
    var wish = Wish.byWidth
    /// The first visible line of its timeline.
    var scroll = 0
    /// The lines, laid out.
    private(set) var lines: [StyledLine] = []
    /// What they were laid out for.
    private(set) var key: Key?

    /// Whether the preview is wanted.
    enum Wish: Equatable, Sendable {
        /// Where there is room for it.
        case byWidth
        /// Always.
        case on
        /// Never.
        case off
    }

    /// What the lines depend on.
    struct Key: Equatable, Sendable {
        var id: CaseID
        var version: Int
        var fileVersion: Int?
        var width: Int
        var height: Int
        var scroll: Int
        /// The minute, for what is left of a time.
        var minute: Int64
        /// What is known of covers.
        var covers: Int
        var glyphs: GlyphSet
    }

    /// Lines for a case.
    mutating func put(_ lines: [StyledLine], for key: Key) {
        self.lines = lines
        self.key = key
    }

    /// There is no case to preview.
    mutating func clear() {
        lines = []
        key = nil
    }
}
