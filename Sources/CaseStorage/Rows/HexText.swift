/// Numbers as eight hexadecimal digits each, one after the other.
enum HexText {
    static func encode(_ numbers: [UInt32]) -> String {
        var result = ""
        result.reserveCapacity(numbers.count * 8)
        for number in numbers {
            let digits = String(number, radix: 16)
            result += String(repeating: "0", count: 8 - digits.utf8.count)
            result += digits
        }
        return result
    }

    /// The numbers; nil when the text is not made of them.
    static func decode(_ text: String) -> [UInt32]? {
        let bytes = Array(text.utf8)
        guard bytes.count.isMultiple(of: 8) else { return nil }
        var numbers: [UInt32] = []
        numbers.reserveCapacity(bytes.count / 8)
        for start in stride(from: 0, to: bytes.count, by: 8) {
            guard let number = UInt32(String(decoding: bytes[start..<start + 8], as: UTF8.self), radix: 16) else {
                return nil
            }
            numbers.append(number)
        }
        return numbers
    }
}
