/// Reads one JSON value: whole numbers only, no blanks needed, every fault with its place.
struct JSONReader {
    /// What is wrong, and at which byte, counted from 0.
    struct Fault: Error, Equatable {
        let place: Int
        let message: String
    }

    private let bytes: ArraySlice<UInt8>
    private var place: Int
    /// Deeper than anything the program writes.
    private static let depth = 16

    /// The value that bytes are.
    static func value(of bytes: ArraySlice<UInt8>) throws(Fault) -> JSON {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth)
        reader.skipBlanks()
        guard reader.next == nil else { throw reader.fault("there is more behind the value") }
        return value
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    private var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    private func fault(_ message: String) -> Fault { Fault(place: place - bytes.startIndex, message: message) }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D { place += 1 }
    }

    private mutating func expect(_ wanted: UInt8) throws(Fault) {
        guard next == wanted else {
            throw fault("a \(Character(Unicode.Scalar(wanted))) is missing")
        }
        place += 1
    }

    private mutating func value(_ depth: Int) throws(Fault) -> JSON {
        guard depth > 0 else { throw fault("it is too deep") }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), .some(48...57): return .number(try number())
        default:
            for (word, value) in [("null", JSON.null), ("true", .bool(true)), ("false", .bool(false))] {
                guard bytes[place...].starts(with: word.utf8) else { continue }
                place += word.utf8.count
                return value
            }
            throw fault("there is no value")
        }
    }

    private mutating func object(_ depth: Int) throws(Fault) -> JSON {
        var fields: [JSON.Field] = []
        try list(until: UInt8(ascii: "}")) { (reader) throws(Fault) in
            let key = try reader.string()
            reader.skipBlanks()
            try reader.expect(UInt8(ascii: ":"))
            fields.append(JSON.Field(key, try reader.value(depth - 1)))
        }
        return .object(fields)
    }

    private mutating func array(_ depth: Int) throws(Fault) -> JSON {
        var values: [JSON] = []
        try list(until: UInt8(ascii: "]")) { (reader) throws(Fault) in values.append(try reader.value(depth - 1)) }
        return .array(values)
    }

    /// Members with commas between them, from behind the opening sign to behind the closing one.
    private mutating func list(
        until end: UInt8, _ member: (inout JSONReader) throws(Fault) -> Void
    ) throws(Fault) {
        place += 1
        skipBlanks()
        if next == end {
            place += 1
            return
        }
        while true {
            skipBlanks()
            try member(&self)
            skipBlanks()
            if next == end { break }
            try expect(UInt8(ascii: ","))
        }
        place += 1
    }

    private mutating func number() throws(Fault) -> Int64 {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        while let byte = next, (48...57).contains(byte) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        let hasNoZeros = ["0", "-0"].allSatisfy { text == "0" || !text.hasPrefix($0) }
        guard hasNoZeros, let number = Int64(text) else {
            place = start
            throw fault("it is no whole number of 64 bits")
        }
        return number
    }

    private mutating func string() throws(Fault) -> String {
        try expect(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while true {
            let start = place
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
            text += bytes[start..<place]
            switch next {
            case UInt8(ascii: "\""):
                guard let result = String(validating: text, as: UTF8.self) else { throw fault("it is not UTF-8") }
                place += 1
                return result
            case UInt8(ascii: "\\"): try escape(into: &text)
            case nil: throw fault("a text has no end")
            default: throw fault("a control character stands in a text")
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        place += 1
        guard let letter = next else { throw fault("a text has no end") }
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            var units = [try unit()]
            if units[0] >> 10 == 0x36, bytes[place...].starts(with: "\\u".utf8) {
                place += 2
                units.append(try unit())
            }
            guard let decoded = String(validating: units, as: UTF16.self) else {
                throw fault("half a character stands in a text")
            }
            text += decoded.utf8
        default:
            place -= 1
            throw fault("a text has a sign behind \\ that means nothing")
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(Fault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits are missing")
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
