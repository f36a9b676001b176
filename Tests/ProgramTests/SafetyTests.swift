import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import HostileText
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Nothing happens that nobody asked for", .waiting)
struct SafetyTests {
    @Test(arguments: ["10000001", "9223372036854775807", "9223372036854775808"])
    func aDemonstrationHasABound(_ cases: String) throws {
        let stage = try Stage()
        let result = try stage.run("demo", "--cases", cases, "--no-console", "--store", stage.path("demo.db"))
        #expect(result.code == 2)
        #expect(result.errors.contains(cases))
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder.path).isEmpty)
    }

    @Test func aDemonstrationThatFailsLeavesNothing() throws {
        let stage = try Stage()
        let store = stage.path("demo.db")
        // A file may not grow beyond so many blocks, as on a full disk.
        let line = "ulimit -f 400; trap '' XFSZ; '\(Stage.program)' demo --no-console --cases 2000 --store '\(store)'"
        let result = try CommandRun.run(Invocation("/bin/bash", ["-c", line], environment: stage.environment))
        #expect(result.code != 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder.path).isEmpty)
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let line = "exec '\(Stage.program)' set \(id) \"$(printf 'subject=caf\\351')\""
        let result = try CommandRun.run(Invocation("/bin/sh", ["-c", line], environment: desk.stage.environment))
        #expect(result.code == 2)
        #expect(result.errors.contains("subject=caf") && result.errors.contains("is not UTF-8"), "\(result.errors)")
        #expect(try desk.show(id)["subject"] as? String == "A case")
    }

    @Test func readOnlyMeansIt() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let before = try desk.everything()
        for words in [["take", id], ["note", id, "-m", "x"], ["undo"], ["agent", "new", "Kim"]] {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--read-only"]))
            #expect(result.code == 4, "\(words)")
            #expect(result.errors.contains("--read-only"))
        }
        #expect(try desk.run("show", id, "--read-only").code == 0)
        #expect(try desk.everything() == before)
        #expect(try desk.run("init", "--store", desk.stage.path("n.db"), "--read-only").code == 4)
    }

    /// Reliability D1 for tables on a pipe to a terminal, and D4 for what is asked for raw.
    @Test func exportsAreHarmlessUnlessRaw() throws {
        let desk = try Desk()
        let texts = HostileText.controls + HostileText.sequences + HostileText.invisible
        let hostile = texts.filter { !$0.unicodeScalars.contains("\0") }.joined(separator: " | ")
        let id = try desk.log("A case")
        let subject = "Hi \u{1B}]0;x\u{7} \u{9B}2J \u{202E}fdp.exe \u{200B} end"
        try desk.run("set", id, "subject=\(subject)", "description=\(hostile)", code: 0)
        try desk.run("note", id, input: hostile, code: 0)
        for what in ["cases", "events"] {
            for format in ["csv", "json", "jsonl"] {
                let result = try desk.run("export", what, "--format", format, code: 0)
                #expect(result.harmful.isEmpty && !result.output.unicodeScalars.contains("\u{1B}"), "\(what) \(format)")
            }
        }
        // A lone carriage return would write over what stands before it.
        let csv = try desk.run("export", "cases", "--format", "csv", code: 0).output.unicodeScalars
        #expect(zip(csv, csv.dropFirst()).allSatisfy { $0 != "\r" || $1 == "\n" })
        let raw = try desk.run("export", "cases", "--format", "csv", "--raw", code: 0)
        #expect(raw.output.contains(subject))
        #expect(raw.output.contains(hostile.replacing("\"", with: "\"\"")))

        let file = try desk.stage.file("whole.csv", raw.output)
        let map = try desk.stage.file(
            "own.map",
            """
            [import]
            key = id
            time = openedAt
            [fields]
            subject = subject
            description = description
            status = status
            severity = severity
            openedAt = openedAt
            """)
        let copy = desk.stage.path("copy.db")
        try desk.run("import", file, "--map", map, "--store", copy, code: 0)
        let item = try #require(try desk.objects(desk.run("list", "--json", "--store", copy, code: 0)).first)
        #expect((item["subject"] as? String)?.utf8.elementsEqual(subject.utf8) == true)
        #expect((item["description"] as? String)?.utf8.elementsEqual(hostile.utf8) == true)
    }

    @Test func aStrangerOnlyReads() async throws {
        let desk = try Desk()
        let path = desk.stage.path("theirs.db")
        let keeper = Claim(login: "somebody-else", userNumber: 4242)
        let now = try #require(Timestamp(iso: "2026-03-09T13:30:00Z"))
        let store = try await SQLiteCaseStore.create(path: path, keeper: keeper, keeperName: "Kim", at: now)
        let account = try await store.save(Account(id: AccountID(0), name: "Nord"), by: keeper, at: now)
        let contact = try await store.save(
            Contact(id: ContactID(0), account: account.id, name: "Berg"), by: keeper, at: now)
        let new = NewCase(
            subject: "A case", severity: .two, type: .technical, channel: .web, account: account.id,
            contact: contact.id)
        let file = try await store.log(new, Operation(id: OperationID("a"), claim: keeper, at: now, edits: []))
        let copy = desk.stage.path("copy.db")
        try await store.backup(to: copy, by: keeper)
        await store.close()
        let id = file.item.id.description
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let table = try desk.stage.file("cases.csv", ImportCommandTests.table(2))
        let own = try desk.stage.file("own.policy", desk.run("policy", "export", code: 0).output + "# Ours.\n")
        #expect(try desk.run("list", "--store", path, "--count").output == "1\n")
        let writes: [[String]] = [
            ["take", id], ["release", id], ["assign", id, "--to", "Kim"], ["set", id, "severity=1"],
            ["set", id, "tags+=x"], ["note", id, "-m", "x"], ["reply", id, "-m", "x"],
            ["close", id, "--reason", "resolved"],
            ["reopen", id], ["escalate", id, "--summary", "x"], ["undo"], ["redo"], ["agent", "new", "Eve"],
            ["account", "new", "Eve"], ["contact", "new", "Eve", "--account", "Nord"],
            ["hear", id, "-m", "x"], ["remind", id, "-m", "x"], ["deny", id, "--ground", "audit"],
            ["ask", id, "--item", "fix", "-m", "x"], ["hand-over", id, "--to", "dublin", "-m", "x"],
            ["snooze", id, "--until", "2099-01-01"], ["policy", "use", own], ["take", id, "--as", "Kim"],
            ["item", "AI-1000001-1", "done"], ["backup", desk.stage.path("all.db")],
            ["import", table, "--map", map], ["agent", "set", "Kim", "--duties", "all"],
            [
                "new", "--account", "Nord", "--contact", "Berg", "--subject", "x", "--severity", "1", "--channel",
                "web", "--type", "advice",
            ],
        ]
        for words in writes + writes.map({ $0 + ["--dry-run"] }) {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--store", path]))
            #expect(result.code == 4, "\(words): \(result.output)\(result.errors)")
        }
        for words in [["restore", copy, "--yes"], ["restore", copy, "--dry-run"]] {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--store", path]))
            #expect(result.code == 4, "\(words): \(result.output)\(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: desk.stage.path("all.db")))
        let events = try desk.run("export", "events", "--format", "jsonl", "--store", path, code: 0)
        #expect(events.output.split(separator: "\n").count == 1)
    }

    @Test func oneLoginForTwo() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let me = try #require(try desk.objects(desk.run("agent", "list", "--json", code: 0)).first)
        let login = try #require((me["logins"] as? [String])?.first)
        let name = try #require(me["name"] as? String)
        try desk.run("agent", "new", "Kim", "--login", login, code: 0)
        #expect(try desk.run("take", id).code == 4)
        #expect(try desk.run("take", id, "--as", "Eve").code == 4)
        try desk.run("take", id, "--as", "kim", code: 0)
        let events = try #require(try desk.show(id)["timeline"] as? [[String: Any]])
        #expect(events.last?["actor"] as? String == "Kim")
        #expect(events.last?["login"] as? String == login)
        // An engineer does not keep the store.
        #expect(try desk.run("agent", "new", "Lee", "--as", "Kim").code == 4)
        #expect(try desk.run("agent", "set", name, "--duties", "engineer", "--as", name).code == 4)
    }

    /// Texts put together until they fill a field; those that do not fit by themselves stand alone.
    private static func chunks(of texts: [String]) -> [String] {
        var chunks: [String] = []
        for text in texts {
            if let last = chunks.last, last.utf8.count + text.utf8.count < 1000 {
                chunks[chunks.count - 1] = last + " " + text
            } else {
                chunks.append(text)
            }
        }
        return chunks
    }

    @Test func hostileTextLeavesMarksOnly() throws {
        let desk = try Desk()
        let calm = try desk.log("A case")
        var seen: [CommandResult] = []
        let texts = HostileText.all.filter { !$0.utf8.contains(0) && !$0.allSatisfy(\.isWhitespace) }
        for part in SafetyTests.chunks(of: texts) {
            // Only what is too long is refused.
            let code: Int32 = part.utf8.count > 1024 ? 4 : 0
            seen.append(try desk.run("set", calm, "subject=\(part)", code: HostileText.saysNothing(part) ? 4 : code))
            seen.append(try desk.run("set", calm, "x.field=\(part)", code: code))
            seen.append(try desk.run("note", calm, input: part, code: HostileText.saysNothing(part) ? 4 : 0))
            seen.append(try desk.run("show", calm, code: 0))
            seen.append(try desk.run("list", part))
        }
        // Names that fit are set together; one that does not is refused whatever stands beside it.
        var fitting: [String] = []
        for text in texts where !text.contains("=") {
            let setting = "x.\(text)=\(text.prefix(100))"
            if text.utf8.count <= 128 && !HostileText.saysNothing(text) {
                fitting.append(setting)
            } else {
                seen.append(try desk.run("set", calm, setting, code: 4))
            }
        }
        for start in stride(from: 0, to: fitting.count, by: 8) {
            let words = ["set", calm] + fitting[start..<min(start + 8, fitting.count)]
            let result = try CommandRun.run(desk.stage.invocation(words))
            #expect(result.code == 0, "\(words): \(result.errors)")
            seen.append(result)
        }
        for text in texts.prefix(40) {
            seen.append(try CommandRun.run(desk.stage.invocation([text])))
            seen.append(try CommandRun.run(desk.stage.invocation(["take", text])))
            seen.append(try CommandRun.run(desk.stage.invocation(["account", "new", text])))
        }
        let commands: [[String]] = [
            ["list"], ["list", "--csv"], ["list", "--json"], ["list", "--plain"], ["show", calm, "--json"],
            ["log", "--all", "--limit", "999"], ["account", "list"], ["account", "list", "--json"], ["agent", "list"],
            ["export", "events", "--format", "json"], ["export", "cases", "--format", "jsonl"], ["verify"],
            ["list", "--columns", "id,extra"], ["undo", "3"], ["redo"],
        ]
        for words in commands { seen.append(try CommandRun.run(desk.stage.invocation(words))) }
        for result in seen { #expect(result.harmful.isEmpty, "\(result.output)\(result.errors)") }
        // The text itself is whole in the store.
        let notes = try #require(try desk.show(calm)["timeline"] as? [[String: Any]])
        #expect(notes.contains { ($0["text"] as? String)?.contains("\u{1b}[2J") == true })
    }
}
