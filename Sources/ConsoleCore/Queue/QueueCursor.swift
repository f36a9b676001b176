import CaseModel
import TerminalUI

/// Which row is under the cursor, which rows are in sight, and where a range of marks began.
struct QueueCursor: Equatable, Sendable {
    /// The rows in sight and the one under the cursor.
    var window = ListWindow()
    /// Where a range of marks began; nil when none is being marked.
    var anchor: Int?
    /// The case it goes to when the rows come anew, as it was taken back; any key gives that up.
    var goal: CaseID?

    /// The row under the cursor.
    var position: Int { window.cursor }

    /// How many rows are in sight.
    var height: Int { window.height }

    /// The rows in sight.
    var visible: Range<Int> { window.visible }

    /// Back to the first row; the height stays.
    mutating func reset() {
        window = ListWindow(count: 0, height: window.height)
        anchor = nil
    }

    /// There are other rows: the cursor goes to one of them, as far from the top of the screen as before.
    ///
    /// - Parameter isNew: whether they are those of another question: then what stands on the first screen is seen with
    ///   the first row, so that nothing above it seems to be gone.
    mutating func go(to row: Int, count: Int, isNew: Bool = false) {
        // Whoever sees the head of the list goes on seeing it: what comes in there is often the most urgent.
        let height = (isNew || window.top == 0) && row < window.height ? row : window.cursor - window.top
        window.setCount(count)
        window.move(to: 0)
        window.scroll(by: row - height)
        window.move(to: row)
    }

    /// The rows of a range being marked.
    var range: Range<Int>? {
        guard let anchor, window.count > 0 else { return nil }
        let low = max(0, min(anchor, window.cursor))
        let high = min(window.count - 1, max(anchor, window.cursor))
        return low..<(high + 1)
    }
}
