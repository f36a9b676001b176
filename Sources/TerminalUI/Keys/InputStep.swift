/// What the bytes at one place of the keyboard's input mean, and how many of them.
struct InputStep: Equatable {
    enum Meaning: Equatable {
        case key(Key)
        case pasteStart
        /// A reply, a report or nonsense.
        case nothing
    }

    var meaning: Meaning = .nothing
    /// The bytes taken; 0 when more must come first.
    var length: Int

    /// The longest sequence that is waited for; a longer one is dropped as it stands.
    private static let longest = 4096

    init(_ bytes: [UInt8], at start: Int) {
        length = 1
        let first = bytes[start]
        switch first {
        case 0x1B: readEscape(bytes, start)
        case 0x0D, 0x0A: meaning = .key(.enter)
        case 0x09: meaning = .key(.tab)
        case 0x7F: meaning = .key(.backspace)
        case 0x00: meaning = .key(.ctrl(" "))
        case 0x01...0x1A: meaning = .key(.ctrl(Unicode.Scalar(first + 0x60)))
        case 0x1C...0x1F: meaning = .key(.ctrl(Unicode.Scalar(first + 0x40)))
        case 0x20...0x7E: meaning = .key(.character(Unicode.Scalar(first)))
        default: readWide(bytes, start)
        }
    }

    private mutating func readEscape(_ bytes: [UInt8], _ start: Int) {
        guard start + 1 < bytes.count else {
            length = 0
            return
        }
        switch bytes[start + 1] {
        case 0x1B: meaning = .key(.escape)
        case UInt8(ascii: "["): readControlSequence(bytes, start, from: start + 2)
        case UInt8(ascii: "O"): readKeypad(bytes, start)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            readString(bytes, start, from: start + 2)
        default:
            let after = InputStep(bytes, at: start + 1)
            guard after.length > 0 else {
                length = 0
                return
            }
            length = 1 + after.length
            guard case .key(var key) = after.meaning else { return }
            key.modifiers.insert(.alt)
            meaning = .key(key)
        }
    }

    /// Reads a letter of several bytes; the eight-bit forms of sequences count as sequences, broken bytes as nothing.
    private mutating func readWide(_ bytes: [UInt8], _ start: Int) {
        let first = bytes[start]
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard count > 1, first < 0xF5 else {
            readEightBit(first, bytes, start, from: start + 1)
            return
        }
        let end = min(start + count, bytes.count)
        let following = bytes[(start + 1)..<end]
        guard following.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return }
        guard following.count == count - 1 else {
            length = 0
            return
        }
        length = count
        guard let text = String(validating: bytes[start..<end], as: UTF8.self), let scalar = text.unicodeScalars.first
        else { return }
        if scalar.value < 0xA0 {
            readEightBit(UInt8(scalar.value), bytes, start, from: end)
        } else {
            meaning = .key(.character(scalar))
        }
    }

    private mutating func readEightBit(_ value: UInt8, _ bytes: [UInt8], _ start: Int, from place: Int) {
        switch value {
        case 0x9B: readControlSequence(bytes, start, from: place)
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: readString(bytes, start, from: place)
        default: break
        }
    }

    /// Reads up to the end of a command string: BEL or `ESC \`.
    private mutating func readString(_ bytes: [UInt8], _ start: Int, from place: Int) {
        var index = place
        while index < bytes.count {
            if bytes[index] == 0x07 {
                length = index + 1 - start
                return
            }
            if bytes[index] == 0x1B, index + 1 < bytes.count {
                length = bytes[index + 1] == UInt8(ascii: "\\") ? index + 2 - start : index - start
                return
            }
            if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x9C {
                length = index + 2 - start
                return
            }
            index += 1
        }
        length = index - start > Self.longest ? index - start : 0
    }

    private mutating func readControlSequence(_ bytes: [UInt8], _ start: Int, from place: Int) {
        var index = place
        // The console of Linux sends its first function keys as ESC [ [ A.
        if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
            guard index + 1 < bytes.count else {
                length = 0
                return
            }
            length = index + 2 - start
            let number = Int(bytes[index + 1]) - 0x40
            if (1...5).contains(number) { meaning = .key(.function(number)) }
            return
        }
        while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
        guard index < bytes.count else {
            length = index - start > Self.longest ? index - start : 0
            return
        }
        guard (0x40...0x7E).contains(bytes[index]) else {
            // Something else begins inside the sequence: drop what came before it.
            length = index - start
            return
        }
        length = index + 1 - start
        if bytes[index] == UInt8(ascii: "M"), index == place {
            // An old mouse report: three more bytes.
            length = bytes.count >= index + 4 ? index + 4 - start : 0
            return
        }
        let sequence = ControlSequence(parameters: bytes[place..<index], final: bytes[index])
        if sequence.isPasteStart {
            meaning = .pasteStart
        } else if let key = sequence.key {
            meaning = .key(key)
        }
    }

    private mutating func readKeypad(_ bytes: [UInt8], _ start: Int) {
        guard start + 2 < bytes.count else {
            length = 0
            return
        }
        length = 3
        let final = bytes[start + 2]
        guard (0x40...0x7E).contains(final) else {
            length = 2
            return
        }
        if final == UInt8(ascii: "M") {
            meaning = .key(.enter)
        } else if final >= UInt8(ascii: "j"), final <= UInt8(ascii: "y") {
            meaning = .key(.character(Unicode.Scalar(final - 0x40)))
        } else if let key = ControlSequence(parameters: [], final: final).key {
            meaning = .key(key)
        }
    }
}
