internal import Glibc
internal import TerminalUI

/// Compares rows of two pictures of the same width.
enum RowChange {
    /// Whether two rows look the same; where marks are stored differently, rows with marks count as different.
    static func isSame(_ new: Surface, _ newRow: Int, _ old: Surface, _ oldRow: Int, _ haveSameMarks: Bool) -> Bool {
        let width = new.size.columns
        return new.cells.withUnsafeBufferPointer { newCells in
            old.cells.withUnsafeBufferPointer { oldCells in
                let newBase = newRow * width
                let oldBase = oldRow * width
                if haveSameMarks, let new = newCells.baseAddress, let old = oldCells.baseAddress {
                    return memcmp(new + newBase, old + oldBase, width * MemoryLayout<Cell>.stride) == 0
                }
                for x in 0..<width {
                    let cell = newCells[newBase + x]
                    if cell != oldCells[oldBase + x] || (cell.cluster > 0 && !haveSameMarks) { return false }
                }
                return true
            }
        }
    }

    /// The columns that differ, widened so that no wide glyph is cut; nil when none do.
    static func range(
        _ new: Surface, _ newRow: Int, _ old: Surface, _ oldRow: Int, _ haveSameMarks: Bool, columns: Int
    ) -> Range<Int>? {
        let newBase = newRow * new.size.columns
        let oldBase = oldRow * new.size.columns
        return new.cells.withUnsafeBufferPointer { newCells in
            old.cells.withUnsafeBufferPointer { oldCells in
                func differs(_ x: Int) -> Bool {
                    let cell = newCells[newBase + x]
                    return cell != oldCells[oldBase + x] || (cell.cluster > 0 && !haveSameMarks)
                }
                func cuts(_ x: Int) -> Bool {
                    newCells[newBase + x].isContinuation || oldCells[oldBase + x].isContinuation
                }
                var first = 0
                while first < columns, !differs(first) { first += 1 }
                guard first < columns else { return nil }
                var end = columns
                while end > first + 1, !differs(end - 1) { end -= 1 }
                while first > 0, cuts(first) { first -= 1 }
                while end < columns, cuts(end) { end += 1 }
                return first..<end
            }
        }
    }
}

/// Rows that moved up or down as a block from one picture to the next.
struct RowShift: Equatable {
    /// The rows that are moved; those that come free at its end are blank afterwards.
    var region: Range<Int>
    /// How far they move up, or down when negative.
    var distance: Int

    /// The row of the old picture that stands in a row after moving; nil for one that came free.
    func oldRow(of row: Int) -> Int? {
        guard region.contains(row) else { return row }
        return region.contains(row + distance) ? row + distance : nil
    }

    /// The longest block that moved, if moving it is less work than painting it.
    static func find(_ new: Surface, _ old: Surface, rows: Int) -> RowShift? {
        let newSums = sums(new, rows: rows)
        let oldSums = sums(old, rows: rows)
        var best: (start: Int, count: Int, distance: Int)?
        // Near ones first: most lists move by a row, and then the others need not be tried.
        for step in 2..<(2 * rows) where (best?.count ?? 0) * 2 < rows {
            let distance = step % 2 == 0 ? step / 2 : -(step / 2)
            var start = max(0, -distance)
            let end = min(rows, rows - distance)
            while start < end {
                var stop = start
                var gain = 0
                while stop < end, newSums[stop] == oldSums[stop + distance] {
                    if newSums[stop] != oldSums[stop] { gain += 1 }
                    stop += 1
                }
                if gain > 2, gain > abs(distance), gain > best?.count ?? 0 { best = (start, stop - start, distance) }
                start = stop + 1
            }
        }
        guard let best else { return nil }
        let low = min(best.start, best.start + best.distance)
        let high = max(best.start, best.start + best.distance) + best.count
        return RowShift(region: low..<high, distance: best.distance)
    }

    /// One number per row; rows that look the same have the same.
    private static func sums(_ surface: Surface, rows: Int) -> [UInt64] {
        let width = surface.size.columns
        return surface.cells.withUnsafeBufferPointer { cells in
            (0..<rows).map { row in
                var sum: UInt64 = 0xCBF2_9CE4_8422_2325
                for x in 0..<width { sum = (sum ^ cells[row * width + x].bits) &* 0x100_0000_01B3 }
                return sum
            }
        }
    }
}
