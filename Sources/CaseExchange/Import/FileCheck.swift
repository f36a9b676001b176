internal import CaseModel

/// The first pass over a file: every row is read, checked and put into the index.
struct FileCheck {
    /// What was found so far.
    private(set) var summary = ImportSummary()
    /// Where the rows of each case stand.
    private(set) var index = RowIndex()
    /// The map with the columns of this file; nil for an empty file.
    private(set) var bound: BoundTable?
    private let text: TextFile
    private let map: TableMap
    private let cutoff: Timestamp?
    private let stop: (any ImportStop)?
    private var reader: CSVReader
    private var cases: RowCheck?
    private var others: RowsCheck?

    init(_ text: TextFile, _ map: TableMap, asOf: CivilDay?, _ stop: (any ImportStop)?) {
        self.stop = stop
        self.text = text
        self.map = map
        cutoff = asOf.map { map.dates.zone.start(of: $0) }
        reader = CSVReader(text, delimiter: text.delimiter)
    }

    mutating func run(_ progress: (ImportProgress) -> Void) throws(ImportError) {
        switch try reader.next() {
        case .end: return
        case .broken(let fault): throw .header([problem(fault)])
        case .row: break
        }
        reader.columns = reader.row.count
        let header = TableHeader(reader.row)
        let bound = try BoundTable(map, header: header)
        self.bound = bound
        try tell(of: header, bound)
        switch bound {
        case .cases(let bound): cases = RowCheck(bound)
        case .rows(let bound): others = RowsCheck(bound)
        }
        var rows = 0
        while true {
            switch try reader.next() {
            case .end:
                progress(state(rows))
                return
            case .broken(let fault): reject(problem(fault))
            case .row: try take(reader.row, bound)
            }
            rows += 1
            guard rows % 5000 == 0 else { continue }
            progress(state(rows))
            guard stop?.isStopped != true else { throw .stopped }
        }
    }

    /// What of a header is not taken as it stands.
    private mutating func tell(of header: TableHeader, _ bound: BoundTable) throws(ImportError) {
        let lacking = text.source.origins?.lacking ?? []
        for name in lacking where !map.ignored.contains(where: { $0.name == name }) {
            let message = "No object of this file has a value named “\(name)”; it counts as empty."
            summary.add(ImportProblem(file: text.source.name, line: 1, column: 1, message: message))
        }
        switch bound {
        case .cases(let bound):
            for (column, field) in bound.whole.names.sorted(by: { $0.key < $1.key }) {
                let message = """
                    The name of this column has \(header.long[column]?.utf8.count ?? 0) bytes; \(CaseLimits.mark) fit. \
                    It is called x.\(header.names[column]) here, and its whole name is kept as \(field.name).
                    """
                summary.add(try problem(message, column, of: reader.row))
            }
        case .rows(let bound):
            guard let first = bound.others.first else { return }
            let names = bound.others.prefix(40).map { header.names[$0] }.joined(separator: ", ")
            let rest = bound.others.count > 40 ? " and \(bound.others.count - 40) more" : ""
            let message = """
                Not taken, since the map does not name them: \(names)\(rest). Name them under [fields], or say \
                “columns = *” under [ignore].
                """
            summary.add(try problem(message, first, of: reader.row))
        }
    }

    private mutating func take(_ row: CSVRow, _ bound: BoundTable) throws(ImportError) {
        guard bound.takes(row) else {
            summary.left += 1
            return
        }
        if let cutoff, let time = bound.time(of: row), time >= cutoff {
            summary.later += 1
            return
        }
        do throws(FieldFault) {
            if case .cases(let bound) = bound, let time = try cases?.check(row) {
                index.add(key: row.cell(bound.key).trimmedBlanks, offset: row.offset, line: row.line, at: time.seconds)
            } else if let key = try others?.key(of: row)[...] {
                if try others?.isFirst(row, index.number(of: key)) == true {
                    index.add(key: key, offset: row.offset, line: row.line, at: 0)
                }
            }
        } catch {
            return reject(try problem(error.message, error.column, of: row))
        }
        for cut in cases?.cuts ?? [] { summary.add(try problem(cut.message, cut.column, of: row)) }
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
