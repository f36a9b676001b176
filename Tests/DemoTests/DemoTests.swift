import CaseDemo
import CaseModel
import GuidePolicy
import Testing

@Suite("The made-up support centre")
struct DemoTests {
    static let now = Timestamp(seconds: 1_773_063_000)  // 2026-03-09T13:30:00Z

    private static func demo(_ cases: Int, seed: UInt64 = 1) -> Demo {
        Demo(seed: seed, cases: cases, now: now, me: (name: "Ada Ellis", login: "ada"), policies: Guide.book)
    }

    static func loaded(_ cases: Int, seed: UInt64 = 1) async throws -> (MemoryCaseStore, Claim) {
        let claim = Claim(login: "ada", userNumber: 1000)
        let store = MemoryCaseStore(keeper: claim, keeperName: "Ada Ellis")
        let header = LoadHeader(source: "demo", claim: claim, at: now, operation: OperationID("demo-1"))
        try await demo(cases, seed: seed).load(into: store, header)
        return (store, claim)
    }

    private static func share(_ count: Int, _ all: Int) -> Double { Double(count) / Double(max(1, all)) }

    @Test func sameSeedSameCentre() {
        #expect(Array(Self.demo(300)) == Array(Self.demo(300)))
        #expect(Array(Self.demo(300)) != Array(Self.demo(300, seed: 2)))
    }

    /// The made-up people have places that the policy knows, and every role that takes cases has somebody.
    @Test func itsPeopleHavePlaces() async throws {
        let policy = Guide.policy
        let (store, _) = try await Self.loaded(1)
        let agents = try await store.agents().filter { $0.name != "Ada Ellis" }
        for agent in agents {
            #expect(agent.center != nil && agent.role != nil && !agent.languages.isEmpty, "\(agent)")
            #expect(throws: Never.self) { try agent.placed(by: policy) }
        }
        let roles = Set(agents.compactMap(\.role))
        let taking = Set(policy.intake.requestTypes.compactMap(\.role))
        #expect(taking.isSubset(of: roles), "\(taking.subtracting(roles))")
        #expect(policy.people.roles.filter { $0.isCritical || $0.isFastTrack }.allSatisfy { roles.contains($0.code) })
        #expect(Set(agents.compactMap(\.center)).count >= 4)
    }

    @Test func asManyCasesAsAsked() {
        for count in [0, 1, 7, 250] {
            #expect(Self.demo(count).filter { if case .history = $0 { true } else { false } }.count == count)
        }
    }

    @Test(arguments: [UInt64(1), 7, 4242])
    func storiesAreInOrderAndOver(seed: UInt64) {
        for case .history(let history) in Self.demo(800, seed: seed) {
            let times = history.entries.map(\.at)
            #expect(times == times.sorted(), "seed \(seed), case \(history.line)")
            #expect(times.allSatisfy { $0 <= Self.now }, "seed \(seed), case \(history.line)")
            #expect(history.entries.first?.action == .logged)
            let texts =
                history.entries.compactMap(\.text) + history.entries.flatMap { $0.values.values.compactMap { $0 } }
            #expect(!texts.contains { $0.contains("{") || $0.contains("}") }, "seed \(seed), case \(history.line)")
            #expect((history.entries[0].values[.subject].flatMap { $0 } ?? "").utf8.count <= CaseLimits.subject)
        }
    }

    @Test func everyHistoryReplaysToItsCase() async throws {
        let (store, _) = try await Self.loaded(500)
        let ids = try await store.orderedIDs(CaseQuery(""), sort: SortKey.usual, QueryContext(now: Self.now))
        #expect(ids.count == 500)
        for id in ids {
            let file = try await store.caseFile(id)
            var plain = file.item
            (plain.response, plain.followUp) = (.none, .none)
            #expect(Case(id: id, events: file.events) == plain)
            #expect(file.item.account != nil && !file.item.subject.isEmpty)
            // Who calls is somebody of the customer, or of who acts for it; whom nobody knows is told by name.
            #expect((file.item.contact == nil) == (file.item.extra["caller"] != nil))
            #expect(file.item.contact == nil || file.contact?.account == file.item.partner ?? file.item.account)
            let isClosed = file.item.status == .closed
            #expect((file.item.closedAt != nil) == isClosed && (file.item.closureReason != nil) == isClosed)
            #expect(file.events.contains { $0.action == .taken } == (file.item.owner != nil))
        }
        let report = try await store.verify()
        #expect(report.faults == [])
    }

    @Test(arguments: [UInt64(1), 99])
    func proportionsOfABusyCentre(seed: UInt64) async throws {
        let (store, claim) = try await Self.loaded(1200, seed: seed)
        let me = try await store.agent(for: claim)
        let context = QueryContext(now: Self.now, me: me.id)
        func count(_ query: String) async throws -> Int { try await store.count(CaseQuery(query), context) }
        let open = try await count("is:open")
        #expect((150...400).contains(open), "seed \(seed): \(open) open")
        let critical = try await count("is:open severity:1")
        #expect((1...20).contains(critical), "seed \(seed): \(critical) critical")
        #expect(try await count("is:mine is:open") > 5)
        for status in [Status.new, .open, .wip, .cust, .vendor, .hold, .review, .esc, .solved] {
            #expect(try await count("status:\(status.rawValue)") > 0, "seed \(seed): \(status)")
        }
        let parked = try CaseQuery("status:vendor", context.words)
        for row in try await store.firstPage(parked, sort: SortKey.usual, limit: 5, context) {
            let given = try await store.caseFile(row.id).item.given
            #expect(given["ticket"]?.hasPrefix("T-") == true && given["ticket"] != given["vendor"], "\(given)")
        }
        #expect(try await count("status:closed") > 700)
        #expect(try await count("opened<7d") > 20)
        // What is due, met and late: as people who log the same cases would see it.
        let due = try await count("is:open (response:met,breached,running)")
        #expect(Self.share(due, open) > 0.85, "seed \(seed): \(due) of \(open) have a clock")
        let closed = try await count("is:closed")
        let late = try await count("is:closed is:breached")
        #expect((0.03...0.15).contains(Self.share(late, closed)), "seed \(seed): \(late) of \(closed) were late")
        #expect((3...40).contains(try await count("is:open response:running")), "seed \(seed)")
        #expect((1...12).contains(try await count("is:overdue")), "seed \(seed)")
        // The worst cases come mostly from those whose plan answers them best.
        let premium = Guide.policy.cover.plans.filter { $0.kind == .premium }.map(\.code).joined(separator: ",")
        let worst = try await (count("severity:1"), count("severity:1 plan:\(premium)"))
        #expect(Self.share(worst.1, worst.0) > 0.6, "seed \(seed): \(worst)")
        for region in Guide.policy.places.regions {
            #expect(try await count("region:\(region.code)") > 20, "seed \(seed): \(region.code)")
        }
    }

    @Test func manyLanguagesAndFewTwins() {
        var subjects: [String: Int] = [:]
        var scripts: Set<String> = []
        for case .history(let history) in Self.demo(2000) {
            guard let subject = history.entries.first?.values[.subject].flatMap({ $0 }) else { continue }
            subjects[subject, default: 0] += 1
            for scalar in subject.unicodeScalars {
                switch scalar.value {
                case 0x3040...0x30FF: scripts.insert("kana")
                case 0x4E00...0x9FFF: scripts.insert("han")
                case 0xAC00...0xD7A3: scripts.insert("hangul")
                default: break
                }
            }
            for (word, tongue) in [
                ("Sitzungen", "de"), ("depuis", "fr"), ("licencias", "es"), ("usuários", "pt"), ("users", "en"),
            ] where subject.contains(word) {
                scripts.insert(tongue)
            }
        }
        #expect(scripts == ["kana", "han", "hangul", "de", "fr", "es", "pt", "en"])
        let twins = subjects.values.filter { $0 > 1 }.map { $0 - 1 }.reduce(0, +)
        #expect(Self.share(twins, 2000) < 0.12, "\(twins) subjects are repeated")
    }

    @Test func officesAreClosedAtNight() {
        // Whoever writes, some office of the world is open; on Sundays only critical cases go on.
        var sunday = 0
        var all = 0
        for case .history(let history) in Self.demo(1000) {
            guard history.entries[0].values[.severity] != .some("1") else { continue }
            for entry in history.entries {
                all += 1
                let day = Zone.utc.local(entry.at).day
                if day.weekday == 7 { sunday += 1 }
            }
        }
        #expect(Self.share(sunday, all) < 0.03, "\(sunday) of \(all) entries are of a Sunday")
    }
}
