import Foundation
import Testing

@Suite("The words of the built-in policy stand in its file alone")
struct GuideWordTests {
    private static let kinds: Set = ["plan", "region", "status", "center"]

    private func words() throws -> Set<String> {
        let path = "Sources/EmbeddedFiles/Policies/legacy-guide.policy"
        let policy = try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
        return GuideWords.words(in: policy, kinds: Self.kinds)
    }

    @Test func noneInSources() throws {
        let words = try words()
        #expect(
            words.isSuperset(of: ["core", "CSS Priority", "emea", "Japan", "wip", "Waiting on Customer", "dublin"]))
        let found = try SourceTree.sources().flatMap { GuideWords.findings(of: words, in: $0) }
        #expect(found == [])
    }

    @Test func isFoundWhereItStands() {
        let words: Set = ["wip", "Waiting on Customer", "gold-plus"]
        func count(_ source: String) -> Int {
            GuideWords.findings(of: words, in: SourceTree.File(path: "Sources/A/B.swift", text: source)).count
        }
        #expect(count("let a = \"wip\"") == 1)
        #expect(count("let a = \"Is Waiting on Customer now\"") == 1)
        #expect(count("let a = \"\\(b) has gold-plus \\(c)\"") == 1)
        #expect(count("// wip\nlet a = f(\"x\", \"wip\")\n") == 1)
        #expect(count("// \"wip\"\nlet wip = \"swipe, wip\"") == 0)
    }
}
