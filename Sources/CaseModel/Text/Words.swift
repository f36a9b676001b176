/// The one place that splits and folds words, so that memory and a full-text index agree.
///
/// Everything works on scalars: a hundred thousand of them can be one `Character`.
public enum Words {
    /// The longest word in scalars; a longer run is cut into several, on both sides of every comparison.
    static let longest = 64

    /// Lower case, Latin letters without their accents, canonically decomposed; for comparing names.
    ///
    /// Texts that are canonically equivalent fold to the same bytes, and folding again changes nothing.
    public static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else {
                let folded = Folding.scalars(text)
                var view = String.UnicodeScalarView()
                view.append(contentsOf: folded)
                return String(view)
            }
            bytes.append(byte.lowered)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of a text, folded, in order: runs of letters, marks and digits; each Han or kana scalar by itself.
    public static func split(_ text: String) -> [String] {
        indexBytes(text).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The words of a text with one blank between them; no ASCII in them but `a` to `z` and `0` to `9`.
    public static func index(_ text: String) -> String {
        String(decoding: indexBytes(text), as: UTF8.self)
    }

    /// The words of a text with one blank between them, as UTF-8.
    static func indexBytes(_ text: String) -> [UInt8] {
        var writer = WordWriter(capacity: text.utf8.count)
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { writer.add(ascii: byte.lowered) }
        } else {
            for scalar in Folding.scalars(text) { writer.add(scalar) }
        }
        return writer.bytes
    }

    /// Whether a text says nothing: empty, or only blanks and scalars that show nothing.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let properties = scalar.properties
            return properties.isWhitespace || properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
        }
    }
}

extension UInt8 {
    /// An ASCII letter in lower case; any other byte itself.
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }

    /// `a` to `z`, `0` to `9`.
    var isWordByte: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}
