/// One row of a table as it was read: the bytes of its cells, one after the other.
struct CSVRow {
    /// The contents of the cells, quotes taken off.
    private(set) var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    private(set) var ends: [Int] = []
    /// Where each cell begins in the file.
    private(set) var places: [Int64] = []
    /// Where the row begins in the file.
    private(set) var offset: Int64 = 0
    /// The line it begins on, counted from 1.
    private(set) var line = 1

    /// How many cells it has.
    var count: Int { ends.count }

    /// The contents of a cell; empty when there is no such cell.
    func cell(_ index: Int) -> ArraySlice<UInt8> {
        guard index < ends.count else { return [] }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The contents of a cell as text.
    func text(_ index: Int) -> String { String(decoding: cell(index), as: UTF8.self) }

    mutating func begin(at offset: Int64, line: Int) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        self.offset = offset
        self.line = line
    }

    mutating func beginCell(at place: Int64) { places.append(place) }

    mutating func endCell() { ends.append(bytes.count) }

    /// Adds bytes to the open cell and answers how many.
    mutating func append(_ run: ArraySlice<UInt8>) -> Int {
        bytes += run
        return run.count
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// How many bytes the cell that is being read has so far.
    var openCell: Int { bytes.count - (ends.last ?? 0) }
}

/// Why a row could not be read, and where.
struct CSVFault: Error, Equatable {
    /// The line, counted from 1.
    let line: Int
    /// The column in Unicode scalars, counted from 1.
    let column: Int
    /// What is wrong, in words.
    let message: String
}
