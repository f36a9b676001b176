/// Turns scalars into glyphs: the one function that decides what may be drawn.
struct ShownBuilder {
    /// How something hidden is shown.
    enum Manner {
        /// As one cell.
        case mark
        /// Written out, as in `<U+202E>`.
        case token
    }

    /// The cell that stands for something hidden.
    static let hiddenMark: Unicode.Scalar = "\u{FFFD}"

    let manner: Manner
    private var glyphs: [Glyph] = []
    private var clusters: [MarkSet] = []
    private(set) var width = 0
    private var hasHidden = false

    init(_ manner: Manner) {
        self.manner = manner
    }

    var shown: Shown { Shown(glyphs: glyphs, clusters: clusters, width: width, hasHidden: hasHidden) }
    var isEmpty: Bool { glyphs.isEmpty }
    /// Whether the last glyph is one that marks can stand on.
    var endsVisibly: Bool { glyphs.last.map { !$0.isHidden } ?? false }

    mutating func reset() {
        self = ShownBuilder(manner)
    }

    /// Adds text until it ends or is wider than the limit.
    mutating func append(_ text: Substring, upTo limit: Int) {
        if glyphs.isEmpty { glyphs.reserveCapacity(min(limit, text.utf8.count, 160)) }
        ScalarReader.read(text) { append(&$0, upTo: limit) }
    }

    private mutating func append(_ rest: inout ScalarReader, upTo limit: Int) {
        while width <= limit {
            if let byte = rest.nextPlain() {
                glyphs.append(Glyph(Unicode.Scalar(byte)))
                width += 1
                continue
            }
            guard let scalar = rest.next() else { return }
            let following = rest.peeked
            if Self.isJoining(following) || EmojiSequence.isRegional(scalar),
                let sequence = EmojiSequence(first: scalar, rest: rest)
            {
                append(sequence)
                rest = sequence.rest
            } else if scalar.value == 0x200C || scalar.value == 0x200D, joinsLetters(scalar, before: following) {
                addMark(scalar)
            } else {
                append(scalar)
            }
        }
    }

    /// Adds one scalar that is no part of a sequence.
    mutating func append(_ scalar: Unicode.Scalar) {
        switch ScalarClass(scalar) {
        case .narrow: add(Glyph(scalar))
        case .wide: add(Glyph(scalar, width: 2))
        case .blank: add(Glyph(" "))
        case .wideBlank:
            add(Glyph(" "))
            add(Glyph(" "))
        case .mark:
            if endsVisibly {
                addMark(scalar)
            } else {
                appendHidden(scalar)
            }
        case .hidden: appendHidden(scalar)
        }
    }

    /// Adds what stands for a scalar that must not be drawn.
    mutating func appendHidden(_ scalar: Unicode.Scalar) {
        hasHidden = true
        switch manner {
        case .mark:
            add(Glyph(Self.hiddenMark, isHidden: true))
        case .token:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            for part in "<U+\(padded)>".unicodeScalars { add(Glyph(part, isHidden: true)) }
        }
    }

    /// Adds blanks up to the next multiple of eight cells.
    mutating func appendTab() {
        repeat { add(Glyph(" ")) } while width % 8 != 0
    }

    private mutating func append(_ sequence: EmojiSequence) {
        if manner == .mark, sequence.isAmbiguous {
            add(Glyph(Self.hiddenMark, isHidden: true))
        } else {
            for part in sequence.parts { append(part) }
        }
    }

    @inline(__always)
    private mutating func add(_ glyph: Glyph) {
        glyphs.append(glyph)
        width += glyph.width
    }

    private mutating func addMark(_ scalar: Unicode.Scalar) {
        guard var last = glyphs.popLast() else { return }
        if last.cluster == 0 {
            clusters.append(MarkSet())
            last.cluster = UInt32(clusters.count)
        }
        if !clusters[Int(last.cluster) - 1].add(scalar) { hasHidden = true }
        glyphs.append(last)
    }

    /// Whether a joiner or non-joiner stands between letters of a script that needs it.
    private func joinsLetters(_ joiner: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        guard let last = glyphs.last, !last.isHidden, let next else { return false }
        return JoiningScript(last.value) != nil && JoiningScript(last.value) == JoiningScript(next.value)
    }

    @inline(__always)
    private static func isJoining(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value, value >= 0x200D else { return false }
        return value == 0x200D || value == 0xFE0F || value == 0xFE0E || value == 0x20E3
            || (0x1F3FB...0x1F3FF).contains(value) || (0xE0020...0xE007F).contains(value)
    }
}

/// Scripts whose letters change their shape at a joiner or non-joiner.
private enum JoiningScript {
    case arabic, syriac, indic, mongolian

    init?(_ value: UInt32) {
        switch value {
        case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: self = .arabic
        case 0x700...0x74F: self = .syriac
        case 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x17FF: self = .indic
        case 0x1820...0x18AF: self = .mongolian
        default: return nil
        }
    }
}
