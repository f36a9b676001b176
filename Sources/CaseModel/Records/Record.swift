/// Something a company keeps beside its cases, such as a contract: the sum of its events.
public struct Record: Equatable, Sendable {
    /// What it is.
    public let kind: RecordKind
    /// Its number among its kind.
    public let number: Int64
    /// How many events it has.
    public internal(set) var version: Int
    /// The values by field, each in the form in which it is kept; a field without one is not there.
    public internal(set) var values: [String: String]

    /// A record as a store reads it.
    public init(_ id: RecordID, kind: RecordKind, version: Int = 0, values: [String: String] = [:]) {
        self.kind = kind
        number = id.number
        self.version = version
        self.values = values
    }

    /// How people name it.
    public var id: RecordID { RecordID(kind, number) }
    /// The value of a field.
    public subscript(field: String) -> String? { values[field] }
    /// The customer it belongs to.
    public var account: AccountID? { account(RecordKind.account) }
    /// The text by which people find it.
    public var title: String { values[kind.title] ?? "" }
    /// The whole value by which people find it besides, where its kind has such a field.
    public var mark: String? { kind.mark.flatMap { values[$0] } }
    /// Its first day, where its kind has one and it is known.
    public var start: CivilDay? { kind.start.flatMap(day) }
    /// Its last day, where its kind has one and it is known.
    public var end: CivilDay? { kind.end.flatMap(day) }
    /// The record it belongs to.
    public var parent: RecordID? { kind.parent.flatMap(record) }

    /// A number.
    public func count(_ field: String) -> Int? { values[field].flatMap { Int($0) } }
    /// A day.
    public func day(_ field: String) -> CivilDay? { values[field].flatMap { CivilDay(iso: $0) } }
    /// Whether something is so; nil when nothing is known.
    public func flag(_ field: String) -> Bool? { values[field].map { $0 == "yes" } }
    /// The words of a list.
    public func words(_ field: String) -> [String] { values[field].blankSeparated }
    /// A company.
    public func account(_ field: String) -> AccountID? { values[field].flatMap { AccountID(text: $0) } }
    /// A person at a company.
    public func contact(_ field: String) -> ContactID? { values[field].flatMap { ContactID(text: $0) } }
    /// An agent.
    public func agent(_ field: String) -> AgentID? { values[field].flatMap { AgentID(text: $0) } }
    /// A case.
    public func item(_ field: String) -> CaseID? { values[field].flatMap { CaseID(text: $0) } }
    /// Quantities by name; empty where there are none.
    public func amounts(_ field: String) -> Amounts { values[field].flatMap { Amounts($0) } ?? Amounts() }
    /// The hosts that have something of it, sorted; none of anything but a licence.
    public var hosts: [String] { kind == .license ? amounts(RecordKind.allocations).sorted.map(\.name) : [] }
    /// Another record.
    public func record(_ field: String) -> RecordID? { values[field].flatMap { RecordID(text: $0) } }

    /// Adds one event.
    public mutating func apply(_ event: RecordEvent) {
        for change in event.changes { values[change.field] = change.new }
        version = event.seq
    }

    /// A record as its events tell it.
    public init(_ id: RecordID, kind: RecordKind, events: [RecordEvent]) {
        self.init(id, kind: kind)
        for event in events { apply(event) }
    }

    /// The fields of which an event says that they had another value before it than the record has, or to which it
    /// gives one that they cannot have.
    public func fields(misquotedBy event: RecordEvent) -> [String] {
        event.changes.filter { change in
            guard let field = kind.field(change.field), change.old == values[change.field] else { return true }
            return change.new.map { field.type.canonical($0) != $0 } ?? false
        }
        .map(\.field)
    }
}

/// One thing that happened to a record; never changed or removed once written.
public struct RecordEvent: Equatable, Sendable, ChangingEvent {
    /// The record.
    public var record: RecordID
    /// Its place in the record's history, 1 for the first; the record's version after it.
    public var seq: Int
    /// When it happened.
    public var at: Timestamp
    /// The real time of writing, when the clock was fixed by hand; nil otherwise.
    public var recordedAt: Timestamp?
    /// Who did it.
    public var actor: EventActor
    /// Which fields changed, and how.
    public var changes: [ValueChange<String>]
    /// Why, when somebody said so.
    public var text: String?
    /// The act it belongs to.
    public var operation: OperationID

    /// An event with all its fields.
    public init(
        record: RecordID, seq: Int, at: Timestamp, recordedAt: Timestamp? = nil, actor: EventActor,
        changes: [ValueChange<String>], text: String? = nil, operation: OperationID
    ) {
        self.record = record
        self.seq = seq
        self.at = at
        self.recordedAt = recordedAt
        self.actor = actor
        self.changes = changes
        self.text = text
        self.operation = operation
    }
}
