import CaseModel
import TerminalUI

/// Rows in sight as they are painted, each drawn once: a key paints all of them and changes two.
struct RowStrips: Equatable, Sendable {
    private struct Strip: Equatable, Sendable {
        let row: QueueRow
        let picture: Surface
    }

    private var strips: [CaseID: Strip] = [:]
    /// The minute they were drawn in, for what is left of a time.
    private var minute: Int64 = 0
    /// More than a screen has rows, so that coming back to some is drawing none.
    private static let capacity = 256

    /// The picture of a row without cursor and mark; nil where none was drawn.
    subscript(row: QueueRow) -> Surface? {
        guard let strip = strips[row.summary.id], strip.row === row else { return nil }
        return strip.picture
    }

    /// The columns are others.
    mutating func removeAll() { strips.removeAll(keepingCapacity: true) }

    /// Draws those of the rows that were not drawn yet.
    mutating func draw(
        _ ids: ArraySlice<CaseID>, of rows: [CaseID: QueueRow], _ columns: QueueTable, at now: Timestamp,
        _ glyphs: GlyphSet
    ) {
        if minute != now.seconds / 60 || strips.count > RowStrips.capacity { removeAll() }
        minute = now.seconds / 60
        let drawing = RowDrawing(columns: columns, now: now, glyphs: glyphs)
        for id in ids {
            guard let row = rows[id], self[row] == nil else { continue }
            var picture = Surface(Size(columns: columns.width, rows: 1))
            drawing.draw(row, on: &picture, in: picture.area)
            strips[id] = Strip(row: row, picture: picture)
        }
    }
}
