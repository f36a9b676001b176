import CaseModel
import GuidePolicy
import Testing

@Suite("The next case: what is critical, then what is covered, then what is not")
struct NextCaseTests {
    /// A customer by what covers it.
    enum Customer: String {
        case covered = "Nord Energy"
        /// Its contract ended, so that the plan of its cases covers nothing.
        case ended = "Halden Port"
        /// It has no contract, so that nobody knows.
        case unknown = "Calder Freight"
    }

    /// Cases as they are logged, one each ten minutes, and the order in which they are taken.
    static let tables: [(name: String, logged: [(Customer, Severity)], taken: [Int])] = [
        ("covered before uncovered, however late that is", [(.ended, .two), (.covered, .three)], [1, 0]),
        ("what nobody looked at before uncovered", [(.ended, .two), (.unknown, .four)], [1, 0]),
        ("critical first, covered or not", [(.covered, .two), (.ended, .one), (.ended, .two)], [1, 0, 2]),
        (
            "of the covered, and of the others, by what is due",
            [
                (.ended, .three), (.covered, .three), (.ended, .two), (.covered, .two),
            ], [3, 1, 2, 0]
        ),
    ]

    @Test("in the order of a table", arguments: StoreKind.allCases, tables.indices)
    func order(_ kind: StoreKind, _ index: Int) async throws {
        let table = NextCaseTests.tables[index]
        try await withStore(kind) { desk in
            var accounts: [Customer: AccountID] = [:]
            for (customer, end) in [(Customer.covered, "2099-12-31"), (.ended, "2026-01-31"), (.unknown, nil)] {
                accounts[customer] = try await account(customer, until: end, desk)
            }
            var ids: [CaseID] = []
            for (place, (customer, severity)) in table.logged.enumerated() {
                let new = NewCase(
                    subject: "A", severity: severity, type: .technical, channel: .phone,
                    account: try #require(accounts[customer]), contact: nil)
                let item = try await desk.store.log(
                    new, desk.operation(People.ada, at: minute(10 + 10 * Int64(place)))
                ).item
                #expect(item.isUncovered == (customer == .ended), "\(table.name)")
                let row = try await desk.store.summaries([item.id]).first
                #expect(row?.isUncovered == item.isUncovered, "\(table.name)")
                ids.append(item.id)
            }
            let ada = try await desk.store.agent(for: People.ada)
            let words = try await desk.store.policies.words
            let context = QueryContext(now: minute(3000), me: ada.id, words: words)
            var taken: [Int] = []
            for _ in ids {
                let next = try await desk.store.takeNext(for: ada, context) { edits in
                    desk.operation(People.ada, edits, at: minute(3000))
                }
                guard case .taken(let item, _, _) = next else { break }
                taken.append(try #require(ids.firstIndex(of: item.id)))
            }
            #expect(taken == table.taken, "\(table.name)")
        }
    }

    @Test("a case whose cover is mended is covered from then on", arguments: StoreKind.allCases)
    func mended(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (after, entitlement) = try await mended(by: "select", desk)
            #expect(after.entitlement == entitlement && !after.isUncovered)
            #expect(try await desk.store.summaries([after.id]).first?.isUncovered == false)
        }
    }

    @Test("what another plan covers is not kept as what the case's plan rests on", arguments: StoreKind.allCases)
    func mendedByAnother(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (after, _) = try await mended(by: "core", desk)
            #expect(after.plans == ["select"] && after.entitlement == nil)
        }
    }

    /// A case that nothing covered when it was logged, taken once a plan covers that day; and what covers it.
    private func mended(by plan: String, _ desk: Desk) async throws -> (Case, RecordID) {
        let account = try await account(.ended, until: "2026-01-31", desk)
        let new = NewCase(
            subject: "A", severity: .three, type: .account, channel: .phone, account: account, contact: nil)
        let item = try await desk.store.log(new, desk.operation(People.ada, at: minute(10))).item
        #expect(item.isUncovered)
        let contract = try await desk.add(
            .contract,
            ["account": account.description, "number": "N-2", "start": "2020-01-01", "end": "2099-12-31"])
        let entitlement = try await desk.add(.entitlement, ["contract": contract.id.description, "plan": plan])
        _ = try await desk.apply(item.id, .take)
        return (try await desk.item(item.id), entitlement.id)
    }

    private func account(_ customer: Customer, until end: String?, _ desk: Desk) async throws -> AccountID {
        let account = try await desk.store.save(
            Account(id: AccountID(0), name: customer.rawValue, region: "emea"), by: People.ada, at: minute(1)
        ).id
        guard let end else { return account }
        let contract = try await desk.add(
            .contract,
            ["account": account.description, "number": customer.rawValue, "start": "2020-01-01", "end": end])
        try await desk.add(.entitlement, ["contract": contract.id.description, "plan": "select"])
        return account
    }
}
