/// Numbers and ranges of them as a query writes them.
enum NumberText {
    /// Reads `3`, `1..2`, `1..` or `..2`, each number within a range; nil for anything else.
    static func read(_ text: String, within range: ClosedRange<Int>) -> (low: Int?, high: Int?, isRange: Bool)? {
        func number(_ digits: ArraySlice<UInt8>) -> Int? {
            guard (1...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
            let value = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
            return range.contains(value) ? value : nil
        }
        let bytes = Array(text.utf8)
        guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 46 && bytes[$0 + 1] == 46 }) else {
            guard let only = number(bytes[...]) else { return nil }
            return (only, only, false)
        }
        let first = bytes[..<dots]
        let last = bytes[(dots + 2)...]
        let low = number(first)
        let high = number(last)
        guard first.isEmpty || low != nil, last.isEmpty || high != nil, low != nil || high != nil else { return nil }
        return (low, high, true)
    }

    /// A stretch of numbers as a query writes it.
    static func text(_ bounds: Bounds) -> String {
        if let low = bounds.low, low == bounds.high { return String(low) }
        return "\(bounds.low.map(String.init) ?? "")..\(bounds.high.map(String.init) ?? "")"
    }
}

extension NumberField {
    /// The numbers that the field can be.
    func range(_ words: Vocabulary) -> ClosedRange<Int> {
        self == .version ? 0...999_999_999 : 1...max(1, words.mildest.rank)
    }
}
