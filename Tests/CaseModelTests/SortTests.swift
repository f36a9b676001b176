import CaseSamples
import GuidePolicy
import SeededRandom
import Testing

@testable import CaseModel

@Suite struct SortTests {
    @Test(arguments: [
        ("severity", "ADBCE"), ("-severity", "ECBAD"), ("opened", "EDCBA"), ("-opened", "ABCDE"), ("id", "ABCDE"),
        ("-id", "EDCBA"), ("closed", "CABDE"), ("-closed", "CABDE"), ("due", "ABCDE"), ("-due", "ABCDE"),
        ("account", "ABDCE"), ("-account", "DBACE"), ("owner", "BDCAE"), ("queue", "BACDE"), ("contact", "BACDE"),
        ("-contact", "ABCDE"), ("status", "ABDEC"), ("-status", "CEDBA"), ("subject", "ECABD"), ("updated", "EDCBA"),
        ("severity,-opened", "ADBCE"), ("severity,opened", "DABCE"), ("owner,-severity", "BDCEA"), ("", "ABCDE"),
        (" Severity , -OpenedAt ", "ADBCE"), ("responseDueAt,id", "ABCDE"),
    ])
    func orders(_ text: String, _ letters: String) throws {
        let fixture = QueryFixture()
        let keys = try SortKey.parse(text)
        let rows = fixture.subjects.map { ($0.letter, SortRow($0.subject.item, names: $0.subject.names, keys: keys)) }
        let sorted = rows.reversed().sorted { $0.1.precedes($1.1, by: keys) }.map(\.0)
        #expect(String(sorted) == letters)
        #expect(try SortKey.parse(keys.map(\.text).joined(separator: ",")) == keys)
    }

    @Test(arguments: [
        ("sevrity", 1, "Cases cannot be ordered by sevrity at column 1. Did you mean severity?"),
        ("due,-opnd", 6, "Cases cannot be ordered by opnd at column 6. Did you mean opened?"),
        (
            "due,", 5,
            "Cases cannot be ordered by nothing at column 5. There are: id, due, severity, status, opened, updated, closed, "
                + "subject, account, contact, queue, owner, snoozed."
        ),
        (
            "tag", 1,
            "Cases cannot be ordered by tag at column 1. There are: id, due, severity, status, opened, updated, closed, "
                + "subject, account, contact, queue, owner, snoozed."
        ),
    ])
    func problems(_ text: String, _ column: Int, _ message: String) {
        #expect(throws: QueryProblem(column: column, message: message)) { try SortKey.parse(text) }
    }

    /// An order that contradicts itself would shuffle a list at every look.
    @Test func randomOrdersAreTotal() {
        var cases = RandomCases(seed: 3)
        let subjects = cases.subjects(60)
        for seed in UInt64(1)...60 {
            var random = SplitMix64(seed: seed)
            let keys = (0..<random.number(0...3)).map { _ in
                SortKey(random.pick(SortKey.Field.allCases), descending: random.chance(50))
            }
            let rows = subjects.map { SortRow($0.item, names: $0.names, keys: keys) }
            let sorted = rows.shuffled(using: &random).sorted { $0.precedes($1, by: keys) }
            for (a, b) in zip(sorted, sorted.dropFirst()) {
                #expect(a.precedes(b, by: keys) && !b.precedes(a, by: keys), "seed \(seed)")
            }
        }
    }
}
