internal import CaseModel

/// The second pass over a file: its histories, in the order of their first rows, a batch at a time.
struct HistorySource {
    private let bound: BoundMap
    private let index: RowIndex
    private let text: TextFile
    private var reader: CSVReader
    private var nextCase = 0
    private var rows = 0

    init(_ text: TextFile, _ bound: BoundMap, _ index: RowIndex) {
        self.text = text
        self.bound = bound
        self.index = index
        reader = CSVReader(text, delimiter: text.delimiter)
        reader.columns = bound.header.count
    }

    /// How far it has come.
    var progress: ImportProgress {
        let size = text.source.size
        let bytes = nextCase == index.count ? size : min(reader.offset, size)
        return ImportProgress(stage: .writing, bytes: bytes, total: size, rows: rows)
    }

    /// Histories with about so many entries in all; nil when there are no more.
    mutating func next(_ wanted: Int) throws(ImportError) -> [LoadRecord]? {
        var batch: [LoadRecord] = []
        var entries = 0
        while nextCase < index.count, entries < wanted {
            let history = try history(nextCase)
            nextCase += 1
            entries += history.entries.count
            batch.append(.history(history))
        }
        rows += entries
        return batch.isEmpty ? nil : batch
    }

    private mutating func history(_ number: Int) throws(ImportError) -> CaseHistory {
        let places = index.rows(ofCase: number, sorted: bound.map.history.isSorted)
        var history = CaseHistory(key: nil, line: Int(places.first?.line ?? 0), entries: [])
        var writer = HistoryWriter(bound)
        for place in places {
            if reader.offset != place.offset { reader.seek(to: place.offset, line: Int(place.line)) }
            guard try reader.next() == .row else { throw .changed(text.source.name) }
            let row = reader.row
            history.key = String(decoding: row.cell(bound.key).trimmedBlanks, as: UTF8.self)
            do throws(FieldFault) {
                history.entries.append(try writer.entry(row))
            } catch {
                // Every row was sound when it was checked.
                throw .changed(text.source.name)
            }
        }
        return history
    }
}
