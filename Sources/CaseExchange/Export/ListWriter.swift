/// Writes things one after the other in one of the forms.
struct ListWriter {
    private let format: ExportFormat
    private let csv: CSVWriter
    private var isFirst = true

    init(_ format: ExportFormat, _ csv: CSVWriter) {
        self.format = format
        self.csv = csv
    }

    /// What stands before the first thing.
    func head(_ columns: [String]) -> [UInt8] {
        format == .csv ? csv.line(columns.map(CSVCell.text)) : []
    }

    /// One thing: as JSON, or as the cells of a line.
    mutating func item(_ object: JSON, cells: () -> [CSVCell]) -> [UInt8] {
        switch format {
        case .csv: return csv.line(cells())
        case .jsonl: return object.bytes + [0x0A]
        case .json:
            defer { isFirst = false }
            return Array((isFirst ? "[\n" : ",\n").utf8) + object.bytes
        }
    }

    /// What stands after the last thing.
    func tail() -> [UInt8] {
        format == .json ? Array((isFirst ? "[]\n" : "\n]\n").utf8) : []
    }
}
