/// A load under way: what it was begun with, what it did, and the names it met.
public struct LoadSession: Sendable {
    /// Who loads what.
    public let header: LoadHeader
    /// The agent who loads.
    public let agent: Agent
    /// What was done so far.
    public var counts = LoadCounts()
    /// People and places were added, even if no case was.
    public var madeNames = false
    /// What the rows of this load tell of; nil for one of cases.
    var kind: RowKind?
    /// What rows said of rows that did not come yet.
    var waiting: [LoadRow] = []
    /// All rows came; what is not found now is not there.
    var isAtEnd = false
    /// How many fields of cases name something that is not here.
    var unresolved = 0
    /// What cases find of their customers.
    var covers = LoadedCovers()
    private var known: [LoadName: String] = [:]

    /// A load that begins.
    public init(header: LoadHeader, agent: Agent) {
        self.header = header
        self.agent = agent
    }

    /// Remembers that a field of a case names something that is not there.
    mutating func tellUnresolved(_ text: String, _ field: CaseField, line: Int, _ place: String) {
        unresolved += 1
        let why = "No \(field.name) “\(text.prefix(80))” is \(place); the case was taken without it."
        counts.add(LoadProblem(line: line, field: field.name, message: why))
    }

    /// The identifier behind a name met before.
    subscript(name: LoadName) -> String? {
        get { known[name] }
        set {
            // A bound on memory: names beyond it are looked up again.
            if known.count >= 200_000 { known.removeAll(keepingCapacity: true) }
            known[name] = newValue
        }
    }
}

/// A name in a load, by what it names.
enum LoadName: Hashable, Sendable {
    case agent(String)
    case queue(String)
    case account(String)
    case contact(String, account: String?)
    /// The key or the name of one of these kinds, in a row.
    case reference(String, kinds: [String], account: AccountID?)
}

extension CaseLedger {
    /// Begins a load, when the claimant may.
    public func beginLoad(_ header: LoadHeader) throws(StoreError) -> LoadSession {
        LoadSession(header: header, agent: try allowed(header.claim, .importData))
    }

    /// Adds one record.
    public mutating func load(_ record: LoadRecord, in session: inout LoadSession) throws(StoreError) {
        switch record {
        case .account(let account, let above):
            var new = account
            new.id = AccountID(0)
            new.parent = try above.flatMap { name throws(StoreError) in
                AccountID(text: try identifier(.account(name), in: &session))
            }
            let same = try self.account(folded: Words.fold(account.name))
            if let same { new = same.completed(by: new) }
            if new != same {
                let saved = try put(new)
                session[.account(saved.name)] = saved.id.description
                session.covers.forgetFacts()
                session.madeNames = true
            }
        case .contact(let contact, let accountName):
            var new = contact
            new.account = try accountName.flatMap { name throws(StoreError) in
                AccountID(text: try identifier(.account(name), in: &session))
            }
            new.id = ContactID(0)
            let same = try contacts(folded: Words.fold(contact.name), account: new.account).first
            if let same { new = same.completed(by: new) }
            if new != same {
                _ = try put(new)
                session.madeNames = true
            }
        case .agent(let agent):
            // Who may do what is not for a load to change: an agent that is here stays as it is.
            guard try self.agent(folded: Words.fold(agent.name)) == nil else { break }
            var new = agent
            new.id = AgentID(0)
            session[.agent(agent.name)] = try put(new).id.description
            session.madeNames = true
        case .queue(let name): _ = try identifier(.queue(name), in: &session)
        case .history(let history):
            let count = session.counts.problems.count
            try load(history, in: &session)
            session.counts.sortProblems(after: count)
        case .record(let history): try load(history, in: &session)
        case .row(let row):
            session.covers.forgetFacts()
            try load(row, in: &session)
        case .endOfRows: try loadLateReferences(in: &session)
        }
    }

    /// Ends a load: it stands in the journal when it did anything.
    public mutating func finish(_ session: LoadSession) throws(StoreError) {
        let counts = session.counts
        guard counts.events > 0 || session.madeNames else { return }
        let header = session.header
        let act = LedgerAct(
            id: header.operation, kind: .load, actor: session.agent.actor(header.claim), at: header.at,
            recordedAt: header.recordedAt,
            words: "imported from \(header.source)\(session.kind.map { " (\($0.code))" } ?? ""): "
                + "\(counts.created) new\(session.kind == nil ? " cases" : ""), \(counts.updated) updated")
        try remember(act, outcome: OperationOutcome(id: header.operation, edits: []))
    }

    /// The identifier behind a name; whoever is missing is made.
    mutating func identifier(_ name: LoadName, in session: inout LoadSession) throws(StoreError) -> String {
        if let found = try known(name, in: &session) { return found }
        let made = try make(name, &session)
        session[name] = made
        return made
    }

    /// The identifier behind a key or a name in a field of a case; whoever is missing is made, or told when the load is
    /// not to make any.
    ///
    /// - Parameter line: where to tell it; nil when it is told elsewhere.
    mutating func identifier(
        _ name: LoadName, for field: CaseField, line: Int? = nil, in session: inout LoadSession
    ) throws(StoreError) -> String? {
        if let adds = session.header.adds, !adds.contains(field.name) {
            if let found = try known(name, in: &session) { return found }
            if let line { session.tellUnresolved(name.text, field, line: line, "known") }
            return nil
        }
        if case .reference = name {
            if let found = try known(name, in: &session) { return found }
            if let line { session.tellUnresolved(name.text, field, line: line, "known") }
            return nil
        }
        return try identifier(name, in: &session)
    }

    private func known(_ name: LoadName, in session: inout LoadSession) throws(StoreError) -> String? {
        if let known = session[name] { return known }
        var found: String?
        for kind in name.kinds where found == nil {
            found = try id(of: kind, keyed: name.text, by: session.header.source)
        }
        if found == nil { found = try find(name) }
        session[name] = found
        return found
    }

    private func find(_ name: LoadName) throws(StoreError) -> String? {
        switch name {
        case .agent(let text): return try agent(folded: Words.fold(text))?.id.description
        case .queue(let text): return try queue(folded: Words.fold(text))?.id.description
        case .account(let text): return try account(folded: Words.fold(text))?.id.description
        case .contact(let text, let account):
            let account = account.flatMap { AccountID(text: $0) }
            return try contacts(folded: Words.fold(text), account: account).first?.id.description
        // A record is its own name, where a source says it so.
        case .reference(let text, let kinds, _):
            guard let id = RecordID(text: text), kinds.contains(id.kind) else { return nil }
            return try record(id)?.id.description
        }
    }

    private mutating func make(_ name: LoadName, _ session: inout LoadSession) throws(StoreError) -> String {
        session.madeNames = true
        switch name {
        case .agent(let text): return try put(Agent(id: AgentID(0), name: text)).id.description
        case .queue(let text): return try put(Queue(id: QueueID(0), name: text)).id.description
        case .account(let text): return try put(Account(id: AccountID(0), name: text)).id.description
        case .contact(let text, let account):
            let account = account.flatMap { AccountID(text: $0) }
            return try put(Contact(id: ContactID(0), account: account, name: text)).id.description
        case .reference: throw .unavailable("a record is not made by its name")
        }
    }
}

extension LoadName {
    /// What the source calls it.
    var text: String {
        switch self {
        case .agent(let text), .queue(let text), .account(let text), .contact(let text, _), .reference(let text, _, _):
            text
        }
    }

    /// The codes of what it may name, where a table of another system may tell of it.
    var kinds: [String] {
        switch self {
        case .agent: [RowKind.agent.code]
        case .account: [RowKind.account.code]
        case .contact: [RowKind.contact.code]
        case .reference(_, let kinds, _): kinds
        case .queue: []
        }
    }
}

extension ValuedByField {
    /// What is known, with what a load tells of fields that were not: what is known may be a person's correction, and
    /// stays.
    fileprivate func completed(by told: Self) -> Self { with(values.merging(told.values) { known, _ in known }) }
}
