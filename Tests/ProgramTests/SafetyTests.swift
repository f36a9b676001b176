import CaseModel
import CaseStorage
import Foundation
import HostileText
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Nothing happens that nobody asked for")
struct SafetyTests {
    @Test func aRehearsalWritesNothing() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("take", id, code: 0)
        try desk.run("set", id, "severity=4", code: 0)
        try desk.run("undo", code: 0)
        let before = try desk.everything()
        let rehearsals: [[String]] = [
            ["release", id], ["set", id, "severity=1", "--note", "x"], ["note", id, "-m", "x"],
            ["reply", id, "-m", "x"], ["escalate", id, "--summary", "x"], ["close", id, "--reason", "resolved"],
            ["undo"], ["redo"], ["agent", "new", "Kim"], ["agent", "set", "root", "--duties", "all"],
            ["account", "new", "Other"], ["contact", "new", "Kim", "--account", "Nord Energy"],
            ["backup", desk.stage.path("copy.db")],
            [
                "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", "x", "--severity", "1",
                "--channel", "web", "--type", "advice",
            ],
        ]
        for words in rehearsals {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--dry-run"]))
            if words != ["agent", "set", "root", "--duties", "all"] {
                #expect(result.code == 0, "\(words): \(result.errors)")
                #expect(result.output.contains("ould"), "\(words): \(result.output)")
            }
        }
        #expect(try desk.everything() == before)
        #expect(!FileManager.default.fileExists(atPath: desk.stage.path("copy.db")))
        let elsewhere = desk.stage.path("none.db")
        for words in [["init"], ["demo", "--no-console"]] {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--dry-run", "--store", elsewhere]))
            #expect(result.code == 0, "\(words): \(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: elsewhere))
        }
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
        await store.close()
        let id = file.item.id.description
        #expect(try desk.run("list", "--store", path, "--count").output == "1\n")
        let writes: [[String]] = [
            ["take", id], ["release", id], ["assign", id, "--to", "Kim"], ["set", id, "severity=1"],
            ["set", id, "tags+=x"], ["note", id, "-m", "x"], ["reply", id, "-m", "x"],
            ["close", id, "--reason", "resolved"],
            ["reopen", id], ["escalate", id, "--summary", "x"], ["undo"], ["redo"], ["agent", "new", "Eve"],
            ["account", "new", "Eve"], ["contact", "new", "Eve", "--account", "Nord"],
            ["take", id, "--as", "Kim"], ["take", id, "--dry-run"],
            [
                "new", "--account", "Nord", "--contact", "Berg", "--subject", "x", "--severity", "1", "--channel",
                "web", "--type", "advice",
            ],
        ]
        for words in writes {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--store", path]))
            #expect(result.code == 4, "\(words): \(result.output)\(result.errors)")
        }
        let copy = desk.stage.path("copy.db")
        try desk.run("backup", copy, "--store", path, code: 0)
        for words in [["restore", copy, "--yes"], ["restore", copy, "--dry-run"]] {
            let result = try CommandRun.run(desk.stage.invocation(words + ["--store", path]))
            #expect(result.code == 4, "\(words): \(result.output)\(result.errors)")
        }
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

    @Test func hostileTextLeavesMarksOnly() throws {
        let desk = try Desk()
        let calm = try desk.log("A case")
        var seen: [CommandResult] = []
        let texts = HostileText.all.filter { !$0.utf8.contains(0) && !$0.allSatisfy(\.isWhitespace) }
        for chunk in stride(from: 0, to: texts.count, by: 12) {
            let part = texts[chunk..<min(chunk + 12, texts.count)].joined(separator: " ")
            seen.append(try desk.run("set", calm, "subject=\(part.prefix(200)) ", "x.\(part.prefix(20))=\(part)"))
            seen.append(try desk.run("note", calm, input: part))
            seen.append(try desk.run("show", calm))
            seen.append(try desk.run("list", part))
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
