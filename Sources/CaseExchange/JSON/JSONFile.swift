extension TextFile {
    /// Opens a table as its layout says; objects of JSON are written as cells first.
    ///
    /// - Parameter wanted: columns that a map names: objects need not have them, so they are added when none has.
    init(opening path: String, _ layout: FileLayout, wanted: [String] = []) throws(ImportError) {
        let text = try TextFile(opening: path, layout.encoding, delimiter: layout.delimiter)
        let name = text.source.name
        let isJSON = try text.looksLikeJSON()
        guard layout.format == .json || layout.format == nil && isJSON else {
            self = text
            return
        }
        let bytes = try text.bytes(upTo: JSONTable.byteLimit)
        let table: [UInt8]
        var origins: JSONOrigins
        do throws(JSONScan.Fault) {
            (table, origins) = try JSONTable(bytes).cells(wanted)
        } catch {
            let place = bytes.place(of: min(error.offset, bytes.count))
            let message = "This is no JSON: \(error.message)"
            throw .header([ImportProblem(file: name, line: place.line, column: place.column, message: message)])
        }
        let spool = try Spool(for: name)
        try spool.write(table[...])
        source = try SourceFile(owning: spool.takeDescriptor(), named: name, origins: origins)
        start = 0
        delimiter = UInt8(ascii: ",")
    }

    /// Whether the first sign is one with which no table of cells begins.
    private func looksLikeJSON() throws(ImportError) -> Bool {
        var front = [UInt8](repeating: 0, count: 256)
        let count = try source.read(into: &front, count: front.count, at: start)
        let first = front[..<count].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    private func bytes(upTo limit: Int) throws(ImportError) -> [UInt8] {
        let size = Int(source.size - start)
        guard size <= limit else {
            throw .file(source.name, "JSON of more than \(limit >> 20) MiB is not read; give it as csv, or in parts")
        }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = try source.read(into: &bytes, count: size, at: start)
        return Array(bytes[..<count])
    }
}

extension JSONTable {
    /// The objects as a table of cells, one column for each name that any of them has.
    fileprivate func cells(_ wanted: [String]) throws(JSONScan.Fault) -> ([UInt8], JSONOrigins) {
        var names: [String] = []
        var places: [String: Int] = [:]
        try objects { _, scan throws(JSONScan.Fault) in
            try scan.members { name, _, _ in
                guard places[name] == nil else { return }
                places[name] = names.count
                names.append(name)
            }
        }
        guard !names.isEmpty else { return ([], JSONOrigins(bytes, names: [])) }
        let lacking = wanted.filter { name in
            places[name] == nil && name.alternatives.allSatisfy { places[$0] == nil }
        }
        names += lacking
        var origins = JSONOrigins(bytes, names: names, lacking: lacking)
        let writer = CSVWriter(raw: true)
        var table = writer.line(names.map(CSVCell.text))
        var line = 1 + names.count { $0.utf8.contains(0x0A) }
        var (counted, origin) = (0, 1)
        try objects { offset, scan throws(JSONScan.Fault) in
            var cells = [CSVCell](repeating: .empty, count: names.count)
            try scan.members { name, value, _ in
                guard let place = places[name] else { return }
                cells[place] = value.map(CSVCell.text) ?? .empty
            }
            origin += bytes[counted..<offset].count { $0 == 0x0A }
            counted = offset
            let row = writer.line(cells)
            line += 1
            origins.add(line: line, offset: offset, origin: origin)
            table += row
            // A reader counts a line end however it is written.
            line += row.lineEnds - 1
        }
        return (table, origins)
    }
}

extension [UInt8] {
    /// How many lines end here: with a return, a line feed, or both.
    fileprivate var lineEnds: Int {
        var count = 0
        var afterReturn = false
        for byte in self {
            if byte == 0x0D || byte == 0x0A && !afterReturn { count += 1 }
            afterReturn = byte == 0x0D
        }
        return count
    }
}
