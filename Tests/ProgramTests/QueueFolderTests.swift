import CaseModel
import ConsoleCore
import Foundation
import TerminalUI
import Testing

@testable import caseload

@Suite("Queue files")
struct QueueFolderTests {
    private func read(_ text: String) throws -> (queues: [NamedQueue], problems: [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("queues-\(UUID().uuidString)")
        let queues = folder.appendingPathComponent("caseload/queues")
        try FileManager.default.createDirectory(at: queues, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        try Data(text.utf8).write(to: queues.appendingPathComponent("mine.conf"))
        return QueueFolder.read(places: Places(Surroundings(["XDG_CONFIG_HOME": folder.path]), home: folder.path))
    }

    @Test("rules below a queue are its own, those above all queues are of every queue")
    func rules() throws {
        let (queues, problems) = try read(
            """
            [row "is:critical"]
            role = bad
            [queue "Night"]
            query = is:open
            [row "owner:none due<1h"]
            sign = *
            """)
        #expect(problems == [])
        let critical = RowRule("is:critical", role: .bad)
        #expect(queues.first { $0.name == "Mine" }?.rules == [critical])
        #expect(
            queues.first { $0.name == "Night" }?.rules == [
                RowRule("owner:none due<1h", role: .warn, sign: "*"), critical,
            ])
    }

    @Test("rules below a queue that cannot be read are of no queue")
    func brokenQueue() throws {
        let (queues, problems) = try read(
            """
            [queue "Night"]
            query = is:open
            [queue "Day"]
            query = is:opne
            [row "is:critical"]
            """)
        #expect(problems.count == 1)
        #expect(queues.allSatisfy { $0.rules.isEmpty })
    }

    @Test("what is wrong with a rule is said, with its place")
    func mistakes() throws {
        let (queues, problems) = try read(
            """
            [row "channel:phone"]
            [row "is:opne"]
            [row "is:open"]
            role = bda
            sign = ●
            colour = red
            """)
        #expect(problems.count == 5)
        #expect(problems.contains { $0.contains("Rows do not tell channel:phone") })
        #expect(problems.contains { $0.contains("Did you mean open?") })
        #expect(problems.contains { $0.contains("There is no role bda. Did you mean bad?") })
        #expect(problems.contains { $0.contains("A sign is one ASCII character.") })
        #expect(problems.contains { $0.contains("A row has role and sign.") })
        #expect(queues.first?.rules == [RowRule("is:open", role: .warn)])
    }
}
