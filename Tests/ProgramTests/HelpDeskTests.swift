import Foundation
import ProgramStage
import PseudoTerminal
import Testing

/// A ticket log whose service levels are plans and whose activities are statuses of a policy of its own.
@Suite("The ticket log of a help desk, under a policy written for it", .waiting)
struct HelpDeskTests {
    private static func fixture(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ExchangeTests/Fixtures/\(name)").path
    }

    /// A stage whose store has the policy of the log.
    private func stage() throws -> Stage {
        let stage = try Stage()
        stage.environment["TZ"] = "UTC"
        stage.environment["CASELOAD_STORE"] = stage.path("cases.db")
        let folder = stage.folder.appending(path: "config/caseload")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let policy = try Data(contentsOf: URL(fileURLWithPath: Self.fixture("helpdesk.policy")))
        try policy.write(to: folder.appending(path: "policy"))
        try #require(try stage.run("init").code == 0)
        return stage
    }

    private func object(_ result: CommandResult) throws -> [String: Any] {
        try #require(result.code == 0, "\(result.output)\(result.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [String: Any])
    }

    private func load(_ stage: Stage, _ map: String, _ file: String = fixture("helpdesk.csv")) throws -> [String: Any] {
        try object(stage.run("import", file, "--map", Self.fixture(map), "--json"))
    }

    @Test func levelsArePlansAndActivitiesStatuses() throws {
        let stage = try stage()
        #expect(try stage.run("policy", "check", Self.fixture("helpdesk.policy")).output.contains("0 problems"))
        let accounts = try load(stage, "helpdesk-accounts.map")
        #expect(accounts["read"] as? Int == 9 && accounts["created"] as? Int == 2)
        var cases = try load(stage, "helpdesk.map")
        #expect(
            cases["read"] as? Int == 9 && cases["created"] as? Int == 3
                && (cases["problems"] as? [Any])?.isEmpty == true)
        let first = try object(stage.run("show", "Case 9001", "--json"))
        #expect(first["status"] as? String == "shut" && first["severity"] as? String == "a")
        #expect((first["account"] as? [String: Any])?["name"] as? String == "Customer Value 1")
        // The level changed while the ticket waited; the history has both.
        #expect(first["plan"] as? String == "level-3" && first["region"] as? String == "home")
        let timeline = try #require(first["timeline"] as? [[String: Any]])
        #expect(timeline.count == 5)
        let changes = timeline.flatMap { $0["changes"] as? [[String: Any]] ?? [] }.filter {
            $0["field"] as? String == "plan"
        }
        #expect(changes.map { $0["new"] as? String } == ["level-1", "level-3"])
        // Saturday's ticket is answered on Monday within the four business hours of its level: due at 13:00 in Rome.
        let second = try object(stage.run("show", "Case 9002", "--json"))
        #expect(second["responseDueAt"] as? String == "2012-10-15T11:00:00Z")
        #expect((second["queue"] as? [String: Any])?["name"] as? String == "Workgroup 2")
        #expect(try stage.run("list", "plan:level-4", "--count").output == "1\n")
        #expect(try stage.run("list", "status:shut", "--count").output == "2\n")
        cases = try load(stage, "helpdesk.map")
        #expect(cases["unchanged"] as? Int == 3 && cases["updated"] as? Int == 0)
        #expect(try stage.run("verify").code == 0)
    }

    @Test func aPlanThatThePolicyHasNotIsTold() throws {
        let stage = try stage()
        _ = try load(stage, "helpdesk-accounts.map")
        let map = try String(contentsOfFile: Self.fixture("helpdesk.map"), encoding: .utf8)
        let other = try stage.file("other.map", map.replacing("Value 4 = level-4", with: "Value 4 = level-5"))
        let result = try object(stage.run("import", Self.fixture("helpdesk.csv"), "--map", other, "--json"))
        let problems = try #require(result["problems"] as? [[String: Any]])
        #expect(problems.map { $0["line"] as? Int } == [9] && result["created"] as? Int == 3)
        #expect((problems[0]["message"] as? String)?.contains("No plan “level-5” is in the policy") == true)
        #expect(try object(stage.run("show", "Case 9003", "--json"))["plan"] is NSNull)
    }
}
