import TerminalUI
import Testing

@testable import CursesTerminal

@Suite("What goes to the terminal's clipboard")
struct ClipboardTests {
    @Test(
        "is told in base64, so that nothing in it is a command",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("CS-1000002", "Q1MtMTAwMDAwMg=="), ("東北", "5p2x5YyX"), ("??>>", "Pz8+Pg=="),
        ])
    func encoded(text: String, told: String) {
        #expect(Clipboard.taking(Shown(text)) == Array("\u{1B}]52;c;\(told)\u{1B}\\".utf8))
    }

    @Test("holds no sign that a terminal takes for a command, whatever was written")
    func hostile() {
        let bytes = Clipboard.taking(Shown("a\u{1B}]52;c;?\u{7}\nrm -rf /\u{9C}", upTo: 1000))
        #expect(bytes.dropFirst(7).dropLast(2).allSatisfy { $0 >= 0x2B && $0 < 0x7B })
    }
}
