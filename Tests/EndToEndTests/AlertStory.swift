import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Nobody sleeps through it", .waiting)
struct AlertStory {
    @Test func ofTwoConsolesOneRunsTheCommandAndBothShowIt() throws {
        let stage = try Stage()
        let runs = stage.path("runs")
        let folder = stage.path("config/caseload")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try stage.file(
            "config/caseload/settings", "[alerts]\ntitle = yes\nbell = yes\ncommand = tee -a \"\(runs)\"\n")
        let store = try StoryStore(stage)
        try store.log("A question")
        let consoles = try (0..<2).map { _ in
            let console = try store.open()
            try console.waitFor("Caseload ›")
            return console
        }
        let ids = try (1...3).map { try store.log("All users lost \($0)", severity: 1) }
        for console in consoles { try console.waitFor("3 alerts") }
        try consoles[0].waitUntil("the command ran for each") { _ in
            (try? store.command("alert", "list", "--plain", "--columns", "command", "--no-headers"))
                == "It ran.\nIt ran.\nIt ran.\n"  // Not there yet is an answer too.
        }
        let told = try String(contentsOfFile: runs, encoding: .utf8).split(separator: "\n")
        #expect(told.count == 3 && ids.allSatisfy { id in told.contains { $0.contains("\"\(id)\"") } })
        // The bell is heard at once, not with the next picture.
        for console in consoles { #expect(console.logText.contains("\u{7}")) }
        // Seen by one, it is gone for all.
        try store.command("alert", "acknowledge", "AL-1", "AL-2")
        for console in consoles { try console.waitFor("1 alert ") }
        // Seen from the list it is gone, too; an undo says that this is not taken back.
        try consoles[0].type("gw")
        try consoles[0].waitFor("AL-3")
        try consoles[0].type(" ")
        try consoles[0].waitFor("AL-3 was seen by you.")
        try consoles[0].type("u")
        try consoles[0].waitFor("alert was seen is not taken back")
        try consoles[0].type("q")
        for console in consoles {
            try console.type("q")
            #expect(try console.waitForExit() == .code(0))
        }
        #expect(try String(contentsOfFile: runs, encoding: .utf8).split(separator: "\n").count == 3)
        try store.verify()
    }
}
