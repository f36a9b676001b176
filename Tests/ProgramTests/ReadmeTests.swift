import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What README says works as it is written")
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
}
