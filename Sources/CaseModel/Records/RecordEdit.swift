/// Something done to a record that has rules of its own.
public enum RecordAct: Equatable, Sendable {
    /// With a licence.
    case license(LicenseAct)
    /// With an alert.
    case alert(AlertAct)
    /// The next step of its procedure, by the policy's word for what is done; at the time of the act when nil.
    case step(String, at: Timestamp? = nil)
}

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
    /// What is done with it, where that has rules of its own; the values then go with it.
    public var act: RecordAct?
    /// Why, in words.
    public var text: String?

    /// Values for a record that is there.
    public init(_ id: RecordID, base: Int? = nil, _ values: [String: String?], text: String? = nil) {
        self.init(.existing(id, base: base), nil, values, text: text)
    }

    /// An act on a record that is there.
    public init(
        _ id: RecordID, base: Int? = nil, doing act: RecordAct, _ values: [String: String?] = [:],
        text: String? = nil
    ) {
        self.init(.existing(id, base: base), act, values, text: text)
    }

    /// A record to be added.
    public init(
        adding kind: RecordKind, doing act: RecordAct? = nil, _ values: [String: String?], text: String? = nil
    ) {
        self.init(.new(kind), act, values, text: text)
    }

    private init(_ target: Target, _ act: RecordAct?, _ values: [String: String?], text: String?) {
        self.target = target
        self.act = act
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
