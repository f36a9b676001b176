import CaseSamples
import Foundation
import Glibc
import GuidePolicy
import ProgramStage
import PseudoTerminal
import SeededRandom
import Testing

@Suite("Data in and out of the shell", .waiting)
struct ImportCommandTests {
    static let map = """
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
        1 = 1
        2 = 2
        4 = 4
        default = 3
        """

    /// A table with two rows for each of so many cases.
    static func table(_ count: Int, severity: Int = 2) -> String {
        var text = "number,title,level,opened,updated,by,place\n"
        for number in 1...count {
            text += "T\(number),\"Case, \(number)\",\(severity),2026-01-02T03:04:05Z,2026-01-02T03:04:05Z,Kim,Oslo\n"
            text += "T\(number),\"Case, \(number)\",\(severity),2026-01-02T03:04:05Z,2026-02-03T04:05:06Z,Lee,Bergen\n"
        }
        return text
    }

    @Test func importTwice() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(30))
        let rehearsal = try desk.object(desk.run("import", file, "--map", map, "--dry-run", "--json", code: 0))
        #expect(rehearsal["created"] as? Int == 30)
        #expect(try desk.run("list", "--count").output == "0\n")
        let first = try desk.object(desk.run("import", file, "--map", map, "--json", code: 0))
        #expect(first["read"] as? Int == 60)
        #expect(first["created"] as? Int == 30)
        let before = try desk.run("export", "events", "--format", "jsonl", code: 0).output
        let second = try desk.object(desk.run("import", file, "--map", map, "--json", code: 0))
        #expect(second["unchanged"] as? Int == 30)
        #expect(second["created"] as? Int == 0)
        #expect(try desk.run("export", "events", "--format", "jsonl", code: 0).output == before)
        let shown = try desk.show("T7")
        #expect(shown["subject"] as? String == "Case, 7")
        #expect((shown["extra"] as? [String: Any])?["place"] as? String == "Bergen")
        #expect((shown["timeline"] as? [Any])?.count == 2)
        #expect(try desk.run("list", "x.place:Bergen", "--count").output == "30\n")
        #expect(try desk.run("verify").code == 0)
    }

    @Test func aPersonsChangeStays() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(2))
        try desk.run("import", file, "--map", map, code: 0)
        try desk.run("set", "T1", "severity=1", "--note", "all hang", code: 0)
        let more =
            ImportCommandTests.table(2)
            + "T1,\"Case, 1\",4,2026-01-02T03:04:05Z,2026-03-03T04:05:06Z,Lee,Bergen\n"
        let again = try desk.stage.file("again.csv", more)
        let summary = try desk.object(desk.run("import", again, "--map", map, "--json"))
        #expect(summary["updated"] as? Int == 1)
        let problems = try #require(summary["problems"] as? [[String: Any]])
        #expect(problems.count == 1)
        #expect(try desk.show("T1")["severity"] as? Int == 1)
    }

    @Test func oneBrokenRowStopsTheFile() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(3) + "T9,too few\n")
        let whole = try desk.run("import", file, "--map", map)
        #expect(whole.code == 1)
        #expect(whole.errors.contains("cases.csv:8"))
        #expect(try desk.run("list", "--count").output == "0\n")
        let rest = try desk.run("import", file, "--map", map, "--keep-going")
        #expect(rest.code == 6)
        #expect(try desk.run("list", "--count").output == "3\n")
        #expect(try desk.run("import", desk.stage.path("none.csv"), "--map", map).code == 3)
        #expect(try desk.run("import", file, "--map", desk.stage.path("none.map")).code == 3)
        let broken = try desk.stage.file("broken.map", "[import\n")
        #expect(try desk.run("import", file, "--map", broken).code == 2)
    }

    @Test func aMapThatDoesNotFitIsToldOnce() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let other = try desk.stage.file("other.csv", "alpha,beta,gamma\n1,2,3\n")
        let errors = try desk.run("import", other, "--map", map, code: 2).errors
        #expect(errors.components(separatedBy: "It has alpha, beta, gamma").count == 2, "\(errors)")
        let wrong = try desk.stage.file("wrong.map", ImportCommandTests.map.replacing("severity =", with: "severty ="))
        let misspelt = try desk.run("import", other, "--map", wrong, code: 2).errors
        #expect(misspelt.contains("The field “severty” is not known. Did you mean “severity”?"), "\(misspelt)")
        #expect(misspelt.contains("Nothing was imported"))
    }

    @Test func oneFileStopsNoOther() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let sound = try desk.stage.file("cases.csv", ImportCommandTests.table(3))
        let none = desk.stage.path("none.csv")
        let other = try desk.stage.file("other.csv", "number,title\n1,x\n")
        let some = try desk.run("import", sound, none, other, "--map", map, "--json")
        #expect(some.code == 6)
        let summary = try desk.object(some)
        #expect(summary["created"] as? Int == 3)
        let problems = try #require(summary["problems"] as? [[String: Any]])
        #expect(problems.first?["file"] as? String == none)
        // What a header lacks is told at the place of the map that names it.
        #expect(problems.dropFirst().first?["file"] as? String == map)
        #expect(problems.dropFirst().first?["line"] as? Int == 5)
        #expect(try desk.run("list", "--count").output == "3\n")
        let words = try desk.run("import", none, sound, "--map", map)
        #expect(words.code == 6)
        #expect(words.output.contains("3 unchanged") && words.errors.contains("none.csv"))
        let nothing = try desk.run("import", none, none, "--map", map, "--json")
        #expect(nothing.code == 3)
        #expect(try desk.object(nothing)["read"] as? Int == 0)
        // A store that cannot be used is found out once.
        let broken = try desk.stage.file("broken.db", "no database, only words that go on for a while")
        let unusable = try desk.run("import", sound, none, "--map", map, "--store", broken, "--json")
        #expect(unusable.code == 7)
        let told = try desk.object(unusable)["problems"] as? [[String: Any]]
        #expect(told?.compactMap { $0["file"] as? String } == [sound, none])
    }

    @Test(arguments: [("none.csv", 3), ("broken.csv", 1), ("other.csv", 2), ("empty.csv", 0), ("/dev/zero", 1)])
    func aFirstImportThatFailsLeavesNoStore(_ name: String, _ code: Int32) throws {
        let stage = try Stage()
        let map = try stage.file("tracker.map", ImportCommandTests.map)
        _ = try stage.file("broken.csv", ImportCommandTests.table(3) + "T9,too few\n")
        _ = try stage.file("other.csv", "number,title\n1,x\n")
        _ = try stage.file("empty.csv", "")
        let before = try FileManager.default.subpathsOfDirectory(atPath: stage.folder.path)
        let file = name.hasPrefix("/") ? name : stage.path(name)
        let result = try stage.run("import", file, "--map", map, "--store", stage.path("new/cases.db"))
        #expect(result.code == code, "\(result.errors)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: stage.folder.path) == before)
    }

    @Test func devicesAndTheStoreItselfAreNoTables() throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let zero = try desk.run("import", "/dev/zero", "--map", map)
        #expect(zero.code == 1)
        #expect(zero.errors.contains("device"))
        #expect(try desk.run("import", "--guess", "/dev/zero").errors.contains("device"))
        // A pipe is a table like any other.
        let script = "cat '\(map)' >/dev/null; '\(Stage.program)' import <(printf '') --map '\(map)'"
        let piped = try CommandRun.run(Invocation("/bin/bash", ["-c", script], environment: desk.stage.environment))
        #expect(piped.code == 0, "\(piped.errors)")
        let (soft, hard) = (desk.stage.path("soft.csv"), desk.stage.path("hard.csv"))
        try FileManager.default.createSymbolicLink(atPath: soft, withDestinationPath: desk.store)
        try FileManager.default.linkItem(atPath: desk.store, toPath: hard)
        for path in [desk.store, soft, hard, desk.store + "-lock"] {
            for words in [
                ["import", path, "--map", map], ["import", "--guess", path], ["import", map, "--map", path],
                ["restore", path, "--yes"],
            ] {
                let result = try CommandRun.run(desk.stage.invocation(words))
                #expect(result.code == 1, "\(words)")
                #expect(result.errors.contains("belongs to the store itself"), "\(words): \(result.errors)")
            }
        }
        #expect(try desk.run("verify").code == 0)
    }

    @Test func killedImportsLeaveNothingBehind() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(1000))
        _ = try desk.log("Here before")
        let empty = desk.stage.path("before.db")
        try desk.run("backup", empty, code: 0)
        // How long an import takes here, into a store of its own.
        let trials = try (1...3).map { number in
            try desk.run("import", file, "--map", map, "--store", desk.stage.path("trial\(number).db"), code: 0)
        }
        let length = (trials.map(\.elapsed).min() ?? .zero) / .microseconds(1)
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        var dice = SplitMix64(seed: seed)
        var (killed, finished) = (0, 0)
        for round in 0..<50 {
            let run = try CommandRun(desk.stage.invocation(["import", file, "--map", map]))
            usleep(useconds_t(Double.random(in: 0...1, using: &dice) * length))
            run.signal(SIGKILL)
            if try run.finish().status == .signal(SIGKILL) { killed += 1 }
            let count = try desk.run("list", "--count", code: 0).output
            #expect(count == "1\n" || count == "1001\n", "seed \(seed), round \(round)")
            if count == "1\n" { continue }
            // Whole: away with it, so that the next one has something to write again.
            finished += 1
            try desk.run("restore", empty, "--yes", code: 0)
        }
        #expect(killed >= 20, "only \(killed) of 50 were hit while they ran, \(finished) were whole, seed \(seed)")
        #expect(try desk.run("verify").code == 0)
        try desk.run("import", file, "--map", map, code: 0)
        #expect(try desk.run("list", "--count").output == "1001\n")
        #expect(try desk.run("verify").code == 0)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aStoppedImportSaysSo(_ number: Int32) throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        _ = try desk.log("Here before")
        // It waits for a table on standard input, which never comes.
        let pipe = desk.stage.path("pipe")
        mkfifo(pipe, 0o600)
        let held = Glibc.open(pipe, O_RDWR | O_CLOEXEC)
        defer { close(held) }
        let line = "exec '\(Stage.program)' import - --map '\(map)' < '\(pipe)'"
        let waiting = try CommandRun(Invocation("/bin/sh", ["-c", line], environment: desk.stage.environment))
        try holdsSignalsBack(waiting)
        waiting.signal(number)
        let result = try waiting.finish()
        #expect(result.status == .code(130))
        #expect(result.errors == "caseload: Stopped; nothing was imported.\n")
        #expect(try desk.run("list", "--count").output == "1\n")

        // At any other moment it is stopped, or whole.
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(1500))
        let fresh = desk.stage.path("fresh.db")
        let whole = try desk.run("import", file, "--map", map, "--store", desk.stage.path("trial.db"), code: 0)
        for part in 1...6 {
            let run = try CommandRun(desk.stage.invocation(["import", file, "--map", map, "--store", fresh]))
            try holdsSignalsBack(run)
            usleep(useconds_t(whole.elapsed / .microseconds(1) * Double(part) / 8))
            run.signal(number)
            let result = try run.finish()
            if result.code == 0 {
                #expect(try desk.run("list", "--count", "--store", fresh).output == "1500\n")
                break
            }
            #expect(result.code == 130 && result.errors.contains("nothing was imported"), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: fresh))
        }
    }

    /// Waits until an import holds signals back to deal with them itself.
    private func holdsSignalsBack(_ run: CommandRun) throws {
        // SIGHUP, SIGINT and SIGTERM, and no other: before it is the program, a process holds back all.
        let mask = [SIGHUP, SIGINT, SIGTERM].reduce(UInt64(0)) { $0 | 1 << UInt64($1 - 1) }
        for _ in 0..<2000 {
            let status = try String(contentsOfFile: "/proc/\(run.pid)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
            if let bits = line.flatMap({ UInt64($0.dropFirst(7).filter(\.isHexDigit), radix: 16) }), bits == mask {
                return
            }
            usleep(5000)
        }
        Issue.record("the signals are never held back")
    }

    @Test func whatGoesOutIsWhole() throws {
        let desk = try Desk()
        let id = try desk.log("A \"quoted\", long subject")
        try desk.run("note", id, input: "two\nlines", code: 0)
        let csv = try desk.run("export", "cases", "--format", "csv", code: 0).output
        #expect(csv.contains("\"A \"\"quoted\"\", long subject\""))
        let lines = try desk.run("export", "events", "--format", "jsonl", code: 0).output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].contains("two\\nlines"))
        #expect(try desk.run("export", "cases", "severity:1", "--format", "jsonl").output.isEmpty)
    }
}
