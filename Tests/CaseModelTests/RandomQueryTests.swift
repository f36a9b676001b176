import CaseSamples
import GuidePolicy
import SeededRandom
import Testing

@testable import CaseModel

@Suite struct RandomQueryTests {
    @Test func everyQueryReadsBackAsItself() throws {
        var wrong = 0
        for seed in UInt64(1)...3000 where wrong < 3 {
            var queries = RandomQueries(seed: seed)
            let query = queries.next()
            guard query.text.utf8.count <= CaseQuery.longest else { continue }
            do {
                let again = try CaseQuery(query.text)
                if again != query { wrong += 1 }
                #expect(again == query, "seed \(seed): \(query.text.debugDescription)")
                #expect(again.text == query.text, "seed \(seed)")
            } catch {
                wrong += 1
                Issue.record("seed \(seed): \(query.text.debugDescription): \(error)")
            }
        }
    }

    /// Random queries are worth nothing when they find all cases or none.
    @Test func randomQueriesTellCasesApart() {
        var cases = RandomCases(seed: 1)
        let subjects = cases.subjects(100)
        var queries = RandomQueries(seed: 2)
        var telling = 0
        for _ in 0..<300 {
            let query = queries.next()
            let context = queries.context(agents: [AgentID(1), AgentID(2)])
            let found = subjects.count { query.matches($0, context) }
            if found > 0, found < subjects.count { telling += 1 }
        }
        #expect(telling > 100)
    }

    @Test func anythingTypedIsReadOrRefusedWithItsPlace() {
        let pieces =
            ["(", ")", "\"", "-", ":", "<", ">", ",", "..", "*", "and", "or", "not", "is:", "due<", "severity:", "x."]
            + ["status:open", "owner:me", "\\", " ", "  ", "none", "2h", "2026-03-09", "today"]
        for seed in UInt64(1)...5000 {
            var random = SplitMix64(seed: seed)
            let text = (0..<random.number(0...12)).map { _ in
                random.chance(20) ? random.pick(SampleText.hostile) : random.pick(pieces)
            }
            .joined(separator: random.chance(50) ? " " : "")
            do throws(QueryProblem) {
                let query = try CaseQuery(text)
                let again = try CaseQuery(query.text)
                #expect(again == query, "seed \(seed): \(text.debugDescription)")
            } catch {
                let problem = error
                let length = text.unicodeScalars.count
                #expect((1...length + 1).contains(problem.column), "seed \(seed): \(text.debugDescription)")
                #expect(problem.message.contains("column"), "seed \(seed): \(problem.message)")
            }
        }
    }
}
