internal import Glibc
internal import TerminalUI

/// Compares rows of two pictures of the same width.
enum RowChange {
    /// Whether two rows look the same; where marks are stored differently, rows with marks count as different.
    static func isSame(_ new: Surface, _ newRow: Int, _ old: Surface, _ oldRow: Int, _ haveSameMarks: Bool) -> Bool {
        cells(new, newRow, old, oldRow) { new, old in
            if haveSameMarks {
                // A row that was copied from picture to picture is the same array still.
                guard let one = new.baseAddress, let two = old.baseAddress, one != two else { return true }
                return memcmp(one, two, new.count * MemoryLayout<Cell>.stride) == 0
            }
            return new.indices.allSatisfy { new[$0] == old[$0] && new[$0].cluster == 0 }
        }
    }

    /// The columns that differ, widened so that no wide glyph is cut; nil when none do.
    static func range(
        _ new: Surface, _ newRow: Int, _ old: Surface, _ oldRow: Int, _ haveSameMarks: Bool, columns: Int
    ) -> Range<Int>? {
        cells(new, newRow, old, oldRow) { new, old in
            func differs(_ x: Int) -> Bool { new[x] != old[x] || (new[x].cluster > 0 && !haveSameMarks) }
            func cuts(_ x: Int) -> Bool { new[x].isContinuation || old[x].isContinuation }
            if haveSameMarks, new.baseAddress == old.baseAddress { return nil }
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

    private static func cells<Found>(
        _ new: Surface, _ newRow: Int, _ old: Surface, _ oldRow: Int,
        _ look: (UnsafeBufferPointer<Cell>, UnsafeBufferPointer<Cell>) -> Found
    ) -> Found {
        new.rows[newRow].withUnsafeBufferPointer { one in
            old.rows[oldRow].withUnsafeBufferPointer { two in look(one, two) }
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
    ///
    /// - Parameter changed: how many rows are not what they were; a block of half of them is taken at once.
    static func find(_ new: Surface, _ old: Surface, rows: Int, changed: Int? = nil) -> RowShift? {
        var sums = RowSums(new: new.rows, old: old.rows)
        var best: (start: Int, count: Int, distance: Int)?
        // Near ones first: most lists move by a row, and then the others need not be tried.
        for step in 2..<(2 * rows) where (best?.count ?? 0) * 2 < changed ?? rows {
            let distance = step % 2 == 0 ? step / 2 : -(step / 2)
            var start = max(0, -distance)
            let end = min(rows, rows - distance)
            while start < end {
                var stop = start
                var gain = 0
                while stop < end, sums.areSame(stop, stop + distance) {
                    if !sums.areSame(stop, stop) { gain += 1 }
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
}

/// Compares each row of a picture with many of another: by one number per row, worked out for those that need one.
private struct RowSums {
    private let new: [[Cell]]
    private let old: [[Cell]]
    private var newSums: [UInt64?]
    private var oldSums: [UInt64?]

    init(new: [[Cell]], old: [[Cell]]) {
        (self.new, self.old) = (new, old)
        newSums = Array(repeating: nil, count: new.count)
        oldSums = Array(repeating: nil, count: old.count)
    }

    /// Whether a row of the new picture looks like one of the old.
    mutating func areSame(_ newRow: Int, _ oldRow: Int) -> Bool {
        let isOneArray = new[newRow].withUnsafeBufferPointer { one in
            old[oldRow].withUnsafeBufferPointer { two in one.baseAddress == two.baseAddress }
        }
        if isOneArray { return true }
        let one = newSums[newRow] ?? RowSums.sum(new[newRow])
        let two = oldSums[oldRow] ?? RowSums.sum(old[oldRow])
        (newSums[newRow], oldSums[oldRow]) = (one, two)
        return one == two
    }

    private static func sum(_ cells: [Cell]) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for cell in cells { sum = (sum ^ cell.bits) &* 0x100_0000_01B3 }
        return sum
    }
}
