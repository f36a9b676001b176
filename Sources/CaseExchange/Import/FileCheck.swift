internal import CaseModel

/// The first pass over a file: every row is read, checked and put into the index.
struct FileCheck {
    /// What was found so far.
    private(set) var summary = ImportSummary()
    /// Where the rows of each case stand.
    private(set) var index = RowIndex()
    /// The map with the columns of this file; nil for an empty file.
    private(set) var bound: BoundMap?
    private let text: TextFile
    private let map: ImportMap
    private let cutoff: Timestamp?
    private var reader: CSVReader

    init(_ text: TextFile, _ map: ImportMap, asOf: CivilDay?) {
        self.text = text
        self.map = map
        cutoff = asOf.map { map.dates.zone.start(of: $0) }
        reader = CSVReader(text, delimiter: map.layout.delimiter)
    }

    mutating func run(_ progress: (ImportProgress) -> Void) throws(ImportError) {
        switch try reader.next() {
        case .end: return
        case .broken(let fault): throw .header([problem(fault)])
        case .row: break
        }
        reader.columns = reader.row.count
        let bound = try BoundMap(map, header: BoundMap.names(of: reader.row))
        self.bound = bound
        var check = RowCheck(bound)
        var rows = 0
        while true {
            switch try reader.next() {
            case .end:
                progress(state(rows))
                return
            case .broken(let fault): reject(problem(fault))
            case .row: try take(reader.row, &check)
            }
            rows += 1
            if rows % 5000 == 0 { progress(state(rows)) }
        }
    }

    private mutating func take(_ row: CSVRow, _ check: inout RowCheck) throws(ImportError) {
        guard let bound else { return }
        do throws(FieldFault) {
            // A time that cannot be read is found by the check below.
            if let cutoff, let time = try? bound.time(of: row), time >= cutoff {
                summary.later += 1
                return
            }
            let time = try check.check(row)
            index.add(
                key: row.cell(bound.key).trimmedBlanks, offset: row.offset, line: row.line, at: time.seconds)
            summary.read += 1
        } catch {
            let place = error.column < row.places.count ? row.places[error.column] : row.offset
            reject(problem(try RowFault(row, at: place, error.message).located(in: text.source)))
        }
    }

    private mutating func reject(_ problem: ImportProblem) {
        summary.read += 1
        summary.rejected += 1
        summary.add(problem)
    }

    private func problem(_ fault: CSVFault) -> ImportProblem {
        ImportProblem(file: text.source.name, line: fault.line, column: fault.column, message: fault.message)
    }

    private func state(_ rows: Int) -> ImportProgress {
        ImportProgress(stage: .checking, bytes: reader.offset, total: text.source.size, rows: rows)
    }
}
