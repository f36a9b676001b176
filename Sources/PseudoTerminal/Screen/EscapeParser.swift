/// What a stretch of bytes asks a terminal to do.
enum ScreenAction: Equatable {
    /// Show one scalar at the cursor.
    case print(Unicode.Scalar)
    /// A control byte below 0x20.
    case control(UInt8)
    /// `ESC` and one byte, with the bytes between.
    case escape(intermediate: [UInt8], final: UInt8)
    /// A control sequence: its private mark or 0, its numbers (nil where left out), and its last byte.
    case sequence(mark: UInt8, parameters: [Int?], final: UInt8)
    /// A string command (title, clipboard, device): ignored by the screen.
    case text
}

/// Cuts the bytes a terminal gets into actions, one byte at a time.
struct EscapeParser: Sendable {
    private enum State {
        case ground, escape, sequence, string, stringEscape
    }

    /// Whether letters stand for line drawing glyphs.
    var usesLineDrawing = false
    /// The scalar printed last, which a program may ask to repeat.
    private(set) var lastPrinted: Unicode.Scalar?

    private var state = State.ground
    private var collected: [UInt8] = []
    private var scalar: UInt32 = 0
    private var missing = 0

    /// Takes the next byte; an action when the byte completes one.
    mutating func take(_ byte: UInt8) -> ScreenAction? {
        switch state {
        case .ground: return takeText(byte)
        case .escape: return takeEscape(byte)
        case .sequence: return takeSequence(byte)
        case .string:
            if byte == 0x07 { return end(.text) }
            if byte == 0x1b { state = .stringEscape }
            return nil
        case .stringEscape:
            if byte == UInt8(ascii: "\\") { return end(.text) }
            state = .string
            return nil
        }
    }

    private mutating func end(_ action: ScreenAction?) -> ScreenAction? {
        state = .ground
        collected = []
        return action
    }

    private mutating func takeText(_ byte: UInt8) -> ScreenAction? {
        switch byte {
        case 0x1b:
            missing = 0
            state = .escape
            return nil
        case 0..<0x20, 0x7f:
            missing = 0
            return .control(byte)
        case 0x20..<0x80:
            missing = 0
            return shown(Unicode.Scalar(byte))
        case 0x80..<0xc0:
            guard missing > 0 else { return shown("\u{fffd}") }
            scalar = scalar << 6 | UInt32(byte & 0x3f)
            missing -= 1
            return missing == 0 ? shown(Unicode.Scalar(scalar) ?? "\u{fffd}") : nil
        default:
            (missing, scalar) =
                byte < 0xe0
                ? (1, UInt32(byte & 0x1f)) : byte < 0xf0 ? (2, UInt32(byte & 0x0f)) : (3, UInt32(byte & 0x07))
            return nil
        }
    }

    private mutating func shown(_ scalar: Unicode.Scalar) -> ScreenAction {
        lastPrinted = scalar
        return .print(scalar)
    }

    private mutating func takeEscape(_ byte: UInt8) -> ScreenAction? {
        switch byte {
        case UInt8(ascii: "["):
            state = .sequence
            return nil
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .string
            return nil
        case 0x20..<0x30:
            collected.append(byte)
            return nil
        default:
            return end(.escape(intermediate: collected, final: byte))
        }
    }

    private mutating func takeSequence(_ byte: UInt8) -> ScreenAction? {
        // Control bytes inside a sequence act at once and do not end it.
        if byte < 0x20 { return byte == 0x1b ? nil : .control(byte) }
        collected.append(byte)
        guard byte >= 0x40 else { return nil }
        var bytes = collected.dropLast()[...]
        var mark: UInt8 = 0
        if let first = bytes.first, (0x3c...0x3f).contains(first) {
            mark = first
            bytes = bytes.dropFirst()
        }
        // A sequence with intermediate bytes asks for something no screen shows.
        if bytes.contains(where: { (0x20..<0x30).contains($0) }) { return end(.text) }
        let parts = bytes.split(omittingEmptySubsequences: false) { $0 == 0x3b || $0 == 0x3a }
        let parameters = parts.map { Int(String(decoding: $0, as: UTF8.self)) }
        return end(.sequence(mark: mark, parameters: parameters, final: byte))
    }
}
