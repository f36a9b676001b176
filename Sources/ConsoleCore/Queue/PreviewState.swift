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
    /// The lines of other cases near the cursor, ready for the key that goes there.
    private var ready: [CaseID: Laid] = [:]

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
        /// What is known of the customer's cover.
        var cover: Int
        var glyphs: GlyphSet
    }

    /// Lines and what they were laid out for.
    private struct Laid: Equatable, Sendable {
        var lines: [StyledLine]
        var key: Key
    }

    /// How many cases are kept ready, as many as are at hand in full.
    private static let capacity = 16

    /// Shows lines that are ready; false when there are none for this.
    mutating func show(_ key: Key) -> Bool {
        if key == self.key { return true }
        guard let laid = ready[key.id], laid.key == key else { return false }
        (lines, self.key) = (laid.lines, key)
        return true
    }

    /// Whether lines are ready.
    func isReady(_ key: Key) -> Bool { ready[key.id]?.key == key }

    /// Lines of a case, kept for when it is shown.
    mutating func keep(_ lines: [StyledLine], for key: Key) {
        if ready.count >= PreviewState.capacity { ready.removeAll(keepingCapacity: true) }
        ready[key.id] = Laid(lines: lines, key: key)
    }

    /// What was made ready may be of the past.
    mutating func expire() { ready.removeAll(keepingCapacity: true) }

    /// There is no case to preview.
    mutating func clear() {
        lines = []
        key = nil
    }
}
