internal import CNcurses

/// The description of a terminal as it is compiled: a head, names, flags, numbers, and texts by their offsets (term(5)).
struct TerminalEntry {
    private(set) var bytes: [UInt8]
    /// What the terminal calls itself, its description in words last.
    let names: [String]
    private let numbers: Fields
    private let offsets: Fields
    private let table: Range<Int>

    /// Numbers of one width that follow each other.
    private struct Fields {
        var start: Int
        var count: Int
        var width: Int

        var end: Int { start + count * width }
    }

    /// Reads a description; nil where the bytes are none, or one that has a later form than this knows.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.count >= 12 else { return nil }
        let head = (0..<6).map { Int(bytes[2 * $0]) | Int(bytes[2 * $0 + 1]) << 8 }
        // Octal in the manual: numbers of two bytes, and of four.
        guard head[0] == 0o432 || head[0] == 0o1036, head.allSatisfy({ $0 <= 0x7FFF }) else { return nil }
        let flagsEnd = 12 + head[1] + head[2]
        guard flagsEnd <= bytes.count else { return nil }
        let named = bytes[12..<(12 + head[1])].prefix { $0 != 0 }
        names = named.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
        numbers = Fields(start: flagsEnd + flagsEnd % 2, count: head[3], width: head[0] == 0o432 ? 2 : 4)
        offsets = Fields(start: numbers.end, count: head[4], width: 2)
        table = offsets.end..<offsets.end + head[5]
        guard table.upperBound <= bytes.count else { return nil }
    }

    /// A text, with its delays; nil where the terminal has none of this name.
    func text(_ name: String) -> ArraySlice<UInt8>? {
        guard let field = field(name), let offset = offset(at: field) else { return nil }
        let rest = bytes[(table.lowerBound + offset)..<table.upperBound]
        return rest.firstIndex(of: 0).map { rest[..<$0] }
    }

    /// Has the terminal be one without this text.
    mutating func drop(_ name: String) {
        if let field = field(name) { setOffset(0xFFFF, at: field) }
    }

    /// Takes away what a text begins with.
    mutating func shorten(_ name: String, by count: Int) {
        guard let field = field(name), let offset = offset(at: field) else { return }
        setOffset(offset + count, at: field)
    }

    /// Whether looks take up cells on the screen, as on terminals of long ago.
    var hasMagicCookies: Bool {
        guard let place = place("xmc", shim_number_name), place < numbers.count else { return false }
        // Below zero stands for none, or for not to be had.
        return bytes[numbers.start + (place + 1) * numbers.width - 1] < 0x80
    }

    /// Where the offset of a text stands.
    private func field(_ name: String) -> Int? {
        guard let place = place(name, shim_text_name), place < offsets.count else { return nil }
        return offsets.start + 2 * place
    }

    private func offset(at field: Int) -> Int? {
        let offset = Int(bytes[field]) | Int(bytes[field + 1]) << 8
        return offset < table.count ? offset : nil
    }

    private mutating func setOffset(_ offset: Int, at field: Int) {
        bytes[field] = UInt8(offset & 0xFF)
        bytes[field + 1] = UInt8(offset >> 8)
    }

    /// The place of a name in one of the library's lists, which are in the order of every description.
    private func place(_ name: String, _ list: (Int32) -> UnsafePointer<CChar>?) -> Int? {
        var place: Int32 = 0
        while let listed = list(place) {
            if String(cString: listed) == name { return Int(place) }
            place += 1
        }
        return nil
    }
}
