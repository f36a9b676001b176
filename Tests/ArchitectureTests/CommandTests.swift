import Foundation
import Testing

@Suite("The README's two commands are what the checks run")
struct CommandTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
    }

    @Test func theFirstInstallsAndOpensTheConsole() throws {
        let commands = ShellBlocks.commands(in: try text("README.md"))
        let first = try #require(commands.first)
        #expect(first.hasPrefix(".ci/packages && "))
        #expect(first.hasSuffix(" caseload demo"))
        #expect(try text(".ci/run").contains("\n.ci/packages\n"))
    }

    @Test func theSecondRunsAllTests() throws {
        let commands = ShellBlocks.commands(in: try text("README.md"))
        try #require(commands.count >= 2)
        #expect(commands[1] == "swift test")
        #expect(try text(".ci/run").contains("\n\(commands[1])\n"))
    }

    @Test(arguments: [".ci/run", ".ci/packages"])
    func theScriptsCanBeRunAndStopAtTheFirstFailure(path: String) throws {
        #expect(FileManager.default.isExecutableFile(atPath: SourceTree.root.appending(path: path).path))
        #expect(try text(path).contains("\nset -euo pipefail\n"))
    }

    @Test func theScriptsInstallWhatIsLinked() throws {
        let packages = try text(".ci/packages")
        #expect(packages.contains("libncurses-dev") && packages.contains("libsqlite3-dev"))
    }

    @Test func shellBlocksAreFound() {
        let page = "text\n```sh\none && two\n```\n```text\nno\n```\n```sh\n# a comment\nthree\nfour\n```\n"
        #expect(ShellBlocks.commands(in: page) == ["one && two", "three", "four"])
    }
}

/// The commands that a page tells its reader to type.
enum ShellBlocks {
    /// The lines of all `sh` blocks, without comments and empty lines.
    static func commands(in page: String) -> [String] {
        var commands: [String] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = !isInside && line == "```sh"
            } else if isInside, !line.isEmpty, !line.hasPrefix("#") {
                commands.append(String(line))
            }
        }
        return commands
    }
}
