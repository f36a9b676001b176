public import CaseModel

/// A whole store as ``StoreFileWriter`` wrote it, read line by line.
///
/// The last line is looked at before the end is told, so that who reads to the end has everything as it was written.
public struct StoreFile: StoredRowSource {
    /// The format of the store that was written.
    public private(set) var format = 0
    /// Who may stop the reading.
    public var stop: (any ImportStop)?
    private var lines: LineReader
    private var digest = SHA256()
    private var rows: Int64 = 0

    /// Opens a file, `-` for standard input; nil when its first line is not that of a whole store.
    public init?(opening path: String) throws(ImportError) {
        lines = LineReader(try SourceFile(opening: path))
        guard try lines.begins(with: "{\"caseload\":\"store\",") else { return nil }
        guard let line = try lines.next(), case .number(let number)? = try value(of: line)["format"],
            let format = Int(exactly: number), format > 0
        else { throw fault("the first line names no format") }
        self.format = format
        digest.add(line)
        digest.add([0x0A])
    }

    /// The next row; nil after the last.
    public mutating func next() throws(ImportError) -> StoredRow? {
        guard stop?.isStopped != true else { throw .stopped }
        guard let line = try lines.next() else {
            throw fault("the file was cut: its last line, with the count and the digest of the others, is missing")
        }
        let value = try value(of: line)
        guard value["sha256"] == nil else {
            try end(value)
            return nil
        }
        guard case .string(let kind)? = value["kind"], case .object(let fields)? = value["row"] else {
            throw fault("this is no row of a store")
        }
        var values: [StoredValue] = []
        values.reserveCapacity(fields.count)
        for field in fields {
            guard let value = field.value.stored else { throw fault("\(field.key) has no value that a store keeps") }
            values.append(value)
        }
        digest.add(line)
        digest.add([0x0A])
        rows += 1
        return StoredRow(kind: kind, names: fields.map(\.key), values: values)
    }

    private mutating func end(_ value: JSON) throws(ImportError) {
        guard value["rows"] == .number(rows) else {
            throw fault("the file was changed: it has \(rows) rows, and its last line tells of another number")
        }
        guard value["sha256"] == .string(digest.text) else {
            throw fault("the file was changed: its lines do not have the digest that the last line tells of")
        }
        let (line, last) = (lines.line, value)
        guard try lines.next() == nil else { throw fault("there is more behind the last line") }
        guard last == .object([.init("rows", .number(rows)), .init("sha256", .string(digest.text))]) else {
            throw fault("the last line says more than it should", line: line)
        }
        guard !lines.source.hasChanged else { throw .changed(lines.source.name) }
        guard stop?.beginEnd() != false else { throw .stopped }
    }

    /// What a store says against the newest row, with its line.
    public func problem(inRow error: StoreError) -> ImportError {
        switch error {
        case .damaged(let why): fault("this row cannot be kept: \(why)")
        default: .store(error)
        }
    }

    /// What a store says against the whole.
    public func problem(_ error: StoreError) -> ImportError {
        guard case .damaged(let why) = error else { return .store(error) }
        return .broken(
            ImportProblem(file: lines.source.name, line: 0, column: 0, message: "\(lines.source.name): \(why)"))
    }

    private func value(of line: [UInt8]) throws(ImportError) -> JSON {
        do throws(JSONReader.Fault) {
            return try JSONReader.value(of: line[...])
        } catch {
            throw fault(error.message, column: error.place + 1)
        }
    }

    private func fault(_ words: String, line: Int? = nil, column: Int = 1) -> ImportError {
        .broken(ImportProblem(file: lines.source.name, line: line ?? lines.line, column: column, message: words))
    }
}

/// Reads a file line by line, each ended by a line feed.
struct LineReader {
    let source: SourceFile
    /// The number of the newest line, 1 for the first.
    private(set) var line = 0
    private var buffer: [UInt8] = []
    private var filled = 0
    private var at = 0
    private var offset: Int64 = 0

    /// No line of ours is longer: a few texts of 1 MiB of signs that are all escaped, or a piece of a file.
    private static let limit = 64 << 20

    init(_ source: SourceFile) {
        self.source = source
    }

    /// Whether the file begins with a text; before the first line is read.
    mutating func begins(with text: String) throws(ImportError) -> Bool {
        try fill()
        return buffer[..<filled].starts(with: text.utf8)
    }

    /// The next line without its end; nil at the end of the file, or where a line has no end.
    mutating func next() throws(ImportError) -> [UInt8]? {
        line += 1
        var result: [UInt8] = []
        while true {
            if at == filled { try fill() }
            guard filled > 0 else { return nil }
            let end = buffer[at..<filled].firstIndex(of: 0x0A)
            result += buffer[at..<(end ?? filled)]
            at = end.map { $0 + 1 } ?? filled
            if end != nil { return result }
            guard result.count <= LineReader.limit else {
                throw .broken(
                    ImportProblem(
                        file: source.name, line: line, column: 1,
                        message: "the line has more than \(LineReader.limit >> 20) MiB"))
            }
        }
    }

    private mutating func fill() throws(ImportError) {
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 1 << 18) }
        filled = try source.read(into: &buffer, count: buffer.count, at: offset)
        offset += Int64(filled)
        at = 0
    }
}
