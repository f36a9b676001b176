import CaseModel
import EventLogReplay
import Foundation
import GuidePolicy
import Testing

@Suite("Real work is not turned away by the table")
struct LogReplayTests {
    /// The table holds what people do: the kinds of changes of the real log, in their proportions (domain 12).
    @Test func ownLog() async throws {
        let counts = try await EventLogReplay().run(Self.path)
        #expect((counts.changes, counts.inside, counts.outside) == (200, 200, 0), "\(counts.kinds)")
        #expect((counts.refused, counts.held, counts.warned) == (1, 0, 0), "\(counts.kinds)")
        #expect(counts.kinds["closed → wip: within-reopen-window"] == 1)
        #expect(counts.kinds["open → solved: done"] == 21 && counts.kinds["cust → solved: done"] == 13)
    }

    /// A strict chain would turn away much of what people do, so the count is one that can fail.
    @Test func strictChain() async throws {
        let text = String(decoding: Guide.policy.text, as: UTF8.self)
            .replacing("event = move\nfrom = is:free\nto = is:free", with: "event = move\nfrom = wip\nto = is:free")
            .replacing("event = offer\nfrom = is:free", with: "event = offer\nfrom = wip")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "chain").policy)
        let counts = try await EventLogReplay(policy).run(Self.path)
        #expect(counts.outside > 40, "\(counts.kinds)")
    }

    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/own-events.csv").path
}
