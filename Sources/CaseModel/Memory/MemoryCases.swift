/// Everything a store in memory holds, as one value: a transaction is a copy that is kept or dropped.
struct MemoryCases: Sendable {
    private(set) var policies: PolicyBook
    var cases: [CaseID: CaseState] = [:]
    var histories: [CaseID: [CaseEvent]] = [:]
    var accounts: [AccountID: Account] = [:]
    var contacts: [ContactID: Contact] = [:]
    var agents: [AgentID: Agent] = [:]
    var queues: [QueueID: Queue] = [:]
    var records: [RecordID: Record] = [:]
    var recordHistories: [RecordID: [RecordEvent]] = [:]
    var diary = Diary()
    var loads = MemoryLoads()
    /// The bytes of attachments by their digests.
    var contents: [String: [UInt8]] = [:]

    /// The acts, the oldest first, and what became of each.
    struct Diary: Sendable {
        var acts: [LedgerAct] = []
        var outcomes: [OperationID: OperationOutcome] = [:]
    }

    init(policies: PolicyBook) {
        self.policies = policies
    }

    /// All names, for matching and sorting.
    var names: Names {
        var names = Names(policies.words)
        names.accounts = accounts.mapValues(\.name)
        names.contacts = contacts.mapValues(\.name)
        names.agents = agents.mapValues(\.name)
        names.queues = queues.mapValues(\.name)
        return names
    }

    /// The names that a case and its events mention, now or before.
    func names(of item: Case, _ events: [CaseEvent]) -> Names {
        var names = Names(policies.words)
        var mentioned = NamedIDs()
        mentioned.add(item)
        for change in events.flatMap(\.changes) { mentioned.add(change) }
        for id in mentioned.accounts { names.accounts[id] = accounts[id]?.name }
        for id in mentioned.contacts { names.contacts[id] = contacts[id]?.name }
        for id in mentioned.agents { names.agents[id] = agents[id]?.name }
        for id in mentioned.queues { names.queues[id] = queues[id]?.name }
        return names
    }

    func file(_ id: CaseID) -> CaseFile? {
        guard let state = cases[id] else { return nil }
        let events = histories[id] ?? []
        return CaseFile(
            item: state.item, names: names(of: state.item, events),
            contact: state.item.contact.flatMap { contacts[$0] }, account: state.item.account.flatMap { accounts[$0] },
            events: events, items: state.items)
    }
}

extension MemoryCases: CaseLedger {
    func agents(withLogin login: String) -> [Agent] {
        agents.values.filter { $0.active && $0.logins.contains(login) }.sorted { $0.id < $1.id }
    }
    func agent(_ id: AgentID) -> Agent? { agents[id] }
    func everyAgent() -> [Agent] { agents.values.sorted { $0.id < $1.id } }
    func account(_ id: AccountID) -> Account? { accounts[id] }
    func contact(_ id: ContactID) -> Contact? { contacts[id] }
    func queue(_ id: QueueID) -> Queue? { queues[id] }
    func agent(folded name: String) -> Agent? { agents.values.first { Words.fold($0.name) == name } }
    func account(folded name: String) -> Account? { accounts.values.first { Words.fold($0.name) == name } }
    func contacts(folded name: String, account: AccountID?) -> [Contact] {
        contacts.values.filter { $0.account == account && Words.fold($0.name) == name }.sorted { $0.id < $1.id }
    }
    func queue(folded name: String) -> Queue? { queues.values.first { Words.fold($0.name) == name } }
    func state(of id: CaseID) -> CaseState? { cases[id] }
    func events(of id: CaseID, after version: Int) -> [CaseEvent] {
        (histories[id] ?? []).filter { $0.seq > version }
    }
    func outcome(of id: OperationID) -> OperationOutcome? { diary.outcomes[id] }
    func act(of agent: AgentID, _ standing: LedgerAct.Standing, newest: Bool) -> LedgerAct? {
        let fits = { (act: LedgerAct) in
            act.actor.agent == agent && act.standing == standing && act.kind.canTurn
        }
        return newest ? diary.acts.last(where: fits) : diary.acts.first(where: fits)
    }
    func actsThatStay(of agent: AgentID, after act: OperationID?) -> [LedgerAct] {
        let last = act.map { id in diary.acts.lastIndex { $0.id == id || $0.refersTo == id } ?? diary.acts.count }
        let newer = diary.acts.dropFirst(last.map { $0 + 1 } ?? 0)
        let own = newer.suffix(LedgerAct.newestActs).filter { act in
            act.actor.agent == agent && [.record, .keep, .log].contains(act.kind)
        }
        return own.suffix(LedgerAct.fewActs).reversed()
    }
    func revision() -> Int64 { Int64(diary.acts.count) }
    func loaded(source: String, key: String) -> LoadedHistory? {
        loads.histories[MemoryLoads.History(source: source, key: key)]
    }

    func nextCaseID() -> CaseID { CaseID(CaseKind.first + Int64(cases.count)) }

    mutating func write(_ events: [CaseEvent], from old: CaseState?, to new: CaseState) {
        cases[new.item.id] = new
        histories[new.item.id, default: []] += events
    }

    mutating func adopt(_ policy: Policy, at now: Timestamp) {
        policies = PolicyBook(policy, earlier: policies.editions, zones: policies.zones)
        // From now on every case is told in the words of now, as a file tells it; its clocks stay as they are.
        for (id, state) in cases {
            guard var item = Case(id: id, events: histories[id] ?? [], words: policies.words) else { continue }
            (item.response, item.followUp) = (state.item.response, state.item.followUp)
            cases[id]?.item = item
        }
    }

    mutating func remember(_ act: LedgerAct, outcome: OperationOutcome) {
        diary.acts.append(act)
        diary.outcomes[act.id] = outcome
    }

    mutating func mark(_ id: OperationID, _ standing: LedgerAct.Standing) {
        guard let index = diary.acts.lastIndex(where: { $0.id == id }) else { return }
        diary.acts[index].standing = standing
    }

    mutating func forgetTakenBack(by agent: AgentID) {
        for index in diary.acts.indices
        where diary.acts[index].actor.agent == agent && diary.acts[index].standing == .takenBack {
            diary.acts[index].standing = .forgotten
        }
    }

    mutating func put(_ agent: Agent) -> Agent {
        var agent = agent
        if agent.id.number == 0 { agent.id = AgentID(Int64(agents.count) + 1) }
        agent.logins = Set(agent.logins).sorted()
        agents[agent.id] = agent
        return agent
    }

    mutating func put(_ account: Account) -> Account {
        var account = account
        if account.id.number == 0 { account.id = AccountID(Int64(accounts.count) + 1) }
        accounts[account.id] = account
        return account
    }

    mutating func put(_ contact: Contact) -> Contact {
        var contact = contact
        if contact.id.number == 0 { contact.id = ContactID(Int64(contacts.count) + 1) }
        contacts[contact.id] = contact
        return contact
    }

    mutating func put(_ queue: Queue) -> Queue {
        var queue = queue
        if queue.id.number == 0 { queue.id = QueueID(Int64(queues.count) + 1) }
        queues[queue.id] = queue
        return queue
    }

    mutating func keep(_ history: LoadedHistory, source: String, key: String) {
        loads.histories[MemoryLoads.History(source: source, key: key)] = history
    }
}
