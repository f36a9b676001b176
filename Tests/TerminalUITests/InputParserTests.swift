import SeededRandom
import TerminalUI
import Testing

@Suite("Keyboard input") struct InputParserTests {
    private func keys(_ text: String) -> [TerminalInput] {
        var parser = InputParser()
        return parser.feed(Array(text.utf8)) + parser.pause()
    }

    @Test(arguments: [
        ("j", Key.character("j")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace),
        ("\u{8}", .ctrl("h")), ("\u{4}", .ctrl("d")), ("\u{0}", .ctrl(" ")), ("\u{1f}", .ctrl("_")),
        ("é", .character("é")),
        ("漢", .character("漢")), ("\u{1f600}", .character("\u{1f600}")), ("\u{1b}", .escape), ("\u{1b}[A", .up),
        ("\u{1b}OB", .down), ("\u{1b}[1;5C", Key(.right, .ctrl)), ("\u{1b}[Z", .backTab), ("\u{1b}[3~", .delete),
        ("\u{1b}[5;2~", Key(.pageUp, .shift)), ("\u{1b}OP", .function(1)), ("\u{1b}[15~", .function(5)),
        ("\u{1b}[24~", .function(12)), ("\u{1b}[1;2P", Key(.function(1), .shift)), ("\u{1b}[[E", .function(5)),
        ("\u{1b}b", .alt("b")), ("\u{1b}é", .alt("é")), ("\u{1b}\r", Key(.enter, .alt)), ("\u{1b}[H", .home),
        ("\u{1b}OF", .end), ("\u{1b}OM", .enter), ("\u{1b}[27u", .escape), ("\u{1b}[97;5u", .ctrl("a")),
        ("\u{1b}[", .alt("[")), ("\u{1b}]", .alt("]")),
    ])
    func oneKey(bytes: String, key: Key) {
        #expect(keys(bytes) == [.key(key)])
    }

    /// What terminals answer, report and mangle: never a key.
    private let replies = [
        "\u{1b}[6n", "\u{1b}[?1;2c", "\u{1b}[>0;276;0c", "\u{1b}[24;80R", "\u{1b}[1;3R", "\u{1b}[?2004;1$y", "\u{1b}[I",
        "\u{1b}[O", "\u{1b}[<0;12;3M", "\u{1b}[<0;12;3m", "\u{1b}[M !!", "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}",
        "\u{1b}]52;c;Y3VybA==\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}P>|xterm(390)\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}^x\u{1b}\\", "\u{9b}6n", "\u{9d}0;x\u{9c}", "\u{90}q\u{9c}", "\u{1b}[200;1~", "\u{1b}[201~",
        "\u{1b}[99~",
        "\u{1b}[8;40;120t", "\u{1b}]2;take all\u{1b}\\", "\u{1b}[99999999999999999999~", "\u{85}",
    ]

    @Test func oneByteAloneIsWhatTheWholeParserMakesOfIt() {
        for byte in UInt8.min...UInt8.max {
            var parser = InputParser()
            guard let key = InputParser().key(of: byte) else { continue }
            #expect(parser.feed([byte]) == [key], "\(byte)")
        }
        #expect((UInt8(0x21)...0x7E).allSatisfy { InputParser().key(of: $0) != nil })
        var waiting = InputParser()
        _ = waiting.feed([0x1B])
        #expect(waiting.key(of: 0x61) == nil)
    }

    @Test func repliesAreNeverKeys() {
        for reply in replies { #expect(keys(reply) == [], "\(reply.debugDescription)") }
        var random = SplitMix64(seed: 51)
        for round in 0..<2000 {
            var text = ""
            for _ in 0..<6 { text += replies[Int.random(in: 0..<replies.count, using: &random)] }
            #expect(keys(text) == [], "seed 51, round \(round)")
        }
    }

    @Test func repliesMayComeByteByByte() {
        for reply in replies where !reply.utf8.elementsEqual([0x1B]) {
            var parser = InputParser()
            var found: [TerminalInput] = []
            for (index, byte) in reply.utf8.enumerated() {
                found += parser.feed([byte])
                // A pause right after ESC, or after ESC and one byte, makes them a key: terminals send those at once.
                if index > 1 { found += parser.pause() }
            }
            #expect(found == [], "\(reply.debugDescription)")
        }
    }

    @Test func keysAfterAReplyAreKeys() {
        for reply in replies {
            #expect(keys(reply + "j") == [.key(.character("j"))], "\(reply.debugDescription)")
        }
        #expect(keys("\u{1b}[6\u{1b}[A") == [.key(.up)], "a cut sequence is dropped, the next one counts")
    }

    @Test func pastesAreTextAndNeverCommands() {
        let start = "\u{1b}[200~"
        let end = "\u{1b}[201~"
        #expect(keys(start + "a\rb\r\nc\u{1b}[A" + end + "q") == [.paste("a\nb\nc\u{1b}[A"), .key(.character("q"))])
        #expect(keys(start + end) == [.paste("")])
        #expect(keys(start + "x" + end + "t" + end) == [.paste("xt")], "an end mark inside does not end it")
        #expect(
            keys(start + "x" + end + "j" + start + "y" + end) == [.paste("x"), .key(.character("j")), .paste("y")])
    }

    @Test func pastesMayComeInPieces() {
        let text = "\u{1b}[200~" + String(repeating: "line é 漢\r", count: 300) + "\u{1b}[201~q"
        let bytes = Array(text.utf8)
        let whole = keys(text)
        var random = SplitMix64(seed: 52)
        for round in 0..<50 {
            var parser = InputParser()
            var found: [TerminalInput] = []
            var place = 0
            while place < bytes.count {
                let count = Int.random(in: 1...200, using: &random)
                found += parser.feed(bytes[place..<min(bytes.count, place + count)])
                place += count
                if parser.isPasting { found += parser.pause() }
            }
            #expect(found == whole, "seed 52, round \(round)")
        }
    }

    @Test func unfinishedPastesAreGivenUpAsText() {
        var parser = InputParser()
        let found1 = parser.feed(Array("\u{1b}[200~abc".utf8))
        #expect(found1 == [])
        #expect(parser.isPasting)
        let found2 = parser.giveUp()
        #expect(found2 == [.paste("abc")])
        #expect(!parser.isPending)
    }

    @Test func lettersMayBeCutAndBrokenBytesAreDropped() {
        var parser = InputParser()
        let found3 = parser.feed([0xE6, 0xBC])
        #expect(found3 == [])
        let found4 = parser.feed([0xA2])
        #expect(found4 == [.key(.character("漢"))])
        let found5 = parser.feed([0xFF, 0x6A])
        #expect(found5 == [.key(.character("j"))])
        let found6 = parser.feed([0xC3, 0x6A])
        #expect(found6 == [.key(.character("j"))])
        let found7 = parser.feed([0xED, 0xA0, 0x80, 0x6A])
        #expect(found7 == [.key(.character("j"))])
        let found8 = parser.feed([0x80, 0x6A])
        #expect(found8 == [.key(.character("j"))])
    }

    @Test func noiseNeverStopsIt() {
        var random = SplitMix64(seed: 53)
        var parser = InputParser()
        for _ in 0..<20_000 {
            _ = parser.feed((0..<4).map { _ in UInt8(truncatingIfNeeded: random.next() >> 7) })
            if Int.random(in: 0..<10, using: &random) == 0 { _ = parser.pause() }
        }
        _ = parser.giveUp()
        let found9 = parser.feed(Array("j".utf8))
        #expect(found9 == [.key(.character("j"))])
    }
}
