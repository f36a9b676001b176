/// A control sequence from the keyboard: `ESC [`, parameters, a final byte.
struct ControlSequence {
    private var numbers: [Int]
    private var isPlain: Bool
    private var final: UInt8

    init(parameters: ArraySlice<UInt8>, final: UInt8) {
        self.final = final
        isPlain = parameters.allSatisfy { (0x30...0x3B).contains($0) }
        numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            // The part before a colon counts; what follows refines it.
            digits.prefix { $0 != UInt8(ascii: ":") }
                .reduce(0) { min(($0 * 10) + Int($1 & 0x0F), 0x11_0000) }
        }
    }

    var isPasteStart: Bool { isPlain && final == UInt8(ascii: "~") && numbers == [200] }

    /// The key that sends it, if any does.
    var key: Key? {
        guard isPlain, numbers.count <= 3, let code else { return nil }
        var key = Key(code, modifiers)
        if final == UInt8(ascii: "Z") { key.modifiers.insert(.shift) }
        // A letter with Shift is the capital, and arrives as such.
        if case .character = code { key.modifiers.remove(.shift) }
        return key
    }

    private var modifiers: Key.Modifiers {
        guard numbers.count > 1, numbers[1] > 1, numbers[1] <= 16 else { return [] }
        let bits = numbers[1] - 1
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 || bits & 8 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.ctrl) }
        return modifiers
    }

    private var code: Key.Code? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .tab
        case UInt8(ascii: "P"): .function(1)
        case UInt8(ascii: "Q"): .function(2)
        // With two numbers this is more often a report of the cursor's place than F3.
        case UInt8(ascii: "R"): numbers.count < 2 ? .function(3) : nil
        case UInt8(ascii: "S"): .function(4)
        case UInt8(ascii: "~"): numbered
        case UInt8(ascii: "u"): typed
        default: nil
        }
    }

    private var numbered: Key.Code? {
        switch numbers.first ?? 0 {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case let number where (11...15).contains(number): .function(number - 10)
        case let number where (17...21).contains(number): .function(number - 11)
        case 23: .function(11)
        case 24: .function(12)
        default: nil
        }
    }

    private var typed: Key.Code? {
        switch numbers.first ?? 0 {
        case 9: .tab
        case 13: .enter
        case 27: .escape
        case 127: .backspace
        case let value where value >= 0x20 && value < 0x7F || value >= 0xA0 && value < 0xD800:
            Unicode.Scalar(UInt32(value)).map { .character($0) }
        default: nil
        }
    }
}
