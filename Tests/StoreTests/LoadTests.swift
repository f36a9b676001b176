import CaseModel
import GuidePolicy
import Testing

@Suite("A load takes over another system's histories")
struct LoadTests {
    static func row(
        _ at: Int64, _ actor: String, _ values: [CaseField: String?], text: String? = nil
    ) -> HistoryEntry {
        HistoryEntry(at: minute(at), actor: actor, values: values, text: text)
    }

    static let rows = [
        row(
            -90, "Import robot",
            [
                .subject: "Printer stops", .status: "open", .severity: "3", .contact: "Caller 7", .queue: "Group 1",
                .extra("LOCATION"): "Hall 4", .owner: nil, .openedAt: minute(-95).description,
            ]),
        row(-80, "Resolver 2", [.status: "wip", .owner: "Resolver 2", .severity: "3"]),
        row(-70, "Resolver 2", [.status: "wip"]),
        row(-60, "Resolver 2", [.status: "closed", .closureReason: "resolved"]),
    ]

    static func history(_ rows: [HistoryEntry], key: String = "INC1") -> [LoadRecord] {
        [.history(CaseHistory(key: key, line: 2, entries: rows))]
    }

    @Test("Every row is one event, in order; names are made when missing", arguments: StoreKind.allCases)
    func first(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let counts = try await desk.load(Self.history(Self.rows))
            #expect(counts.created == 1 && counts.events == 4 && counts.unchanged == 0)
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            let file = try await desk.store.caseFile(id)
            #expect(file.events.map(\.action) == [.imported, .imported, .imported, .imported])
            #expect(file.events.map(\.at) == Self.rows.map(\.at))
            #expect(file.events.map(\.actor.name) == ["Import robot", "Resolver 2", "Resolver 2", "Resolver 2"])
            #expect(file.events[1].changes.map(\.field) == [.owner, .status])
            #expect(file.events[2].changes == [] && file.events[2].text == "Nothing changed.")
            #expect(file.events[0].changes.contains(FieldChange(.extra("LOCATION"), nil, "Hall 4")))
            #expect(file.item.status == .closed && file.item.closedAt == minute(-60))
            #expect(file.item.openedAt == minute(-95) && file.item.requestedSeverity == .three)
            #expect(file.item.extra == ["LOCATION": "Hall 4"])
            #expect(file.item.owner.map { file.names.agents[$0] } == "Resolver 2")
            #expect(file.contact?.name == "Caller 7")
            #expect(try await desk.store.queues().map(\.name) == ["Group 1"])
            // Somebody from another system is nobody here: no login, no duty.
            let agent = try #require(try await desk.store.agents().first { $0.name == "Resolver 2" })
            #expect(agent.logins == [] && agent.duties == [])
            #expect(try await desk.store.journal(of: nil, limit: 1).first?.words.contains("1 new cases") == true)
        }
    }

    @Test("The same file again changes nothing; more rows are added", arguments: StoreKind.allCases)
    func again(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            _ = try await desk.load(Self.history(Array(Self.rows.prefix(2))))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            let revision = try await desk.store.revision()
            var counts = try await desk.load(Self.history(Array(Self.rows.prefix(2))))
            #expect(counts.unchanged == 1 && counts.events == 0)
            #expect(try await desk.store.revision() == revision)
            // An older copy of the source takes nothing back.
            counts = try await desk.load(Self.history(Array(Self.rows.prefix(1))))
            #expect(counts.unchanged == 1 && counts.events == 0)
            counts = try await desk.load(Self.history(Self.rows))
            #expect(counts.updated == 1 && counts.events == 2)
            let file = try await desk.store.caseFile(id)
            #expect(file.events.map(\.at) == Self.rows.map(\.at))
            #expect(file.item.status == .closed)
            counts = try await desk.load(Self.history(Self.rows))
            #expect(counts.unchanged == 1 && counts.created == 0 && counts.updated == 0)
            // The same number in another system is another case.
            counts = try await desk.load(Self.history(Self.rows), source: "other")
            #expect(counts.created == 1)
            #expect(try await desk.store.cases(named: "INC1").count == 2)
        }
    }

    @Test("What a person changed stays, and is told", arguments: StoreKind.allCases)
    func conflicts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            _ = try await desk.load(Self.history(Array(Self.rows.prefix(2))))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            #expect(try await desk.apply(id, .status(.cust, given: ["awaited": "a trace"]), .severity(.one)).isDone)
            let counts = try await desk.load(Self.history(Self.rows))
            let change = FieldChange(.status, "cust", "closed")
            #expect(counts.conflicts == [LoadConflict(line: 2, caseID: id, change: change)])
            let file = try await desk.store.caseFile(id)
            #expect(file.item.status == .cust && file.item.severity == .one)
            // What nobody changed is taken over.
            #expect(file.item.closureReason == .resolved)
            #expect(file.events.count == 6)
            #expect(try await desk.load(Self.history(Self.rows)).unchanged == 1)
        }
    }

    @Test("Rows that changed in the source come as one event", arguments: StoreKind.allCases)
    func rewritten(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            _ = try await desk.load(Self.history(Self.rows))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            var rows = Self.rows
            rows[0].values[.subject] = "Printer stops at night"
            let counts = try await desk.load(Self.history(rows))
            #expect(counts.updated == 1 && counts.events == 1)
            let file = try await desk.store.caseFile(id)
            #expect(file.item.subject == "Printer stops at night")
            #expect(file.events.last?.changes == [FieldChange(.subject, "Printer stops", "Printer stops at night")])
            #expect(try await desk.load(Self.history(rows)).unchanged == 1)
        }
    }

    @Test("A shorter history that tells something else is taken over", arguments: StoreKind.allCases)
    func corrected(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.load(Self.history(Self.rows))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            var rows = Array(Self.rows.prefix(2))
            // The same times and people, but another value.
            rows[1].values[.severity] = "2"
            let counts = try await desk.load(Self.history(rows))
            #expect(counts.updated == 1 && counts.events == 1 && counts.unchanged == 0)
            let file = try await desk.store.caseFile(id)
            #expect(file.item.severity == .two)
            #expect(file.events.last?.changes.contains(FieldChange(.severity, "3", "2")) == true)
            #expect(try await desk.load(Self.history(rows)).unchanged == 1)
            // Of what is known now, this is an older copy.
            #expect(try await desk.load(Self.history(Array(rows.prefix(1)))).unchanged == 1)
            #expect(try await desk.item(id).severity == .two)
        }
    }

    @Test("An older row does not make the news of a case older", arguments: StoreKind.allCases)
    func news(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.load(Self.history(Array(Self.rows.prefix(2))))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            #expect(try await desk.item(id).updatedAt == minute(-80))
            #expect(try await desk.apply(id, at: minute(10), .severity(.one)).isDone)
            #expect(try await desk.load(Self.history(Self.rows)).events == 2)
            let item = try await desk.item(id)
            #expect(item.status == .closed && item.updatedAt == minute(10))
            // Among the newest first, it stands before what was logged later than its rows and before its change.
            _ = try await desk.logCase("Other")
            let sort = [SortKey(.updated, descending: true)]
            let page = try await desk.store.firstPage(.all, sort: sort, limit: 5, QueryContext(now: minute(20)))
            #expect(page.first?.id == id)
        }
    }

    @Test("A load that is dropped or broken leaves nothing", arguments: StoreKind.allCases)
    func dropped(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let revision = try await desk.store.revision()
            let header = { LoadHeader(source: "t", claim: People.ada, at: minute(5), operation: desk.names.next()) }
            try await desk.store.beginLoad(header())
            _ = try await desk.store.load(Self.history(Self.rows))
            await desk.store.abandonLoad()
            var rows = Self.rows
            rows[1].values[.status] = "tired"
            try await desk.store.beginLoad(header())
            await #expect(throws: StoreError.self) { try await desk.store.load(Self.history(rows)) }
            await #expect(throws: StoreError.self) { try await desk.store.finishLoad() }
            #expect(try await desk.store.count(.all, QueryContext(now: minute(9))) == 0)
            #expect(try await desk.store.agents().map(\.name) == ["Ada"])
            #expect(try await desk.store.revision() == revision)
            // And the next one goes through.
            #expect(try await desk.load(Self.history(Self.rows)).created == 1)
        }
    }

    @Test("Customers, people and agents come by name, once", arguments: StoreKind.allCases)
    func people(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let records: [LoadRecord] = [
                .account(Account(id: AccountID(9), name: "Nord Energy", organizationID: "O-1", country: "NO")),
                .contact(
                    Contact(id: ContactID(9), name: "Jörg Weiß", email: "joerg@nord.example"),
                    accountName: "nord energy"),
                .agent(Agent(id: AgentID(9), name: "Cy", logins: ["cy"], duties: [.engineer])),
                .agent(Agent(id: AgentID(9), name: "ada", logins: ["eve"], duties: [])),
                .queue(name: "Support"), .queue(name: "support"),
            ]
            for _ in 1...2 { _ = try await desk.load(records) }
            let accounts = try await desk.store.accounts(matching: "energy", limit: 9)
            #expect(accounts.map(\.organizationID) == ["O-1"])
            #expect(try await desk.store.accounts(matching: accounts[0].id.description, limit: 9) == accounts)
            let contacts = try await desk.store.contacts(matching: "JÖRG", account: accounts[0].id, limit: 9)
            #expect(contacts.map(\.email) == ["joerg@nord.example"])
            #expect(try await desk.store.contacts(matching: "nord.ex", account: nil, limit: 9) == contacts)
            // What a person corrected stays; what was not known is added.
            var jorg = contacts[0]
            (jorg.email, jorg.phone) = ("j.weiss@nord.example", nil)
            _ = try await desk.store.save(jorg, by: People.ada, at: minute(6))
            let later = Contact(id: ContactID(0), name: "Jörg Weiß", email: "old@nord.example", phone: "+47 1")
            _ = try await desk.load([.contact(later, accountName: "Nord Energy")])
            let merged = try await desk.store.contacts(matching: "weiß", account: nil, limit: 9)
            #expect(merged.map(\.email) == ["j.weiss@nord.example"] && merged.map(\.phone) == ["+47 1"])
            // Whatever is known stays, and somebody who left does not come back.
            (jorg.email, jorg.roles, jorg.portalType, jorg.active) = (nil, ["technical"], "admin", false)
            var energy = accounts[0]
            (energy.region, energy.organizationID) = ("emea", nil)
            _ = try await desk.store.save(jorg, by: People.ada, at: minute(7))
            _ = try await desk.store.save(energy, by: People.ada, at: minute(7))
            _ = try await desk.load(records)
            (jorg.email, energy.organizationID) = ("joerg@nord.example", "O-1")
            #expect(try await desk.store.contacts(matching: "weiß", account: nil, limit: 9) == [jorg])
            #expect(try await desk.store.accounts(matching: "energy", limit: 9) == [energy])
            #expect(try await desk.store.queues().map(\.name) == ["Support"])
            let agents = try await desk.store.agents()
            #expect(agents.map(\.name) == ["Ada", "Cy"])
            #expect(agents[0].logins == ["ada"], "a load gives nobody a login")
        }
    }

    @Test("Histories of the demonstration say what was done", arguments: StoreKind.allCases)
    func actions(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = CaseField.item(ActionItemID(caseID: CaseID(1), ordinal: 1))
            let rows = [
                HistoryEntry(
                    at: minute(-50), actor: "Ada", action: .logged,
                    values: [.subject: "Slow logon", .severity: "2", .tags: "vpn logon", .watchers: "Ada, Cy"]),
                HistoryEntry(
                    at: minute(-40), actor: "Ada", action: .noted, values: [:], text: "Looks like the profile."),
                HistoryEntry(
                    at: minute(-30), actor: "Ada", action: .replied, values: [:], text: "Please send a trace."),
                HistoryEntry(
                    at: minute(-29), actor: "Ada", action: .asked, values: [item: "open network-trace -"],
                    text: "A trace."),
                HistoryEntry(at: minute(-20), actor: "Ada", action: .settled, values: [item: "done network-trace -"]),
            ]
            _ = try await desk.load(Self.history(rows, key: "D1"))
            let id = try #require(try await desk.store.cases(named: "D1").first)
            let file = try await desk.store.caseFile(id)
            #expect(file.events.map(\.action) == [.logged, .noted, .replied, .asked, .settled])
            #expect(file.item.firstResponseAt == minute(-30))
            #expect(file.item.tags == ["logon", "vpn"])
            #expect(file.item.watchers.compactMap { file.names.agents[$0] } == ["Ada", "Cy"])
            #expect(file.items.map(\.text) == ["A trace."] && file.items.map(\.state) == [.done])
            #expect(file.items.first?.id.caseID == id)
        }
    }
}
