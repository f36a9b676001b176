import EventLogReplay
import Foundation
import Testing

@Suite("Real work is not turned away by the table")
struct LogReplayTests {
    /// The table holds what people do: the kinds of changes of the real log, in their proportions (domain 12).
    @Test func ownLog() async throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/own-events.csv").path
        let counts = try await EventLogReplay().run(path)
        #expect(counts.outside == 0, "\(counts.kinds)")
    }
}
