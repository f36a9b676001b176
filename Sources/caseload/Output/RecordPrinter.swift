import CaseExchange
import CaseModel
import SettingsText
import TerminalUI

/// Prints objects in the form that was asked for, a chunk at a time: table, tabs, commas, JSON, JSON Lines.
struct RecordPrinter {
    private let shell: Shell
    private let columns: [Column]
    private let form: OutputForm
    private var table: TableWriter
    private var isFirst = true

    /// A printer for objects with these columns.
    ///
    /// - Parameter chosen: the columns shown when `--columns` says nothing; all of them when it is empty.
    init(_ known: [Column], chosen: [String] = [], _ shell: Shell) throws(Failure) {
        self.shell = shell
        form = shell.form
        let asked = shell.options.columns
        let names = asked ?? (chosen.isEmpty ? known.map(\.name) : chosen)
        columns = try RecordPrinter.pick(names, from: known)
        table = TableWriter(columns, headers: shell.options.headers, to: shell.data, paint: shell.paint)
    }

    private static func pick(_ names: [String], from known: [Column]) throws(Failure) -> [Column] {
        let short = [
            "due": "responseDueAt", "opened": "openedAt", "updated": "updatedAt", "closed": "closedAt",
            "response": "firstResponseAt", "tag": "tags", "watcher": "watchers",
        ]
        var columns: [Column] = []
        for name in names {
            if let column = known.first(where: { $0.name == name || $0.name == short[name] }) {
                columns.append(column)
            } else if name.hasPrefix("x."), known.contains(where: { $0.name == "extra" }) {
                columns.append(Column(name, Shown(name)))
            } else {
                let near = closest(to: name, in: known.map(\.name)).map { " Did you mean \($0)?" }
                let all = " Columns: \(known.map(\.name).joined(separator: ", "))."
                throw .usage("There is no column \(name).\(near ?? all)")
            }
        }
        guard !columns.isEmpty else { throw .usage("--columns needs at least one name.") }
        return columns
    }

    /// Prints some objects.
    mutating func write(_ objects: [JSON], painted: (JSON) -> String = { _ in "" }) throws(Failure) {
        switch form {
        case .json, .jsonl: try writeJSON(objects)
        case .table:
            let zone = shell.zone
            let rows = objects.map { object in columns.map { $0.display($0.value(in: object), in: zone) } }
            try table.write(rows, painted: objects.map(painted))
        case .plain: try writePlain(objects, painted)
        case .csv: try writeCSV(objects)
        }
    }

    /// Ends the output; an empty list is one too.
    mutating func finish() throws(Failure) {
        if form == .json { try shell.data.bytes(Array((isFirst ? "[]\n" : "\n]\n").utf8)) }
        if isFirst, form != .json, form != .jsonl { try write([]) }
    }

    private mutating func writeJSON(_ objects: [JSON]) throws(Failure) {
        for object in objects {
            var bytes: [UInt8] = []
            if form == .json { bytes += (isFirst ? "[\n" : ",\n").utf8 }
            isFirst = false
            let whole = shell.options.columns == nil
            let value = whole ? object : .object(columns.map { .init($0.name, $0.value(in: object)) })
            value.write(to: &bytes)
            if form == .jsonl { bytes.append(0x0A) }
            try shell.data.bytes(bytes)
        }
    }

    private mutating func writePlain(_ objects: [JSON], _ painted: (JSON) -> String) throws(Failure) {
        // Tabs that were asked for are read by a program: an environment variable does not put colours into them.
        let isPainted = shell.options.form == nil || shell.options.color == .always
        if isFirst, shell.options.headers {
            let header = columns.map(\.name).joined(separator: "\t")
            try shell.data.line(safe: header, painted: isPainted ? shell.paint.header : "")
        }
        isFirst = false
        for object in objects {
            let cells = columns.map { Shown(detail: $0.value(in: object).words).text }
            try shell.data.line(safe: cells.joined(separator: "\t"), painted: isPainted ? painted(object) : "")
        }
    }

    /// For reading in a spreadsheet; `export` writes the texts as they are.
    private mutating func writeCSV(_ objects: [JSON]) throws(Failure) {
        let csv = CSVWriter()
        if isFirst, shell.options.headers { try shell.data.bytes(csv.line(columns.map { .text($0.name) })) }
        isFirst = false
        for object in objects { try shell.data.bytes(csv.line(columns.map { $0.value(in: object).csv })) }
    }
}

extension Shell {
    /// Prints one JSON value for each thing: an array, or a line each.
    func printJSON(_ values: [JSON]) throws(Failure) {
        var bytes: [UInt8] = []
        if options.form == .jsonl {
            for value in values {
                value.write(to: &bytes)
                bytes.append(0x0A)
            }
        } else {
            JSON.array(values).write(to: &bytes)
            bytes.append(0x0A)
        }
        try data.bytes(bytes)
    }

    /// Prints one JSON object.
    func printJSON(_ value: JSON) throws(Failure) {
        try data.bytes(value.bytes + [0x0A])
    }

    /// Whether JSON of either form was asked for.
    var wantsJSON: Bool { options.form == .json || options.form == .jsonl }
}
