import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Data in and out of the shell")
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
        try desk.run("set", "T1", "severity=1", code: 0)
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
        #expect(try desk.run("import", desk.stage.path("none.csv"), "--map", map).code == 1)
        #expect(try desk.run("import", file, "--map", desk.stage.path("none.map")).code == 3)
        let broken = try desk.stage.file("broken.map", "[import\n")
        #expect(try desk.run("import", file, "--map", broken).code == 2)
    }

    @Test func killedImportsLeaveNothingBehind() throws {
        let desk = try Desk()
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let file = try desk.stage.file("cases.csv", ImportCommandTests.table(4000))
        _ = try desk.log("Here before")
        var killed = 0
        for round in 0..<12 {
            let run = try CommandRun(desk.stage.invocation(["import", file, "--map", map]))
            usleep(useconds_t(20_000 + round * 45_000))
            run.signal(SIGKILL)
            if try run.finish().status == .signal(SIGKILL) { killed += 1 }
            let count = try desk.run("list", "--count", code: 0).output
            #expect(count == "1\n" || count == "4001\n", "round \(round)")
            if count != "1\n" { break }
        }
        #expect(killed > 0)
        #expect(try desk.run("verify").code == 0)
        try desk.run("import", file, "--map", map, code: 0)
        #expect(try desk.run("list", "--count").output == "4001\n")
        #expect(try desk.run("verify").code == 0)
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
