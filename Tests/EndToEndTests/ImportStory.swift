import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("A real queue comes out of a file and is worked", .waiting)
struct ImportStory {
    /// Sixty rows of a real help desk's history.
    private let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ExchangeTests/Fixtures/servicenow-events.csv").path

    private struct Summary: Decodable { let read: Int, created: Int, unchanged: Int, rejected: Int }

    @Test func aCriticalCaseOfOneGroup() throws {
        let stage = try Stage()
        let path = stage.path("desk.db")
        func load() throws -> Summary {
            let result = try stage.run(
                "--store", path, "import", file, "--preset", "servicenow-events", "--as-of", "2016-03-20", "--json")
            try #require(result.code == 0, "\(result.errors)")
            return try JSONDecoder().decode(Summary.self, from: Data(result.outputBytes))
        }
        let first = try load()
        #expect(first.read == 24 && first.created == 9 && first.rejected == 0)
        let again = try load()
        #expect(again.created == 0 && again.unchanged == 9)

        let console = try stage.open("--store", path)
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("1 of 9")
        try console.type("/queue:\"Group 3\" severity:1 is:open")
        try console.waitFor("1 found")
        try console.press("<CR>")
        try console.press("<CR>")
        try console.waitFor("Timeline 1")
        try console.press("p")
        try console.waitFor("Severity of")
        try console.press("2")
        try console.waitFor("reason:")
        try console.type("Half of them work<CR>")
        try console.waitFor("The critical situation has ended. u undoes it.")
        // It has an owner, and nobody takes a case out of another's hands by the way.
        try console.type("t")
        try console.waitFor("Take it over?")
        try console.press("y")
        try console.waitFor("Took")
        try console.press("<Esc>")
        try console.type("q")
        #expect(try console.waitForExit() == .code(0))

        // In the shell the case answers to the number it had where it came from.
        let shown = try stage.run("--store", path, "show", "INC0008349", "--json")
        let told = try JSONDecoder().decode(ShownCase.self, from: shown.outputBytes.withUnsafeBytes { Data($0) })
        #expect(told.severity == 2 && told.owner != nil)
        #expect(told.timeline.suffix(2).map(\.action) == ["changed", "taken"])
        #expect(try stage.run("--store", path, "verify").code == 0)
        // What a person did since is not overwritten by the same file.
        #expect(try load().unchanged == 9)
    }

    @Test func theDemoOpensOnRealisticCases() throws {
        let stage = try Stage()
        let console = try stage.open("demo", "--cases", "200", "--seed", "7")
        try console.waitFor("Caseload ›", within: .seconds(30))
        try console.press("7")
        try console.waitFor("Everything 200")
        try console.press("<CR>")
        try console.waitFor("Timeline")
        try console.press("<Esc>")
        try console.type("q")
        #expect(try console.waitForExit() == .code(0))
    }
}
