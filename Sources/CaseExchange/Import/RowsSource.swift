internal import CaseModel

/// The second pass over a table of people, customers or records: one row for each key, a batch at a time.
struct RowsSource {
    private let bound: BoundRows
    private let index: RowIndex
    private let text: TextFile
    private var reader: CSVReader
    private var nextRow = 0
    private var isEnded = false

    init(_ text: TextFile, _ bound: BoundRows, _ index: RowIndex) {
        self.text = text
        self.bound = bound
        self.index = index
        reader = CSVReader(text, delimiter: text.delimiter)
        reader.columns = bound.header.count
    }

    /// How far it has come.
    var progress: ImportProgress {
        let size = text.source.size
        let bytes = nextRow == index.count ? size : min(reader.offset, size)
        return ImportProgress(stage: .writing, bytes: bytes, total: size, rows: nextRow)
    }

    /// About so many rows; nil when there are no more.
    mutating func next(_ wanted: Int) throws(ImportError) -> [LoadRecord]? {
        var batch: [LoadRecord] = []
        while nextRow < index.count, batch.count < wanted {
            batch.append(.row(try row(nextRow)))
            nextRow += 1
        }
        if batch.isEmpty {
            guard !isEnded else { return nil }
            isEnded = true
            return [.endOfRows]
        }
        return batch
    }

    private mutating func row(_ number: Int) throws(ImportError) -> LoadRow {
        guard let place = index.rows(ofCase: number, sorted: false).first else { throw .changed(text.source.name) }
        if reader.offset != place.offset { reader.seek(to: place.offset, line: Int(place.line)) }
        guard try reader.next() == .row, let key = bound.key(of: reader.row) else { throw .changed(text.source.name) }
        do throws(FieldFault) {
            return LoadRow(
                kind: bound.map.kind, key: String(decoding: key, as: UTF8.self), line: Int(place.line),
                values: try bound.values(of: reader.row))
        } catch {
            // Every row was sound when it was checked.
            throw .changed(text.source.name)
        }
    }
}
