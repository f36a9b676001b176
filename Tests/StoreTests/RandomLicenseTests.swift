import CaseModel
import SeededRandom
import Testing

@Suite("Random acts on licences")
struct RandomLicenseTests {
    /// What the test itself knows of a licence.
    private struct Known {
        var purchased: Int
        let isWhole: Bool
        var hosts: [String: Int] = [:]
        var free: Int { purchased - hosts.values.reduce(0, +) }
    }

    @Test(
        "No total is ever wrong in ten times a thousand acts, and every refusal gives its rule and reason",
        arguments: [StoreKind.memory, .file], Array(1...10) as [UInt64])
    func tenThousand(_ kind: StoreKind, seed: UInt64) async throws {
        try await withStore(kind) { desk in
            var dice = SplitMix64(seed: seed)
            let policy = try await desk.store.policies.inForce
            var known: [RecordID: Known] = [:]
            for number in 0..<8 {
                let quantity = Int.random(in: 1...40, using: &dice)
                let isWhole = number % 4 == 3
                let id = try await desk.license(quantity, ["whole": isWhole ? "yes" : "no"])
                known[id] = Known(purchased: quantity, isWhole: isWhole)
            }
            let ids = known.keys.sorted()
            var refused = 0
            for _ in 0..<1000 {
                let id = ids[Int.random(in: 0..<ids.count, using: &dice)]
                let before = try #require(known[id])
                let act = Self.act(&dice, before)
                let after = Self.done(act, before)
                let refusal = try await desk.refusal(of: .license(act), on: id)
                #expect((refusal == nil) == (after != nil), "seed \(seed): \(act.text) \(String(describing: refusal))")
                known[id] = after ?? before
                if let refusal {
                    refused += 1
                    #expect(refusal.rule == "license-\(act.operation.rawValue)")
                    #expect(refusal.message.contains(policy.rule(of: act.operation)?.rule ?? "?"))
                }
                let now = LicenseBalance(try await desk.store.recordFile(id).record)
                let wanted = try #require(known[id])
                #expect(now.allocations.byName == wanted.hosts && now.free == wanted.free, "seed \(seed): \(act.text)")
                #expect(now.free >= 0 && now.free + now.allocated == now.purchased, "seed \(seed)")
            }
            #expect((200...800).contains(refused), "seed \(seed): \(refused) of 1000 were refused")
            for id in ids {
                let file = try await desk.store.recordFile(id)
                let again = try LicenseBalance.replay(file.events)
                #expect(again.last?.balance == LicenseBalance(file.record), "seed \(seed)")
                #expect(again.allSatisfy { $0.balance.free >= 0 }, "seed \(seed)")
            }
        }
    }

    /// An act that may or may not be possible.
    private static func act(_ dice: inout SplitMix64, _ known: Known) -> LicenseAct {
        let hosts = ["a", "A", "gate-1", "gate-2", "00:1B:44"]
        let (host, other) = (hosts[Int.random(in: 0..<5, using: &dice)], hosts[Int.random(in: 0..<5, using: &dice)])
        var quantity = Int.random(in: -1...15, using: &dice)
        if Bool.random(using: &dice) { quantity = known.isWhole ? known.purchased : known.hosts[host] ?? known.free }
        switch Int.random(in: 0..<8, using: &dice) {
        case 0...2: return .allocate(quantity, to: host)
        case 3...4: return .giveBack(quantity, from: host)
        case 5...6: return .reallocate(quantity, from: host, to: other)
        default: return Bool.random(using: &dice) ? .download(of: host) : .advice
        }
    }

    /// What an act gives; nil when it cannot be.
    private static func done(_ act: LicenseAct, _ before: Known) -> Known? {
        var known = before
        let (host, quantity) = (act.binding ?? "", act.quantity ?? 0)
        let has = known.hosts[host] ?? 0
        switch act.operation {
        case .allocate:
            guard quantity > 0, quantity <= known.free, !known.isWhole || quantity == known.purchased else {
                return nil
            }
            known.hosts[host] = has + quantity
        case .giveBack, .reallocate:
            guard quantity > 0, quantity <= has, !known.isWhole || quantity == has else { return nil }
            known.hosts[host] = has > quantity ? has - quantity : nil
            guard act.operation == .reallocate, let target = act.target else { return known }
            guard target != host else { return nil }
            known.hosts[target, default: 0] += quantity
        case .download, .redownload: return has > 0 ? known : nil
        case .advice: break
        }
        return known
    }
}
