import CaseModel
import CaseSamples
import Foundation
import GuidePolicy
import ProgramStage
import PseudoTerminal
import Testing

@testable import CaseStorage

@Suite("Stores, settings and paths", .waiting)
struct CareTests {
    @Test func backupAndRestore() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let copy = desk.stage.path("copy.db")
        try desk.run("backup", copy, code: 0)
        #expect(try desk.run("backup", copy).code == 1)
        try desk.run("take", id, code: 0)
        #expect(try desk.run("restore", copy).code == 2)
        #expect(try desk.run("restore", desk.stage.path("none.db"), "--yes").code == 3)
        try desk.run("restore", copy, "--yes", code: 0)
        #expect(try desk.actions(id) == ["logged"])
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.stage.folder.path)
        #expect(names.contains { $0.hasPrefix("cases.db") && $0.contains("20") }, "\(names)")
    }

    @Test func filesThatAreNoStores() throws {
        let desk = try Desk()
        let text = try desk.stage.file("text.db", "not a database, only words that go on for a while")
        #expect(try desk.run("list", "--store", text).code == 7)
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("not a database"))
        #expect(try desk.run("init", "--store", text).code == 1)
        #expect(try desk.run("list", "--store", desk.stage.path("none.db")).code == 3)
        #expect(try desk.run("restore", text, "--yes").code == 7)
        #expect(try desk.run("list", "--count", code: 0).output == "0\n")
    }

    @Test func whatIsNotThereIsToldAlike() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let none = desk.stage.path("none")
        for words in [
            ["import", none, "--preset", "servicenow-events"], ["import", none, "--preset", "caseload-account"],
            ["import", "x", "--map", none], ["import", "--guess", none], ["policy", "use", none],
            ["policy", "check", none], ["policy", "holidays", none, "--calendar", "emea"], ["restore", none, "--yes"],
            ["attach", id, none],
        ] {
            let result = try CommandRun.run(desk.stage.invocation(words))
            #expect(
                result.code == 3 && result.errors.contains("There is no file \(none)."), "\(words): \(result.errors)")
        }
    }

    @Test func aStoreOfAnOlderFormatIsBroughtUp() throws {
        let desk = try Desk()
        // Imported, because a case that is logged remembers what older formats had no place for.
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let table = try desk.stage.file("cases.csv", ImportCommandTests.table(1))
        try desk.run("import", table, "--map", map, code: 0)
        let connection = try Connection(path: desk.store, .write, .none)
        for statement in OlderFormats.beforeRecords { try connection.run(statement) }
        try connection.run("ALTER TABLE loads DROP COLUMN beginnings")
        try connection.run("PRAGMA user_version = 4")
        connection.close()
        let refused = try desk.run("list", "--read-only")
        #expect(refused.code == 1 && refused.errors.contains("format 4"))
        #expect(try desk.run("list", "--count", code: 0).output == "1\n")
        #expect(try desk.run("list", "--count", "--read-only", code: 0).output == "1\n")
        try desk.run("verify", code: 0)
    }

    @Test func laterLayersWin() throws {
        let stage = try Stage()
        let folder = stage.folder.appending(path: "config/caseload")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func decided(_ result: CommandResult) throws -> (String, String) {
            let rows = try #require(
                try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [[String: Any]])
            let row = try #require(rows.first { $0["what"] as? String == "store" })
            return (row["path"] as? String ?? "", row["decidedBy"] as? String ?? "")
        }
        #expect(try decided(stage.run("paths", "--json")).1 == "built in")
        try Data("[store]\nfile = /from/settings.db\n[consle]\ntheme = dark\n".utf8)
            .write(to: folder.appending(path: "settings"))
        let file = try stage.run("paths", "--json")
        #expect(try decided(file) == ("/from/settings.db", folder.path + "/settings:2"))
        #expect(file.errors.contains("[console]"))
        let variable = try stage.run("paths", "--json", environment: ["CASELOAD_STORE": "/from/environment.db"])
        #expect(try decided(variable) == ("/from/environment.db", "$CASELOAD_STORE"))
        let option = try stage.run(
            "paths", "--json", "--store", "/from/option.db", environment: ["CASELOAD_STORE": "/x.db"])
        #expect(try decided(option) == ("/from/option.db", "--store"))
    }

    @Test func theHintMakesAStore() throws {
        let stage = try Stage()
        let store = stage.path("my cases.db")
        let missing = try stage.run("list", "--store", store)
        #expect(missing.code == 3)
        for (command, rest) in [
            ("caseload --store '\(store)' init", ""), ("caseload --store '\(store)' demo", " --no-console"),
        ] {
            #expect(missing.errors.contains(command), "\(missing.errors)")
            let line = command.replacing("caseload ", with: "'\(Stage.program)' ", maxReplacements: 1) + rest
            let made = try CommandRun.run(Invocation("/bin/sh", ["-c", line], environment: stage.environment))
            #expect(made.code == 0, "\(made.errors)")
            #expect(try stage.run("list", "--count", "--store", store).code == 0)
            for ending in ["", "-wal", "-shm", "-lock"] { unlink(store + ending) }
        }
        let usual = try stage.run("list")
        #expect(usual.errors.contains("caseload init,"), "\(usual.errors)")
        #expect(try stage.run("init").code == 0 && stage.run("list").code == 0)
    }

    @Test func onlyTheUsualFolderIsMade() throws {
        let stage = try Stage()
        let store = stage.path("no/such/x.db")
        for words in [["init"], ["init", "--dry-run"], ["demo", "--no-console"], ["list"]] {
            let result = try CommandRun.run(stage.invocation(words + ["--store", store]))
            #expect(result.code == 3, "\(words)")
            #expect(result.errors.contains("There is no folder \(stage.path("no/such"))"), "\(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: stage.path("no")))
    }

    @Test func pathsAreNeverCut() throws {
        let stage = try Stage()
        let session = try stage.open("paths", size: TerminalSize(columns: 60, rows: 60))
        #expect(try session.waitForExit() == .code(0))
        let place = stage.folder.path + "/config/caseload/settings"
        #expect(session.logText.contains(place), "\(session.logText)")
    }

    @Test func verifySaysWhatIsDamaged() throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        // All pages but the first; the copy has no log beside it.
        let copy = desk.stage.path("damaged.db")
        try desk.run("backup", copy, code: 0)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        bytes.replaceSubrange(4096..., with: Data(repeating: 0x5A, count: bytes.count - 4096))
        try bytes.write(to: URL(filePath: copy))
        let result = try desk.run("verify", "--store", copy, code: 7)
        #expect(result.output.contains("FAULT") && result.output.contains("\n1 fault: "), "\(result.output)")
        #expect(result.errors.contains("caseload restore FILE"), "\(result.errors)")
        #expect(!(result.output + result.errors).contains("caseload verify"))
        #expect(!(result.output + result.errors).contains("preparing"))
        #expect(try desk.object(desk.run("verify", "--json", "--store", copy, code: 7))["faults"] is [String])
    }

    @Test func aBrokenFileChangesNothing() throws {
        let stage = try Stage()
        let folder = stage.folder.appending(path: "config/caseload")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "settings")
        try Data("[store]\nfile = /good.db\nthis line is broken\n".utf8).write(to: file)
        let result = try stage.run("paths")
        #expect(result.code == 0)
        #expect(!result.output.contains("/good.db"))
        #expect(result.errors.contains("settings:3"))
        try Data(repeating: 0x20, count: 270_000).write(to: file)
        #expect(try stage.run("paths").errors.contains("256 KiB"))
        try FileManager.default.removeItem(at: file)
        mkfifo(file.path, 0o600)
        let pipe = try stage.run("paths", within: .seconds(10))
        #expect(pipe.code == 0)
        #expect(pipe.errors.contains("no regular file"))
    }

    @Test func themesOfOnesOwn() throws {
        let stage = try Stage()
        let folder = stage.folder.appending(path: "config/caseload/themes")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("[theme]\ninherits = dark\n[roles]\nsevrity1 = red\n".utf8).write(
            to: folder.appending(path: "mine.theme"))
        let list = try stage.run("theme", "list").output
        for name in ["terminal", "dark", "light", "mono", "mine"] { #expect(list.contains("\(name)\t")) }
        let shown = try stage.run("theme", "show", "mine")
        #expect(shown.output.contains("inherits = dark"))
        #expect(shown.errors.contains("severity1"))
        #expect(try stage.run("theme", "show", "../../etc/passwd").code == 3)
    }

    @Test func theConsoleNeedsATerminal() throws {
        let desk = try Desk()
        let result = try desk.run("console")
        #expect(result.code == 2)
        #expect(result.errors.contains("terminal"))
        let dumb = try desk.stage.open("console", environment: ["TERM": "dumb"])
        #expect(try dumb.waitForExit() == .code(2))
        #expect(dumb.logText.contains("dumb"))
        let bogus = try desk.stage.open("console", environment: ["TERM": "bogus"])
        #expect(try bogus.waitForExit() == .code(2))
        #expect(bogus.logText.contains("bogus"))
    }
}
