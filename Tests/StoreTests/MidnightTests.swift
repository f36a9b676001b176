import CaseModel
import GuidePolicy
import Testing

@Suite("Days are the customer's")
struct MidnightTests {
    /// Whether a case logged at an instant finds the contract, which ends on 31 March.
    private func isCovered(_ instant: String, region: String?, _ kind: StoreKind) async throws -> Bool {
        var isCovered = false
        try await withStore(kind) { desk in
            var wanted = Account(id: AccountID(0), name: "Calder Freight")
            wanted.region = region
            let account = try await desk.store.save(wanted, by: People.ada, at: minute(1))
            let contract = try await desk.add(
                .contract,
                ["account": account.id.description, "number": "N-1", "start": "2026-01-01", "end": "2026-03-31"])
            try await desk.add(.entitlement, ["contract": contract.id.description, "plan": "core"])
            let at = try #require(Timestamp(iso: instant))
            let new = NewCase(
                subject: "A", severity: .three, type: .technical, channel: .phone, account: account.id, contact: nil)
            isCovered = try await desk.store.log(new, desk.operation(People.ada, at: at)).item.entitlement != nil
        }
        return isCovered
    }

    @Test("A contract ends at the customer's midnight", arguments: StoreKind.allCases)
    func contract(_ kind: StoreKind) async throws {
        // It is still the last day in New York, already the next in Tokyo, and in UTC where nobody says.
        #expect(try await isCovered("2026-04-01T02:00:00Z", region: "americas", kind))
        #expect(try await isCovered("2026-04-01T05:00:00Z", region: "americas", kind) == false)
        #expect(try await isCovered("2026-03-31T16:00:00Z", region: "japan", kind) == false)
        #expect(try await isCovered("2026-03-31T14:00:00Z", region: "japan", kind))
        #expect(try await isCovered("2026-03-31T23:59:59Z", region: nil, kind))
        #expect(try await isCovered("2026-04-01T00:00:00Z", region: nil, kind) == false)
    }

    @Test("A day to come is one of the customer's", arguments: StoreKind.allCases)
    func resume(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var wanted = Account(id: AccountID(0), name: "Calder Freight")
            wanted.region = "americas"
            let account = try await desk.store.save(wanted, by: People.ada, at: minute(1))
            let new = NewCase(
                subject: "A", severity: .one, type: .technical, channel: .phone, account: account.id, contact: nil)
            let item = try await desk.store.log(new, desk.operation(People.ada, at: minute(2))).item
            // 31 March, 22:00 in New York: the first of April is tomorrow there, and today in UTC.
            let at = try #require(Timestamp(iso: "2026-04-01T02:00:00Z"))
            let hold = try #require(Guide.words.status("hold"))
            #expect(
                try await desk.apply(item.id, at: at, .take, .status(hold, given: ["resume-date": "2026-03-31"]))
                    .refusal?.rule == "needs-given")
            #expect(
                try await desk.apply(item.id, at: at, .take, .status(hold, given: ["resume-date": "2026-04-01"])).isDone
            )
        }
    }
}
