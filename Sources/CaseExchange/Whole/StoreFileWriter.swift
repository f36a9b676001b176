public import CaseModel

/// A whole store as lines of JSON: a head that names the format, one line for each row, and an end with the count and
/// the digest of everything before it, so that a file that was cut or edited is noticed.
public struct StoreFileWriter: Sendable {
    private var digest = SHA256()
    /// Rows written so far.
    public private(set) var rows: Int64 = 0

    /// Nothing written yet.
    public init() {}

    /// The first line.
    public mutating func head(format: Int) -> [UInt8] {
        line(.object([.init("caseload", .string("store")), .init("format", .number(Int64(format)))]))
    }

    /// The line of a row.
    public mutating func row(_ row: StoredRow) -> [UInt8] {
        rows += 1
        let fields = zip(row.names, row.values).map { JSON.Field($0, JSON($1)) }
        return line(.object([.init("kind", .string(row.kind)), .init("row", .object(fields))]))
    }

    /// The last line.
    public mutating func end() -> [UInt8] {
        line(.object([.init("rows", .number(rows)), .init("sha256", .string(digest.text))]))
    }

    private mutating func line(_ value: JSON) -> [UInt8] {
        let bytes = value.bytes + [0x0A]
        digest.add(bytes)
        return bytes
    }
}

extension JSON {
    /// The key under which bytes that are no text are written.
    static let bytesKey = "base64"

    /// A value of a store.
    init(_ value: StoredValue) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .number(number)
        case .text(let text): self = .string(text)
        case .bytes(let bytes): self = .object([.init(JSON.bytesKey, .string(Base64.encode(bytes)))])
        }
    }

    /// The value of a store that was written so; nil for any other JSON.
    var stored: StoredValue? {
        switch self {
        case .null: .null
        case .number(let number): .integer(number)
        case .string(let text): .text(text)
        case .object(let fields) where fields.count == 1 && fields[0].key == JSON.bytesKey:
            if case .string(let text) = fields[0].value { Base64.decode(text).map(StoredValue.bytes) } else { nil }
        default: nil
        }
    }
}
