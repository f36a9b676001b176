import SeededRandom
import SettingsText
import Testing

@Suite("Settings files") struct SettingsReaderTests {
    @Test func keepsSectionsKeysAndPlaces() throws {
        let reading = SettingsFile.read(
            """
            # a comment
            before = 1
            [queue "Mine, all"]   # of them
              query = status:open  owner:me
            colour=#ff8800
            query = again
            [empty]
            none =
            """, named: "settings")
        #expect(reading.problems.isEmpty)
        let sections = reading.file.sections
        #expect(sections.map(\.kind) == ["", "queue", "empty"])
        #expect(sections.map(\.name) == [nil, "Mine, all", nil])
        #expect(sections[1].entries.map(\.key) == ["query", "colour", "query"])
        #expect(sections[1].entries[0].value == "status:open  owner:me")
        #expect(sections[1].entries[0].line == 4)
        #expect(sections[1].entries[0].column == 3)
        #expect(sections[1].entries[0].valueColumn == 11)
        #expect(sections[1]["colour"] == "#ff8800")
        #expect(sections[1]["query"] == "again", "later lines win")
        #expect(sections[2]["none"] == "")
        #expect(sections[2].line == 7)
    }

    @Test(arguments: [
        ("a = \"  x  \"", "  x  "), ("a = \"q\\\"q\" # c", "q\"q"), ("a = \"n\\nt\\t\\\\\"", "n\nt\t\\"),
        ("a = \"\\z\"", "\\z"), ("a = x # y", "x # y"), ("a\t=\tb\t", "b"), ("a = é漢", "é漢"), ("\u{FEFF}a = 1", "1"),
        ("a = 1\r", "1"), ("a = b = c", "b = c"), ("a = \"x\\é\\\"y\"", "x\\é\"y"), ("a = £ \t\r", "£"),
    ])
    func readsValues(text: String, value: String) {
        let reading = SettingsFile.read(text, named: "f")
        #expect(reading.problems.isEmpty)
        #expect(reading.file.sections.first?["a"] == value)
    }

    @Test func readsQuotedKeys() {
        let reading = SettingsFile.read("\"=\" = a\n\"#\" = b\n\"[\" = c", named: "f")
        #expect(reading.file.sections.first?.entries.map(\.key) == ["=", "#", "["])
    }

    @Test(arguments: [
        ("x", 1, 2), ("[a", 1, 3), ("[]", 1, 1), ("[a \"b]", 1, 7), ("\n\n = v", 3, 2), ("a = \"b", 1, 5),
        ("a = \"b\" c", 1, 9), ("[a] b", 1, 5), ("ok = 1\na\u{1}b = 2", 2, 2), ("\"a = 1", 1, 1),
        ("é漢 = \"b", 1, 6), ("é = 漢\u{85}", 1, 6), ("[é \"é", 1, 6), ("\r\n\té\r\n", 2, 3), ("a = \u{7F}", 1, 5),
    ])
    func namesThePlaceOfAProblem(text: String, line: Int, column: Int) throws {
        let reading = SettingsFile.read(text, named: "f")
        let problem = try #require(reading.problems.first)
        #expect(problem.line == line)
        #expect(problem.column == column)
        #expect(reading.isBroken)
        #expect(problem.description.hasPrefix("f:\(line):\(column): "))
    }

    @Test func readsOnAfterAProblem() {
        let reading = SettingsFile.read("a = 1\nbroken\nb = 2", named: "f")
        #expect(reading.problems.count == 1)
        #expect(reading.file.sections.first?.entries.map(\.key) == ["a", "b"])
    }

    @Test func refusesWhatIsNotText() {
        let broken = SettingsFile.read(bytes: Array("a = ".utf8) + [0xFF, 0x0A] + Array("b = 1".utf8), named: "f")
        #expect(broken.problems.map(\.line) == [1])
        #expect(broken.problems.map(\.column) == [5])
        #expect(broken.file.sections.first?["b"] == "1")
        let large = SettingsFile.read(bytes: Array(repeating: 0x61, count: SettingsFile.byteLimit + 1), named: "f")
        #expect(large.isBroken)
        #expect(large.file.sections.isEmpty)
        let most = Array("#".utf8) + Array(repeating: UInt8(0x61), count: SettingsFile.byteLimit - 1)
        #expect(!SettingsFile.read(bytes: most, named: "f").isBroken)
    }

    @Test(arguments: [
        ("statsu", "status"), ("severty", "severity"), ("STATUS", "status"), ("ownr", "owner"), ("s", nil),
        ("completely", nil), ("", nil), ("ower", "owner"),
    ])
    func suggestsTheNearestName(word: String, name: String?) {
        #expect(closest(to: word, in: ["status", "severity", "owner", "queue"]) == name)
    }

    @Test func nothingMakesItFail() {
        var random = SplitMix64(seed: 11)
        let pieces = ["[", "]", "\"", "=", "#", "\n", "a", " ", "\\", "\r", "é", "\u{0}", "\u{FEFF}"]
        for _ in 0..<2000 {
            let text = (0..<Int(random.next() % 20)).map { _ in pieces[Int(random.next() % 13)] }.joined()
            let reading = SettingsFile.read(text, named: "f")
            for problem in reading.problems {
                #expect(problem.line >= 1 && problem.column >= 1, "seed 11, \(text.debugDescription)")
            }
        }
    }
}
