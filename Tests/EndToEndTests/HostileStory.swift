import HostileText
import ProgramStage
import Testing

@testable import PseudoTerminal

@Suite("Hostile text reaches the terminal as visible marks only", .waiting)
struct HostileStory {
    /// What ncurses needs of a terminal: the last bytes of its control sequences.
    private static let sequences = Set("ABCDGHJKLMPSTXZ@bdmrhlt".utf8)

    /// What bytes sent to a terminal must not hold.
    static func leaks(in log: [UInt8]) -> [String] {
        var parser = EscapeParser()
        var leaks: [String] = []
        for byte in log {
            switch parser.take(byte) {
            case .print(let scalar) where isHidden(scalar):
                leaks.append("U+\(String(scalar.value, radix: 16, uppercase: true))")
            case .sequence(_, _, let final) where !sequences.contains(final):
                leaks.append("a control sequence that ends with \(final)")
            case .control(let byte) where ![0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f].contains(byte):
                leaks.append("control byte \(byte)")
            case .text: leaks.append("a string command")
            default: break
            }
        }
        return leaks
    }

    /// Every literal that may do something to a terminal; the single control characters stand together in sixteens.
    private static let literals: [String] = {
        let all = HostileText.everyControl.filter { !$0.unicodeScalars.contains("\0") }
        let sixteens = stride(from: 0, to: all.count, by: 16).map { all[$0..<min($0 + 16, all.count)].joined() }
        return HostileText.controls + HostileText.sequences + HostileText.invisible + HostileText.lookAlikes
            + HostileText.widths + sixteens
    }()

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Emoji of several parts hold U+200D, where the program can tell that they are emoji.
        case .format: scalar.value != 0x200d
        case .control, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    @Test func fromTheQueueAndTheCasePage() throws {
        let store = try StoryStore(try Stage())
        let literals = HostileStory.literals.filter { !$0.unicodeScalars.contains("\0") }
        // Arguments end at a zero byte, so texts with one come from files alone.
        var ids: [String] = []
        for literal in literals {
            let result = try store.stage.run(
                "--store", store.path, "new", "--account", "Nord Energy", "--contact", "Johanna Berg",
                "--subject", "x \(literal) y", "--severity", "2", "--channel", "email", "--type", "advice",
                "--description", "-", input: "first \(literal) last")
            // A refusal must be as clean as an answer.
            #expect(HostileStory.leaks(in: result.outputBytes + result.errorBytes) == [], "\(literal.debugDescription)")
            // Only what is too long for a subject is refused.
            #expect(result.code == ("x \(literal) y".utf8.count > 1024 ? 4 : 0), "\(literal.debugDescription)")
            guard let id = result.output.firstMatch(of: /CS-\d+/) else { continue }
            ids.append(String(id.0))
            let note = try store.stage.run("--store", store.path, "note", ids[ids.count - 1], input: literal)
            #expect(HostileStory.leaks(in: note.outputBytes + note.errorBytes) == [], "\(literal.debugDescription)")
            // Only what says nothing is no note.
            #expect(note.code == (HostileText.saysNothing(literal) ? 4 : 0), "\(literal.debugDescription)")
        }
        #expect(ids.count > literals.count * 9 / 10)
        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.press("7")
        for place in 1...ids.count {
            try console.waitFor(" \(place) of \(ids.count)")
            try console.type("<CR>")
            try console.waitFor("Timeline ")
            console.settle(quiet: .milliseconds(20))
            // A byte after an escape would make it the key Alt with that byte.
            try console.type("<Esc>")
            try console.waitFor(" \(place) of \(ids.count)")
            try console.type("j")
        }
        try console.type("q")
        try console.waitForExit()
        #expect(HostileStory.leaks(in: console.log) == [])
        #expect(console.logText.contains("first"))
    }

    /// No sign of its own has such a mark, so that the mark itself must be sent.
    @Test func marksStayOnLettersOfEveryKind() throws {
        let store = try StoryStore(try Stage())
        let subject = "x\u{302}q\u{303} е\u{301}ъ breaks"
        let result = try store.stage.run(
            "--store", store.path, "new", "--account", "Nord Energy", "--contact", "Johanna Berg", "--subject", subject,
            "--severity", "2", "--channel", "email", "--type", "advice", "--description", "-", input: "It breaks.")
        #expect(result.code == 0)
        let console = try store.open()
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("breaks")
        try console.type("q")
        try console.waitForExit()
        #expect(console.logText.unicodeScalars.contains(subject.unicodeScalars))
    }

    @Test(arguments: ["\u{1b}]0;x\u{7}", "\u{9b}2J", "a\u{202e}b", "\u{1b}[5n", "\u{200b}", "\u{1b}[6q", "\u{7}"])
    func theJudgeSees(text: String) { #expect(!HostileStory.leaks(in: Array(text.utf8)).isEmpty) }

    @Test(arguments: ["\u{1b}[2;3Hplain é 日本\u{1b}[m", "\u{1b}[?1049h\u{1b}[22;0;0t", "a\tb\r\n"])
    func theJudgeIsFair(text: String) { #expect(HostileStory.leaks(in: Array(text.utf8)) == []) }
}
