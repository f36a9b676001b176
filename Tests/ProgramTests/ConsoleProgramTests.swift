import Foundation
import GuidePolicy
import ProgramStage
import PseudoTerminal
import Testing

@Suite("The console keeps what was typed and leaves nothing behind", .waiting)
struct ConsoleProgramTests {
    /// A desk with one case, and the console on it with the whole list in sight.
    private func open(_ desk: Desk, _ arguments: String...) throws -> TerminalSession {
        let words = ["console", "--queue", "Everything"] + arguments
        let session = try TerminalSession(desk.stage.invocation(words), size: TerminalSize(columns: 110, rows: 32))
        try session.waitFor("CS-1000001")
        return session
    }

    /// A program that stands in for an editor.
    private func editor(_ desk: Desk, _ script: String) throws {
        let path = try desk.stage.file("editor.sh", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        desk.stage.environment["VISUAL"] = path
        desk.stage.environment["TMPDIR"] = desk.stage.folder.path
    }

    private func strays(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.stage.folder.path).filter { $0.hasPrefix("caseload-") }
    }

    @Test func aHangUpKeepsTheText() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("half a thought")
        try session.waitFor("half a thought")
        session.hangUp()
        _ = try session.waitForExit(within: .seconds(10))
        let again = try open(desk)
        try again.type("c")
        try again.waitFor("half a thought")
        try again.type("<C-d>")
        try again.waitFor("Wrote a note on")
        try again.type("c")
        try again.waitFor("Internal note")
        #expect(!again.screen.text.contains("│ half a thought"))
        try again.press("<Esc>")
        try again.type("Q")
        #expect(try again.waitForExit() == .code(0))
        #expect(try desk.actions(id) == ["logged", "noted"])
    }

    @Test func aHangUpKeepsATypedLine() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try open(desk)
        try session.type("e")
        try session.waitFor("Subject of \(id): A case")
        try session.type(" with more to say")
        try session.waitFor("A case with more to say")
        session.hangUp()
        _ = try session.waitForExit(within: .seconds(10))
        let again = try open(desk)
        try again.type("e")
        try again.waitFor("Subject of \(id), draft: A case with more to say")
        try again.type("<CR>y")
        try again.waitFor("Set \(id) to subject A case with more to say")
        #expect(try desk.show(id)["subject"] as? String == "A case with more to say")
    }

    @Test func anEmptyQueueTellsOfNamesThatNobodyHas() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("agent", "new", "Kim Sørlie", "--login", "kim", code: 0)
        let session = try open(desk)
        try session.waitFor(id)
        try session.type("/owner:Kim<CR>")
        try session.waitFor("No agent is called Kim; did you mean Kim Sørlie?")
    }

    @Test func theDraftIsPrivate() throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("secret")
        try session.waitFor("secret")
        session.signal(SIGTERM)
        _ = try session.waitForExit(within: .seconds(10))
        let drafts = desk.stage.folder.appending(path: "state/caseload/drafts")
        let found = try #require(FileManager.default.enumerator(atPath: drafts.path))
        let files = found.compactMap { $0 as? String }.filter { $0.contains("note-") }
        #expect(files.count == 1)
        for file in files {
            let path = drafts.appending(path: file).path
            let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(modes == 0o600)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "secret")
        }
    }

    @Test func theOutsideEditorComesBack() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let seen = desk.stage.path("seen")
        try editor(desk, "stat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" > \(seen); echo 'more words' >> \"$1\"")
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("begun<C-o>")
        try session.waitFor("more words")
        try session.waitFor("begun")
        try session.type("<C-d>")
        try session.waitFor("Wrote a note on")
        try session.type("Q")
        _ = try session.waitForExit()
        let timeline = try #require(try desk.show(id)["timeline"] as? [[String: Any]])
        #expect(timeline.last?["text"] as? String == "begun\nmore words")
        let modes = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n").map { $0.prefix(4) }
        #expect(modes == ["600 ", "700 "])
        #expect(try strays(desk).isEmpty)
    }

    @Test(arguments: [
        "exit 3", "kill -9 $$", "rm \"$1\"; ln -s /etc/passwd \"$1\"", "rm \"$1\"; mkfifo \"$1\"", "rm \"$1\"",
        "head -c 3000000 /dev/zero | tr '\\0' x > \"$1\"", "printf '\\377\\376' > \"$1\"",
    ])
    func aFailingEditorLosesNothing(_ script: String) throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        try editor(desk, script)
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("precious<C-o>")
        try session.waitFor("as it was before")
        #expect(session.screen.text.contains("precious"))
        #expect(!session.screen.text.contains("root:"))
        #expect(try strays(desk).isEmpty)
    }

    @Test func aKillKeepsTheText() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("half a thought")
        for _ in 0..<1000 where try drafts(desk) != ["half a thought"] { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try drafts(desk) == ["half a thought"])
        session.signal(SIGKILL)
        _ = try session.waitForExit(within: .seconds(10))
        let again = try open(desk)
        try again.waitFor("1 draft: note on \(id). :drafts opens it.")
        try again.type(":drafts<CR>")
        try again.waitFor("Note on \(id)")
        try again.press("<CR>")
        try again.waitFor("half a thought")
        try again.type("<C-d>")
        try again.waitFor("Wrote a note on")
        #expect(try drafts(desk) == [])
    }

    @Test func twoWindowsKeepATextEach() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let (one, two) = (try open(desk), try open(desk))
        for (session, words) in [(one, "from one"), (two, "from two")] {
            try session.type("c")
            try session.waitFor("Internal note")
            try session.type(words)
        }
        let both: Set = ["from one", "from two"]
        for _ in 0..<1000 where try Set(drafts(desk)) != both { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try Set(drafts(desk)) == both)
        // What one sends or throws away is its own.
        try two.type("<C-d>")
        try two.waitFor("Wrote a note on")
        for _ in 0..<1000 where try drafts(desk) != ["from one"] { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try drafts(desk) == ["from one"])
        try two.type("c")
        try two.waitFor("Internal note")
        #expect(!two.screen.text.contains("from one"))
        one.signal(SIGKILL)
        _ = try one.waitForExit(within: .seconds(10))
        let again = try open(desk)
        try again.waitFor("1 draft: note on \(id)")
        try again.type("c")
        try again.waitFor("from one")
    }

    /// The texts of all drafts.
    private func drafts(_ desk: Desk) throws -> [String] {
        let folder = desk.stage.folder.appending(path: "state/caseload/drafts")
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try found.filter { $0.contains("note-") && !$0.hasSuffix(".new") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }

    @Test(arguments: [true, false])
    func whatTheEditorSavedOutlivesTheTerminal(isKilled: Bool) throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        // The editor has saved and is still open when the terminal goes.
        try editor(desk, "echo 'more words' >> \"$1\"; trap 'exit 1' HUP; echo saved; while :; do sleep 0.1; done")
        let session = try open(desk)
        try session.type("c")
        try session.waitFor("Internal note")
        try session.type("begun<C-o>")
        try session.waitFor("saved")
        #expect(try drafts(desk) == ["begun"])
        if isKilled { session.signal(SIGKILL) }
        session.hangUp()
        _ = try session.waitForExit(within: .seconds(10))
        let again = try open(desk)
        try again.waitFor("1 draft: note on \(id)")
        try again.type("c")
        try again.waitFor("more words")
        #expect(try drafts(desk) == ["begun\nmore words"])
        #expect(try strays(desk).isEmpty)
        let notes = try #require(FileManager.default.enumerator(atPath: desk.stage.path("state/caseload/drafts")))
        #expect(!notes.contains { ($0 as? String)?.contains("lent-") == true })
    }

    @Test func aTerminalOfASCIIGetsSignsOfItsOwn() throws {
        let desk = try Desk()
        _ = try desk.log("A case", severity: 1)
        desk.stage.environment["LC_ALL"] = "C"
        let session = try open(desk)
        try session.waitFor("+ New")
        try session.type("t")
        try session.waitFor("* In Progress")
        try session.type(":theme dark<CR>")
        try session.waitFor("The theme is dark now.")
        try session.waitFor("* In Progress")
        let isASCII = session.screen.text.unicodeScalars.allSatisfy { $0.isASCII }
        #expect(isASCII)
        #expect(!session.screen.text.contains("? In"))
    }

    @Test func readOnlyRefusesWithTheReason() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try open(desk, "--read-only")
        try session.type("t")
        try session.waitFor("--read-only")
        try session.type("Q")
        #expect(try session.waitForExit() == .code(0))
        #expect(try desk.actions(id) == ["logged"])
    }

    @Test func aChangeInTheShellAppears() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try open(desk)
        try desk.run("set", id, "subject=Another subject", code: 0)
        try session.waitFor("Another subject")
    }

    @Test func theDemonstrationGoesAway() throws {
        let stage = try Stage()
        stage.environment["TMPDIR"] = stage.folder.path
        let session = try stage.open("demo", "--cases", "40")
        try session.waitFor("demo", within: .seconds(30))
        try session.waitFor("Mine", within: .seconds(30))
        let strays = { () throws -> [String] in
            try FileManager.default.contentsOfDirectory(atPath: stage.folder.path).filter { $0.hasPrefix("caseload-") }
        }
        #expect(try strays().count == 1)
        try session.type("Q")
        #expect(try session.waitForExit() == .code(0))
        #expect(try strays().isEmpty)
        #expect(session.logText.contains("was thrown away. To keep one: caseload --store FILE demo"))
    }

    @Test func anInterruptedDemonstrationGoesAway() throws {
        let stage = try Stage()
        stage.environment["TMPDIR"] = stage.folder.path
        let session = try stage.open("demo", "--cases", "50000")
        try session.waitFor("Making data", within: .seconds(30))
        session.signal(SIGINT)
        #expect(try session.waitForExit(within: .seconds(20)) == .code(130))
        let left = try FileManager.default.contentsOfDirectory(atPath: stage.folder.path)
        #expect(!left.contains { $0.hasPrefix("caseload-") }, "\(left)")
    }

    @Test func theDemonstrationCanBeKept() throws {
        let desk = try Desk()
        let kept = desk.stage.path("demo.db")
        let made = try desk.run("demo", "--cases", "40", "--seed", "7", "--no-console", "--store", kept, code: 0)
        #expect(made.output.contains("40 cases"))
        #expect(try desk.run("list", "--count", "--store", kept).output == "40\n")
        #expect(try desk.run("verify", "--store", kept).code == 0)
        #expect(try desk.run("demo", "--no-console", "--store", kept).code == 1)
        #expect(try desk.run("list", "--count", "--store", kept).output == "40\n")
        let same = desk.stage.path("same.db")
        let clock = ["--now", "2026-03-09T13:30:00Z"]
        for path in [same, desk.stage.path("twin.db")] {
            let words = ["demo", "--cases", "25", "--no-console", "--store", path] + clock
            try #require(try CommandRun.run(desk.stage.invocation(words)).code == 0)
        }
        let first = try desk.run("export", "cases", "--format", "jsonl", "--store", same, code: 0)
        let second = try desk.run(
            "export", "cases", "--format", "jsonl", "--store", desk.stage.path("twin.db"), code: 0)
        #expect(first.output == second.output)
    }
}
