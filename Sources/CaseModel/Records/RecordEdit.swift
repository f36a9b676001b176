/// What is wanted of one record.
public struct RecordEdit: Equatable, Sendable {
    /// Which record.
    public enum Target: Equatable, Sendable {
        /// One that is not there yet.
        case new(RecordKind)
        /// One that is; with the version the person saw, nil takes the newest, which cannot conflict.
        case existing(RecordID, base: Int?)
    }

    /// The record.
    public var target: Target
    /// The values wanted, by field; nil takes one away.
    public var values: [String: String?]
    /// Why, in words.
    public var text: String?

    /// Values for a record that is there.
    public init(_ id: RecordID, base: Int? = nil, _ values: [String: String?], text: String? = nil) {
        self.init(.existing(id, base: base), values, text: text)
    }

    /// A record to be added.
    public init(adding kind: RecordKind, _ values: [String: String?], text: String? = nil) {
        self.init(.new(kind), values, text: text)
    }

    private init(_ target: Target, _ values: [String: String?], text: String?) {
        self.target = target
        self.values = values
        self.text = text
    }
}

/// What became of an act on records: all of it was done.
public struct RecordOutcome: Equatable, Sendable {
    /// The records as they are after it, in the order of the edits.
    public var records: [Record] = []
    /// What was written; nothing for what was so already.
    public var events: [RecordEvent] = []
    /// Whether others' changes to other fields were kept beside it.
    public var merged = false
}

/// Two people changed the same fields of a record.
public struct RecordConflict: Equatable, Sendable {
    /// The record.
    public var record: RecordID
    /// The version the refused change started from.
    public var base: Int
    /// The version the record has now.
    public var current: Int
    /// The fields both changed.
    public var fields: [Collision<String>]
}
