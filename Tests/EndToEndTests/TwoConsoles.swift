import ProgramStage
import PseudoTerminal
import Testing

@Suite("Two consoles on one store", .waiting)
struct TwoConsoles {
    /// A case open in two consoles.
    private func pair() throws -> (store: StoryStore, id: String, first: TerminalSession, second: TerminalSession) {
        let store = try StoryStore(try Stage())
        let id = try store.log("Licence server refuses check-out", severity: 3)
        let consoles = try (0..<2).map { _ in
            let console = try store.open()
            try console.waitFor("Caseload ›")
            try console.press("7")
            try console.waitFor(id)
            try console.press("<CR>")
            try console.waitFor("Timeline 1")
            return console
        }
        return (store, id, consoles[0], consoles[1])
    }

    @Test func theSameFieldShowsBothValues() throws {
        let (store, id, first, second) = try pair()
        try second.press("p")
        try second.waitFor("Severity of \(id)")
        try first.press("p")
        try first.press("2")
        try first.waitFor("reason:")
        try first.type("All of them wait<CR>")
        try first.waitFor("Set \(id) to severity 2")
        try second.press("4")
        try second.waitFor("reason:")
        try second.type("One desk asks<CR>")
        try second.waitFor("Changed by two")
        try second.waitFor("mine    4")
        try second.waitFor("theirs  2")
        #expect(try store.show(id).severity == 2)
        try second.press("m")
        try second.waitFor("Set \(id) to severity 4")
        #expect(try store.show(id).severity == 4)
        try store.verify()
    }

    /// A subject typed into the second console, and another one saved by the first meanwhile.
    private func collision() throws -> (store: StoryStore, id: String, second: TerminalSession) {
        let (store, id, first, second) = try pair()
        try second.press("e")
        try second.type("<C-u>Licence server answers nobody")
        second.settle()
        try first.press("e")
        try first.type("<C-u>Licence server is slow<CR>y")
        // Saved, not only typed.
        try first.waitFor("to subject Licence server is slow")
        try second.type("<CR>y")
        try second.waitFor("Changed by two")
        try second.waitFor("mine    Licence server answers nobody")
        try second.waitFor("theirs  Licence server is slow")
        #expect(try store.show(id).subject == "Licence server is slow")
        return (store, id, second)
    }

    private func waitForMine(_ store: StoryStore, _ id: String, _ console: TerminalSession) throws {
        try console.waitUntil("the subject kept") { _ in
            (try? store.show(id).subject) == "Licence server answers nobody"  // Not there yet is an answer too.
        }
        try store.verify()
    }

    @Test func mineIsKept() throws {
        let (store, id, second) = try collision()
        try second.press("m")
        try waitForMine(store, id, second)
    }

    @Test func escapeGoesBackToWhatWasTyped() throws {
        let (store, id, second) = try collision()
        try second.press("<Esc>")
        try second.waitFor("Subject of \(id): Licence server answers nobody")
        try second.waitForNo("Changed by two")
        #expect(try store.show(id).subject == "Licence server is slow")
        try second.type("<CR>y")
        try waitForMine(store, id, second)
    }

    @Test func keepingTheirsMakesADraftOfWhatWasTyped() throws {
        let (store, id, second) = try collision()
        try second.press("t")
        try second.waitFor("Kept as a draft, not saved. e opens it again")
        try second.waitFor("Licence server is slow")
        #expect(try store.show(id).subject == "Licence server is slow")
        // It outlives the console.
        try second.press("Q")
        try second.press("y")
        #expect(try second.waitForExit() == .code(0))
        let again = try store.open()
        try again.waitFor("Caseload ›")
        try again.press("7")
        try again.waitFor(id)
        try again.press("e")
        try again.waitFor("draft: Licence server answers nobody")
        try again.type("<CR>y")
        try waitForMine(store, id, again)
    }

    @Test func differentFieldsMergeAndTheOtherOneAppears() throws {
        let (store, id, first, second) = try pair()
        try second.press("p")
        try second.waitFor("Severity of \(id)")
        try first.type("t")
        try first.waitFor("Took \(id)")
        try second.press("2")
        try second.waitFor("reason:")
        try second.type("A workaround is in place.<CR>")
        try second.waitFor("severity 2")
        #expect(!second.screen.contains("Changed by two"))
        let told = try store.show(id)
        #expect(told.severity == 2 && told.owner != nil)
        // Without a key, the first one learns what the second one did.
        try first.waitFor("severity 3 → 2")
        try store.verify()
    }
}
