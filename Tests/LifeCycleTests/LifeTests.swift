import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Whatever people do, a case stays a case")
struct LifeTests {
    /// Monday 2026-02-02, 09:00 UTC.
    private static let start = Timestamp(seconds: 1_770_022_800)
    private static let keeper = Claim(login: "ada", userNumber: 1)

    /// 10,000 lives of 12 acts each, half of them under either policy; a store has few, because it is copied a lot.
    @Test("in memory", arguments: Rulebook.allCases, 0..<5)
    func memory(_ rulebook: Rulebook, _ batch: Int) async throws {
        var tally = Tally()
        let policy = try rulebook.policy
        for part in 0..<50 {
            let store = MemoryCaseStore(
                keeper: Self.keeper, keeperName: "Ada", policies: PolicyBook(policy, zones: Guide.zones))
            tally.add(try await lives(store, seeds: (batch * 1000 + part * 20)..<(batch * 1000 + part * 20 + 20)))
        }
        // Everything was reached, so nothing was true for want of trying.
        // A solution is rarely offered by chance: it wants a fix first.
        let reached = policy.lifeCycle.statuses.filter { $0.role != .offered }.map(\.code)
        #expect(tally.statuses.isSuperset(of: reached), "\(tally.statuses.sorted())")
        #expect(tally.done > 3000 && tally.refused > 2000 && tally.remarks > 300)
        let rules = ["no-transition", "needs-given", "case-closed", "ground-named"]
        #expect(tally.rules.isSuperset(of: rules), "\(tally.rules.sorted())")
    }

    @Test("in a file", arguments: Rulebook.allCases)
    func file(_ rulebook: Rulebook) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lives-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let policy = try rulebook.policy
        let store = try await SQLiteCaseStore.create(
            path: folder.appendingPathComponent("cases.db").path, keeper: Self.keeper, keeperName: "Ada",
            at: Self.start, PolicySupply(policy: { policy }, builtIn: { nil }, zones: Guide.zones))
        do {
            let tally = try await lives(store, seeds: 0..<100)
            #expect(tally.done > 300)
            await store.close()
        } catch {
            await store.close()
            throw error
        }
    }

    /// Lives their lives one after the other, and counts what is left.
    private func lives(_ store: any CaseStore, seeds: Range<Int>) async throws -> Tally {
        let stage = try await Stage(store, at: Self.start)
        var tally = Tally()
        var lived: [Life] = []
        for seed in seeds {
            var life = Life(stage, seed: UInt64(seed), at: Self.start)
            try await life.live(12)
            tally.add(life.tally)
            lived.append(life)
        }
        var cases: [Case] = []
        for life in lived { cases.append(try await life.checkHistory()) }
        #expect(try await store.verify().faults == [])
        let context = QueryContext(now: Self.start, zone: .utc, me: nil, words: stage.book.words)
        for (text, isMeant) in [
            ("is:open", { $0.status.isOpen }), ("is:working", { $0.status.isWorking }),
        ] as [(String, (Case) -> Bool)] {
            let count = try await store.count(try CaseQuery(text, stage.book.words), context)
            #expect(count == cases.filter(isMeant).count, "\(text)")
        }
        for status in stage.book.words.statuses {
            let count = try await store.count(try CaseQuery("status:\(status.code)", stage.book.words), context)
            #expect(count == cases.filter { $0.status == status }.count, "\(status.code)")
        }
        let open = try await store.openCounts().map(\.open).reduce(0, +)
        #expect(open == cases.filter(\.status.isOpen).count)
        return tally
    }
}
