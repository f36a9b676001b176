import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("The console works line by line", .waiting)
struct LineConsoleTests {
    /// Types lines into a console that lists everything, the oldest first.
    private func type(_ desk: Desk, _ lines: String...) throws -> CommandResult {
        let input = (["sort opened"] + lines).joined(separator: "\n") + "\n"
        return try desk.run("console", "--linear", "--queue", "Everything", input: input, code: 0)
    }

    @Test func aCaseIsWorkedInLines() throws {
        let desk = try Desk()
        let first = try desk.log("Gateway drops sessions", severity: 3)
        let second = try desk.log("Printer is \u{1b}[31mred\u{202e}")
        let result = try type(
            desk, "2", "take", "severity 1 1", "all of them drop", "note 1", "Traces attached.", "", "..", ".",
            "tags vip", "open 1",
            "close --reason duplicate --duplicate-of 2", "undo", "q", "never read")
        #expect(try desk.actions(first) == ["logged", "changed", "noted", "closed", "undone"])
        #expect(try desk.actions(second) == ["logged", "taken", "changed"])
        let text = (try desk.show(first)["timeline"] as? [[String: Any]])?[2]["text"] as? String
        #expect(text == "Traces attached.\n\n.")
        let words = result.output
        for part in [
            "Everything: 2 cases.", "1. \(first), severity 3, New, no owner: Gateway drops sessions. Nord Energy.",
            "2. \(second), severity 2, New", ": Took \(second). Version 2.", "Internal note on \(first).",
            "Set \(second) to tags vip", "Timeline, newest first",
            "Closed \(first): duplicate", "Undid: closed \(first)",
        ] { #expect(words.contains(part), "\(part)") }
        #expect(!words.contains("never read"))
        #expect(result.harmful.isEmpty)
        #expect(result.errors.isEmpty, "\(result.errors)")
    }

    @Test func everyRowIsReached() throws {
        let stage = try Stage()
        let store = stage.path("demo.db")
        let made = try stage.run("demo", "--cases", "25", "--no-console", "--store", store)
        try #require(made.code == 0)
        let result = try stage.run(
            "--linear", "--queue", "every", "--store", store, input: "\nnext\n\nfilter status:closed\nqueue 2\nq\n")
        #expect(result.code == 0)
        for number in 1...25 { #expect(result.output.contains("\(number). CS-"), "\(number)") }
        #expect(result.output.contains("There are no more."))
        #expect(result.output.contains("Unassigned: "))
    }

    @Test func mistakesAreNamedAndTheConsoleGoesOn() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let result = try type(
            desk, "tak 1", "77", "down", "take --twice", "filter stats:open", "note 99", "note 1 -m \"open", "note",
            "reopen \(id)", "hear 1 -m -", "?", "take 1", "q")
        for part in [
            "take", "no case 77", "screen", "--twice", "status", "no case 99", "not closed", "quotation mark",
            "Which case?", "type the text itself",
        ] { #expect(result.errors.contains(part), "\(part): \(result.errors)") }
        #expect(result.output.contains("set ID… FIELD=VALUE…"))
        #expect(try desk.actions(id) == ["logged", "taken"])
    }

    @Test func whatAStatusNeedsIsAskedFor() throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        let result = try type(
            desk, "take 1", "status 1 vendor", "Orb Networks", "OR-77", "status 1 cust", "", "severity 1 2")
        #expect(result.output.contains("vendor: ticket: ") && result.output.contains("reason: "))
        // Taken at critical severity before the cover was verified: said, and done.
        #expect(result.errors.contains("\(id): Warning: this should be so, and is not: cover was verified"))
        #expect(result.errors.hasSuffix("status needs awaited. Nothing was changed.\n"))
        let item = try desk.show(id)
        #expect(item["status"] as? String == "vendor" && item["severity"] as? Int == 1)
        #expect(item["given"] as? [String: String] == ["vendor": "Orb Networks", "ticket": "OR-77"])
    }

    @Test func nothingTypedIsLost() throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        // The input ends in the middle of the text.
        _ = try type(desk, "note \(id)", "half a thought")
        // A rule stands against what was typed, in one line or in several.
        try desk.run("take", id, code: 0)
        try desk.run("close", id, "--reason", "resolved", code: 0)
        let refused = try type(desk, "escalate 1", "Three customers", ".", "reply 1 -m \"\(id) is closed\"")
        #expect(refused.errors.contains("is closed"))
        let twice = try type(desk, "escalate 1 --summary \"and a fourth\"")
        #expect(twice.output.contains("The text is kept"))
        #expect(refused.output.contains("The text is kept"))
        try desk.run("reopen", id, code: 0)
        let again = try type(desk, "note 1", "and the rest", ".", "escalate 1", ".", "note 1", ".")
        #expect(again.output.contains("Kept from before:\nhalf a thought\n"))
        let texts = try #require(try desk.show(id)["timeline"] as? [[String: Any]]).compactMap { $0["text"] as? String }
        #expect(texts.contains("half a thought\nand the rest"))
        #expect(texts.contains("Three customers\nand a fourth"))
        // What was sent is not kept as well.
        #expect(texts.filter { $0.contains("half") }.count == 1)
    }

    @Test func whatNobodyMaySleepThroughIsToldBetweenTheLines() throws {
        let desk = try Desk()
        let id = try desk.log("Grid is down", severity: 1)
        let result = try type(desk, "take 1", "alert acknowledge AL-1", "next", "q")
        #expect(result.output.contains("Alert AL-1: \(id) is"), "\(result.output)\(result.errors)")
        #expect(result.output.contains("Grid is down."))
        #expect(result.output.contains("alert acknowledge AL-1 says that you saw it."))
        // Once, however many lines follow.
        #expect(result.output.ranges(of: "Alert AL-1:").count == 1)
        let alerts = try desk.objects(desk.run("alert", "list", "--all", "--json", code: 0))
        #expect(alerts.first?["state"] as? String != "open")
    }

    @Test func theCommandForAnAlertHoldsNobodyUpAndItsTroubleIsSaid() throws {
        let desk = try Desk()
        let id = try desk.log("Grid is down", severity: 1)
        let gate = desk.stage.path("gate")
        let script = try desk.stage.file("wait.sh", "while ! [ -e '\(gate)' ]; do sleep 0.05; done; exit 3\n")
        try settings("command = sh \(script)\n", desk.stage)
        let session = try desk.stage.open("console", "--linear", "--queue", "Everything", environment: ["TERM": "dumb"])
        // The command waits until it is let go, and that is after the prompt came and a line was answered.
        try session.waitFor("alert acknowledge AL-1 says that you saw it.")
        try session.type("take \(id)<CR>")
        try session.waitFor("Took \(id)")
        _ = try desk.stage.file("gate", "")
        try session.waitFor("The command for AL-1: sh ended with code 3.")
        try session.type("q<CR>")
        #expect(try session.waitForExit() == .code(0))
    }

    @Test func aScriptLeavesNoCommandForAnAlertBehind() throws {
        let desk = try Desk()
        _ = try desk.log("Grid is down", severity: 1)
        try settings("command = false\n", desk.stage)
        let result = try type(desk, "next", "q")
        #expect(
            result.errors.ranges(of: "The command for AL-1: false ended with code 1.").count == 1, "\(result.errors)")
    }

    @Test func aScriptIsNotLookedOverAfterEachOfItsLines() throws {
        let desk = try Desk()
        let id = try desk.log("Grid is down", severity: 3)
        let result = try type(desk, "severity 1 1", "all of it", "next", "q")
        #expect(try desk.actions(id).contains("changed"))
        #expect(!result.output.contains("Alert AL-"), "\(result.output)")
        #expect(try desk.objects(desk.run("alert", "list", "--all", "--json", code: 0)).isEmpty)
    }

    private func settings(_ lines: String, _ stage: Stage) throws {
        let folder = stage.path("config/caseload")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try stage.file("config/caseload/settings", "[alerts]\n" + lines)
    }

    @Test func aHangUpKeepsTheText() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try desk.stage.open("console", "--linear", "--queue", "Everything", environment: ["TERM": "dumb"])
        try session.waitFor("1. \(id)")
        try session.type("note 1<CR>")
        try session.waitFor("Internal note")
        try session.type("half a thought<CR>")
        try session.waitFor("half a thought")
        session.settle()
        session.hangUp()
        _ = try session.waitForExit(within: .seconds(10))
        // Not a single byte that moves or colours anything.
        #expect(!session.log.contains(0x1B))
        #expect(try type(desk, "note 1", ".").output.contains("half a thought"))
        #expect(try desk.actions(id) == ["logged", "noted"])
    }

    @Test func aTerminalThatCannotDrawIsToldOfIt() throws {
        let desk = try Desk()
        let session = try desk.stage.open(environment: ["TERM": "dumb"])
        #expect(try session.waitForExit() == .code(2))
        #expect(session.logText.contains("caseload console --linear"))
    }

    @Test func withoutAStoreOneIsMadeInLines() throws {
        let stage = try Stage()
        let result = try stage.run(
            "console", "--linear", "--store", stage.path("new.db"), input: "init\nqueue all\naccount new Nord\nq\n")
        #expect(result.errors.contains("new.db init"))
        #expect(result.output.contains("Made an empty store") && result.output.contains("All open: 0 cases."))
        #expect(try stage.run("account", "list", "--store", stage.path("new.db")).output.contains("Nord"))
    }
}
