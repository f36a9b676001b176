/// The life of one record as somebody tells it: each entry is done as people do it, by the rules of its kind, and leaves
/// one event.
public struct RecordHistory: Equatable, Sendable {
    /// What it is.
    public var kind: RecordKind
    /// The key in the source, by which what comes later names it; one that is known is left as it is.
    public var key: String
    /// Where it stands in the source, for messages.
    public var line: Int
    /// What happened, oldest first.
    public var entries: [RecordEntry]
    /// The bytes of an attachment; nil for everything else.
    public var content: [UInt8]?

    /// A life to load.
    public init(kind: RecordKind, key: String, line: Int, entries: [RecordEntry], content: [UInt8]? = nil) {
        self.kind = kind
        self.key = key
        self.line = line
        self.entries = entries
        self.content = content
    }
}

/// One thing that happened to a record.
public struct RecordEntry: Equatable, Sendable {
    /// When.
    public var at: Timestamp
    /// Who did it, by name.
    public var actor: String
    /// The values given, by field; a field that names somebody or something holds the key it has in the source, or its
    /// name.
    public var values: [String: String?]
    /// What was done with it, where that has rules of its own.
    public var act: RecordAct?
    /// Why, in words.
    public var text: String?

    /// Something that happened.
    public init(
        at: Timestamp, actor: String, values: [String: String?] = [:], act: RecordAct? = nil, text: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.values = values
        self.act = act
        self.text = text
    }
}
