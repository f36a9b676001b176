/// Reads the scalars of UTF-8 bytes that are known to be valid, one after another and looking ahead.
///
/// A copy of a reader goes on by itself from the same place. The bytes must outlive it.
struct ScalarReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Calls a body with a reader of a text.
    static func read<Result>(_ text: Substring, _ body: (inout ScalarReader) -> Result) -> Result {
        let utf8 = text.utf8
        let result = utf8.withContiguousStorageIfAvailable { bytes in
            var reader = ScalarReader(bytes)
            return body(&reader)
        }
        if let result { return result }
        return Array(utf8).withUnsafeBufferPointer { bytes in
            var reader = ScalarReader(bytes)
            return body(&reader)
        }
    }

    /// The glyphs of a text of plain ASCII, which most cells of a table are; nil for any other text.
    static func plainGlyphs(of text: Substring, upTo limit: Int) -> [Glyph]? {
        let glyphs = text.utf8.withContiguousStorageIfAvailable { bytes -> [Glyph]? in
            let count = limit < bytes.count ? limit + 1 : bytes.count
            // What follows the limit could join the last glyph, so it must be plain too.
            for byte in bytes.prefix(count + 1) where byte < 0x20 || byte > 0x7E { return nil }
            // An empty array is one object for the whole program, and filling it would write its count: a race.
            guard count > 0 else { return [] }
            return [Glyph](unsafeUninitializedCapacity: count) { room, filled in
                for index in 0..<count { room.initializeElement(at: index, to: Glyph(Unicode.Scalar(bytes[index]))) }
                filled = count
            }
        }
        return glyphs ?? nil
    }

    /// The next scalar, left where it is.
    @inline(__always)
    var peeked: Unicode.Scalar? {
        var copy = self
        return copy.next()
    }

    /// The next scalar if it and what follows it are plain ASCII letters, so that nothing can join them.
    @inline(__always)
    mutating func nextPlain() -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        guard byte >= 0x20, byte < 0x7F, position + 1 >= bytes.count || bytes[position + 1] < 0x80 else { return nil }
        position += 1
        return byte
    }

    /// The next scalar.
    mutating func next() -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let first = UInt32(bytes[position])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, position + length <= bytes.count else {
            position += 1
            return first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}"
        }
        var value = first & (0xFF >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset]) & 0x3F }
        position += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
