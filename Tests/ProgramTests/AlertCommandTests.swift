import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Alerts from the shell", .waiting)
struct AlertCommandTests {
    /// Settings with a command for alerts.
    private func settings(_ lines: String, _ stage: Stage) throws {
        let folder = stage.path("config/caseload")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try stage.file("config/caseload/settings", "[alerts]\n" + lines)
    }

    @Test func eachIsToldOnceWithWhatItIsAbout() throws {
        let desk = try Desk()
        let told = desk.stage.path("told.jsonl")
        // Words go to the program as they are: there is no shell that would read them.
        try settings("command = tee -a \"\(told)\"\n", desk.stage)
        let id = try desk.log("All $(users) lost; at once", severity: 1)
        _ = try desk.log("A question", severity: 4)
        let output = try desk.run("alert", "run", code: 0).output
        #expect(output == "Raised AL-1: \(id) is critical: All $(users) lost; at once\n")
        #expect(try desk.run("alert", "run", code: 0).output == "Nothing new.\n")
        let lines = try String(contentsOfFile: told, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1)
        let line = Data((lines.first ?? "").utf8)
        let alert = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        #expect(alert["id"] as? String == "AL-1" && alert["case"] as? String == id)
        #expect(alert["subject"] as? String == "All $(users) lost; at once" && alert["reason"] as? String == "critical")
        let shown = try desk.object(desk.run("alert", "show", "AL-1", "--json", code: 0))
        #expect(shown["command"] as? String == "It ran." && shown["state"] as? String == "open")
        try desk.run("alert", "acknowledge", "AL-1", "-m", "On it.", code: 0)
        let again = try desk.run("alert", "acknowledge", "AL-1", code: 0).output
        #expect(again.contains("is already like that; nothing changed. AL-1 was seen first by "), "\(again)")
        let seen = try desk.object(desk.run("alert", "show", "AL-1", "--json", code: 0))
        #expect(seen["state"] as? String == "acknowledged" && seen["by"] != nil && seen["seen"] is String)
        #expect(try desk.objects(desk.run("alert", "list", "--json", code: 0)).isEmpty)
        #expect(try desk.objects(desk.run("alert", "list", "--all", "--json", code: 0)).count == 1)
        try desk.run("verify", code: 0)
    }

    @Test func aCommandThatFailsIsSaidAndTheAlertStands() throws {
        let desk = try Desk()
        _ = try desk.log("All users lost", severity: 1)
        try settings("command = false\n", desk.stage)
        let failed = try desk.run("alert", "run", code: 1)
        #expect(failed.output.hasPrefix("Raised AL-1") && failed.errors.contains("false ended with code 1."))
        #expect(try desk.run("alert", "show", "AL-1").output.contains("command: false ended with code 1."))
        try settings("command = /no/such/program\n", desk.stage)
        _ = try desk.log("All users lost again", severity: 1)
        #expect(try desk.run("alert", "run", code: 1).errors.contains("/no/such/program could not be started"))
        #expect(try desk.run("alert", "list", "--plain", "--columns", "id", "--no-headers").output == "AL-2\nAL-1\n")
        // A dry run tells and does nothing.
        _ = try desk.log("And again", severity: 1)
        #expect(try desk.run("alert", "run", "--dry-run", code: 0).output.hasPrefix("Would be: raised AL-3"))
    }

    @Test func settingsThatMeanNothingAreSaid() throws {
        let desk = try Desk()
        try settings("bell = loud\ndue = soon\ntune = x\n", desk.stage)
        let said = try desk.run("paths", code: 0).errors
        for words in ["bell is yes or no.", "due is a length such as 15m, or never.", "no key tune in [alerts]"] {
            #expect(said.contains(words), "\(said)")
        }
    }
}
