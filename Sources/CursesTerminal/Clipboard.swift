internal import TerminalUI

/// The clipboard of the terminal, as xterm and those who follow it take it (OSC 52), also over ssh; others leave it
/// unheard.
enum Clipboard {
    /// Puts a text there; as base64 nothing in it can be a command to the terminal.
    static func taking(_ text: Shown) -> [UInt8] {
        Array("\u{1B}]52;c;".utf8) + base64(Array(text.text.utf8)) + Array("\u{1B}\\".utf8)
    }

    /// Three bytes as four signs each (RFC 4648, 4); no part of the program needs Foundation, which would do this alone.
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var group = 0
            for place in 0..<3 { group = group << 8 | (place < part.count ? Int(part[start + place]) : 0) }
            for place in 0..<4 {
                let isFilled = place <= part.count
                result.append(isFilled ? signs[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return result
    }
}
