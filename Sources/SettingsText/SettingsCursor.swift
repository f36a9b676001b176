/// A place in one line of a settings file.
///
/// It goes by bytes, for all that has a meaning in the grammar is ASCII; only columns are counted in scalars.
struct SettingsCursor {
    private let bytes: String.UTF8View
    private let text: String
    private let start: String.Index
    private let end: String.Index
    private var position: String.Index

    /// The beginning of a line: a stretch of a text without its line end.
    init(_ text: String, _ line: Range<String.Index>) {
        self.text = text
        bytes = text.utf8
        start = line.lowerBound
        end = line.upperBound
        position = start
    }

    /// The byte at the place, or nil at the end of the line.
    var next: UInt8? { position < end ? bytes[position] : nil }

    /// The place, counted from 1.
    var column: Int { bytes.scalars(from: start, to: position) + 1 }

    mutating func skip() {
        position = bytes.index(after: position)
    }

    mutating func skipBlanks() {
        while let byte = next, isBlank(byte) { skip() }
    }

    /// The text up to one of two bytes or the end of the line, without blanks around it.
    mutating func take(until stop: UInt8, or other: UInt8) -> String {
        skipBlanks()
        let from = position
        while let byte = next, byte != stop, byte != other { skip() }
        return trimmed(from, position)
    }

    /// The rest of the line, without blanks around it.
    mutating func takeRest() -> String {
        skipBlanks()
        let from = position
        position = end
        return trimmed(from, end)
    }

    /// The text between the quote at the place and the next one, or nil if there is none.
    mutating func takeQuoted() -> String? {
        skip()
        var taken = ""
        var from = position
        while let byte = next {
            if byte == UInt8(ascii: "\"") {
                taken += text[from..<position]
                skip()
                return taken
            }
            let before = position
            skip()
            guard byte == UInt8(ascii: "\\"), let escaped = next, let meant = meaning(of: escaped) else { continue }
            taken += text[from..<before]
            taken += meant
            skip()
            from = position
        }
        return nil
    }

    /// What stands for an escaped byte; nil for those that are no escape.
    private func meaning(of escaped: UInt8) -> String? {
        switch escaped {
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "\\"): "\\"
        default: nil
        }
    }

    private func trimmed(_ from: String.Index, _ to: String.Index) -> String {
        var to = to
        while from < to {
            let before = bytes.index(before: to)
            guard isBlank(bytes[before]) else { break }
            to = before
        }
        return String(text[from..<to])
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

extension String.UTF8View {
    /// The number of Unicode scalars between two places.
    func scalars(from: Index, to: Index) -> Int {
        var count = 0
        var place = from
        while place < to {
            if self[place] & 0xC0 != 0x80 { count += 1 }
            place = index(after: place)
        }
        return count
    }
}
