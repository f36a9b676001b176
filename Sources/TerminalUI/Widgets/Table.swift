/// One column of a table.
public struct TableColumn<ID: Hashable & Sendable>: Equatable, Sendable {
    /// Which column it is.
    public var id: ID
    /// The head.
    public var title: Shown
    /// The narrowest width in cells that is of use.
    public var minimum: Int
    /// The width in cells it takes when there is room.
    public var ideal: Int
    /// Numbers right, text left.
    public var alignment: Alignment
    /// When it leaves a narrow screen: the lowest number first; nil never leaves.
    public var leaves: Int?
    /// Whether it takes the room that is left over.
    public var grows: Bool

    /// Makes a column; the head is never cut by a narrower minimum.
    public init(
        _ id: ID, _ title: Shown, minimum: Int, ideal: Int? = nil, _ alignment: Alignment = .left, leaves: Int? = nil,
        grows: Bool = false
    ) {
        self.id = id
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal ?? minimum)
        self.alignment = alignment
        self.leaves = leaves
        self.grows = grows
    }
}

/// One cell of a table row.
public struct TableCell: Equatable, Sendable {
    /// The text; it is cut with an ellipsis where it does not fit.
    public var text: Shown
    /// What it means.
    public var role: Role
    /// What it adds to the role's look.
    public var emphasis: Emphasis
    /// What stands there where the text has no room: the first of these that has.
    public var shorter: [Shown] = []

    /// Makes a cell.
    public init(_ text: Shown, _ role: Role = .text, _ emphasis: Emphasis = []) {
        self.text = text
        self.role = role
        self.emphasis = emphasis
    }
}

/// Columns laid out for a width: which ones stay, and where they stand.
///
/// The first three cells of a row are the gutter: the bar of the cursor row, the mark, and a blank. Two blanks stand
/// between columns.
public struct Table<ID: Hashable & Sendable>: Equatable, Sendable {
    /// A column in its place.
    public struct Slot: Equatable, Sendable {
        /// The column.
        public var column: TableColumn<ID>
        /// Its left edge in the row.
        public var x: Int
        /// Its width in cells.
        public var width: Int
    }

    /// The columns that stay, from left to right.
    public let slots: [Slot]
    /// The width of a whole row.
    public let width: Int

    /// The cells of the gutter.
    public static var gutter: Int { 3 }
    private static var gap: Int { 2 }

    /// Lays out columns for a width in cells.
    ///
    /// Columns leave in their order until the minima of the others fit; then columns grow to their ideal from left to
    /// right, and the growing ones share the rest.
    public init(_ columns: [TableColumn<ID>], width: Int) {
        self.width = max(0, width)
        var kept = columns
        func needed() -> Int {
            kept.reduce(Self.gutter + Self.gap * max(0, kept.count - 1)) { $0 + $1.minimum }
        }
        while needed() > width, kept.count > 1 {
            guard let first = kept.compactMap({ $0.leaves }).min() else { break }
            guard let index = kept.lastIndex(where: { $0.leaves == first }) else { break }
            kept.remove(at: index)
        }
        var room = max(0, width - needed())
        var widths = kept.map { $0.minimum }
        for index in kept.indices {
            let more = min(room, kept[index].ideal - widths[index])
            widths[index] += more
            room -= more
        }
        let growing = kept.indices.filter { kept[$0].grows }
        for (place, index) in growing.enumerated() {
            let share = room / (growing.count - place)
            widths[index] += share
            room -= share
        }
        var slots: [Slot] = []
        var x = Self.gutter
        for (column, width) in zip(kept, widths) {
            slots.append(Slot(column: column, x: x, width: width))
            x += width + Self.gap
        }
        self.slots = slots
    }

    /// The place of a slot with that of empty cells behind it, for a text that its own place would cut: nothing is
    /// cut where there is room.
    ///
    /// - Parameter isEmpty: whether nothing stands in the cell of a column.
    public func room(at place: Int, isEmpty: (Slot) -> Bool) -> Slot {
        var slot = slots[place]
        guard slot.column.alignment == .left else { return slot }
        let next = slots.dropFirst(place + 1).first { !isEmpty($0) }
        slot.width = (next.map { $0.x - Self.gap } ?? width) - slot.x
        return slot
    }

    /// Draws the heads of the columns into a row; the sorted one carries an arrow.
    public func drawHeader(
        on surface: inout Surface, in area: Area, glyphs: GlyphSet, sortedBy sorted: ID? = nil, descending: Bool = false
    ) {
        for slot in slots {
            var title = slot.column.title
            if slot.column.id == sorted {
                let arrow = glyphs.shown(descending ? .down : .up)
                title = title.truncated(to: slot.width - 2, ellipsis: glyphs[.ellipsis]) + " " + arrow
            }
            draw(TableCell(title, .header), slot, on: &surface, in: area, glyphs, role: nil)
        }
    }

    /// Draws one row.
    ///
    /// The cursor row is drawn whole in its own role, with a bar in the gutter, so that it is seen without colours.
    ///
    /// - Parameter cell: gives the cell of a column that is drawn; text wider than the slot need not be read to its end.
    @inlinable  // Drawn for every visible row at every key press: worth a copy made for the caller's column type.
    public func drawRow(
        on surface: inout Surface, in area: Area, glyphs: GlyphSet, isCursor: Bool = false, isMarked: Bool = false,
        cell: (Slot) -> TableCell
    ) {
        if isCursor {
            surface.fill(area, role: .cursorRow)
            surface.write(glyphs.shown(.gutter), in: area, role: .gutter)
        }
        if isMarked { surface.write(glyphs.shown(.mark), in: area, x: 1, role: isCursor ? .cursorRow : .mark) }
        for slot in slots {
            draw(cell(slot), slot, on: &surface, in: area, glyphs, role: isCursor ? .cursorRow : nil)
        }
    }

    @inlinable
    func draw(
        _ cell: TableCell, _ slot: Slot, on surface: inout Surface, in area: Area, _ glyphs: GlyphSet, role: Role?
    ) {
        cell.draw(
            on: &surface, in: area.part(x: slot.x, width: slot.width), slot.column.alignment, glyphs, role: role)
    }
}

extension TableCell {
    /// Draws the cell into its place of a row.
    public func draw(
        on surface: inout Surface, in place: Area, _ alignment: Alignment, _ glyphs: GlyphSet, role: Role?
    ) {
        let role = role ?? self.role
        var text = self.text
        if text.width > place.width, let short = shorter.first(where: { $0.width <= place.width }) { text = short }
        if text.width > place.width {
            let last = place.part(x: place.width - 1)
            if text.isNarrow, !last.isEmpty {
                // Written as it is and cut by its place, rather than copied for being cut.
                surface.write(text, in: place.part(width: place.width - 1), role: role, emphasis: emphasis)
                surface.fill(last, with: glyphs[.ellipsis], role: role, emphasis: emphasis)
                return
            } else {
                text = text.truncated(to: place.width, ellipsis: glyphs[.ellipsis])
            }
        }
        let room = place.width - text.width
        let x =
            switch alignment {
            case .left: 0
            case .right: room
            case .centre: room / 2
            }
        surface.write(text, in: place, x: x, role: role, emphasis: emphasis)
    }
}
