/// A sequence of scalars that terminals may draw as one emoji, and disagree about how wide.
struct EmojiSequence {
    /// The scalars to draw when the sequence is shown by its parts.
    private(set) var parts: [Unicode.Scalar]
    /// Whether terminals disagree about its width.
    private(set) var isAmbiguous: Bool
    /// What follows the sequence.
    private(set) var rest: ScalarReader

    private static let joiner: Unicode.Scalar = "\u{200D}"
    private static let mostElements = 10

    /// The sequence that begins with a scalar, or nil if none does.
    init?(first: Unicode.Scalar, rest: ScalarReader) {
        parts = []
        isAmbiguous = false
        self.rest = rest
        if Self.isRegional(first) {
            guard takeFlag(first) else { return nil }
        } else if first.isASCII {
            guard takeKeycap(first) else { return nil }
        } else {
            guard first.properties.isEmoji else { return nil }
            takeElement(first)
            takeJoined()
        }
    }

    /// Whether a scalar is half of a flag.
    @inline(__always)
    static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    private mutating func takeFlag(_ first: Unicode.Scalar) -> Bool {
        guard let second = rest.peeked, Self.isRegional(second) else { return false }
        _ = rest.next()
        parts = [first, second]
        isAmbiguous = true
        return true
    }

    private mutating func takeKeycap(_ first: Unicode.Scalar) -> Bool {
        var after = rest
        if after.peeked == "\u{FE0F}" { _ = after.next() }
        guard after.peeked == "\u{20E3}", first.properties.isEmoji else { return false }
        _ = after.next()
        rest = after
        parts = [first, "\u{20E3}"]
        isAmbiguous = true
        return true
    }

    /// Takes one emoji with what belongs to it: a variation selector, a skin tone or the tags of a known flag.
    private mutating func takeElement(_ first: Unicode.Scalar) {
        parts.append(first)
        guard let next = rest.peeked else { return }
        if next == "\u{FE0F}" || next == "\u{FE0E}" {
            _ = rest.next()
        } else if (0x1F3FB...0x1F3FF).contains(next.value), first.properties.isEmojiModifierBase {
            _ = rest.next()
            isAmbiguous = true
        } else if first.value == 0x1F3F4, let after = Self.afterKnownTags(rest) {
            rest = after
            isAmbiguous = true
        }
    }

    private mutating func takeJoined() {
        while parts.count < Self.mostElements, rest.peeked == Self.joiner {
            let before = self
            _ = rest.next()
            guard let next = rest.next(), !next.isASCII, next.properties.isEmoji, !Self.isRegional(next) else {
                self = before
                return
            }
            takeElement(next)
            isAmbiguous = true
        }
    }

    /// What follows the tags of one of the three flags that are made of tags, or nil.
    private static func afterKnownTags(_ rest: ScalarReader) -> ScalarReader? {
        for name in ["gbeng", "gbsct", "gbwls"] {
            var after = rest
            let tags = name.unicodeScalars.map { $0.value + 0xE0000 } + [0xE007F]
            if tags.allSatisfy({ after.next()?.value == $0 }) { return after }
        }
        return nil
    }
}
