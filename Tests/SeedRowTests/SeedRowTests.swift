import CaseModel
import GuidePolicy
import SeedRows
import Testing

@Suite("Every row of the domain reference")
struct SeedRowTests {
    @Test("is in the table", arguments: SeedRow.expected)
    func isThere(_ row: String) {
        #expect(SeedRow.all.count { $0.row == row } == 1)
    }

    @Test("holds under the built-in policy", arguments: SeedRow.all.indices)
    func holds(_ index: Int) async throws {
        try await SeedRow.all[index].proof(Guide.policy)
    }

    @Test("does not hold without its line", arguments: SeedRow.all.indices)
    func fails(_ index: Int) async throws {
        let row = SeedRow.all[index]
        let cut = try #require(row.cutPolicy(from: Guide.policy), "\(row.row): the policy cannot be read without it")
        await #expect(throws: (any Error).self, "\(row.row) \(row.noun)") { try await row.proof(cut) }
    }
}
