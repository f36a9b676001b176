import CaseDemo
import CaseModel
import Foundation
import GuidePolicy
import Testing

@Suite("What the made-up centre keeps beside its cases")
struct DemoRecordTests {
    private static let ada = Claim(login: "ada", userNumber: 1000)

    /// A policy that shares no word with the built-in one, with or without plans for software.
    private static func harbour(plans: Bool) throws -> PolicyBook {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "PolicyTests/Fixtures/harbour.policy")
        var text = try String(contentsOf: path, encoding: .utf8)
        if !plans {
            // Nothing is left to be bought but the maintenance of machines.
            for kind in ["software", "premium", "add-on"] {
                text = text.replacingOccurrences(of: "kind = \(kind)\n", with: "kind = hardware\n")
            }
        }
        let reading = Policy.read(bytes: Array(text.utf8), named: "harbour")
        return PolicyBook(try #require(reading.policy, "\(reading.problems)"), zones: Guide.zones)
    }

    private static func loaded(
        _ cases: Int, seed: UInt64 = 1, at now: Timestamp = DemoTests.now, _ book: PolicyBook = Guide.book
    ) async throws -> (MemoryCaseStore, LoadCounts) {
        let store = MemoryCaseStore(keeper: ada, keeperName: "Ada Ellis", policies: book)
        let header = LoadHeader(source: "demo", claim: ada, at: now, operation: OperationID("demo-1"))
        let demo = Demo(seed: seed, cases: cases, now: now, me: (name: "Ada Ellis", login: "ada"), policies: book)
        return (store, try await demo.load(into: store, header))
    }

    private static func count(_ kind: RecordKind, _ store: MemoryCaseStore) async throws -> Int {
        try await store.records(RecordQuery(kind)).records.count
    }

    @Test("Every kind of record is there, and every rule lets it be", arguments: [UInt64(1), 5, 4242])
    func everyKind(seed: UInt64) async throws {
        // A night between Sunday and Monday too.
        let now = seed == 5 ? Timestamp(seconds: 1_773_018_000) : DemoTests.now
        let (store, counts) = try await Self.loaded(1200, seed: seed, at: now)
        #expect(counts.rejected == 0 && counts.problems == [], "\(counts.problems.prefix(4).map(\.message))")
        // Alerts are no part of the story: whoever looks raises them.
        for kind in RecordKind.all where kind != .alert {
            #expect(try await Self.count(kind, store) > 0, "no \(kind.code), seed \(seed)")
        }
        #expect(try await store.verify().faults == [])
    }

    @Test("Shares of a believable customer base")
    func shares() async throws {
        let (store, _) = try await Self.loaded(1200)
        let today = LocalTime(DemoTests.now, offset: 0).day
        func records(_ kind: RecordKind) async throws -> [Record] {
            try await store.records(RecordQuery(kind)).records
        }
        let accounts = try await store.accounts(matching: "", limit: .max)
        #expect(accounts.allSatisfy { $0.region != nil } && accounts.contains { $0.parent != nil })
        let ends = try await records(.contract).compactMap(\.end)
        #expect(Double(ends.filter { $0 >= today }.count) > 0.85 * Double(ends.count))
        for days in [0...30, 31...60, 61...90] as [ClosedRange<Int64>] {
            #expect(
                ends.contains { days.contains($0.daysSince1970 - today.daysSince1970) }, "none ends in \(days) days")
        }
        #expect(ends.contains { $0 < today })
        let memberships = try await records(.membership)
        #expect(Set(memberships.map { $0["naming"] }) == [Naming.named.rawValue, Naming.automatic.rawValue, nil])
        let licenses = try await records(.license)
        let balances = licenses.map { LicenseBalance($0) }
        #expect(balances.contains { $0.allocated > 0 && $0.free > 0 } && balances.contains { $0.free == 0 })
        #expect(licenses.contains { $0.end.map { $0 < today } ?? false })
        var operations: Set<LicenseOperation> = []
        for license in licenses {
            let events = try await store.recordFile(license.id).events
            operations.formUnion(try LicenseBalance.replay(events).compactMap(\.act?.operation))
        }
        #expect(operations == Set(LicenseOperation.allCases))
        let steps = Set(try await records(.replacement).map { $0["step"] })
        #expect(steps.count > 1, "\(steps)")
        #expect(try await records(.partner).contains { $0["removedOn"] != nil })
        let states = Set(try await records(.consent).map { $0["state"] })
        #expect(states == Set(ConsentState.allCases.map(\.rawValue)))
        let gaps = try await records(.product).compactMap { ReleaseGap($0, on: today, Guide.policy) }
        #expect(gaps.contains { $0.isLate })
    }

    @Test("Nothing is told of the future")
    func nothingToCome() async throws {
        let (store, _) = try await Self.loaded(400)
        for kind in RecordKind.all {
            for record in try await store.records(RecordQuery(kind)).records {
                let events = try await store.recordFile(record.id).events
                #expect(events.allSatisfy { $0.at <= DemoTests.now }, "\(record.id)")
                #expect(events.map(\.at) == events.map(\.at).sorted(), "\(record.id)")
            }
        }
    }

    @Test(
        "Another policy tells it in its own words; without plans for software nobody has a contract",
        arguments: [true, false])
    func otherPolicies(plans: Bool) async throws {
        let (store, counts) = try await Self.loaded(300, try Self.harbour(plans: plans))
        #expect(counts.rejected == 0 && counts.problems == [], "\(counts.problems.prefix(4).map(\.message))")
        #expect(try await store.verify().faults == [])
        let contracts = try await Self.count(.contract, store)
        #expect((contracts > 0) == plans)
        #expect(try await Self.count(.purchase, store) > 0)
    }
}
