/// How many columns and rows of cells a terminal has.
public struct TerminalSize: Equatable, Sendable {
    /// Cells in a row.
    public var columns: Int
    /// Rows on the screen.
    public var rows: Int

    /// A size in cells; at least one by one.
    public init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }
}
