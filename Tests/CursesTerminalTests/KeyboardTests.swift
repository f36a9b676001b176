import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

@Suite("Keyboard") struct KeyboardTests {
    /// Types bytes into a keyboard at the other end of a pipe, and takes what it gives, as the program does.
    private func typed(_ bytes: [UInt8], thenClose: Bool = false) throws -> (inputs: [TerminalInput], isGone: Bool) {
        let pipe = try Wire.pipe()
        defer { close(pipe.read) }
        Wire.write(pipe.write, bytes)
        if thenClose { close(pipe.write) }
        defer { if !thenClose { close(pipe.write) } }
        var keyboard = Keyboard(descriptor: pipe.read, escapeDelay: 1)
        var inputs: [TerminalInput] = []
        for _ in 0..<4 { while let input = keyboard.nextInput() { inputs.append(input) } }
        return (inputs, keyboard.isGone)
    }

    @Test func typeAheadComesAsOneBatch() throws {
        let keys = try typed(Array("jjk\u{1b}[A\u{1b}".utf8))
        #expect(keys.inputs == ["j", "j", "k"].map { .key(.character($0)) } + [.key(.up), .key(.escape)])
        #expect(!keys.isGone)
    }

    @Test func pastesComeWhole() throws {
        let text = String(repeating: "a line of text\r", count: 3000)
        let keys = try typed(Array("\u{1b}[200~\(text)\u{1b}[201~q".utf8))
        #expect(keys.inputs.count == 2)
        #expect(keys.inputs.last == .key(.character("q")))
    }

    @Test func theEndOfALineIsSaidAfterItsKeys() throws {
        let keys = try typed(Array("q".utf8), thenClose: true)
        #expect(keys.inputs == [.key(.character("q"))])
        #expect(keys.isGone)
        #expect(try typed([]).isGone == false)
    }
}
