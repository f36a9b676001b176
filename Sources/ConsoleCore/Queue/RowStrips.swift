import CaseModel
import TerminalUI

/// Rows in sight as they are painted, each drawn once: a key paints all of them and changes two.
struct RowStrips: Equatable, Sendable {
    private struct Strip: Equatable, Sendable {
        let row: QueueRow
        let picture: Surface
    }

    /// What is in sight.
    private struct Sight: Equatable, Sendable {
        /// The cases.
        var ids: [CaseID] = []
        /// The position of the first one.
        var first = 0
        /// The version of the rows at hand.
        var version = -1
    }

    private var strips: [CaseID: Strip] = [:]
    /// Those in sight in their order, so that painting them looks none up; one of no size has still to come.
    private var sheet: [Surface] = []
    private var shown = Sight()
    /// The positions around it whose rows are drawn.
    private var ahead = 0..<0
    /// The minute they were drawn in, for what is left of a time.
    private var minute: Int64 = 0
    /// How many are kept: more than several screens have rows, so that coming back to some is drawing none.
    private var capacity = 512

    /// Paints the row of a case at its position, without cursor and mark; false where none was drawn.
    func paint(_ id: CaseID, at position: Int, on surface: inout Surface, in area: Area) -> Bool {
        let place = position - shown.first
        guard sheet.indices.contains(place), shown.ids[place] == id, !sheet[place].area.isEmpty else { return false }
        surface.write(sheet[place], in: area)
        return true
    }

    /// The columns are others.
    mutating func removeAll() {
        strips.removeAll(keepingCapacity: true)
        sheet = []
        shown = Sight()
        ahead = 0..<0
    }

    /// Draws those of the rows in sight that were not drawn yet.
    mutating func draw(
        _ ids: ArraySlice<CaseID>, of rows: [CaseID: QueueRow], version: Int, _ columns: QueueTable, at now: Timestamp,
        _ glyphs: GlyphSet
    ) {
        capacity = max(512, 8 * ids.count)
        if minute != now.seconds / 60 || strips.count > capacity { removeAll() }
        minute = now.seconds / 60
        guard shown.version != version || shown.first != ids.startIndex || !shown.ids.elementsEqual(ids) else {
            return
        }
        let drawing = RowDrawing(columns: columns, now: now.minute, glyphs: glyphs)
        let isSame = shown.version == version
        if !isSame { ahead = 0..<0 }
        sheet = ids.indices.map { position in
            // Most rows only moved.
            let place = position - shown.first
            if isSame, sheet.indices.contains(place), shown.ids[place] == ids[position] { return sheet[place] }
            return picture(of: ids[position], in: rows, drawing)
        }
        shown = Sight(ids: Array(ids), first: ids.startIndex, version: version)
    }

    /// Draws the rows of these that the next keys may bring into sight, and those once.
    mutating func drawAhead(
        _ ids: ArraySlice<CaseID>, of rows: [CaseID: QueueRow], _ columns: QueueTable, at now: Timestamp,
        _ glyphs: GlyphSet
    ) {
        guard minute == now.seconds / 60, strips.count < capacity, ids.indices != ahead else { return }
        let drawing = RowDrawing(columns: columns, now: now.minute, glyphs: glyphs)
        for position in ids.indices where !ahead.contains(position) {
            _ = picture(of: ids[position], in: rows, drawing)
        }
        ahead = ids.indices
    }

    private mutating func picture(of id: CaseID, in rows: [CaseID: QueueRow], _ drawing: RowDrawing) -> Surface {
        guard let row = rows[id] else { return Surface(Size(columns: 0, rows: 0)) }
        if let strip = strips[id], strip.row === row { return strip.picture }
        var picture = Surface(Size(columns: drawing.columns.width, rows: 1))
        drawing.draw(row, on: &picture, in: picture.area)
        strips[id] = Strip(row: row, picture: picture)
        return picture
    }
}
