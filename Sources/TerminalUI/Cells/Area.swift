/// The size of a screen in cells.
public struct Size: Hashable, Sendable {
    /// Cells from left to right.
    public var columns: Int
    /// Cells from top to bottom.
    public var rows: Int

    /// Makes a size; negative numbers count as 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of a surface; a part of it never reaches beyond it.
public struct Area: Hashable, Sendable {
    /// The left edge, from 0.
    public let x: Int
    /// The top edge, from 0.
    public let y: Int
    /// Cells from left to right.
    public let width: Int
    /// Cells from top to bottom.
    public let height: Int

    /// Makes a rectangle in the coordinates of the surface; negative sizes count as 0.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// Whether no cell lies in it.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// A part, placed from this area's corner and cut at its edges.
    public func part(x: Int = 0, y: Int = 0, width: Int = .max, height: Int = .max) -> Area {
        let left = min(max(0, x), self.width)
        let top = min(max(0, y), self.height)
        // What hangs out at the left or top is cut off, not moved in.
        let wide = width == .max ? self.width : width &+ min(0, x)
        let high = height == .max ? self.height : height &+ min(0, y)
        return Area(
            x: self.x + left, y: self.y + top, width: min(max(0, wide), self.width - left),
            height: min(max(0, high), self.height - top))
    }

    /// One row, counted from the top of this area; empty when there is no such row.
    public func row(_ y: Int) -> Area { part(y: y, height: 1) }

    /// The first rows and the rest below them.
    public func splitTop(_ rows: Int) -> (top: Area, rest: Area) {
        let rows = min(max(0, rows), height)
        return (part(height: rows), part(y: rows))
    }

    /// The rest above and the last rows.
    public func splitBottom(_ rows: Int) -> (rest: Area, bottom: Area) {
        let rows = min(max(0, rows), height)
        return (part(height: height - rows), part(y: height - rows))
    }

    /// The first columns and the rest at their right.
    public func splitLeft(_ columns: Int) -> (left: Area, rest: Area) {
        let columns = min(max(0, columns), width)
        return (part(width: columns), part(x: columns))
    }

    /// The rest at the left and the last columns.
    public func splitRight(_ columns: Int) -> (rest: Area, right: Area) {
        let columns = min(max(0, columns), width)
        return (part(width: width - columns), part(x: width - columns))
    }

    /// The area without a margin on each side.
    public func inset(columns: Int, rows: Int = 0) -> Area {
        let columns = min(max(0, columns), width / 2)
        let rows = min(max(0, rows), height / 2)
        return part(x: columns, y: rows, width: width - 2 * columns, height: height - 2 * rows)
    }

    /// A part of a size in the middle.
    public func centred(width: Int, height: Int) -> Area {
        let width = min(max(0, width), self.width)
        let height = min(max(0, height), self.height)
        return part(x: (self.width - width) / 2, y: (self.height - height) / 2, width: width, height: height)
    }
}
