/// What stands against a row, with the place in the file where a person should look.
struct RowFault: Equatable {
    /// A line that begins before the place.
    private let line: Int
    /// Where that line begins in the file.
    private let start: Int64
    private let place: Int64
    /// The cell it is about, counted from 0.
    private let cell: Int
    /// What is wrong, in words.
    let message: String
    /// The row has too many or too few cells.
    let isMiscounted: Bool

    /// Something wrong at a place of a line.
    init(
        line: Int, start: Int64, place: Int64, cell: Int = 0, _ message: String, isMiscounted: Bool = false
    ) {
        self.cell = cell
        self.line = line
        self.start = start
        self.place = place
        self.message = message
        self.isMiscounted = isMiscounted
    }

    /// Something wrong at a place of a row.
    init(_ row: CSVRow, at place: Int64, _ message: String, isMiscounted: Bool = false) {
        let cell = row.places.lastIndex { $0 <= place } ?? 0
        self.init(line: row.line, start: row.offset, place: place, cell: cell, message, isMiscounted: isMiscounted)
    }

    /// The fault with line and column, counted in the file.
    func located(in source: SourceFile) throws(ImportError) -> CSVFault {
        if let origin = source.origins?.place(line: line, cell: cell) {
            return CSVFault(line: origin.line, column: origin.column, message: message)
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        var from = start
        var (line, column) = (line, 1)
        var afterReturn = false
        while from < place {
            let wanted = Int(min(Int64(buffer.count), place - from))
            let count = try source.read(into: &buffer, count: wanted, at: from)
            guard count > 0 else { break }
            from += Int64(count)
            for byte in buffer[..<count] {
                if byte == 0x0D || byte == 0x0A {
                    if byte == 0x0D || !afterReturn { line += 1 }
                    column = 1
                } else if byte & 0xC0 != 0x80 {
                    // Continuation bytes belong to the scalar before them.
                    column += 1
                }
                afterReturn = byte == 0x0D
            }
        }
        return CSVFault(line: line, column: column, message: message)
    }
}
