import CaseModel
import GuidePolicy
import Testing

@Suite("A case keeps what covers it")
struct CoveredByTests {
    @Test("a machine under maintenance as a machine", arguments: StoreKind.allCases)
    func machine(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let account = try await desk.store.save(
                Account(id: AccountID(0), name: "Calder Freight"), by: People.ada, at: minute(1))
            let machine = try await desk.add(
                .hardware,
                [
                    "account": account.id.description, "product": "Gateway", "serial": "G-7", "plan": "gold",
                    "start": "2020-01-01", "end": "2099-12-31",
                ])
            let new = NewCase(
                subject: "A", severity: .three, type: .technical, channel: .phone, account: account.id, contact: nil,
                product: "Gateway")
            let logged = try await desk.store.log(new, desk.operation(People.ada, at: minute(2))).item
            #expect(logged.entitlement == machine.id)
            #expect(try await desk.item(logged.id).entitlement == machine.id)
            let context = QueryContext(now: minute(3))
            #expect(try await desk.store.count(CaseQuery("entitlement:\(machine.id)"), context) == 1)
            #expect(try await desk.store.count(CaseQuery("entitlement:EN-\(machine.number)"), context) == 0)
        }
    }
}
