/// Reads a table row by row: RFC 4180, any line end, in memory that a single row decides.
///
/// A row that cannot be read is reported and never takes the following rows with it: reading goes on at the line after
/// the one on which it began.
struct CSVReader {
    /// What came next.
    enum Outcome: Equatable {
        /// A row; it stands in `row`.
        case row
        /// Something that is no row.
        case broken(CSVFault)
        /// Nothing more.
        case end
    }

    /// How many cells a row must have; nil while the header is read.
    var columns: Int?
    private var scan: RowScan
    private let source: SourceFile

    /// The most bytes in one cell.
    static let cellLimit = 8 << 20
    /// The most bytes in one row.
    static let rowLimit = 32 << 20
    /// The most cells in one row.
    static let columnLimit = 4096

    /// A reader from the start of a text.
    init(_ text: TextFile, delimiter: UInt8) {
        source = text.source
        scan = RowScan(ByteWindow(text.source, at: text.start), delimiter: delimiter)
    }

    /// The row read last.
    var row: CSVRow { scan.row }

    /// Where reading has come to in the file.
    var offset: Int64 { scan.window.offset }

    /// Goes to a row that was met before.
    mutating func seek(to offset: Int64, line: Int) {
        scan.window.seek(to: offset)
        scan.line = line
    }

    /// Reads the next row; lines without anything are none.
    mutating func next() throws(ImportError) -> Outcome {
        while try scan.window.fill() {
            if let fault = try scan.read() {
                try resume()
                return .broken(try fault.located(in: source))
            }
            if row.count == 1, row.bytes.isEmpty, !scan.hasQuotes { continue }
            if let fault = check() {
                // Too many cells on several lines: a quote may have run away with rows that are sound.
                if fault.isMiscounted, scan.line > row.line + 1 { try resume() }
                return .broken(try fault.located(in: source))
            }
            return .row
        }
        return .end
    }

    /// Goes to the line after the one on which the row began.
    private mutating func resume() throws(ImportError) {
        seek(to: row.offset, line: row.line)
        try scan.window.skipLine()
        scan.line = row.line + 1
    }

    /// What is wrong with a row whose signs are all right.
    private func check() -> RowFault? {
        if let columns, row.count != columns {
            let cells = row.count == 1 ? "1 cell" : "\(row.count) cells"
            let place = row.count > columns ? row.places[columns] : row.places[row.count - 1]
            return RowFault(
                row, at: place, "This row has \(cells); the header has \(columns).", isMiscounted: true)
        }
        guard let bad = row.bytes.firstFlaw else { return nil }
        let index = row.ends.firstIndex { $0 > bad.place } ?? row.count - 1
        return RowFault(row, at: row.places[index], bad.words)
    }
}

extension [UInt8] {
    /// The first byte that cannot stand in a text, and why; nil when all is well.
    fileprivate var firstFlaw: (place: Int, words: String)? {
        var all: UInt8 = 0
        var hasNUL = false
        for byte in self {
            all |= byte
            if byte == 0 { hasNUL = true }
        }
        if hasNUL, let place = firstIndex(of: 0) { return (place, "This cell holds a NUL character.") }
        guard all >= 0x80 else { return nil }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: span)
            return nil
        } catch {
            return (error.byteOffsets.lowerBound, "This cell is not text in the encoding of the file.")
        }
    }
}
