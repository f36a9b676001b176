import TerminalUI
import Testing

@Suite("Keys") struct KeyTests {
    @Test(arguments: [
        ("j", Key.character("j")), ("<C-d>", .ctrl("d")), ("<Space>", .space), ("<CR>", .enter), ("<Esc>", .escape),
        ("<S-Tab>", .backTab), ("<F1>", .function(1)), ("<F12>", .function(12)), ("<lt>", .character("<")),
        ("<A-b>", .alt("b")), ("<C-Left>", Key(.left, .ctrl)), ("<PageDown>", .pageDown), ("<BS>", .backspace),
        (">", .character(">")), ("-", .character("-")), ("<C-->", .ctrl("-")), ("é", .character("é")),
    ])
    func notation(text: String, key: Key) {
        #expect(Key(notation: text) == key)
        #expect(key.notation == text)
    }

    @Test(arguments: ["<C-D>", "<c-d>", "<Enter>", "<return>", "<Escape>", "<PgDn>", "<f5>"])
    func acceptsOtherSpellings(text: String) {
        #expect(Key(notation: text) != nil)
    }

    @Test(arguments: ["", " ", "<Foo>", "<F13>", "<F0>", "gg", "<X-a>", "\n"])
    func refusesWhatIsNoKey(text: String) {
        #expect(Key(notation: text) == nil)
    }

    @Test func everyKeySurvivesItsNotation() {
        var codes: [Key.Code] = [
            .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown,
        ]
        codes += (1...12).map { .function($0) }
        codes += (0x20...0x7E).compactMap { Unicode.Scalar($0).map { .character($0) } }
        for code in codes {
            for bits in UInt8(0)..<8 {
                let isCapital = if case .character(let scalar) = code { ("A"..."Z").contains(scalar) } else { false }
                let modifiers = Key.Modifiers(rawValue: bits)
                if isCapital, modifiers.contains(.ctrl) { continue }
                let key = Key(code, modifiers)
                #expect(Key(notation: key.notation) == key, "\(key.notation)")
            }
        }
    }

    @Test func sequences() {
        #expect(KeySequence(notation: "gg")?.keys == [.character("g"), .character("g")])
        #expect(KeySequence(notation: "<C-w>q")?.notation == "<C-w>q")
        #expect(KeySequence(notation: "a<lt>b")?.keys.count == 3)
        #expect(KeySequence(notation: "") == nil)
        #expect(KeySequence(notation: "a b") == nil)
    }

    @Test func keymapAnswers() throws {
        var map = Keymap<String, Int>()
        func keys(_ text: String) throws -> KeySequence { try #require(KeySequence(notation: text)) }
        map.bind(try keys("gg"), to: 1, in: "list")
        map.bind(try keys("j"), to: 2, in: "list")
        map.bind(try keys("<Down>"), to: 2, in: "list")
        map.bind(try keys("j"), to: 3, in: "any")
        map.bind(try keys("q"), to: 4, in: "any")
        var feed = KeyFeed()
        let contexts = ["list", "any"]
        func press(_ key: Key) -> KeyAnswer<Int> { feed.feed(key, to: map, in: contexts) }
        #expect(press(.character("g")) == .pending)
        #expect(press(.character("g")) == .command(1))
        #expect(press(.character("g")) == .pending)
        #expect(press(.character("q")) == .none, "a mistyped end is no act of its key alone")
        #expect(press(.character("g")) == .pending)
        #expect(press(.escape) == .none)
        #expect(feed.pending.isEmpty)
        #expect(press(.character("j")) == .command(2), "the first context wins")
        #expect(map.keys(for: 2, in: "list").map(\.notation) == ["<Down>", "j"])
        map.unbind(try keys("gg"), in: "list")
        #expect(map.answer(to: [.character("g")], in: contexts) == .none)
    }
}
