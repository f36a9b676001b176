import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What README says works as it is written", .waiting)
struct ReadmeTests {
    private static let readme: String = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return (try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)) ?? ""
    }()

    /// The blocks of shell lines, in order.
    private static var shellBlocks: [String] {
        readme.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```").first ?? "" }
    }

    @Test func aCaseInAMinute() throws {
        let stage = try Stage()
        let block = try #require(ReadmeTests.shellBlocks.first { $0.contains("caseload take") })
        try FileManager.default.createSymbolicLink(
            atPath: stage.path("caseload"), withDestinationPath: Stage.program)
        stage.environment["PATH"] = stage.folder.path + ":/usr/bin:/bin"
        let lines = "set -e; cd '\(stage.folder.path)'\n" + block
        let result = try CommandRun.run(Invocation("/bin/sh", ["-c", lines], environment: stage.environment))
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors == "")
        // The case that is taken is one of those listed before.
        let list = result.output.split(separator: "\n").prefix { !$0.hasPrefix("Took") }
        let taken = try #require(block.split(separator: "\n").first { $0.contains("take") }?.split(separator: " ").last)
        #expect(list.contains { $0.contains(taken) }, "\(taken)")
    }

    /// What the sections about cover, files and licences do with the made-up data, one after the other as they stand.
    @Test func coverFilesAndLicences() throws {
        let stage = try Stage()
        let blocks = ReadmeTests.shellBlocks.filter { block in
            ["demo --no-console", "contract new", "caseload attach ", "license new"].contains { block.contains($0) }
        }
        #expect(blocks.count == 4)
        try FileManager.default.createSymbolicLink(
            atPath: stage.path("caseload"), withDestinationPath: Stage.program)
        _ = try stage.file("trace.pcap", "packets")
        stage.environment["PATH"] = stage.folder.path + ":/usr/bin:/bin"
        // The made-up data, and with them the numbers, follow from the hour at which they are made.
        stage.environment["CASELOAD_NOW"] = "2026-11-26T06:00:00Z"
        let lines = "set -e; cd '\(stage.folder.path)'\n" + blocks.joined(separator: "\n")
        let text = lines.replacingOccurrences(of: "--to /tmp", with: "--to saved")
        try FileManager.default.createDirectory(atPath: stage.path("saved"), withIntermediateDirectories: false)
        let result = try CommandRun.run(Invocation("/bin/sh", ["-c", text], environment: stage.environment))
        #expect(result.code == 0, "\(result.errors) \(result.output.suffix(400))")
        #expect(try String(contentsOfFile: stage.path("saved/trace.pcap"), encoding: .utf8) == "packets")
        for words in ["Added the contract CN-50", "EN-291: Gateway, plan advanced", "of LI-201 to gate-1"] {
            #expect(result.output.contains(words), "\(words)")
        }
    }

    /// The two maps are read as they stand.
    @Test func maps() throws {
        let stage = try Stage()
        #expect(try stage.run("init").code == 0)
        let maps = ReadmeTests.readme.components(separatedBy: "```\n").filter { $0.contains("[import]") }
        #expect(maps.count == 2)
        let tables = [
            "Issue id,Resolved,Created,Summary,Description,Status,Priority\nA-1,,01/Mar/26 10:00,It fails,,Open,Major\n",
            "Id,First,Last,CustomerId,Deleted\n1,Ann,Lee,,0\n",
        ]
        for (place, map) in maps.enumerated() {
            let file = try stage.file("\(place).map", map)
            let table = try stage.file("\(place).csv", tables[place])
            let result = try stage.run("import", table, "--map", file)
            #expect(result.code == 0, "\(place): \(result.errors) \(result.output)")
        }
    }
}
