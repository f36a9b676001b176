import CaseModel
import CaseSamples
import GuidePolicy
import SeededRandom
import Testing

@Suite("Random acts on records")
struct RandomRecordTests {
    @Test("Every store tells the same, and each record is what its events add up to", arguments: [1, 2, 3] as [UInt64])
    func replay(seed: UInt64) async throws {
        var answers: [[String]] = []
        for kind in StoreKind.allCases {
            try await withStore(kind) { desk in
                var dice = SplitMix64(seed: seed)
                let accounts = [try await desk.account("Nord"), try await desk.account("Süd")]
                var contacts: [ContactID] = []
                for name in ["Ann", "Ben", "Cy"] { contacts.append(try await desk.contact(name, accounts[0]).id) }
                let policy = try await desk.store.policies.inForce
                var told: [String] = []
                for _ in 0..<240 {
                    let edits = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
                        randomEdit(&dice, accounts, contacts, policy)
                    }
                    do {
                        let outcome = try await desk.store.keep(edits, desk.operation(People.ada))
                        told.append("\(outcome.records.map { "\($0.id) \($0.version)" }) \(outcome.merged)")
                    } catch {
                        told.append("\(error)")
                    }
                }
                for kind in RecordKind.all {
                    for record in try await desk.store.records(RecordQuery(kind, byEnd: true)).records {
                        let file = try await desk.store.recordFile(record.id)
                        #expect(file.record == record && record.version == file.events.count)
                        #expect(Record(record.id, kind: kind, events: file.events) == record)
                        told.append("\(record.id) \(record.values.sorted { $0.key < $1.key })")
                    }
                }
                #expect(told.count > 240, "seed \(seed): too little came of it")
                answers.append(told)
            }
        }
        #expect(answers.allSatisfy { $0 == answers[0] }, "seed \(seed)")
    }

    /// Values that mostly fit, for a record that may or may not be there.
    private func randomEdit(
        _ dice: inout SplitMix64, _ accounts: [AccountID], _ contacts: [ContactID], _ policy: Policy
    ) -> RecordEdit {
        let kind = RecordKind.all[Int.random(in: 0..<RecordKind.all.count, using: &dice)]
        let adds = Bool.random(using: &dice)
        var values: [String: String?] = [:]
        for field in kind.fields where adds ? field.isRequired || Bool.random(using: &dice) : .random(using: &dice) {
            if !adds, field.isFixed { continue }
            if field.isByAct { continue }
            if kind.together.contains(field.name) || field.name == RecordKind.account && kind.parent != nil { continue }
            if !field.isRequired, Int.random(in: 0..<5, using: &dice) == 0 {
                values[field.name] = .some(nil)
                continue
            }
            values[field.name] = randomValue(field.type, &dice, accounts, contacts, policy)
        }
        if adds { return RecordEdit(adding: kind, values) }
        let base = Bool.random(using: &dice) ? nil : Int.random(in: 1...3, using: &dice)
        return RecordEdit(RecordID(kind, Int64.random(in: 1...9, using: &dice)), base: base, values)
    }

    private func randomValue(
        _ type: RecordFieldType, _ dice: inout SplitMix64, _ accounts: [AccountID], _ contacts: [ContactID],
        _ policy: Policy
    ) -> String {
        let number = Int.random(in: 1...6, using: &dice)
        switch type {
        case .text: return ["Gateway", "gäteway", "N\u{2028}x", "製品", "e\u{301}", " a "][number - 1]
        case .count: return "\(number)"
        case .day: return "202\(number)-0\(number)-1\(number)"
        case .instant: return "2026-03-0\(number)T10:00:00Z"
        case .flag: return number < 4 ? "yes" : "no"
        case .word(let words): return words[number % words.count]
        case .words: return "b\(number),a"
        case .plan: return "plan-\(number)"
        case .account: return accounts[number % 2].description
        case .contact: return number == 6 ? "CT-99" : contacts[number % 3].description
        case .agent: return "AG-1"
        case .holder: return "CN-\(number)"
        case .item: return "CS-1000001"
        case .amounts: return "a=\(number)"
        case .code(let kind): return policy.codes(of: kind).randomElement(using: &dice) ?? "none"
        case .record(let kinds): return RecordKind(code: kinds[0]).map { "\(RecordID($0, Int64(number)))" } ?? ""
        }
    }
}
