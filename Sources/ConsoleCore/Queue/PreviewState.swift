import CaseModel
import TerminalUI

/// Whether the preview is shown, from which line, and how it looks.
struct PreviewState: Equatable, Sendable {
    /// Whether it is wanted.
    var wish = Wish.byWidth
    /// The first visible line of its timeline.
    var scroll = 0
    /// The case that it was shown for last.
    private var item: CaseID?
    /// How it looks, with the line that parts it from the list; nil where no case is to be seen.
    private(set) var picture: Surface?
    /// What it was drawn for.
    private(set) var key: Key?
    /// The pictures of other cases near the cursor, ready for the key that goes there.
    private var ready: [CaseID: Laid] = [:]
    /// Their cases, the one that was drawn first in front.
    private var order: [CaseID] = []

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

    /// The picture without its lines: those drawn on one share the rows that stay empty, so that below the list these
    /// need no comparing.
    private var sheet: Sheet?

    /// How many cases are kept ready, as many as are at hand in full.
    private static let capacity = 16

    /// A picture without lines.
    private struct Sheet: Equatable, Sendable {
        var picture: Surface
        var isBeside: Bool
        var glyphs: GlyphSet
    }

    /// The picture without its lines, the same one for all cases: the line that parts it from the list stands there.
    mutating func sheet(_ layout: ScreenLayout, _ glyphs: GlyphSet) -> Surface {
        let size = Size(columns: layout.preview.width, rows: layout.preview.height)
        let isBeside = layout.previewAtRight
        if let sheet, sheet.picture.size == size, sheet.isBeside == isBeside, sheet.glyphs == glyphs {
            return sheet.picture
        }
        var picture = Surface(size)
        layout.drawPreviewEdge(on: &picture, in: picture.area, glyphs)
        sheet = Sheet(picture: picture, isBeside: isBeside, glyphs: glyphs)
        return picture
    }

    /// Shows a picture that is ready; false when there is none for this.
    mutating func show(_ key: Key) -> Bool {
        if key == self.key { return true }
        guard let laid = ready[key.id], laid.key == key else { return false }
        (picture, self.key) = (laid.picture, key)
        return true
    }

    /// Another case begins at its top, however it came to be the one under the cursor.
    mutating func turn(to id: CaseID) {
        if id != item { scroll = 0 }
        item = id
    }

    /// Whether a picture is ready.
    func isReady(_ key: Key) -> Bool { ready[key.id]?.key == key }

    /// A picture of a case, kept for when it is shown.
    mutating func keep(_ picture: Surface, for key: Key) {
        if ready.updateValue(Laid(picture: picture, key: key), forKey: key.id) == nil { order.append(key.id) }
        if order.count > PreviewState.capacity { ready[order.removeFirst()] = nil }
    }

    /// What was made ready may be of the past, and what is shown as well: names of others stand there.
    mutating func expire() {
        key = nil
        ready.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
    }

    /// There is no case to preview.
    mutating func clear() {
        picture = nil
        key = nil
    }
}
