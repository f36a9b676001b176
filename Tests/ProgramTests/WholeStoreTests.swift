import CaseModel
import Foundation
import HostileText
import ProgramStage
import PseudoTerminal
import Testing

@Suite("A whole store goes out and comes back", .waiting)
struct WholeStoreTests {
    /// A file of a whole store, kept by whoever runs the tests.
    static func fixture(_ format: Int) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "Fixtures/store-format-\(format).jsonl"), encoding: .utf8)
        return text.split(separator: "\n").map {
            String($0).replacing("\"login\":\"keeper\"", with: "\"login\":\"\(NSUserName())\"")
        }
    }

    /// The text of lines, with a last line that fits the others.
    static func sealed(_ lines: [String]) -> String {
        let text = lines.dropLast().map { $0 + "\n" }.joined()
        return text + "{\"rows\":\(lines.count - 2),\"sha256\":\"\(SHA256.text(of: text.utf8))\"}\n"
    }

    /// What is left in the folder of a stage, apart from what was there before.
    private func files(_ stage: Stage) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: stage.folder.path).sorted()
    }

    @Test func fixturesAreSealed() throws {
        for format in 1...6 {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
            let text = try String(
                contentsOf: folder.appending(path: "Fixtures/store-format-\(format).jsonl"), encoding: .utf8)
            #expect(WholeStoreTests.sealed(text.split(separator: "\n").map(String.init)) == text)
        }
    }

    @Test(arguments: 1...6)
    func everyFormatIsRead(_ format: Int) throws {
        let stage = try Stage()
        let file = try stage.file("old.jsonl", WholeStoreTests.sealed(try WholeStoreTests.fixture(format)))
        let (one, two) = (stage.path("one.db"), stage.path("two.db"))
        let imported = try stage.run("import", file, "--store", one)
        try #require(imported.code == 0, "\(imported.errors)")
        #expect(imported.output.contains("12 cases, 59 events and \(format < 6 ? 0 : 6) records"))
        #expect(try stage.run("verify", "--store", one).code == 0)
        // The words that are searched were made anew.
        #expect(try stage.run("list", "Answer", "--count", "--store", one).output == "1\n")
        let out = stage.path("one.jsonl")
        #expect(try stage.run("export", "store", out, "--store", one).code == 0)
        #expect(try stage.run("import", out, "--store", two).code == 0)
        let again = try stage.run("export", "store", "--store", two)
        #expect(try Data(contentsOf: URL(filePath: out)) == Data(again.outputBytes))
        // It goes on as if nothing had been.
        #expect(try stage.run("undo", "--yes", "--store", two, "--as", "Ada").code == 0)
        #expect(try stage.run("verify", "--store", two).code == 0)
    }

    @Test func hostileTextsComeBack() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let texts = HostileText.controls + HostileText.sequences + HostileText.invisible + HostileText.lookAlikes
        for text in (texts + HostileText.widths + HostileText.queries) where !text.utf8.contains(0) {
            try desk.run("note", id, "-", input: "x" + text, code: 0)
        }
        let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try Data(bytes).write(to: URL(filePath: desk.stage.path("trace")))
        try desk.run("attach", id, desk.stage.path("trace"), code: 0)
        let out = try desk.run("export", "store", code: 0)
        #expect(out.harmful == [])
        let store = desk.stage.path("other.db")
        try desk.run("import", "-", "--store", store, input: out.output, code: 0)
        #expect(try desk.run("export", "store", "--store", store, code: 0).outputBytes == out.outputBytes)
        let saved = try desk.run("attachment", "save", "AT-1", "--to", "-", "--store", store, code: 0)
        #expect(saved.outputBytes == bytes)
        let notes = try desk.run("show", id, "--json", code: 0).outputBytes
        #expect(try desk.run("show", id, "--json", "--store", store, code: 0).outputBytes == notes)
    }

    @Test func aBrokenFileLeavesNothing() throws {
        let stage = try Stage()
        let lines = try WholeStoreTests.fixture(6)
        let store = stage.path("new.db")
        func edited(_ line: Int, _ old: String, _ new: String) -> String {
            var copy = lines
            copy[line] = copy[line].replacing(old, with: new)
            return WholeStoreTests.sealed(copy)
        }
        let account = try #require(lines.firstIndex { $0.contains("\"kind\":\"accounts\"") })
        let item = try #require(lines.firstIndex { $0.contains("\"kind\":\"cases\"") })
        let trials: [(name: String, text: String, message: String)] = [
            ("cut", lines.dropLast().joined(separator: "\n") + "\n", "was cut"),
            ("cut in a line", String(WholeStoreTests.sealed(lines).dropLast(100)), "is missing"),
            ("changed", lines.joined(separator: "\n").replacing("Nörd", with: "Nord") + "\n", "the digest"),
            ("no value", edited(account, "\"country\":\"NO\"", "\"country\":7"), ":\(account + 1):1: "),
            ("no column", edited(account, "\"country\"", "\"land\""), "a row of accounts has"),
            ("no kind", edited(account, "\"accounts\"", "\"sqlite_schema\""), "keeps nothing called"),
            ("twice", WholeStoreTests.sealed(Array(lines[...account] + lines[account...])), "UNIQUE"),
            ("no customer", WholeStoreTests.sealed(lines.filter { !$0.contains("\"accounts\"") }), "not there"),
            ("a fault", edited(item, "\"version\":", "\"version\":1"), "what the events say"),
            ("newer", edited(0, "\"format\":6", "\"format\":999"), "format 999"),
        ]
        for trial in trials {
            let file = try stage.file("broken.jsonl", trial.text)
            let before = try files(stage)
            let result = try stage.run("import", file, "--store", store)
            #expect(result.code == (trial.name == "newer" ? 7 : 1), "\(trial.name): \(result.errors)")
            #expect(result.errors.contains(trial.message), "\(trial.name): \(result.errors)")
            #expect(try files(stage) == before, "\(trial.name)")
        }
    }

    /// Every kind of record the program has stands in a demonstration, and all of it comes back.
    @Test func everyKindOfRecordComesBack() throws {
        let stage = try Stage()
        let (one, two) = (stage.path("one.db"), stage.path("two.db"))
        try #require(try stage.run("demo", "--cases", "300", "--no-console", "--store", one).code == 0)
        #expect(try stage.run("verify", "--store", one).code == 0)
        // Alerts are raised by whoever looks.
        try #require(try stage.run("alert", "run", "--store", one).code == 0)
        let out = stage.path("one.jsonl")
        try #require(try stage.run("export", "store", out, "--store", one).code == 0)
        let kinds = try WholeStoreTests.kindsOfRecords(in: out)
        #expect(kinds == Set(RecordKind.all.map(\.code)))
        let imported = try stage.run("import", out, "--store", two)
        try #require(imported.code == 0, "\(imported.errors)")
        #expect(try stage.run("verify", "--store", two).code == 0)
        let again = try stage.run("export", "store", "--store", two)
        #expect(try Data(contentsOf: URL(filePath: out)) == Data(again.outputBytes))
    }

    private static func kindsOfRecords(in file: String) throws -> Set<String> {
        var kinds: Set<String> = []
        for line in try String(contentsOf: URL(filePath: file), encoding: .utf8).split(separator: "\n") {
            guard line.contains("\"kind\":\"records\""),
                let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let values = row["row"] as? [String: Any], let kind = values["kind"] as? String
            else { continue }
            kinds.insert(kind)
        }
        return kinds
    }

    @Test func aKilledImportLeavesNoStore() throws {
        let stage = try Stage()
        let (big, store) = (stage.path("big.db"), stage.path("new.db"))
        try #require(try stage.run("demo", "--cases", "800", "--no-console", "--store", big).code == 0)
        let file = stage.path("big.jsonl")
        try #require(try stage.run("export", "store", file, "--store", big).code == 0)
        let whole = try stage.run("import", file, "--store", stage.path("trial.db"))
        try #require(whole.code == 0)
        var killed = 0
        for part in 1...12 {
            let run = try CommandRun(stage.invocation(["import", file, "--store", store]))
            usleep(useconds_t(whole.elapsed / .microseconds(1) * Double(part) / 14))
            run.signal(SIGKILL)
            guard try run.finish().status == .signal(SIGKILL) else { break }
            killed += 1
            guard try files(stage).contains("new.db") else { continue }
            // It was put in place just before: then it is whole.
            #expect(try stage.run("verify", "--store", store).code == 0)
            break
        }
        #expect(killed > 3)
        if try !files(stage).contains("new.db") {
            try #require(try stage.run("import", file, "--store", store).code == 0)
        }
        #expect(try files(stage).filter { $0.contains("restoring") } == [])
        #expect(try stage.run("list", "--count", "--store", store).output == "800\n")
    }

    @Test func onlyIntoAnEmptyStoreAndByItsKeeper() throws {
        let desk = try Desk()
        let fixture = try desk.stage.file("all.jsonl", WholeStoreTests.sealed(try WholeStoreTests.fixture(6)))
        let tried = try desk.run("import", fixture, "--dry-run", code: 0)
        #expect(tried.output.hasPrefix("Would be: imported a whole store"))
        #expect(try desk.run("list", "--count").output == "0\n")
        let done = try desk.object(desk.run("import", fixture, "--json", code: 0))
        #expect(done["cases"] as? Int == 12 && done["outcome"] as? String == "done")
        #expect(try desk.run("list", "--count").output == "12\n")
        let again = try desk.run("import", fixture, code: 4)
        #expect(again.errors.contains("holds something"))
        #expect(try desk.run("list", "--count").output == "12\n")
        // Who keeps the store no longer, neither reads nor writes it as a whole.
        try desk.run("agent", "set", "Ada", "--duties", "engineer", "--as", "Ada", code: 4)
        try desk.run("agent", "set", "Bén", "--duties", "store-keeper", "--as", "Ada", code: 0)
        try desk.run("agent", "set", "Ada", "--duties", "engineer", "--as", "Ada", code: 0)
        let refused = try desk.run("export", "store", "--as", "Ada", code: 4)
        #expect(refused.errors.contains("may not export or copy the whole store"))
    }

    @Test func aFileIsNeverOverwritten() throws {
        let desk = try Desk()
        let file = desk.stage.path("out.jsonl")
        let tried = try desk.run("export", "store", file, "--dry-run", code: 0)
        #expect(tried.output.hasPrefix("Would be: wrote the whole store"))
        #expect(!FileManager.default.fileExists(atPath: file))
        try desk.run("export", "store", file, code: 0)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try desk.run("export", "store", file).code == 1)
        try FileManager.default.createSymbolicLink(
            atPath: desk.stage.path("link"), withDestinationPath: desk.stage.path("elsewhere"))
        #expect(try desk.run("export", "store", desk.stage.path("link")).code == 1)
        #expect(!FileManager.default.fileExists(atPath: desk.stage.path("elsewhere")))
        #expect(try desk.run("export", "store", desk.stage.path("no/such/out.jsonl")).code == 1)
        for words in [["--format", "csv"], ["--json"], ["--raw"], ["a", "b"]] {
            let result = try CommandRun.run(desk.stage.invocation(["export", "store"] + words))
            #expect(result.code == 2, "\(words)")
        }
    }
}
