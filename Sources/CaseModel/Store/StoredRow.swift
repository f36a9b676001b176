/// A row of a store as it is kept, for writing a whole store out and reading it back without loss.
public struct StoredRow: Equatable, Sendable {
    /// What it is a row of.
    public var kind: String
    /// The names of its values, sorted by their bytes.
    public var names: [String]
    /// Its values, in the order of their names.
    public var values: [StoredValue]

    /// A row with its values.
    public init(kind: String, names: [String], values: [StoredValue]) {
        self.kind = kind
        self.names = names
        self.values = values
    }
}

/// A value as a store keeps it.
public enum StoredValue: Equatable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int64)
    /// A text.
    case text(String)
    /// Bytes that are no text.
    case bytes([UInt8])
}

/// The rows of a whole store, one after the other, from wherever they were written to.
public protocol StoredRowSource: SendableMetatype {
    /// What can be wrong with it.
    associatedtype Problem: Error
    /// The format of the store that was written.
    var format: Int { get }
    /// The next row; nil after the last, when all of them were as they were written.
    mutating func next() throws(Problem) -> StoredRow?
    /// What a store says against the newest row.
    func problem(inRow error: StoreError) -> Problem
    /// What a store says against the whole.
    func problem(_ error: StoreError) -> Problem
}
