internal import CaseModel

/// A file that was read and checked, before anything of it is in a store.
public struct CheckedFile {
    let text: TextFile
    let bound: BoundTable?
    let index: RowIndex
    /// What was found.
    public let summary: ImportSummary

    /// Whether there is something to load.
    public var hasRecords: Bool { summary.isTaken && bound != nil && index.count > 0 }
}

extension CheckedFile {
    /// A field that a person changed since, and the source would overwrite.
    func problem(_ conflict: LoadConflict) throws(ImportError) -> ImportProblem {
        let field = conflict.change.field.name
        let here = conflict.change.old ?? "nothing"
        let there = conflict.change.new ?? "nothing"
        return ImportProblem(
            file: text.source.name, line: conflict.line, column: 1,
            message: "\(conflict.caseID) says \(field) is \(here), changed by a person; the file says \(there). "
                + "It was left as it is.")
    }

    /// Something that the store found, at the cell it is about.
    func problem(_ problem: LoadProblem) throws(ImportError) -> ImportProblem {
        var place = CSVFault(line: problem.line, column: 1, message: problem.message)
        if let bound, let found = index.place(ofLine: problem.line) {
            var reader = CSVReader(text, delimiter: text.delimiter)
            reader.seek(to: found.offset, line: problem.line)
            if try reader.next() == .row {
                let row = reader.row
                let column = problem.field.flatMap { bound.columns(of: $0).first } ?? 0
                let start = column < row.places.count ? row.places[column] : row.offset
                place = try RowFault(row, at: start, problem.message).located(in: text.source)
            }
        }
        return ImportProblem(file: text.source.name, line: place.line, column: place.column, message: place.message)
    }
}
