/// Which records are wanted: those of one kind for which all that is said holds.
public struct RecordQuery: Equatable, Sendable {
    /// What they are.
    public var kind: RecordKind
    /// Of these customers; of every one when nil.
    public var accounts: [AccountID]?
    /// With this in their title, folded; with any when empty.
    public var title: String
    /// With one of these as their whole title, folded; with any when nil.
    public var titles: [String]?
    /// With this in the field by which the kind is found besides (``RecordKind/mark``); with any when nil.
    public var marked: String?
    /// Licences of which this host has some, by its whole name; any record when nil.
    public var host: String?
    /// With a last day on or after this one.
    public var endingFrom: CivilDay?
    /// With a last day on or before this one.
    public var endingUntil: CivilDay?
    /// Those that end first come first, and those without an end last; by number otherwise.
    public var byEnd: Bool
    /// The other way round: those that were added last come first, or those that end last, before those without an end.
    public var newestFirst: Bool
    /// The line before the first that is wanted; the first of all when nil.
    public var after: RecordPlace?
    /// At most so many.
    public var limit: Int

    /// The records of a kind.
    public init(
        _ kind: RecordKind, of accounts: [AccountID]? = nil, title: String = "", titles: [String]? = nil,
        marked: String? = nil, host: String? = nil, endingFrom: CivilDay? = nil, endingUntil: CivilDay? = nil,
        byEnd: Bool = false, newestFirst: Bool = false, after: RecordPlace? = nil, limit: Int = .max
    ) {
        self.kind = kind
        self.accounts = accounts
        self.title = Words.fold(title)
        self.titles = titles?.map(Words.fold)
        self.marked = marked
        self.host = host
        self.endingFrom = endingFrom
        self.endingUntil = endingUntil
        self.byEnd = byEnd
        self.newestFirst = newestFirst
        self.after = after
        self.limit = limit
    }

    /// The first of these records that are wanted, in order.
    func matching(_ records: some Sequence<Record>) -> [Record] {
        let wanted = Array(title.utf8)
        let found = records.filter { record in
            guard record.kind == kind, accounts.map({ $0.contains { $0 == record.account } }) ?? true else {
                return false
            }
            if let from = endingFrom, record.end.map({ $0 < from }) ?? true { return false }
            if let until = endingUntil, record.end.map({ $0 > until }) ?? true { return false }
            if let marked, record.mark != marked { return false }
            if let host, !record.hosts.contains(host) { return false }
            if let after, !precedes(after, record.place) { return false }
            let folded = Words.fold(record.title)
            guard titles?.contains(folded) ?? true else { return false }
            let title = Array(folded.utf8)
            return wanted.isEmpty || title.indices.contains { title[$0...].starts(with: wanted) }
        }
        let ordered = found.sorted { precedes($0.place, $1.place) }
        return Array(ordered.prefix(max(0, limit)))
    }

    private func precedes(_ a: RecordPlace, _ b: RecordPlace) -> Bool {
        guard byEnd, a.end != b.end else { return newestFirst ? a.number > b.number : a.number < b.number }
        guard let first = a.end, let second = b.end else { return a.end != nil }
        return newestFirst ? first > second : first < second
    }
}

/// A place in a list of records of one kind.
public struct RecordPlace: Hashable, Sendable {
    /// The last day, for lists that go by it.
    public let end: CivilDay?
    /// The number.
    public let number: Int64

    /// A place in a list.
    public init(end: CivilDay?, number: Int64) {
        self.end = end
        self.number = number
    }
}

extension Record {
    /// Where it stands in a list of its kind.
    public var place: RecordPlace { RecordPlace(end: end, number: number) }
}

/// Records with the names they mention.
public struct RecordList: Equatable, Sendable {
    /// The records, in the order asked for.
    public var records: [Record]
    /// The names behind the identifiers in them.
    public var names: Names
    /// Whether as many came as were asked for at most, so that there may be others behind them.
    public var goesOn: Bool

    /// Records with names.
    public init(records: [Record], names: Names, goesOn: Bool = false) {
        self.records = records
        self.names = names
        self.goesOn = goesOn
    }
}

/// A record with its history.
public struct RecordFile: Equatable, Sendable {
    /// The record as it stands.
    public var record: Record
    /// The names behind the identifiers in record and events.
    public var names: Names
    /// What happened, oldest first.
    public var events: [RecordEvent]
}

extension CaseLedger {
    /// A record with its history.
    public func file(_ id: RecordID) throws(StoreError) -> RecordFile? {
        guard let record = try record(id) else { return nil }
        let events = try recordEvents(of: id, after: 0)
        return RecordFile(record: record, names: try names(in: [record], events), events: events)
    }

    /// The names that records and their events mention.
    public func names(in records: [Record], _ events: [RecordEvent] = []) throws(StoreError) -> Names {
        var names = Names()
        for record in records {
            for (name, value) in record.values { try add(value, record.kind.field(name)?.type, to: &names) }
        }
        for event in events {
            let kind = RecordKind(code: event.record.kind)
            for change in event.changes {
                for value in [change.old, change.new].compactMap({ $0 }) {
                    try add(value, kind?.field(change.field)?.type, to: &names)
                }
            }
        }
        return names
    }

    private func add(_ value: String, _ type: RecordFieldType?, to names: inout Names) throws(StoreError) {
        switch type {
        case .account:
            if let id = AccountID(text: value), names.accounts[id] == nil, let found = try account(id) {
                names.accounts[id] = found.name
                names.regions[id] = found.region
            }
        case .contact:
            if let id = ContactID(text: value), names.contacts[id] == nil { names.contacts[id] = try contact(id)?.name }
        case .agent:
            if let id = AgentID(text: value), names.agents[id] == nil { names.agents[id] = try agent(id)?.name }
        default: break
        }
    }
}
