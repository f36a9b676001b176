import CaseModel
import GuidePolicy
import Testing

@Suite("A load takes over another system's customers, people and records")
struct LoadRowTests {
    static func rows(_ kind: RowKind, _ rows: (String, [String: String?])...) -> [LoadRecord] {
        rows.enumerated().map { index, row in
            .row(LoadRow(kind: kind, key: row.0, line: index + 2, values: row.1))
        } + [.endOfRows]
    }

    static let accounts = rows(
        .account, ("A2", ["name": "Nord Sub", "parent": "A1"]), ("A1", ["name": "Nord Energy", "country": "NO"]))
    static let contacts = rows(
        .contact, ("C1", ["name": "Jörg Weiß", "account": "A1", "email": "j@nord.example"]),
        ("C2", ["name": "Ida", "account": "Nord Sub", "active": "no"]))
    static let contracts = rows(
        RowKind(.contract),
        ("S1", ["account": "A1", "number": "2026/1", "start": "2026-01-01", "end": "2026-12-31", "plans": "select"]))
    static let entitlements = rows(
        RowKind(.entitlement), ("E1", ["contract": "S1", "plan": "select", "product": "NetGate"]),
        ("E2", ["contract": "2026/1", "account": "A1", "plan": "select", "quantity": "7"]))

    static func records(_ kind: RecordKind, _ desk: Desk) async throws -> [Record] {
        try await desk.store.records(RecordQuery(kind)).records
    }

    static func account(_ name: String, _ desk: Desk) async throws -> Account {
        try #require(try await desk.store.accounts(matching: name, limit: 1).first)
    }

    @Test("Keys and names find each other, in any order; twice changes nothing", arguments: StoreKind.allCases)
    func whole(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for (index, load) in [Self.accounts, Self.contacts, Self.contracts, Self.entitlements].enumerated() {
                let counts = try await desk.load(load)
                #expect(counts.problems == [] && counts.rejected == 0 && counts.created == load.count - 1, "\(index)")
            }
            let nord = try await Self.account("Nord Energy", desk)
            #expect(try await Self.account("Nord Sub", desk).parent == nord.id && nord.country == "NO")
            let people = try await desk.store.contacts(matching: "", account: nil, limit: 9)
            #expect(people.map(\.name) == ["Jörg Weiß", "Ida"] && people.map(\.active) == [true, false])
            #expect(people[0].account == nord.id)
            let entitlements = try await Self.records(.entitlement, desk)
            #expect(entitlements.map { $0["contract"] } == ["CN-1", "CN-1"])
            #expect(entitlements.map(\.account) == [nord.id, nord.id])
            let file = try await desk.store.recordFile(entitlements[0].id)
            #expect(file.events.map(\.actor) == [EventActor(agent: nil, name: "test", login: "ada")])
            let revision = try await desk.store.revision()
            for load in [Self.accounts, Self.contacts, Self.contracts, Self.entitlements] {
                let counts = try await desk.load(load)
                #expect(counts.problems == [] && counts.unchanged == load.count - 1 && counts.created == 0)
                #expect(counts.updated == 0)
            }
            #expect(try await desk.store.revision() == revision)
        }
    }

    @Test("What the source changed is taken over, what a person changed stays", arguments: StoreKind.allCases)
    func conflicts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for load in [Self.accounts, Self.contracts] { try await desk.load(load) }
            var nord = try await Self.account("Nord Energy", desk)
            nord.country = "SE"
            _ = try await desk.store.save(nord, seen: nil, by: People.ada, at: minute(6), recordedAt: nil)
            let number = RecordEdit(RecordID(.contract, 1), ["end": "2027-06-30"])
            _ = try await desk.store.keep([number], desk.operation(People.ada))
            let moved = Self.rows(
                .account, ("A1", ["name": "Nord Energy AS", "country": "FI", "organizationID": "O-1"]))
            var counts = try await desk.load(moved)
            #expect(counts.updated == 1 && counts.problems.map(\.field) == ["country"])
            #expect(counts.problems[0].message.contains("it is SE; the file says FI"))
            nord = try await Self.account("Nord Energy AS", desk)
            #expect(nord.country == "SE" && nord.organizationID == "O-1")
            // Told once; the same file again has nothing new.
            counts = try await desk.load(moved)
            #expect(counts.problems == [] && counts.unchanged == 1)
            counts = try await desk.load(
                Self.rows(
                    RowKind(.contract), ("S1", ["account": "A1", "end": "2028-01-31", "plans": "priority select"])))
            #expect(counts.updated == 1 && counts.problems.map(\.field) == ["end"])
            let contract = try #require(try await Self.records(.contract, desk).first)
            #expect(contract["end"] == "2027-06-30" && contract["plans"] == "priority select")
            #expect(contract.version == 3)
            // An empty cell takes a value away, but none that is needed.
            counts = try await desk.load(
                Self.rows(RowKind(.contract), ("S1", ["plans": nil, "number": nil])))
            #expect(counts.updated == 1 && counts.problems == [])
            #expect(try await Self.records(.contract, desk).first?.values["plans"] == nil)
        }
    }

    @Test("What is not found is told: the field is left out, or the row", arguments: StoreKind.allCases)
    func unresolved(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var counts = try await desk.load(
                Self.rows(
                    .account, ("A1", ["name": "Nord", "parent": "A9"]), ("A2", ["name": "Loop", "parent": "A3"]),
                    ("A3", ["name": "Ring", "parent": "A2"]), ("A4", ["name": nil])))
            #expect(counts.created == 3 && counts.rejected == 1)
            #expect(counts.problems.map(\.line) == [5, 2, 3])
            #expect(counts.problems.map(\.field) == ["name", "parent", "parent"])
            counts = try await desk.load(Self.rows(.contact, ("C1", ["name": "Ida", "account": "A7"])))
            #expect(counts.created == 1 && counts.problems.map(\.field) == ["account"])
            #expect(counts.problems[0].message.contains("“A7”"))
            // Known later, it is put in.
            try await desk.load(Self.rows(.account, ("A7", ["name": "Sund"])))
            counts = try await desk.load(Self.rows(.contact, ("C1", ["name": "Ida", "account": "A7"])))
            #expect(counts.updated == 1 && counts.problems == [])
            counts = try await desk.load(Self.entitlements)
            #expect(
                counts.rejected == 2 && counts.created == 0 && counts.problems.map(\.field) == ["contract", "contract"])
            // A rule of the records themselves.
            try await desk.load(
                Self.rows(
                    RowKind(.contract),
                    ("S1", ["account": "Nord", "number": "1", "start": "2026-02-01", "end": "2026-03-01"])))
            counts = try await desk.load(
                Self.rows(
                    RowKind(.contract),
                    ("S2", ["account": "Nord", "number": "2", "start": "2026-02-01", "end": "2025-01-01"]),
                    ("S1", ["account": "A7"])))
            #expect(counts.rejected == 1 && counts.problems.count == 2)
            #expect(counts.problems[1].message.contains("as it was first given"))
        }
    }

    @Test("A name that is known is that customer; two people of one name are two", arguments: StoreKind.allCases)
    func names(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            _ = try await desk.logCase()
            var counts = try await desk.load(
                Self.rows(.account, ("1", ["name": "NORD energy", "country": "NO"]), ("2", ["name": "Nord Energy"])))
            #expect(counts.created == 0 && counts.updated == 1 && counts.unchanged == 1)
            #expect(counts.problems.map(\.field) == ["name", "name"])
            #expect(try await Self.account("Nord Energy", desk).name == "Nord Energy")
            counts = try await desk.load(
                Self.rows(
                    .contact, ("7", ["name": "Jörg Weiß", "account": "1", "phone": "+47 1"]),
                    ("8", ["name": "Jörg Weiß", "account": "1"])))
            #expect(counts.created == 1 && counts.updated == 1 && counts.problems == [])
            // Which of the two a name means nobody can say.
            counts = try await desk.load(
                Self.rows(
                    RowKind(.purchase),
                    (
                        "P",
                        [
                            "account": "1", "order": "O", "day": "2026-01-01", "product": "N", "quantity": "1",
                            "contact": "Jörg Weiß",
                        ]
                    )))
            #expect(counts.created == 1 && counts.problems.map(\.field) == ["contact"])
        }
    }

    @Test("An import makes agents, and changes nobody's rights", arguments: StoreKind.allCases)
    func agents(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let rows = Self.rows(
                .agent, ("1", ["name": "Cy", "logins": "cy, ada", "duties": "engineer", "active": "yes"]),
                ("2", ["name": "ada", "logins": "eve", "duties": "engineer"]))
            var counts = try await desk.load(rows)
            #expect(counts.created == 1 && counts.problems.map(\.field) == ["logins", "name", "logins", "duties"])
            let agents = try await desk.store.agents()
            #expect(agents.map(\.logins) == [["ada"], ["cy"]] && agents[1].duties == [.engineer])
            #expect(agents[0].duties == Set(Duty.allCases))
            counts = try await desk.load(Self.rows(.agent, ("1", ["name": "Cyrus", "duties": "store-keeper"])))
            #expect(counts.updated == 1 && counts.problems.map(\.field) == ["duties"])
            #expect(try await desk.store.agents().map(\.name) == ["Ada", "Cyrus"])
        }
    }

    @Test("A case finds its customer by the key of the source, or is taken without", arguments: StoreKind.allCases)
    func cases(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.load(Self.accounts)
            var row = LoadTests.rows[0]
            row.values[.account] = "A1"
            row.values[.contact] = "C1"
            row.values[.queue] = "Group 1"
            let history = LoadTests.history([row])
            func load() async throws -> LoadCounts {
                try await desk.store.beginLoad(
                    LoadHeader(
                        source: "test", claim: People.ada, at: minute(7), operation: desk.names.next(), adds: ["queue"])
                )
                let counts = try await desk.store.load(history)
                try await desk.store.finishLoad()
                return counts
            }
            var counts = try await load()
            #expect(counts.created == 1 && counts.problems.map(\.field) == ["contact"])
            #expect(counts.problems[0].line == 2 && counts.problems[0].message.contains("“C1”"))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            var item = try await desk.item(id)
            let nord = try await Self.account("Nord Energy", desk)
            #expect(item.account == nord.id && item.contact == nil)
            #expect(try await desk.store.contacts(matching: "", account: nil, limit: 9) == [])
            // It is told every time, and mended when the person is known.
            counts = try await load()
            #expect(counts.unchanged == 1 && counts.events == 0 && counts.problems.count == 1)
            try await desk.load(Self.contacts)
            counts = try await load()
            #expect(counts.updated == 1 && counts.events == 1 && counts.problems == [])
            item = try await desk.item(id)
            #expect(item.contact != nil)
            #expect(try await load().unchanged == 1)
        }
    }

    @Test("Steps and allocations come as history; what must add up does", arguments: StoreKind.allCases)
    func licences(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for load in [Self.accounts, Self.contracts, LoadTests.history(LoadTests.rows)] { try await desk.load(load) }
            func license(_ amounts: String) -> [String: String?] {
                ["account": "A1", "product": "N", "quantity": "5", "entitlement": "S1", "allocations": amounts]
            }
            var counts = try await desk.load(
                Self.rows(RowKind(.license), ("L1", license("gate-1=2 gate-2=3")), ("L2", license("gate-1=6"))))
            #expect(counts.created == 1 && counts.rejected == 1 && counts.problems.map(\.line) == [3])
            let record = try #require(try await Self.records(.license, desk).first)
            #expect(record["allocations"] == "gate-1=2 gate-2=3" && record.parent == RecordID(.contract, 1))
            // A case is named by the key of the source, or by its number here.
            let item = try #require(Guide.policy.codes(of: "shipment-item").first)
            let number = try #require(try await desk.store.cases(named: "INC1").first)
            let shipments = ["INC1", "\(number)", "INC9"].map { named -> (String, [String: String?]) in
                (named, ["account": "A1", "item": item, "case": named])
            }
            counts = try await desk.load(
                Self.rows(RowKind(.shipment), shipments[0], shipments[1], shipments[2]))
            #expect(counts.created == 3 && counts.problems.map(\.field) == ["case"])
            #expect(try await Self.records(.shipment, desk).map { $0["case"] } == ["\(number)", "\(number)", nil])
            // A word that the policy has not, and a file without its bytes.
            counts = try await desk.load(
                Self.rows(RowKind(.shipment), ("x", ["account": "A1", "item": "no-such-thing"])))
            #expect(counts.rejected == 1 && counts.created == 0)
            counts = try await desk.load(
                Self.rows(
                    RowKind(.attachment), ("x", ["on": "\(number)", "name": "a", "size": "1", "digest": "0"])))
            #expect(counts.rejected == 1 && counts.created == 0)
        }
    }

    @Test("Of an agent, centre and role are words of the policy", arguments: StoreKind.allCases)
    func places(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let center = try #require(Guide.policy.places.centers.first?.code)
            let tongue = try #require(Guide.policy.people.languages.first)
            var counts = try await desk.load(
                Self.rows(
                    .agent, ("1", ["name": "Cy", "center": center, "languages": tongue.name, "products": "B; A ;b"]),
                    ("2", ["name": "Dan", "center": "atlantis"])))
            #expect(counts.created == 1 && counts.rejected == 1 && counts.problems.map(\.line) == [3])
            let agents = try await desk.store.agents()
            let cy = try #require(agents.first { $0.name == "Cy" })
            #expect(cy.center == center && cy.languages == [tongue.code] && cy.products == ["A", "B"])
            counts = try await desk.load(
                Self.rows(
                    .agent, ("1", ["name": "Cy", "center": nil, "languages": tongue.name, "products": "B; A ;b"])))
            #expect(counts.updated == 1 && counts.problems == [])
            #expect(try await desk.store.agents().first { $0.name == "Cy" }?.center == nil)
        }
    }
}
