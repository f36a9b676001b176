/// The way through one row, sign by sign.
struct RowScan {
    /// The bytes to come.
    var window: ByteWindow
    /// The row read last.
    private(set) var row = CSVRow()
    /// The line that the scan has come to, counted from 1.
    var line = 1
    /// Whether any cell of the row stood in quotes.
    private(set) var hasQuotes = false
    private let delimiter: UInt8
    private var lineStart: Int64 = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ window: ByteWindow, delimiter: UInt8) {
        self.window = window
        self.delimiter = delimiter
    }

    /// Reads one row with its line end, and answers what stands against it.
    mutating func read() throws(ImportError) -> RowFault? {
        lineStart = window.offset
        hasQuotes = false
        row.begin(at: window.offset, line: line)
        while true {
            if row.count == CSVReader.columnLimit {
                return fault(window.offset, "This row has more than \(CSVReader.columnLimit) cells.")
            }
            row.beginCell(at: window.offset)
            if try window.fill() {
                let fault = window.byte == RowScan.quote ? try readQuoted() : try readBare()
                if let fault { return fault }
            }
            row.endCell()
            guard try window.fill() else { break }
            let sign = window.byte
            window.step()
            if sign == delimiter { continue }
            if sign == RowScan.carriageReturn, try window.fill(), window.byte == RowScan.lineFeed { window.step() }
            break
        }
        line += 1
        return nil
    }

    private mutating func readBare() throws(ImportError) -> RowFault? {
        while try window.fill() {
            let count = row.append(
                window.run { [delimiter] byte in
                    byte != delimiter && byte != RowScan.lineFeed && byte != RowScan.carriageReturn
                        && byte != RowScan.quote
                })
            window.step(count)
            if let fault = tooLarge() { return fault }
            guard try window.fill() else { break }
            if window.isAtEnd(ofCell: delimiter) { break }
            if window.byte == RowScan.quote {
                return fault(window.offset, "A quote stands inside a cell that does not begin with one.")
            }
        }
        return nil
    }

    private mutating func readQuoted() throws(ImportError) -> RowFault? {
        hasQuotes = true
        let opening = fault(window.offset, "This quote is never closed.")
        window.step()
        var afterReturn = false
        while try window.fill() {
            let count = row.append(
                window.run { $0 != RowScan.quote && $0 != RowScan.lineFeed && $0 != RowScan.carriageReturn })
            window.step(count)
            if count > 0 { afterReturn = false }
            if let fault = tooLarge() { return fault }
            guard try window.fill() else { break }
            let sign = window.byte
            switch sign {
            case RowScan.quote:
                window.step()
                afterReturn = false
                guard try window.fill(), !window.isAtEnd(ofCell: delimiter) else { return nil }
                guard window.byte == RowScan.quote else {
                    return fault(window.offset, "Text stands between the closing quote of a cell and its end.")
                }
                row.append(RowScan.quote)
                window.step()
            case RowScan.lineFeed, RowScan.carriageReturn:
                row.append(sign)
                window.step()
                if sign == RowScan.carriageReturn || !afterReturn { line += 1 }
                afterReturn = sign == RowScan.carriageReturn
                lineStart = window.offset
            default: break
            }
        }
        return opening
    }

    private func tooLarge() -> RowFault? {
        if row.openCell > CSVReader.cellLimit {
            let place = row.places.last ?? row.offset
            return RowFault(row, at: place, "This cell is larger than \(CSVReader.cellLimit >> 20) MiB.")
        }
        if row.bytes.count > CSVReader.rowLimit {
            return RowFault(row, at: row.offset, "This row is larger than \(CSVReader.rowLimit >> 20) MiB.")
        }
        return nil
    }

    private func fault(_ place: Int64, _ message: String) -> RowFault {
        RowFault(line: line, start: lineStart, place: place, message)
    }
}
