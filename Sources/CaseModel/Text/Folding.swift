/// Folds scalars: lower case, canonical decomposition, no accents, marks in canonical order.
enum Folding {
    /// The folded scalars of a text.
    static func scalars(_ text: String) -> [Unicode.Scalar] {
        var output = FoldedScalars(capacity: text.utf8.count)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                output.append(Unicode.Scalar(UInt8(value).lowered))
            } else if mayHaveCase(value), scalar.properties.changesWhenLowercased {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { decompose(lower, into: &output) }
            } else {
                decompose(scalar, into: &output)
            }
        }
        output.settleMarks()
        return output.scalars
    }

    /// False for the large blocks that know no case.
    private static func mayHaveCase(_ value: UInt32) -> Bool {
        !(0x2E80...0xA63F).contains(value) && !(0xAC00...0xFAFF).contains(value) && value < 0x1F000
    }

    private static func decompose(_ scalar: Unicode.Scalar, into output: inout FoldedScalars) {
        let value = scalar.value
        switch value {
        case 0..<0x80: output.append(scalar)
        case 0x300...0x36F: break
        case 0x4E00...0x9FFF: output.append(scalar)
        case 0xAC00...0xD7A3:
            let syllable = value - 0xAC00
            output.append(value: 0x1100 + syllable / 588)
            output.append(value: 0x1161 + syllable % 588 / 28)
            if syllable % 28 > 0 { output.append(value: 0x11A7 + syllable % 28) }
        default:
            guard let parts = table[value] else { return output.append(scalar) }
            for part in parts { output.append(value: part) }
        }
    }

    /// What composed scalars and Latin letters with strokes and ligatures stand for.
    private static let table: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        table.reserveCapacity(2048)
        for (scalar, plain) in latin { table[scalar.value] = plain.unicodeScalars.map(\.value) }
        /// A decomposition may end in a letter of the small table: ǿ is ø with an accent.
        func settled(_ value: UInt32) -> [UInt32] { table[value] ?? [value] }
        for at in stride(from: 0, to: FoldTable.single.count - 1, by: 2) {
            table[FoldTable.single[at]] = settled(FoldTable.single[at + 1])
        }
        var at = 0
        while at + 1 < FoldTable.several.count {
            let count = Int(FoldTable.several[at + 1])
            table[FoldTable.several[at]] = Array(FoldTable.several[(at + 2)...].prefix(count))
            at += 2 + count
        }
        for (first, targets) in [(UInt32(0xF900), HanTable.basic), (0x2F800, HanTable.supplement)] {
            for (place, target) in targets.enumerated() where target != 0 { table[first + UInt32(place)] = [target] }
        }
        return table
    }()

    /// Letters that decompose into nothing by themselves; people type the plain ones for them.
    private static let latin: [(Unicode.Scalar, String)] = [
        ("\u{DF}", "ss"), ("\u{E6}", "ae"), ("\u{F0}", "d"), ("\u{F8}", "o"), ("\u{FE}", "th"), ("\u{111}", "d"),
        ("\u{127}", "h"), ("\u{131}", "i"), ("\u{142}", "l"), ("\u{14B}", "n"), ("\u{153}", "oe"), ("\u{167}", "t"),
        ("\u{17F}", "s"), ("\u{180}", "b"), ("\u{1B6}", "z"), ("\u{1E5}", "g"), ("\u{268}", "i"), ("\u{289}", "u"),
        // The sigma at the end of a word is a sigma.
        ("\u{3C2}", "\u{3C3}"),
    ]
}

/// Collects scalars and puts runs of combining marks in canonical order.
struct FoldedScalars {
    /// The scalars; complete after ``settleMarks()``.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Marks since the last scalar that is none, with their combining classes.
    private var marks: [(order: UInt8, place: Int, scalar: Unicode.Scalar)] = []

    init(capacity: Int) {
        scalars.reserveCapacity(capacity)
    }

    mutating func append(value: UInt32) {
        if let scalar = Unicode.Scalar(value) { append(scalar) }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        let order = value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
        if order == 0 {
            if !marks.isEmpty { settleMarks() }
            scalars.append(scalar)
        } else {
            marks.append((order, marks.count, scalar))
        }
    }

    /// Writes the marks of the last run, ordered by class, equal ones as they came.
    mutating func settleMarks() {
        if marks.count > 1 { marks.sort { ($0.order, $0.place) < ($1.order, $1.place) } }
        scalars.append(contentsOf: marks.lazy.map(\.scalar))
        marks.removeAll(keepingCapacity: true)
    }
}
