import CaseModel
import GuidePolicy
import Testing

@Suite("A load tells the lives of records, and cases that find cover among them")
struct LoadLifeTests {
    private static let day = "2026-02-01"

    private static func entry(
        _ time: Int64, _ values: [String: String?] = [:], act: RecordAct? = nil, text: String? = nil
    ) -> RecordEntry {
        RecordEntry(at: minute(time), actor: "Lena", values: values, act: act, text: text)
    }

    private static func life(_ kind: RecordKind, _ key: String, line: Int = 0, _ entries: RecordEntry...) -> LoadRecord
    {
        .record(RecordHistory(kind: kind, key: key, line: line, entries: entries))
    }

    /// A customer with a contract, an entitlement, somebody who may call, and a licence with what was done with it.
    private static let world: [LoadRecord] = [
        .account(Account(id: AccountID(0), name: "Nord Group", country: "NO", region: "emea")),
        .account(Account(id: AccountID(0), name: "Nord Energy", country: "NO"), above: "Nord Group"),
        .contact(
            Contact(id: ContactID(0), name: "Jörg Weiß", roles: ["technical"]), accountName: "Nord Energy"),
        life(
            .contract, "c1",
            entry(-900, ["account": "Nord Energy", "number": "N-1", "start": day, "end": "2026-06-30"]),
            entry(-400, ["end": "2027-06-30"])),
        life(.entitlement, "e1", entry(-890, ["contract": "c1", "product": "Gateway", "plan": "select"])),
        life(
            .license, "l1", line: 7,
            entry(-880, ["account": "Nord Energy", "product": "Gateway", "quantity": "10", "entitlement": "e1"]),
            entry(-870, act: .license(.allocate(6, to: "gate-1"))),
            entry(-860, act: .license(.download(of: "gate-1"))),
            entry(-850, act: .license(.giveBack(2, from: "gate-1")), text: "Too many."),
            entry(-840, act: .license(.advice), text: "Leave some free."),
            entry(-830, act: .license(.allocate(7, to: "gate-2"))),
            entry(-820, act: .license(.allocate(1, to: "gate-3")))),
    ]

    @Test("Its acts are done by their rules, each at its time; one that cannot be ends it and is told")
    func lives() async throws {
        for kind in StoreKind.allCases {
            try await withStore(kind) { desk in
                let counts = try await desk.load(Self.world)
                #expect(counts.rejected == 1 && counts.created == 0)
                let problem = try #require(counts.problems.first)
                #expect(problem.line == 7 && problem.message.contains("6 of LI-1 are free; 7 were asked for"))
                let file = try await desk.store.recordFile(RecordID(.license, 1))
                #expect(file.record["allocations"] == "gate-1=4" && file.record["files"] == "gate-1=1")
                #expect(file.record["downloaded"] == minute(-860).description)
                let entries = try LicenseBalance.replay(file.events)
                #expect(
                    entries.map { $0.act?.operation } == [nil, .allocate, .download, .giveBack, .advice])
                #expect(entries.map(\.balance.free) == [10, 4, 4, 6, 6])
                #expect(file.events.map(\.at) == [-880, -870, -860, -850, -840].map(minute))
                #expect(file.events.allSatisfy { $0.actor.name == "Lena" && $0.actor.agent == nil })
                let contract = try await desk.store.recordFile(RecordID(.contract, 1))
                #expect(contract.record["end"] == "2027-06-30" && contract.events.count == 2)
                #expect(
                    try await desk.store.recordFile(RecordID(.entitlement, 1)).record.account == contract.record.account
                )
                // What is known is left as it is.
                let again = try await desk.load(Self.world)
                #expect(again.events == 0 && again.problems == [])
            }
        }
    }

    @Test("A case finds what it would find if it were logged here", arguments: StoreKind.allCases)
    func cover(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.load(Array(Self.world.dropLast()))
            let nord = try #require(AccountID(text: try await desk.account("Nord Energy").description))
            let weiss = try await desk.contact("Jörg Weiß", nord).id
            func logged(_ product: String, _ caller: ContactID?) async throws -> CaseFile {
                var new = NewCase(
                    subject: "Sessions drop", severity: .two, type: .technical, channel: .phone, account: nord,
                    contact: caller, product: product)
                if caller == nil { new.stranger = "Nobody Known" }
                let id = try await desk.store.log(new, desk.operation(People.ada, at: minute(2))).item.id
                return try await desk.store.caseFile(id)
            }
            func loaded(_ product: String, _ caller: String, _ field: CaseField, _ key: String) async throws -> CaseFile
            {
                let first = HistoryEntry(
                    at: minute(2), actor: "Lena", action: .logged,
                    values: [
                        .subject: "Sessions drop", .severity: "2", .type: "technical", .channel: "phone",
                        .account: "Nord Energy", field: caller, .product: product,
                    ])
                let history = CaseHistory(key: key, line: 1, entries: [first], findsCover: true)
                try await desk.load([.history(history)], source: "other")
                let id = try #require(try await desk.store.cases(named: key).first)
                return try await desk.store.caseFile(id)
            }
            let pairs = try await [
                (logged("Gateway", weiss), loaded("Gateway", "Jörg Weiß", .contact, "A")),
                (logged("Portal", weiss), loaded("Portal", "Jörg Weiß", .contact, "B")),
                (logged("Gateway", nil), loaded("Gateway", "Nobody Known", .extra("caller"), "C")),
            ]
            for (there, here) in pairs {
                let (a, b) = (there.item, here.item)
                #expect(a.plan == b.plan && a.entitlement == b.entitlement && a.region == b.region)
                #expect(a.flags == b.flags && a.policy == b.policy && a.response == b.response)
                #expect(there.events[0].remarks == here.events[0].remarks)
            }
            #expect(pairs[0].1.item.plan == "select" && pairs[0].1.item.region == "emea")
            #expect(pairs[0].1.item.entitlement == RecordID(.entitlement, 1))
            #expect(pairs[1].1.item.entitlement == nil && pairs[2].1.item.flags == ["caller-may-open"])
        }
    }
}
