/// Which rows of a long list can be seen, and which one the cursor is on.
///
/// The cursor is always a row of the list and always in the window; the window never shows room below the last row
/// while rows stand above it. Nothing here grows with the number of rows.
public struct ListWindow: Equatable, Sendable {
    /// The rows of the list.
    public private(set) var count: Int
    /// The row under the cursor, from 0; 0 in an empty list.
    public private(set) var cursor: Int
    /// The first row that is seen, from 0.
    public private(set) var top: Int
    /// The rows that can be seen at once.
    public private(set) var height: Int

    /// Makes a window at the start of a list.
    public init(count: Int = 0, height: Int = 1) {
        self.count = max(0, count)
        self.height = max(1, height)
        cursor = 0
        top = 0
    }

    /// The rows that are seen.
    public var visible: Range<Int> { top..<min(count, top + height) }

    /// Whether rows stand above or below the window.
    public var hasMore: (above: Bool, below: Bool) { (top > 0, top + height < count) }

    /// Changes the number of rows; the cursor stays where it is, or goes to the last row.
    public mutating func setCount(_ count: Int) {
        self.count = max(0, count)
        settle()
    }

    /// Changes how many rows can be seen.
    public mutating func setHeight(_ height: Int) {
        self.height = max(1, height)
        settle()
    }

    /// Puts the cursor on a row, or on the nearest there is.
    public mutating func move(to row: Int) {
        cursor = row
        settle()
    }

    /// Moves the cursor down by rows, or up by a negative number.
    public mutating func move(by rows: Int) {
        let (sum, isOver) = cursor.addingReportingOverflow(rows)
        move(to: isOver ? (rows < 0 ? 0 : count) : sum)
    }

    /// Moves the cursor by pages; the window moves along, with two rows of overlap for the eye.
    public mutating func page(by pages: Int) {
        scroll(by: pages * max(1, height - 2), movingCursor: true)
    }

    /// Moves the cursor by half pages.
    public mutating func halfPage(by pages: Int) {
        scroll(by: pages * max(1, height / 2), movingCursor: true)
    }

    /// Moves the window; the cursor follows only when it must.
    public mutating func scroll(by rows: Int) {
        scroll(by: rows, movingCursor: false)
    }

    /// Moves the window so that the cursor row stands in its middle.
    public mutating func centre() {
        top = cursor - height / 2
        settle()
    }

    private mutating func scroll(by rows: Int, movingCursor: Bool) {
        let lastTop = max(0, count - height)
        top = min(max(0, top + rows), lastTop)
        if movingCursor {
            cursor = min(max(0, cursor + rows), max(0, count - 1))
        } else {
            cursor = min(max(top, cursor), top + height - 1)
        }
        settle()
    }

    private mutating func settle() {
        cursor = min(max(0, cursor), max(0, count - 1))
        top = min(max(top, cursor - height + 1), cursor)
        top = min(max(0, top), max(0, count - height))
    }
}
