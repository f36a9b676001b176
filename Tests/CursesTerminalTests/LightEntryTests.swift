import Glibc
import SeededRandom
import Testing

@testable import CursesTerminal

@Suite("The lighter description of a terminal") struct LightEntryTests {
    /// What Debian's library has descriptions of in every installation.
    static let terminals = [
        "xterm", "xterm-256color", "xterm-color", "screen", "screen-256color", "tmux", "tmux-256color", "linux",
        "rxvt-unicode",
        "vt100", "vt102", "vt220", "vt52", "ansi", "pcansi", "cygwin", "sun", "dumb", "hurd", "mach-color",
    ]
    static let gone: Set = ["hpa", "vpa", "cuf", "cub", "cuu", "cud", "rep", "ech"]

    /// What the library's own tool says of a terminal, a capability a line.
    private func told(_ terminal: String, as description: String? = nil) throws -> [String] {
        let variable = description.map { "TERMINFO=\($0) " } ?? ""
        let pipe = try #require(popen("\(variable)infocmp -1 -x \(terminal)", "r"))
        defer { pclose(pipe) }
        var text: [UInt8] = []
        while case let byte = fgetc(pipe), byte != EOF { text.append(UInt8(byte)) }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        return lines.filter { !$0.hasPrefix("#") }
    }

    private func name(_ line: String) -> String {
        String(line.drop { $0 == "\t" }.prefix { $0 != "=" && $0 != "#" && $0 != "," })
    }

    @Test(arguments: terminals) func losesWhatIsNotWorthItsWeighingAndNothingElse(_ terminal: String) throws {
        var entry = try #require(EntryFolders.entry(of: terminal))
        let before = try told(terminal)
        #expect(try told(terminal, as: LightEntry.written(entry)) == before)
        LightEntry.lighten(&entry)
        let after = try told(terminal, as: LightEntry.written(entry))
        try #require(after.count > 1)
        let isAddressed = before.contains { name($0) == "cup" } && before.contains { name($0) == "sgr0" }
        let hasLooks = Set(["bold", "dim", "smul", "rev"]).isSubset(of: before.map(name))
        let lost = isAddressed ? Self.gone.union(hasLooks ? ["sgr"] : []) : []
        let kept = before.filter { !lost.contains(name($0)) }
        #expect(kept.map(name) == after.map(name))
        for (was, now) in zip(kept, after) where was != now {
            #expect(hasLooks && name(was) == "sgr0")
            let leaving = try #require(kept.first { name($0) == "rmacs" }?.dropFirst("\trmacs=".count).dropLast())
            #expect(was == "\tsgr0=" + leaving + now.dropFirst("\tsgr0=".count))
        }
    }

    @Test func anXtermChangesItsLooksByAFewBytes() throws {
        var entry = try #require(EntryFolders.entry(of: "xterm-256color"))
        #expect(entry.text("sgr0").map(Array.init) == Array("\u{1B}(B\u{1B}[m".utf8))
        #expect(entry.text("sgr") != nil && entry.text("hpa") != nil && entry.text("no such text") == nil)
        LightEntry.lighten(&entry)
        #expect(entry.text("sgr0").map(Array.init) == Array("\u{1B}[m".utf8))
        #expect(entry.text("sgr") == nil && entry.text("hpa") == nil && entry.text("cup") != nil)
    }

    /// Debian's `rxvt` does not have its own name among those it gives itself.
    @Test func theLibraryTakesTheUsualOneWhereTheNameDoesNotFit() throws {
        var entry = try #require(EntryFolders.entry(of: "rxvt"))
        LightEntry.lighten(&entry)
        #expect(try told("rxvt", as: LightEntry.written(entry)) == told("rxvt"))
    }

    @Test func isOfferedWhereTheLibraryTakesItAlone() {
        #expect(LightEntry.description(of: "xterm-256color", given: "") != nil)
        #expect(LightEntry.description(of: "xterm-256color", given: "/nowhere") != nil)
        #expect(LightEntry.description(of: "xterm-256color", given: "hex:1A01") == nil)
        #expect(LightEntry.description(of: "rxvt", given: "") == nil, "its own names are others")
        #expect(LightEntry.description(of: "dumb", given: "") == nil, "nothing is lighter")
        #expect(LightEntry.description(of: "no-such-terminal", given: "") == nil)
    }

    /// The fifth number of a description (term(5)) says how many cells a look takes.
    @Test func leavesTerminalsAloneWhoseLooksTakeCells() throws {
        let entry = try #require(EntryFolders.entry(of: "xterm-256color"))
        let flagsEnd = 12 + Int(entry.bytes[2]) + Int(entry.bytes[4])
        let width = entry.bytes[0] == 0x1A ? 2 : 4
        let place = flagsEnd + flagsEnd % 2 + 4 * width
        var bytes = entry.bytes
        bytes.replaceSubrange(place..<(place + width), with: [1] + [UInt8](repeating: 0, count: width - 1))
        var other = try #require(TerminalEntry(bytes))
        #expect(other.hasMagicCookies && !entry.hasMagicCookies)
        LightEntry.lighten(&other)
        #expect(other.bytes == bytes)
    }

    @Test func aNameIsNoPath() {
        #expect(EntryFolders.entry(of: "") == nil)
        #expect(EntryFolders.entry(of: "../x/xterm") == nil)
        #expect(EntryFolders.entry(of: "no-such-terminal") == nil)
    }

    @Test func brokenDescriptionsAreRefusedOrStayWhole() throws {
        let whole = try #require(EntryFolders.entry(of: "xterm-256color")).bytes
        var random = SplitMix64(seed: 20)
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<min(1_200, bytes.count), using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
            guard var entry = TerminalEntry(bytes) else { continue }
            // That it does not stop the program is all that is asked of it.
            LightEntry.lighten(&entry)
        }
        for count in 0..<40 { #expect(TerminalEntry(Array(whole.prefix(count))) == nil) }
    }
}
