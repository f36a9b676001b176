import CaseModel
import TerminalUI

/// Whether the preview is shown, from which line, and how it looks.
struct PreviewState: Equatable, Sendable {
    /// Whether it is wanted.
    var wish = Wish.byWidth
    /// The first visible line of its timeline.
    var scroll = 0
    /// How it looks, with the line that parts it from the list; nil where no case is to be seen.
    private(set) var picture: Surface?
    /// What it was drawn for.
    private(set) var key: Key?
    /// The pictures of other cases near the cursor, ready for the key that goes there.
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

    /// What the picture depends on.
    struct Key: Equatable, Sendable {
        var id: CaseID
        var version: Int
        var fileVersion: Int?
        /// Whether it stands at the right of the list, not below.
        var isBeside: Bool
        /// The room for lines.
        var width: Int
        var height: Int
        var scroll: Int
        /// The minute, for what is left of a time.
        var minute: Int64
        /// What is known of the customer's cover.
        var cover: Int
        var glyphs: GlyphSet
    }

    /// A picture and what it was drawn for.
    private struct Laid: Equatable, Sendable {
        var picture: Surface
        var key: Key
    }

    /// How many cases are kept ready, as many as are at hand in full.
    private static let capacity = 16

    /// Shows a picture that is ready; false when there is none for this.
    mutating func show(_ key: Key) -> Bool {
        if key == self.key { return true }
        guard let laid = ready[key.id], laid.key == key else { return false }
        (picture, self.key) = (laid.picture, key)
        return true
    }

    /// Whether a picture is ready.
    func isReady(_ key: Key) -> Bool { ready[key.id]?.key == key }

    /// A picture of a case, kept for when it is shown.
    mutating func keep(_ picture: Surface, for key: Key) {
        if ready.count >= PreviewState.capacity { ready.removeAll(keepingCapacity: true) }
        ready[key.id] = Laid(picture: picture, key: key)
    }

    /// What was made ready may be of the past.
    mutating func expire() { ready.removeAll(keepingCapacity: true) }

    /// There is no case to preview.
    mutating func clear() {
        picture = nil
        key = nil
    }
}
