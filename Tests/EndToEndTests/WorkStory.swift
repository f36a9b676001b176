import ProgramStage
import PseudoTerminal
import Testing

@Suite("A case is worked with keys alone", .waiting)
struct WorkStory {
    @Test func keysAndShellTellTheSameStory() throws {
        let stage = try Stage()
        let store = try StoryStore(stage)
        try store.log("Printer in the hall is out of toner", severity: 4)
        let id = try store.log("Gateway pair drops all sessions", severity: 1, description: "All users lost at once.")
        try store.log("How to move licences to a new host", severity: 3)
        let twin = try StoryStore(stage, name: "twin.db", copying: store)

        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("Printer in the hall")
        try console.type("/severity:1 is:open<CR>")
        try console.waitForNo("Printer in the hall")
        try console.waitFor(id)
        try console.type("<CR>")
        try console.waitFor("Timeline 1")
        try console.waitFor("All users lost at once.")
        try console.type("t")
        try console.waitFor("Took \(id)")
        try console.press("p")
        try console.waitFor("Severity of \(id)")
        try console.press("2")
        try console.waitFor("reason:")
        try console.type("Half of them work<CR>")
        try console.waitFor("Set \(id) to severity 2")
        try console.type("c")
        try console.waitFor("only colleagues read it")
        try console.type("Rolled back, no change.<CR>Traces follow.<C-d>")
        try console.waitFor("Wrote a note on \(id)")
        try console.waitFor("Rolled back, no change.")
        try console.press("s")
        try console.waitFor("Status of \(id)")
        try console.press("c")
        try console.waitFor("awaited:")
        try console.type("the traces<CR>")
        try console.waitFor("Waiting on Customer")
        try console.type("u")
        try console.waitFor("Undid: set \(id) to status Waiting on Customer; awaited the traces")
        try console.press("<Esc>")
        try console.type("q")
        #expect(try console.waitForExit() == .code(0))

        let told = try store.show(id)
        #expect(told.severity == 2)
        #expect(told.status == "wip")
        #expect(told.owner != nil)
        #expect(told.timeline.map(\.action) == ["logged", "taken", "changed", "noted", "changed", "undone"])
        #expect(told.timeline[3].text == "Rolled back, no change.\nTraces follow.")
        #expect(told.timeline[4].takenBack)
        let journal = try store.command("log")
        for words in ["set \(id) to severity 2", "took \(id)", "wrote a note on \(id)", "took back: set \(id)"] {
            #expect(journal.contains(words))
        }
        try store.verify()

        // The same acts as commands of the shell.
        try twin.command("take", id)
        try twin.command("set", id, "severity=2", "--note", "Half of them work")
        try twin.command("note", id, "-m", "Rolled back, no change.\nTraces follow.")
        try twin.command("set", id, "status=cust", "awaited=the traces")
        try twin.command("undo")
        #expect(try twin.show(id).story == told.story)
    }

    @Test func theFirstStartOffersAStore() throws {
        let stage = try Stage()
        let console = try stage.open()
        try console.waitFor("demo")
        try console.press("q")
        #expect(try console.waitForExit() == .code(0))
    }
}
