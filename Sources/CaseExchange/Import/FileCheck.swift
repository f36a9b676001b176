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
    private let stop: (any ImportStop)?
    private var reader: CSVReader

    init(_ text: TextFile, _ map: ImportMap, asOf: CivilDay?, _ stop: (any ImportStop)?) {
        self.stop = stop
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
        let header = TableHeader(reader.row)
        let bound = try BoundMap(map, header: header)
        self.bound = bound
        for (column, field) in bound.whole.names.sorted(by: { $0.key < $1.key }) {
            let message = """
                The name of this column has \(header.long[column]?.utf8.count ?? 0) bytes; \(CaseLimits.mark) fit. \
                It is called x.\(header.names[column]) here, and its whole name is kept as \(field.name).
                """
            summary.add(try problem(message, column, of: reader.row))
        }
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
            guard rows % 5000 == 0 else { continue }
            progress(state(rows))
            guard stop?.isStopped != true else { throw .stopped }
        }
    }

    private mutating func take(_ row: CSVRow, _ check: inout RowCheck) throws(ImportError) {
        guard let bound else { return }
        let time: Timestamp
        do throws(FieldFault) {
            // A time that cannot be read is found by the check below.
            if let cutoff, let time = try? bound.time(of: row), time >= cutoff {
                summary.later += 1
                return
            }
            time = try check.check(row)
        } catch {
            return reject(try problem(error.message, error.column, of: row))
        }
        for cut in check.cuts { summary.add(try problem(cut.message, cut.column, of: row)) }
        index.add(key: row.cell(bound.key).trimmedBlanks, offset: row.offset, line: row.line, at: time.seconds)
        summary.read += 1
    }

    private mutating func reject(_ problem: ImportProblem) {
        summary.read += 1
        summary.rejected += 1
        summary.add(problem)
    }

    private func problem(_ message: String, _ column: Int, of row: CSVRow) throws(ImportError) -> ImportProblem {
        let place = column < row.places.count ? row.places[column] : row.offset
        return problem(try RowFault(row, at: place, message).located(in: text.source))
    }

    private func problem(_ fault: CSVFault) -> ImportProblem {
        ImportProblem(file: text.source.name, line: fault.line, column: fault.column, message: fault.message)
    }

    private func state(_ rows: Int) -> ImportProgress {
        ImportProgress(stage: .checking, bytes: reader.offset, total: text.source.size, rows: rows)
    }
}
