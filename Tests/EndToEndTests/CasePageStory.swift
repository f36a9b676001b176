import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Acts on cases by keys alone, looked at in the store afterwards", .waiting)
struct CasePageStory {
    /// A store with a customer who has a plan, so that clocks run.
    private func covered() throws -> StoryStore {
        let store = try StoryStore(try Stage())
        try store.command("account", "set", "Nord Energy", "--region", "emea")
        try store.command("contact", "set", "Johanna Berg", "--roles", "technical")
        try store.command(
            "contract", "new", "account=Nord Energy", "number=N-1", "start=2020-01-01", "end=2099-12-31")
        try store.command("entitlement", "new", "contract=CN-1", "plan=priority-plus", "quantity=10")
        return store
    }

    /// A case that is verified and worked on.
    private func worked(_ store: StoryStore, _ subject: String, severity: Int) throws -> String {
        let id = try store.log(subject, severity: severity)
        try store.command("set", id, "status=open")
        try store.command("take", id)
        return id
    }

    private func opened(_ store: StoryStore, _ id: String) throws -> TerminalSession {
        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.type(":open \(id)<CR>")
        try console.waitFor("Timeline \(try store.show(id).timeline.count)")
        return console
    }

    @Test func aSeverityIsRaisedWithItsClockSeen() throws {
        let store = try covered()
        let id = try store.log("Licence server is slow", severity: 3)
        let console = try opened(store, id)
        try console.press("p")
        try console.waitFor("Severity of \(id)")
        try console.waitFor("; now ")
        try console.press("2")
        try console.waitFor("reason:")
        try console.type("All of them wait<CR>")
        try console.waitFor("Set \(id) to severity 2")
        try console.press("W")
        try console.waitFor("What counted, step by step")
        try console.press("q")
        try console.waitForNo("What counted, step by step")
        #expect(try store.show(id).severity == 2)
        try store.verify()
    }

    @Test func closingWithoutAReasonIsRefusedThenDone() throws {
        let store = try covered()
        let id = try worked(store, "Printer in the hall is out of toner", severity: 4)
        let console = try opened(store, id)
        try console.type(":set status=closed<CR>")
        try console.waitFor("closed with a reason")
        #expect(try store.show(id).status == "wip")
        try console.press("x")
        try console.waitFor("Close \(id) because")
        try console.press("1")
        try console.waitFor("A last word, or Enter:")
        try console.type("New toner came.<CR>")
        try console.waitFor("Closed \(id): resolved.")
        #expect(try store.show(id).status == "closed")
        try store.verify()
    }

    @Test func aCaseIsHandedOverWithItsNote() throws {
        let store = try covered()
        let id = try worked(store, "Gateway pair drops all sessions", severity: 2)
        let console = try opened(store, id)
        try console.press(">")
        try console.waitFor("Hand \(id) over to")
        try console.type("sydney<CR>")
        try console.waitFor("a note that only colleagues read")
        try console.type("Traces are in.<C-d>")
        try console.waitFor("Handed \(id) over")
        let last = try #require(try store.show(id).timeline.last)
        #expect(last.action == "handedOver" || last.action == "handed-over")
        #expect(last.text == "Traces are in.")
        #expect(last.changes.contains(ShownCase.Change(field: "center", old: nil, new: "sydney")))
        try store.verify()
    }

    @Test func aSnoozedCaseWakes() throws {
        let store = try StoryStore(try Stage())
        let id = try store.log("Profile load takes four minutes")
        let start = "2031-03-10T10:00:00Z+"
        func open(_ now: String) throws -> TerminalSession {
            let console = try store.stage.open(
                "--store", store.path, "--now", now, size: TerminalSize(columns: 120, rows: 40))
            try console.waitFor("Caseload ›")
            return console
        }
        let first = try open(start)
        try first.type(":open \(id)<CR>")
        try first.waitFor("Timeline 1")
        try first.press("z")
        try first.waitFor("Put \(id) off")
        try first.press("1")
        try first.waitFor("u undoes it.")
        try first.press("<Esc>")
        try first.type(":filter is:open -is:snoozed<CR>")
        try first.type("5")
        try first.type("/-is:snoozed<CR>")
        try first.waitForNo("Profile load")
        try first.type("Q")
        #expect(try first.waitForExit() == .code(0))
        let later = try open("2031-03-10T11:00:30Z+")
        try later.type("5")
        try later.type("/-is:snoozed<CR>")
        try later.waitFor("Profile load")
        try later.type("Q")
        #expect(try later.waitForExit() == .code(0))
    }

    @Test func supportIsDeniedAndRestored() throws {
        let store = try StoryStore(try Stage())
        let id = try store.log("Update fails", severity: 3)
        let console = try opened(store, id)
        try console.press("D")
        try console.waitFor("Deny support for \(id) because")
        try console.press("1")
        try console.waitFor("ctrl-d saves it")
        try console.type("Three releases behind.<C-d>")
        try console.waitFor("Denied support on \(id)")
        #expect(try store.show(id).status == "denied")
        try console.press("s")
        try console.waitFor("Status of \(id)")
        try console.press("i")
        try console.waitFor("what was put right:")
        try console.type("They updated.<CR>")
        try console.waitFor("In Progress")
        let told = try store.show(id)
        #expect(told.status == "wip" && told.timeline.last?.text == "They updated.")
        try store.verify()
    }

    @Test func fortyCasesAreChangedAtOnceAndUndoneInOneStep() throws {
        let stage = try Stage()
        let store = try StoryStore(stage)
        let rows = (1...40).map { "T\($0),Ticket \($0),4,2026-03-01T09:00:00Z,2026-03-01T09:00:00Z,Kim" }
        let table = try stage.file(
            "forty.csv", (["number,title,level,opened,updated,by"] + rows).joined(separator: "\n") + "\n")
        let map = try stage.file(
            "forty.map",
            """
            [import]
            source = tracker
            date = iso
            key = number
            time = updated
            actor = by
            [fields]
            subject = title
            severity = level
            openedAt = opened
            [values "severity"]
            default = 4
            """)
        try store.command("import", table, "--map", map)
        #expect(try store.command("list", "severity:4", "--count").contains("40"))
        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.type("5")
        try console.waitFor("All open 40")
        try console.waitFor("Ticket 21")
        try console.press("V")
        try console.waitFor("40 cases are marked.")
        try console.press("p")
        try console.waitFor("Severity of 40 cases")
        try console.press("3")
        try console.waitFor("reason:")
        try console.type("Agreed for all<CR>")
        try console.waitFor("severity 4 → 3")
        try console.waitFor("more")
        try console.press("y")
        try console.waitFor("Set 40 cases to severity 3")
        #expect(try store.command("list", "severity:3", "--count").contains("40"))
        try console.press("u")
        try console.waitFor("Undid:")
        #expect(try store.command("list", "severity:4", "--count").contains("40"))
        try store.verify()
    }

    @Test func theNextCaseIsTaken() throws {
        let store = try covered()
        try store.log("How to move licences", severity: 4)
        let urgent = try store.log("Gateway pair drops all sessions", severity: 2)
        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.press("w")
        try console.waitFor("Took \(urgent), the most urgent covered one that fits you: severity 2, due in")
        #expect(try store.show(urgent).owner != nil)
        #expect(try store.command("work-next").contains("severity 4"))
        try store.verify()
    }

    @Test func aFileIsAttachedAndSavedAgain() throws {
        let stage = try Stage()
        let store = try StoryStore(stage)
        let id = try store.log("Update fails", severity: 3)
        let path = try stage.file("trace.txt", "one\ntwo\n")
        let folder = stage.path("saved")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let console = try opened(store, id)
        try console.type("]]]]")
        try console.waitFor("Nothing is attached.")
        try console.press("+")
        try console.waitFor("Attach to \(id) the file:")
        try console.type("\(path)<CR>")
        try console.waitFor("Files 1")
        try console.press("<CR>")
        try console.waitFor("Save trace.txt in the folder:")
        try console.type("<C-u>\(folder)<CR>")
        try console.waitFor("rote AT-1 to")
        #expect(try String(contentsOfFile: folder + "/trace.txt", encoding: .utf8) == "one\ntwo\n")
        // A file is never overwritten.
        try console.press("<CR>")
        try console.waitFor("Save trace.txt in the folder:")
        try console.type("<C-u>\(folder)<CR>")
        try console.waitFor("exists")
        try store.verify()
    }
}
