/// Turns text of another encoding into UTF-8, a stretch at a time.
///
/// Halves of UTF-16 pairs that stand alone come out as bytes that are no UTF-8, so that the reader of rows reports them.
struct Transcoder {
    private let encoding: TextEncoding
    private var oddByte: UInt8?
    private var high: UInt16?

    /// A transcoder from an encoding; UTF-16 of either order must have been settled.
    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Adds a stretch of bytes to the text.
    mutating func add(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        switch encoding {
        case .utf8: text += bytes
        case .latin1: for byte in bytes { Transcoder.append(UInt32(byte), to: &text) }
        case .windows1252: for byte in bytes { Transcoder.append(Transcoder.windows(byte), to: &text) }
        case .utf16, .utf16le, .utf16be:
            for byte in bytes {
                guard let first = oddByte else {
                    oddByte = byte
                    continue
                }
                oddByte = nil
                let (low, top) = encoding == .utf16be ? (byte, first) : (first, byte)
                add(unit: UInt16(top) << 8 | UInt16(low), to: &text)
            }
        }
    }

    /// Adds what was left over at the end.
    mutating func finish(_ text: inout [UInt8]) {
        if let high { Transcoder.append(UInt32(high), to: &text) }
        if oddByte != nil { text.append(0xFF) }
        (high, oddByte) = (nil, nil)
    }

    private mutating func add(unit: UInt16, to text: inout [UInt8]) {
        if let first = high {
            high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let pair = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                return Transcoder.append(pair, to: &text)
            }
            Transcoder.append(UInt32(first), to: &text)
        }
        if (0xD800...0xDBFF).contains(unit) { high = unit } else { Transcoder.append(UInt32(unit), to: &text) }
    }

    /// UTF-8's arithmetic for any number, surrogates included.
    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (value >> shift & 0x3F)) }
        switch value {
        case ..<0x80: text.append(UInt8(value))
        case ..<0x800: text += [UInt8(0xC0 | value >> 6), tail(0)]
        case ..<0x10000: text += [UInt8(0xE0 | value >> 12), tail(6), tail(0)]
        default: text += [UInt8(0xF0 | value >> 18), tail(12), tail(6), tail(0)]
        }
    }

    private static func windows(_ byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? windowsUpper[Int(byte) - 0x80] : UInt32(byte)
    }

    /// Code page 1252 from 0x80 to 0x9F; the five places without a sign stay controls.
    private static let windowsUpper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
