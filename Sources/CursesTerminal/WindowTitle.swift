internal import TerminalUI

/// The name of the terminal's window, as xterm and those who follow it take it; others leave it unheard.
enum WindowTitle {
    /// Puts the name that the window has aside.
    static let kept = Array("\u{1B}[22;2t".utf8)
    /// Gives it back.
    static let restored = Array("\u{1B}[23;2t".utf8)

    /// Gives the window a name.
    static func named(_ title: Shown) -> [UInt8] { Array("\u{1B}]2;\(title.text)\u{1B}\\".utf8) }
}
