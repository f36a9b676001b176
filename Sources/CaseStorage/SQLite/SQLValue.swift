import CaseModel

/// A value as the file keeps it.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
    init(_ number: Int) { self = .integer(Int64(number)) }
    init(_ truth: Bool) { self = .integer(truth ? 1 : 0) }
    init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
    init(_ instant: Timestamp?) { self.init(instant?.seconds) }
    init<Kind>(_ id: Identifier<Kind>?) { self.init(id?.number) }
}
