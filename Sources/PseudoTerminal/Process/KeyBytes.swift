/// The bytes a keyboard of an `xterm-256color` sends.
public enum KeyBytes {
    private static let named: [String: String] = [
        "CR": "\r", "Esc": "\u{1b}", "Tab": "\t", "Space": " ", "BS": "\u{7f}", "lt": "<", "S-Tab": "\u{1b}[Z",
        "Up": "\u{1b}OA", "Down": "\u{1b}OB", "Right": "\u{1b}OC", "Left": "\u{1b}OD",
        "Home": "\u{1b}OH", "End": "\u{1b}OF", "PageUp": "\u{1b}[5~", "PageDown": "\u{1b}[6~",
        "Ins": "\u{1b}[2~", "Del": "\u{1b}[3~",
        "F1": "\u{1b}OP", "F2": "\u{1b}OQ", "F3": "\u{1b}OR", "F4": "\u{1b}OS", "F5": "\u{1b}[15~",
        "F6": "\u{1b}[17~", "F7": "\u{1b}[18~", "F8": "\u{1b}[19~", "F9": "\u{1b}[20~", "F10": "\u{1b}[21~",
        "F11": "\u{1b}[23~", "F12": "\u{1b}[24~",
    ]

    /// Text as bytes, with names such as `<CR>`, `<Esc>`, `<C-d>`, `<A-f>`, `<F1>` and `<lt>` for keys.
    ///
    /// Angle brackets around anything that is no key stand for themselves.
    public static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "<"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ">")),
                let key = key(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
            {
                bytes += key
                rest = rest[(end + 1)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// The bytes of one named key; nil when there is no such key.
    private static func key(_ name: String) -> [UInt8]? {
        if let text = named[name] { return Array(text.utf8) }
        let scalars = Array(name.unicodeScalars)
        guard scalars.count == 3, scalars[1] == "-", scalars[2].isASCII else { return nil }
        let letter = UInt8(truncatingIfNeeded: scalars[2].value)
        switch scalars[0] {
        case "C" where letter >= 0x40 && letter < 0x7f: return [letter & 0x1f]
        case "A": return [0x1b, letter]
        default: return nil
        }
    }
}
