/// A random generator that gives the same numbers for the same seed on every machine.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// True so many times of a thousand.
    mutating func chance(_ thousandths: Int) -> Bool { number(0...999) < thousandths }

    /// A whole number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of them; the first one of none is nothing.
    mutating func pick(_ texts: [String]) -> String { texts.isEmpty ? "" : texts[number(0...texts.count - 1)] }

    /// The place of one of these weights.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = number(0...max(0, weights.reduce(0, +) - 1))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return 0
    }
}
