import TerminalUI

/// Prints rows of cells as a table for people, a chunk at a time.
///
/// The first chunk decides how wide the columns are, so that a list of any length needs little memory.
struct TableWriter {
    private let columns: [Column]
    private let output: Output
    private let paint: Paint
    private var widths: [Int] = []
    private var headers: Bool

    /// A printer for these columns.
    init(_ columns: [Column], headers: Bool, to output: Output, paint: Paint) {
        self.columns = columns
        self.headers = headers
        self.output = output
        self.paint = paint
    }

    /// Prints some rows; each has a cell for each column, and perhaps an attribute.
    mutating func write(_ rows: [[String]], painted codes: [String]) throws(Failure) {
        let cells = rows.map { row in row.map { Shown($0, upTo: 400) } }
        if widths.isEmpty { widths = measure(cells) }
        if headers {
            headers = false
            try output.line(line(columns.map(\.title)), painted: paint.header)
        }
        for (index, row) in cells.enumerated() { try output.line(line(row), painted: codes[index]) }
    }

    private func line(_ cells: [Shown]) -> Shown {
        var result = Shown()
        for (index, cell) in cells.enumerated() {
            if index > 0 { result += .blanks(2) }
            if columns[index].isNumber {
                result += cell.fitted(to: widths[index], .right)
            } else if index == cells.count - 1 {
                result += cell.truncated(to: widths[index])
            } else {
                result += cell.fitted(to: widths[index])
            }
        }
        return result
    }

    /// As wide as the widest cell; what is too much is taken from the wide columns first.
    private func measure(_ rows: [[Shown]]) -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.width, rows.map { $0[index].width }.max() ?? 0)
        }
        guard output.isTerminal else { return widths }
        let room = output.width - 2 * (columns.count - 1)
        var excess = widths.reduce(0, +) - room
        for index in columns.indices where columns[index].isWide && !columns[index].isWhole && excess > 0 {
            let taken = min(excess, max(0, widths[index] - 36))
            widths[index] -= taken
            excess -= taken
        }
        // Then the others give, as long as something can still be read in them; then all.
        shrink(&widths, &excess, to: 12) {
            !columns[$0].isWide && !columns[$0].isWhole && !columns[$0].isTime
        }
        shrink(&widths, &excess, to: 6) { !columns[$0].isWhole }
        return widths
    }

    private func shrink(_ widths: inout [Int], _ excess: inout Int, to least: Int, _ may: (Int) -> Bool) {
        while excess > 0 {
            let widest = widths.indices.filter { may($0) && widths[$0] > least }.max { widths[$0] < widths[$1] }
            guard let widest else { return }
            widths[widest] -= 1
            excess -= 1
        }
    }
}
