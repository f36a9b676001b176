/// Times of one kind, in milliseconds, or other figures of one unit.
struct Samples {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    mutating func add(_ time: Duration) { values.append(time.milliseconds) }

    /// The value at a share of the sorted samples, from 0 to 1, by nearest rank; nil without samples.
    func quantile(_ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return values.sorted()[min(max(rank, 1), values.count) - 1]
    }

    /// The value in the middle.
    var median: Double? { quantile(0.5) }
}

extension Duration {
    /// The whole of it in milliseconds.
    var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}

/// A number with three figures that count: `0.291`, `4.52`, `75.0`, `1204`.
func written(_ value: Double?) -> String {
    guard let value else { return "–" }
    let digits = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    if digits == 0 { return String(scaled) }
    let part = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - part.utf8.count) + part
}
