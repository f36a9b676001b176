/// Texts one after the other, each behind its length in bytes: `8:severity1:2-`, a missing one as `-`.
///
/// Any content survives, no byte of it has a meaning here, and a length that does not fit is noticed.
enum LengthPrefixed {
    static func append(_ text: String?, to result: inout String) {
        guard let text else {
            result += "-"
            return
        }
        result += String(text.utf8.count)
        result += ":"
        result += text
    }

    static func encode(_ texts: [String?]) -> String {
        var result = ""
        for text in texts { append(text, to: &result) }
        return result
    }

    /// The texts; nil when the whole is not made of them.
    static func decode(_ text: String) -> [String?]? {
        var text = text
        return text.withUTF8 { bytes in
            var result: [String?] = []
            var place = 0
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "-") {
                    result.append(nil)
                    place += 1
                    continue
                }
                var length = 0
                let digits = place
                while place < bytes.count, place - digits < 10, case 48...57 = bytes[place] {
                    length = length * 10 + Int(bytes[place]) - 48
                    place += 1
                }
                guard place > digits, place < bytes.count, bytes[place] == UInt8(ascii: ":"),
                    length <= bytes.count - place - 1
                else { return nil }
                place += 1
                let part = UnsafeBufferPointer(rebasing: bytes[place..<place + length])
                guard let decoded = String(validating: part, as: UTF8.self) else { return nil }
                result.append(decoded)
                place += length
            }
            return result
        }
    }
}
