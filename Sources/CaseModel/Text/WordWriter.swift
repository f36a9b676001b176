/// Writes folded scalars as words with one blank between them.
struct WordWriter {
    /// What was written, as UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Scalars of the word being written; 0 between words.
    private var length = 0
    /// The word being written is a Han or kana scalar, which only marks can follow.
    private var isAlone = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func add(ascii byte: UInt8) {
        guard byte.isWordByte else {
            length = 0
            return
        }
        makeRoom(begin: isAlone)
        isAlone = false
        bytes.append(byte)
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 { return add(ascii: UInt8(scalar.value)) }
        switch WordClass(scalar) {
        case .letter:
            makeRoom(begin: isAlone)
            isAlone = false
        case .alone:
            makeRoom(begin: true)
            isAlone = true
        case .mark:
            // A mark belongs to the letter before it; without one it says nothing.
            guard length > 0 else { return }
            makeRoom(begin: false)
        case .gap:
            length = 0
            return
        }
        bytes.append(contentsOf: String(scalar).utf8)
    }

    /// Counts one more scalar, after a blank when it begins a word or the word is full.
    private mutating func makeRoom(begin: Bool) {
        if length == 0 || begin || length >= Words.longest {
            if !bytes.isEmpty { bytes.append(0x20) }
            length = 0
        }
        length += 1
    }
}

/// What a scalar is to a word.
enum WordClass {
    /// Part of a word.
    case letter
    /// A word by itself: scripts that write without blanks and with a sign for each syllable or word.
    case alone
    /// Part of the word before it.
    case mark
    /// Between words.
    case gap

    init(_ scalar: Unicode.Scalar) {
        if WordClass.isAlone(scalar.value) {
            self = .alone
            return
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            self = .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        default: self = .gap
        }
    }

    /// Han, hiragana and katakana, the half-width forms with them.
    private static func isAlone(_ value: UInt32) -> Bool {
        switch value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x323AF:
            true
        default: false
        }
    }
}
