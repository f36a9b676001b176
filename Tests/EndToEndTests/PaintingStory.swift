import ProgramStage
import PseudoTerminal
import SeededRandom
import Testing

@Suite("A picture that is painted over another looks as if painted whole", .waiting)
struct PaintingStory {
    private static let seed: UInt64 = 20_261_126

    /// What stands over and under one another in lists and previews of such texts: wide over narrow, marks, lines.
    private static let pieces = ["ab", "日本", "é", "한", "…", "x\u{301}", "│", " ", "zz z", "語", "·", "🙂", "–"]

    private static func text(_ random: inout SplitMix64, _ count: Int) -> String {
        (0..<count).map { _ in random.pick(pieces) }.joined()
    }

    @Test(
        "rows of glyphs of every width",
        arguments: [TerminalSize(columns: 80, rows: 24), .init(columns: 150, rows: 30)])
    func mixed(_ size: TerminalSize) throws {
        var random = SplitMix64(seed: Self.seed)
        let store = try StoryStore(try Stage())
        for number in 0..<40 {
            let lines = (0..<8).map { _ in Self.text(&random, 30) }
            try store.log("\(number) " + Self.text(&random, 14), description: lines.joined(separator: "\n"))
        }
        var differing = try walk(store, size)
        // A picture that was taken before the program answered differs once, one that is painted wrong each time.
        for _ in 0..<2 where !differing.isEmpty {
            let again = try walk(store, size)
            differing = differing.filter { again[$0.key] != nil }
        }
        for (step, pictures) in differing {
            Issue.record("seed \(Self.seed), after key \(step): \(pictures.changed)\nwhole: \(pictures.whole)")
        }
    }

    /// The pictures that do not look as if painted whole, by the number of the key.
    private func walk(_ store: StoryStore, _ size: TerminalSize) throws -> [Int: (changed: String, whole: String)] {
        var differing: [Int: (changed: String, whole: String)] = [:]
        let console = try store.open(size: size)
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("of 40")
        // In the page, scrolling, and through a whole page of it.
        let keys = Array(repeating: "j", count: 30) + ["k", "k", "G", "gg", "/ab<CR>", "<Esc>", "<CR>", "<Esc>"]
        for (step, key) in keys.enumerated() {
            try console.press(key)
            let changed = console.screen.text
            try console.press("<C-l>")
            let whole = console.screen.text
            if rows(changed) != rows(whole) { differing[step] = (changed, whole) }
        }
        try console.type("Q")
        #expect(try console.waitForExit() == .code(0))
        return differing
    }

    /// The rows below the one that tells the time, without the ages, of which one may pass between two pictures.
    private func rows(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            .map { String($0).replacing(#/ *\d+[sm] */#, with: " age ") }
    }
}
