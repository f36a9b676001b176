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
        let console = try store.open(size: size)
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("of 40")
        // In the page, scrolling, and through a whole page of it.
        for keys in Array(repeating: "j", count: 30) + ["k", "k", "G", "gg", "/ab<CR>", "<Esc>", "<CR>", "<Esc>"] {
            try console.press(keys)
            let changed = console.screen.text
            try console.press("<C-l>")
            let whole = console.screen.text
            #expect(rows(changed) == rows(whole), "seed \(Self.seed), after \(keys)")
        }
        try console.type("Q")
        #expect(try console.waitForExit() == .code(0))
    }

    /// The rows below the one that tells the time, without the ages, of which one may pass between two pictures.
    private func rows(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            .map { String($0).replacing(#/ *\d+[sm] */#, with: " age ") }
    }
}
