/// A picture of the whole screen: a grid of cells and the place of the cursor.
///
/// Drawing goes into an `Area` and is cut at its edges. The one exception: when one half of a wide glyph is drawn over,
/// its other half becomes a blank wherever it stands.
public struct Surface: Sendable {
    /// The size in cells.
    public let size: Size
    /// The cells, an array for each row: rows that were copied from other pictures are the same arrays, so that copying
    /// and comparing them touches no cell.
    public internal(set) var rows: [[Cell]]
    /// The marks that stand over glyphs; a cell names its place here.
    public internal(set) var clusters: [MarkSet] = []
    /// Where the terminal's cursor stands; nil hides it.
    public private(set) var cursor: Position?

    /// A place on the screen, from 0.
    public struct Position: Hashable, Sendable {
        /// Cells from the left edge.
        public var x: Int
        /// Cells from the top edge.
        public var y: Int

        /// Makes a place.
        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// An empty picture.
    public init(_ size: Size) {
        self.size = size
        rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
    }

    /// The area of the whole picture.
    public var area: Area { Area(x: 0, y: 0, width: size.columns, height: size.rows) }

    /// The cell at a place, from the top left corner; a blank outside.
    public subscript(x: Int, y: Int) -> Cell {
        guard x >= 0, y >= 0, x < size.columns, y < size.rows else { return .blank }
        return rows[y][x]
    }

    /// Whether a row is another array than that of another picture of the same size.
    ///
    /// If not, it looks the same as long as both keep the same marks. Neither row is touched for it, only their addresses.
    public func isDrawnAnew(_ row: Int, since other: Surface) -> Bool {
        rows.withUnsafeBytes { rows in
            other.rows.withUnsafeBytes { others in
                let place = row * MemoryLayout<[Cell]>.stride
                return rows.load(fromByteOffset: place, as: UInt.self)
                    != others.load(fromByteOffset: place, as: UInt.self)
            }
        }
    }

    /// The marks over the glyph of a cell.
    public func marks(of cell: Cell) -> [Unicode.Scalar] {
        cell.cluster == 0 ? [] : clusters[cell.cluster - 1].scalars
    }

    /// Shows the terminal's cursor at a place of an area, or hides it when the place lies outside.
    public mutating func placeCursor(in area: Area, x: Int, y: Int) {
        let isInside = x >= 0 && y >= 0 && x < area.width && y < area.height
        let place = Position(x: area.x + x, y: area.y + y)
        cursor = isInside && place.x < size.columns && place.y < size.rows ? place : nil
    }
}

extension Surface: Equatable {
    /// Whether two pictures look the same; how their marks are stored does not matter.
    public static func == (left: Surface, right: Surface) -> Bool {
        guard left.size == right.size, left.cursor == right.cursor else { return false }
        if left.clusters == right.clusters { return left.rows == right.rows }
        return left.rows.indices.allSatisfy { left.row($0, looksLike: right, row: $0) }
    }
}
