import CaseDemo
import CaseModel
import GuidePolicy
import Testing

@Suite("What the made-up centre tells agrees with itself")
struct DemoSenseTests {
    private static let now = DemoTests.now

    private static func records(_ kind: RecordKind, _ store: MemoryCaseStore) async throws -> [Record] {
        try await store.records(RecordQuery(kind)).records
    }

    @Test("A licence was bought on the day of an order of its product")
    func licencesComeFromOrders() async throws {
        let (store, _) = try await DemoTests.loaded(1)
        func bought(_ record: Record, _ day: String) -> String {
            "\(record[RecordKind.account] ?? "") \(record["product"] ?? "") \(record[day] ?? "") "
                + (record["quantity"] ?? "")
        }
        let orders = Set(try await Self.records(.purchase, store).map { bought($0, "day") })
        let licences = try await Self.records(.license, store)
        #expect(licences.allSatisfy { orders.contains(bought($0, "bought")) })
        let newest = licences.compactMap { $0.day("bought")?.daysSince1970 }.max()
        #expect((newest ?? 0) > LocalTime(Self.now, offset: 0).day.daysSince1970 - 25)
    }

    @Test("A contract ends the day before the date on which it began")
    func contractsAreOfWholeYears() async throws {
        let (store, _) = try await DemoTests.loaded(1)
        for contract in try await Self.records(.contract, store) {
            let (start, end) = (contract.day("start"), contract.end)
            let next = end.map { CivilDay(daysSince1970: $0.daysSince1970 + 1) }
            #expect(start?.month == next?.month && start?.day == next?.day, "\(contract.id)")
        }
    }

    @Test("Nobody is the contact of a membership before its contract begins")
    func membershipsAreOfTheirContracts() async throws {
        let (store, _) = try await DemoTests.loaded(600)
        let contracts = Dictionary(
            try await Self.records(.contract, store).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let memberships = try await Self.records(.membership, store)
        #expect(!memberships.isEmpty)
        for membership in memberships {
            let start = try #require(membership.parent.flatMap { contracts[$0]?.start })
            if let since = membership.day("since") { #expect(start <= since, "\(membership.id)") }
        }
    }

    @Test("Whoever says that a log is attached attached one, and nobody else speaks of one")
    func attachedIsThere() async throws {
        let (store, _) = try await DemoTests.loaded(600)
        let context = QueryContext(now: DemoTests.now, zone: .utc, me: nil, words: await store.policies.words)
        var said = 0
        for id in try await store.orderedIDs(CaseQuery(), sort: [SortKey(.id)], context) {
            let file = try await store.caseFile(id)
            #expect(!file.item.description.contains("attached"), "\(id)")
            let speaking = file.events.filter { $0.text?.contains("is attached") == true }
            said += speaking.count
            let files = try await store.attachments(on: .item(id))
            #expect(speaking.isEmpty || files.count >= speaking.count, "\(id)")
            for event in speaking { #expect(files.contains { $0.events.first?.at == event.at }, "\(id)") }
        }
        #expect(said > 0)
    }

    @Test("Scheduled support is given on weekdays")
    func hoursAreOfWeekdays() async throws {
        let (store, _) = try await DemoTests.loaded(1)
        let days = try await Self.records(.hours, store).compactMap { $0.day("day") }
        #expect(!days.isEmpty && days.allSatisfy { $0.weekday <= 5 })
    }

    @Test("Everybody is there at some time, and knows the customers whose plan has somebody for them")
    func peopleAreThere() async throws {
        let (store, _) = try await DemoTests.loaded(1)
        for agent in try await store.agents() where agent.center != nil {
            let presence = Guide.policy.presence(of: agent, at: Self.now, zones: Guide.zones)
            #expect(presence.unknown == nil, "\(agent.name): \(presence.unknown ?? "")")
        }
        let known = Set(try await Self.records(.environment, store).filter { $0["manager"] != nil }.map(\.account))
        let roles = Set(Guide.policy.people.roles.filter(\.isAssigned).map(\.code))
        let plans = Set(Guide.policy.cover.plans.filter { !roles.isDisjoint(with: $0.roles) }.map(\.code))
        for contract in try await Self.records(.contract, store) {
            let own = (contract["plans"] ?? "").split(separator: " ").map(String.init)
            guard !plans.isDisjoint(with: own) else { continue }
            #expect(known.contains(contract.account), "\(contract.id)")
        }
    }

    @Test("A machine is replaced from the customer's region, in hours or days")
    func replacementsTravel() async throws {
        let (store, _) = try await DemoTests.loaded(700, seed: 7)
        let regions = Dictionary(
            uniqueKeysWithValues: try await store.accounts(matching: "", limit: .max).map { ($0.id, $0) })
        for record in try await Self.records(.replacement, store) {
            let customer = record.account.flatMap { regions[$0] }
            let center = try #require(Guide.policy.center(record["center"] ?? ""))
            #expect(center.region == customer?.region, "\(record.id)")
            let named = ["Ireland": "IE", "Japan": "JP", "Australia": "AU"].first { center.name.contains($0.key) }
            if let named {
                #expect((record.flag("sameCountry") ?? false) == (customer?.country == named.value), "\(record.id)")
            }
            #expect((record.count("distance") ?? 0) < 100 || record.flag("sameCountry") == false, "\(record.id)")
            var times: [String: Timestamp] = [:]
            for event in try await store.recordFile(record.id).events {
                for change in event.changes where change.field == "step" { times[change.new ?? ""] = event.at }
            }
            guard let shipped = times["shipped"], let delivered = times["delivered"] else { continue }
            #expect(delivered - shipped >= 2 * 3600, "\(record.id)")
        }
    }

    @Test("Cases are mostly worked on in the customer's region, critical ones every day")
    func casesAreWorkedOn() async throws {
        let (store, claim) = try await DemoTests.loaded(700, seed: 7)
        let me = try await store.agent(for: claim)
        let context = QueryContext(now: Self.now, me: me.id)
        var placed: [Bool] = []
        for id in try await store.orderedIDs(CaseQuery(""), sort: SortKey.usual, context) {
            let item = try await store.caseFile(id).item
            if let center = item.center.flatMap({ Guide.policy.center($0) }) {
                placed.append(center.region == item.region)
            }
            guard item.closedAt == nil else { continue }
            if item.severity.isCritical { #expect(Self.now - item.updatedAt < 2 * 86_400, "\(id)") }
            if item.owner == nil { #expect(Self.now - item.openedAt < 40 * 86_400, "\(id)") }
        }
        let home = placed.filter { $0 }.count
        #expect(home * 100 > placed.count * 80 && home < placed.count, "\(home) of \(placed.count)")
    }
}
