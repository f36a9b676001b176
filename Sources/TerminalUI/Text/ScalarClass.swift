/// What a Unicode scalar may do on a screen; all that is not plainly visible is `hidden`.
enum ScalarClass {
    /// Visible, one cell.
    case narrow
    /// Visible, two cells.
    case wide
    /// A blank of one cell, drawn as a plain space.
    case blank
    /// A blank of two cells, drawn as two plain spaces.
    case wideBlank
    /// Drawn over the glyph before it.
    case mark
    /// Controls, format and private-use scalars, unassigned and ignorable ones, and what looks like nothing: never drawn.
    case hidden

    /// The class of a scalar: default deny, letters, marks, numbers, punctuation and symbols pass.
    @inline(__always)
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x300 {
            if value > 0x20 && value < 0x7F {
                self = .narrow
            } else if value == 0x20 || value == 0xA0 {
                self = .blank
            } else {
                self = value < 0xA0 || value == 0xAD ? .hidden : .narrow
            }
        } else if (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
            || (0x3041...0x3096).contains(value) || (0x30A1...0x30FF).contains(value)
        {
            self = .wide
        } else {
            self = ScalarClass(looked: scalar)
        }
    }

    private init(looked scalar: Unicode.Scalar) {
        let value = scalar.value
        if Self.isPlainlyNarrow(value) {
            self = .narrow
            return
        }
        let properties = scalar.properties
        // The braille blank is a symbol to Unicode, and nothing to the eye.
        guard !properties.isDefaultIgnorableCodePoint, value != 0x2800 else {
            self = .hidden
            return
        }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            self = .hidden
        case .spaceSeparator:
            self = value == 0x3000 ? .wideBlank : .blank
        case .nonspacingMark, .enclosingMark:
            self = .mark
        default:
            // Hangul vowels and final consonants join the consonant before them.
            if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) {
                self = .mark
            } else {
                self = WideScalars.contains(value) ? .wide : .narrow
            }
        }
    }

    /// Greek and Cyrillic letters, dashes, dots, arrows, lines and shapes: what screens are full of need not be looked up.
    private static func isPlainlyNarrow(_ value: UInt32) -> Bool {
        switch value {
        case 0x370...0x481: !isUnassignedGreek(value)
        case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2500...0x25FC: true
        default: false
        }
    }

    private static func isUnassignedGreek(_ value: UInt32) -> Bool {
        value == 0x378 || value == 0x379 || (0x380...0x383).contains(value) || value == 0x38B || value == 0x38D
            || value == 0x3A2
    }
}

/// The ranges of scalars that take two cells: East Asian wide and full-width ones, and emoji drawn as pictures.
enum WideScalars {
    /// First and last scalar of each range, rising.
    private static let bounds: [UInt32] = [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x3029, 0x302E, 0x303E, 0x3041, 0x3096, 0x309B, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9,
        0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE3, 0x16FF0, 0x1B2FB,
        0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335,
        0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4,
        0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567,
        0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC,
        0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A,
        0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD,
    ]

    static func contains(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        var low = 0
        var high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > bounds[2 * middle + 1] {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return 2 * low < bounds.count && value >= bounds[2 * low]
    }
}
