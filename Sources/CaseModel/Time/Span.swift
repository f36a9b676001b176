/// Words for lengths of time, as short as a column needs: `12m`, `1h 40m`, `3d`.
public enum Span {
    /// The largest unit alone: `45s`, `3m`, `2h`, `5d`, `4w`; for ages.
    public static func short(_ seconds: Int64) -> String {
        let s = max(0, seconds)
        switch s {
        case ..<60: return "\(s)s"
        case ..<3600: return "\(s / 60)m"
        case ..<86_400: return "\(s / 3600)h"
        case ..<(86_400 * 14): return "\(s / 86_400)d"
        case ..<(86_400 * 365): return "\(s / (86_400 * 7))w"
        default: return "\(s / (86_400 * 365))y"
        }
    }

    /// The two largest units: `12m`, `1h 40m`, `2d 3h`; for clocks.
    public static func long(_ seconds: Int64) -> String {
        let s = max(0, seconds)
        switch s {
        case ..<3600: return "\(s / 60)m"
        case ..<86_400: return s / 60 % 60 == 0 ? "\(s / 3600)h" : "\(s / 3600)h \(s / 60 % 60)m"
        default: return s / 3600 % 24 == 0 ? "\(s / 86_400)d" : "\(s / 86_400)d \(s / 3600 % 24)h"
        }
    }

    /// Reads `90s`, `30m`, `2h`, `7d`, `2w` as seconds; nil for anything else.
    public static func parse(_ text: some StringProtocol) -> Int64? {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let last = text.last, let unit = units[last], text.utf8.count < 12, text.utf8.count > 1,
            text.dropLast().utf8.allSatisfy({ (48...57).contains($0) }), let count = Int64(text.dropLast())
        else { return nil }
        return count.multipliedReportingOverflow(by: unit).overflow ? nil : count * unit
    }
}
