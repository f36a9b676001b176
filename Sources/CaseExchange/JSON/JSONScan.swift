/// Reads JSON (RFC 8259) from bytes, and tells where it stops being any.
struct JSONScan {
    private let bytes: [UInt8]
    /// Where reading has come to.
    private(set) var at: Int

    /// How deep values may stand in each other.
    static let depth = 64

    /// Where a text is no JSON, and why.
    struct Fault: Error, Equatable {
        let offset: Int
        let message: String
    }

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        at = offset
    }

    /// The next byte that is no blank; nil at the end.
    mutating func peek() -> UInt8? {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    /// Reads one sign, or stops.
    mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
        guard peek() == UInt8(ascii: sign) else { throw fault("A “\(sign)” is missing here.") }
        at += 1
    }

    /// Reads a sign when it is there.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    func fault(_ message: String) -> Fault { Fault(offset: at, message: message) }

    /// The members of an object, those of objects inside with both names and a dot between.
    ///
    /// - Parameter body: gets each name with its value as text, nil for nothing, and where the value begins.
    mutating func members(
        _ prefix: String = "", _ level: Int = 0, _ body: (String, String?, Int) -> Void
    ) throws(Fault) {
        guard level < JSONScan.depth else { throw fault("Objects stand more than \(JSONScan.depth) deep here.") }
        try expect("{")
        if take("}") { return }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw fault("A name in quotes is missing here.") }
            let name = prefix + (try string())
            try expect(":")
            let first = peek()
            let start = at
            switch first {
            case UInt8(ascii: "{"): try members(name + ".", level + 1, body)
            default: body(name, try value(level), start)
            }
        } while take(",")
        try expect("}")
    }

    /// Reads a value, and answers it as a cell of a table holds it; nil for null.
    private mutating func value(_ level: Int) throws(Fault) -> String? {
        switch peek() {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "["): return try list(level)
        case UInt8(ascii: "t"): return try word("true")
        case UInt8(ascii: "f"): return try word("false")
        case UInt8(ascii: "n"):
            _ = try word("null")
            return nil
        case let sign? where sign == UInt8(ascii: "-") || (48...57).contains(sign): return try number()
        default: throw fault("A value is missing here.")
        }
    }

    /// A list: values with commas between, or, when objects are in it, as it stands.
    private mutating func list(_ level: Int) throws(Fault) -> String {
        guard level < JSONScan.depth else { throw fault("Lists stand more than \(JSONScan.depth) deep here.") }
        let start = at
        var parts: [String] = []
        var isPlain = true
        try expect("[")
        if take("]") { return "" }
        repeat {
            if peek() == UInt8(ascii: "{") {
                isPlain = false
                try members("", level + 1) { _, _, _ in }
            } else {
                if peek() == UInt8(ascii: "[") { isPlain = false }
                if let part = try value(level + 1) { parts.append(part) }
            }
        } while take(",")
        try expect("]")
        return isPlain ? parts.joined(separator: ", ") : String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func word(_ word: String) throws(Fault) -> String {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("“\(word)” is misspelt here.") }
        at += word.utf8.count
        return word
    }

    private mutating func number() throws(Fault) -> String {
        let start = at
        while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard text.utf8.last.map({ (48...57).contains($0) }) == true else { throw fault("“\(text)” is no number.") }
        return text
    }

    private mutating func string() throws(Fault) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                // Bytes of another encoding would come in as marks that nobody can turn back.
                guard let valid = String(validating: text, as: UTF8.self) else {
                    at = start
                    throw fault("This text is not UTF-8.")
                }
                return valid
            case UInt8(ascii: "\\"): try escape(&text)
            case 0x00..<0x20:
                at -= 1
                throw fault("A control character stands in a text here.")
            default: text.append(byte)
            }
        }
        throw fault("A text has no closing quote.")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(Fault) {
        guard at < bytes.count else { throw fault("A text has no closing quote.") }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"):
            var unit = try hex()
            // The second half of a pair follows the first; a half alone is no character.
            if (0xD800..<0xDC00).contains(unit), bytes[at...].starts(with: "\\u".utf8) {
                let back = at
                at += 2
                let low = try hex()
                if (0xDC00..<0xE000).contains(low) {
                    unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    at = back
                }
            }
            text += Unicode.Scalar(unit).flatMap { UTF8.encode($0).map(Array.init) } ?? Array("\u{FFFD}".utf8)
        default:
            at -= 1
            throw fault("“\\” stands before a sign that it cannot stand before.")
        }
    }

    private mutating func hex() throws(Fault) -> UInt32 {
        let digits = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
        guard digits.utf8.count == 4, let unit = UInt32(digits, radix: 16) else {
            throw fault("“\\u” needs four hexadecimal digits.")
        }
        at += 4
        return unit
    }
}
