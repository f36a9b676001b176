import Foundation
import SeedRows
import Testing

@Suite("Every row of the domain reference on the screen")
struct SeedScreenTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    @Test("is seen or done somewhere", arguments: SeedRow.expected)
    func isPlaced(_ row: String) throws {
        let screen = try #require(SeedRow.all.first { $0.row == row }?.screen, "\(row) has no screen")
        #expect(!screen.proofs.isEmpty)
        for proof in screen.proofs { #expect(try Self.exists(proof), "\(row): there is no \(proof)") }
    }

    @Test func noOtherRowsArePlaced() {
        #expect(Set(SeedScreen.screens.keys).subtracting(SeedRow.expected) == [])
    }

    /// Whether there is such a story, test or picture.
    private static func exists(_ proof: String) throws -> Bool {
        let parts = proof.split(separator: "/").map(String.init)
        guard parts.count == 2 else {
            return FileManager.default.fileExists(
                atPath: tests.appending(path: "ConsoleTests/Pictures/\(proof).txt").path)
        }
        for folder in ["EndToEndTests", "ConsoleTests"] {
            let file = tests.appending(path: "\(folder)/\(parts[0]).swift")
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            return lines.contains { $0.contains("func \(parts[1])(") }
        }
        return false
    }
}
