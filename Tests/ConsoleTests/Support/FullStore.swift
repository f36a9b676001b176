import CaseModel
import GuidePolicy

/// The small store with more of everything than any screen has room for: long names, wide and joined signs, the largest
/// numbers, every step of every procedure.
struct FullStore {
    /// Three customers share the records: one usual, one whose name is long, one whose name is wide.
    static let harbours = "United Northern and Southern Harbours, Railways and Waterworks"
    static let tokyo = "東京電力プリンタ株式会社 関西支店"
    /// As many records of each kind as no screen has rows for.
    static let many = 63
    /// What stands behind every name in turn.
    static let ends = [
        "", " for the Harbours, the Railways and the Waterworks of the North", " 東京関西名古屋",
        " Cafe\u{301} E\u{301}lyse\u{301}e",
    ]

    let store: MemoryCaseStore
    var accounts: [AccountID] = []
    var people: [ContactID] = []
    var agents: [AgentID] = []

    static func make() async throws(StoreError) -> MemoryCaseStore {
        var full = FullStore(store: try await WorkplaceStore.make())
        try await full.fillPeople()
        try await full.fillContracts()
        try await full.fillSite()
        try await full.fillService()
        return full.store
    }

    private init(store: MemoryCaseStore) { self.store = store }

    /// The name of something by its number.
    func name(_ what: String, _ number: Int) -> String {
        "\(what) \(number)" + FullStore.ends[number % FullStore.ends.count]
    }

    func account(_ number: Int) -> String { accounts[number % accounts.count].description }
    func person(_ number: Int) -> String { people[number % people.count].description }
    func agent(_ number: Int) -> String { agents[number % agents.count].description }

    /// Keeps records of one kind, one for each number.
    @discardableResult
    func add(
        _ kind: RecordKind, doing act: RecordAct? = nil, _ values: (Int) -> [String: String?]
    ) async throws(StoreError) -> [RecordID] {
        try await keep(kind.code, (1...FullStore.many).map { RecordEdit(adding: kind, doing: act, values($0)) })
    }

    @discardableResult
    func keep(_ name: String, _ edits: [RecordEdit]) async throws(StoreError) -> [RecordID] {
        let operation = CaseModel.Operation(
            id: OperationID("full-\(name)"), claim: SampleStore.ada, at: SampleStore.now - 86_400, edits: [])
        return try await store.keep(edits, operation).records.map(\.id)
    }

    private mutating func fillPeople() async throws(StoreError) {
        for name in ["Nord Energy", FullStore.harbours, FullStore.tokyo] {
            let found = try await store.accounts(matching: name, limit: 1).first { $0.name == name }
            let new = Account(id: AccountID(0), name: name, organizationID: "ORG-\(name.count)", region: "japan")
            var account = found ?? new
            if found == nil { account = try await store.save(new, by: SampleStore.ada, at: SampleStore.now) }
            accounts.append(account.id)
        }
        for number in 0..<30 {
            let contact = Contact(
                id: ContactID(0), account: accounts[number % 3], name: name("Person", number),
                email: "p\(number)@a-very-long-domain-name-of-the-harbours.example",
                phone: "+47 22 55 \(1000 + number)",
                roles: number % 5 == 4 ? [] : ["technical", "renewal", "contract-administration"])
            people.append(try await store.save(contact, by: SampleStore.ada, at: SampleStore.now).id)
        }
        let policy = Guide.book.inForce
        for number in 0..<60 {
            let agent = Agent(
                id: AgentID(0), name: name("Agent", number), logins: ["agent\(number)"], duties: [.engineer],
                expertise: policy.people.expertise[number % policy.people.expertise.count].code,
                center: policy.places.centers[number % policy.places.centers.count].code,
                shift: ["day", "night", nil, "late"][number % 4],
                role: policy.people.roles[number % policy.people.roles.count].code)
            agents.append(try await store.save(agent, by: SampleStore.ada, at: SampleStore.now).id)
        }
    }
}
