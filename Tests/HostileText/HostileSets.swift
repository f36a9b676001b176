extension HostileText {
    /// Every control character by itself: first, last, doubled and alone.
    public static let everyControl: [String] = (Array(0x00...0x1F) + Array(0x7F...0x9F)).flatMap { value -> [String] in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return [] }
        let one = String(Character(scalar))
        return [one, one + "x", "x" + one, one + one]
    }

    /// Text as large as a field may be, and shapes that cost much.
    public static var large: [String] {
        [
            "e" + String(repeating: "\u{301}", count: 100_000),
            String(repeating: "a", count: 1 << 20),
            String(repeating: "\u{6f22}", count: (1 << 20) / 3),
            String(repeating: "\n", count: 100_000),
            String(repeating: "%", count: 1 << 16),
            String(repeating: "a ", count: 10_000),
        ]
    }

    /// All literals of ordinary length.
    public static let all: [String] =
        controls + sequences + invisible + lookAlikes + widths + names + queries + everyControl

    /// Whether a text holds only blanks and scalars that show nothing; such a text is no subject and no note.
    public static func saysNothing(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
        }
    }

    /// Bytes that are not UTF-8, or only just.
    public static let bytes: [[UInt8]] = [
        [0x9B, 0x32, 0x4A], [0x9D, 0x30, 0x3B, 0x78, 0x07], [0x90, 0x24, 0x71, 0x9C], [0xC2], [0xC2, 0x9B],
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE2, 0x82], Array(repeating: 0x80, count: 1000), [0x61, 0, 0x62, 0],
        [0x63, 0x61, 0x66, 0xE9], [0x83, 0x5C],
    ]
}
