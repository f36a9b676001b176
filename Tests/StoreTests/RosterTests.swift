import CaseModel
import GuidePolicy
import SeededRandom
import Testing

@Suite("Customers and their people as lists show them")
struct RosterTests {
    private static let day = CivilDay(iso: "2026-03-09") ?? CivilDay(daysSince1970: 0)

    @Test("A line tells what is below, open, covered and ending", arguments: StoreKind.allCases)
    func line(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let store = desk.store
            let top = try await desk.account("Top")
            let nord = try await store.save(
                Account(id: AccountID(0), name: "Nord Energy", parent: top), by: People.ada, at: minute(1))
            let item = try await desk.logCase(severity: .two)
            #expect(item.account == nord.id)
            _ = try await desk.logCase(severity: .one)
            _ = try await desk.logCase(severity: .two)
            _ = try await desk.apply(
                try await desk.logCase(severity: .four).id, .close(.withdrawn, duplicateOf: nil, text: nil))
            var gone = try await desk.contact("Gone", nord.id)
            gone.active = false
            _ = try await store.save(gone, by: People.ada, at: minute(2))
            func contract(_ account: AccountID, _ plans: String?, _ start: String, _ end: String) async throws -> Record
            {
                try await desk.add(
                    .contract,
                    ["account": account.description, "number": end, "plans": plans, "start": start, "end": end])
            }
            // A group's contract serves those below; what is over or to come serves nobody; entitlements say more
            // than the contract they are part of.
            _ = try await contract(top, "gamma", "2026-01-01", "2026-12-31")
            _ = try await contract(nord.id, "late", "2027-01-01", "2027-12-31")
            _ = try await contract(nord.id, "early", "2025-01-01", "2026-03-08")
            let own = try await contract(nord.id, "bare", "2026-01-01", "2026-11-30")
            for (plan, end) in [("zeta", nil), ("over", "2026-03-08"), ("zeta", "2026-03-09")] as [(String, String?)] {
                try await desk.add(.entitlement, ["contract": own.id.description, "plan": plan, "end": end])
            }
            for end in ["2026-03-08", "2026-05-31"] {
                try await desk.add(
                    .membership, ["contract": own.id.description, "product": "Gateway", "end": end])
            }
            let lines = try await store.roster(RosterQuery(on: Self.day, limit: 9))
            var expected = RosterLine(nord, contacts: 1, open: ["1": 1, "2": 2])
            expected.plans = ["gamma", "zeta"]
            expected.ends = CivilDay(iso: "2026-05-31")
            #expect(lines.first == expected)
            #expect(lines.last?.children == 1 && lines.last?.ends == CivilDay(iso: "2026-12-31"))
            let later = RosterQuery(ids: [nord.id], on: CivilDay(iso: "2026-06-01") ?? Self.day, limit: 9)
            #expect(try await store.roster(later).map(\.ends) == [CivilDay(iso: "2026-11-30")])
            // Where nothing holds any more it is told when the last did; of a customer that never had any, nothing.
            let end = CivilDay(iso: "2028-06-01") ?? Self.day
            let over = try await store.roster(RosterQuery(on: end, limit: 9))
            #expect(over.map(\.plans) == [[], []])
            #expect(over.map(\.ended) == [CivilDay(iso: "2027-12-31"), CivilDay(iso: "2026-12-31")])
            let bare = try await store.roster(RosterQuery(on: CivilDay(iso: "2020-01-01") ?? Self.day, limit: 9))
            #expect(bare.map(\.ended) == [nil, nil] && bare.map(\.plans) == [[], []])
            let totals = try await store.totals()
            #expect(totals == StoreTotals(accounts: 2, contacts: 2, partners: 0))
        }
    }

    @Test("Pages are the whole, cut; a place stays true when lines come", arguments: StoreKind.allCases)
    func pages(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let store = desk.store
            var dice = SplitMix64(seed: 7)
            let names = [
                "Zürich", "zurich AG", "Ångström", "angstrom 2", "日本", "Ab", "aB C", "b", "B 2", "ﬁ", "Éa", "e",
            ]
            var ids: [AccountID] = []
            for name in names.shuffled(using: &dice) {
                let parent = ids.isEmpty || Bool.random(using: &dice) ? nil : ids.randomElement(using: &dice)
                ids.append(
                    try await store.save(
                        Account(id: AccountID(0), name: name, parent: parent), by: People.ada, at: minute(1)
                    ).id)
            }
            func found(_ query: RosterQuery) async throws -> [Account] { try await store.roster(query).map(\.account) }
            let everywhere: [RosterQuery.Parent] = [.any, .top] + ids.map { .under($0) }
            for parent in everywhere {
                for text in ["", "a", "ZUR", "B", ids[3].description, "none"] {
                    let whole = try await found(RosterQuery(parent, text: text, on: Self.day, limit: 99))
                    #expect(whole.map(\.place) == whole.map(\.place).sorted())
                    var paged: [Account] = []
                    while true {
                        let query = RosterQuery(parent, text: text, on: Self.day, after: paged.last?.place, limit: 2)
                        let page = try await found(query)
                        paged += page
                        if page.count < 2 { break }
                    }
                    #expect(paged == whole, "\(parent) \(text)")
                    let matching = try await store.accounts(matching: text, limit: 99)
                    if parent == .any { #expect(Set(whole.map(\.id)) == Set(matching.map(\.id)), "\(text)") }
                }
            }
            var parts = 0
            for parent in everywhere where parent != .any {
                parts += try await found(RosterQuery(parent, on: Self.day, limit: 99)).count
            }
            #expect(parts == ids.count)
            #expect(try await found(RosterQuery(ids: [ids[2], ids[5]], on: Self.day, limit: 9)).count == 2)
            #expect(try await found(RosterQuery(ids: [], on: Self.day, limit: 9)).isEmpty)
        }
    }

    @Test("People come in pages, too, those who left last", arguments: StoreKind.allCases)
    func people(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let store = desk.store
            let (nord, sud) = (try await desk.account("Nord"), try await desk.account("Süd"))
            for (index, name) in ["Ann", "ann", "Åse", "Ben", "Zoë", "Cy"].enumerated() {
                for account in [nord, sud] {
                    var person = try await store.save(
                        Contact(
                            id: ContactID(0), account: account, name: name,
                            email: index.isMultiple(of: 2) ? "x\(index)@Nord.example" : nil, phone: "+47 \(index)"),
                        by: People.ada, at: minute(1))
                    if index == 1 || index == 4 {
                        person.active = false
                        _ = try await store.save(person, by: People.ada, at: minute(2))
                    }
                }
            }
            for account in [nil, nord, sud] {
                for text in ["", "an", "NORD.", "CT-3", "none"] {
                    let whole = try await store.contacts(ContactQuery(of: account, text: text, limit: 99))
                    #expect(whole.map { ContactPlace($0) } == whole.map { ContactPlace($0) }.sorted())
                    let matching = try await store.contacts(matching: text, account: account, limit: 99)
                    #expect(Set(whole.map(\.id)) == Set(matching.map(\.id)), "\(text)")
                    var paged: [Contact] = []
                    while true {
                        let query = ContactQuery(
                            of: account, text: text, after: paged.last.map { ContactPlace($0) }, limit: 2)
                        let page = try await store.contacts(query)
                        paged += page
                        if page.count < 2 { break }
                    }
                    #expect(paged == whole, "\(text)")
                }
            }
            let some = ContactQuery(ids: [ContactID(9), ContactID(1)], limit: 9)
            #expect(try await store.contacts(some).map(\.id) == [ContactID(1), ContactID(9)])
        }
    }

    @Test(
        "Records are found by one more field, from the last or the first, page by page", arguments: StoreKind.allCases)
    func marks(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let ben = try await desk.store.save(
                Agent(id: AgentID(0), name: "Ben", duties: [.accountManager], role: "account-manager"),
                by: People.ada, at: minute(1))
            for (name, manager) in [("Plant", ben.id), ("Office", nil), ("Depot", ben.id)] as [(String, AgentID?)] {
                try await desk.add(
                    .environment,
                    ["account": nord.description, "name": name, "manager": manager?.description])
            }
            func found(_ query: RecordQuery) async throws -> [Int64] {
                try await desk.store.records(query).records.map(\.number)
            }
            func managed(by id: AgentID) -> RecordQuery { RecordQuery(.environment, marked: id.description) }
            #expect(try await found(managed(by: ben.id)) == [1, 3])
            _ = try await desk.set(RecordID(.environment, 1), ["manager": nil])
            #expect(try await found(managed(by: ben.id)) == [3])
            #expect(try await found(RecordQuery(.environment, newestFirst: true, limit: 2)) == [3, 2])
            let last = try await desk.store.recordFile(RecordID(.environment, 2)).record.place
            #expect(try await found(RecordQuery(.environment, newestFirst: true, after: last)) == [1])
            #expect(try await found(RecordQuery(.environment, after: last)) == [3])
            let contract = try await desk.add(.contract, desk.contract(nord, "N-1"))
            for (plan, end) in [("a", nil), ("b", "2026-06-30"), ("c", nil), ("d", "2026-05-31"), ("e", "2026-06-30")]
                as [(String, String?)]
            {
                try await desk.add(
                    .entitlement, ["contract": contract.id.description, "plan": plan, "end": end])
            }
            var (paged, place): ([Int64], RecordPlace?) = ([], nil)
            for _ in 0..<5 {
                let query = RecordQuery(.entitlement, byEnd: true, after: place, limit: 1)
                let page = try await desk.store.records(query).records
                paged += page.map(\.number)
                place = page.last?.place
            }
            #expect(paged == [4, 2, 5, 1, 3])
            #expect(try await found(RecordQuery(.entitlement, byEnd: true)) == paged)
            #expect(try await found(RecordQuery(.entitlement, byEnd: true, after: place)) == [])
            (paged, place) = ([], nil)
            for _ in 0..<5 {
                let query = RecordQuery(.entitlement, byEnd: true, newestFirst: true, after: place, limit: 1)
                let page = try await desk.store.records(query).records
                paged += page.map(\.number)
                place = page.last?.place
            }
            #expect(paged == [5, 2, 4, 3, 1])
            #expect(try await found(RecordQuery(.entitlement, byEnd: true, newestFirst: true)) == paged)
        }
    }
}
