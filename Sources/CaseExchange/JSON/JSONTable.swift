/// The objects of a JSON text as the rows of a table: an array of them, such an array inside an object, or one object
/// after the other.
struct JSONTable {
    let bytes: [UInt8]
    /// Where the first object of the table begins.
    private let start: Int
    private let isArray: Bool
    /// Whether the array is the whole text.
    private let isAlone: Bool

    /// The most bytes that are read.
    static let byteLimit = 256 << 20

    /// Finds the table in a text.
    init(_ bytes: [UInt8]) throws(JSONScan.Fault) {
        self.bytes = bytes
        var scan = JSONScan(bytes)
        if scan.take("[") {
            (start, isArray, isAlone) = (scan.at, true, true)
            return
        }
        if let list = try JSONTable.list(in: bytes) {
            (start, isArray, isAlone) = (list, true, false)
            return
        }
        (start, isArray, isAlone) = (scan.at, false, false)
    }

    /// Where the one array of objects in the one object of a text begins; nil when the text is made otherwise.
    private static func list(in bytes: [UInt8]) throws(JSONScan.Fault) -> Int? {
        var scan = JSONScan(bytes)
        var found: Int?
        var empty: Int?
        var second: Int?
        var count = 0
        try scan.members { _, value, offset in
            count += 1
            guard value != nil, bytes[offset] == UInt8(ascii: "[") else { return }
            var inner = JSONScan(bytes, at: offset + 1)
            if inner.peek() == UInt8(ascii: "{") {
                if found == nil { found = offset + 1 } else { second = second ?? offset }
            }
            if inner.peek() == UInt8(ascii: "]") { empty = offset + 1 }
        }
        if scan.peek() == nil, let second {
            throw JSONScan(bytes, at: second).fault(
                "A second list of objects stands here: write the rows as one array.")
        }
        // An object with an empty list among other things may be a row itself.
        return scan.peek() == nil ? found ?? (count == 1 ? empty : nil) : nil
    }

    /// Goes through the objects of the table.
    func objects(_ body: (Int, inout JSONScan) throws(JSONScan.Fault) -> Void) throws(JSONScan.Fault) {
        var scan = JSONScan(bytes, at: start)
        if isArray, scan.take("]") {
            try checkEnd(&scan)
            return
        }
        while let sign = scan.peek() {
            guard sign == UInt8(ascii: "{") else { throw scan.fault("An object is missing here.") }
            try body(scan.at, &scan)
            guard isArray else { continue }
            if scan.take("]") {
                try checkEnd(&scan)
                return
            }
            try scan.expect(",")
        }
        if isArray { throw scan.fault("The array has no end.") }
    }

    /// Nothing but what encloses it follows an array: rows there would be lost without a word.
    private func checkEnd(_ scan: inout JSONScan) throws(JSONScan.Fault) {
        guard isAlone, scan.peek() != nil else { return }
        throw scan.fault("The array of rows ends before this; write one array, or one object after the other.")
    }
}

/// Where the rows of a table that was written from JSON come from.
struct JSONOrigins {
    private let bytes: [UInt8]
    private let names: [String]
    private var rows: [(line: Int, offset: Int, origin: Int)] = []
    /// Columns that a map names and no object has.
    let lacking: [String]

    init(_ bytes: [UInt8], names: [String], lacking: [String] = []) {
        self.bytes = bytes
        self.lacking = lacking
        self.names = names
    }

    /// Remembers the row that begins on a line.
    ///
    /// - Parameter origin: the line of its object.
    mutating func add(line: Int, offset: Int, origin: Int) { rows.append((line, offset, origin)) }

    /// Line and column of a cell in the JSON text; nil for the row with the names.
    func place(line: Int, cell: Int) -> (line: Int, column: Int)? {
        guard let row = rows.last(where: { $0.line <= line }) else { return nil }
        var target = row.offset
        if names.indices.contains(cell) {
            var scan = JSONScan(bytes, at: row.offset)
            // It was read before; a fault can only mean the place of the object itself.
            do throws(JSONScan.Fault) {
                try scan.members { name, _, offset in if name == names[cell] { target = offset } }
            } catch {
                target = row.offset
            }
        }
        return bytes.place(of: target, from: row.offset, onLine: row.origin)
    }
}

extension [UInt8] {
    /// Line and column of a byte, counted from a byte before it whose line is known.
    func place(of target: Int, from start: Int = 0, onLine first: Int = 1) -> (line: Int, column: Int) {
        let line = first + self[start..<Swift.max(start, target)].count { $0 == 0x0A }
        let begin = self[..<target].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = 1 + self[begin..<Swift.max(begin, target)].count { $0 & 0xC0 != 0x80 }
        return (line, column)
    }
}
