/// Times and ranges of them as a query writes them.
enum TimeText {
    /// A million days.
    private static let longestDistance: Int64 = 86_400_000_000

    /// Reads `2h`, `today`, `2026-03-09`, `2026-03-09T14:05`, an ISO time with offset; nil for anything else.
    static func point(_ text: String) -> TimePoint? {
        switch text.lowercased() {
        case "now": return .now
        case "today": return .today
        case "yesterday": return .yesterday
        case "tomorrow": return .tomorrow
        default: break
        }
        if let seconds = Span.parse(text) { return seconds <= longestDistance ? .distance(seconds) : nil }
        if let local = LocalTime(iso: text) { return text.utf8.count == 10 ? .day(local.day) : .local(local) }
        if let instant = Timestamp(iso: text) { return .instant(instant) }
        return nil
    }

    /// Reads `a..b`, `a..` or `..b`; nil for anything else.
    static func range(_ value: TypedValue, of field: TimeField, _ words: Vocabulary) throws(QueryProblem) -> TimeTest? {
        let text = Array(value.whole.unicodeScalars)
        guard let dots = text.indices.dropLast().first(where: { text[$0] == "." && text[$0 + 1] == "." }) else {
            return nil
        }
        func part(_ scalars: ArraySlice<Unicode.Scalar>) -> TimePoint? {
            point(String(String.UnicodeScalarView(scalars)))
        }
        let first = part(text[..<dots])
        let last = part(text[(dots + 2)...])
        switch (first, last, dots == 0, dots + 2 == text.count) {
        case (nil, let last?, true, false): return .atMost(last)
        case (let first?, nil, false, true): return .atLeast(first)
        case (let first?, let last?, false, false):
            switch order(first, last) {
            case (let one?, let other?) where one > other:
                // Of two distances the nearer comes first, however they were typed.
                guard first.distance != nil else { throw QueryProblem.backwards(value.whole, value.column) }
                return .between(last, first)
            default: return .between(first, last)
            }
        default: throw QueryProblem.badTime(value.whole, field, value.column, words)
        }
    }

    /// Numbers that order two moments of the same kind; nil for kinds that only the clock can order.
    private static func order(_ first: TimePoint, _ last: TimePoint) -> (Int64?, Int64?) {
        switch (first, last) {
        case (.distance(let a), .distance(let b)): (a, b)
        case (.day(let a), .day(let b)): (a.daysSince1970, b.daysSince1970)
        case (.local(let a), .local(let b)): (a.timestamp(offset: 0).seconds, b.timestamp(offset: 0).seconds)
        case (.instant(let a), .instant(let b)): (a.seconds, b.seconds)
        default: (nil, nil)
        }
    }

    /// A moment as a query writes it.
    static func text(_ point: TimePoint) -> String {
        switch point {
        case .now: "now"
        case .today: "today"
        case .yesterday: "yesterday"
        case .tomorrow: "tomorrow"
        case .day(let day): day.description
        case .local(let local): local.isoText
        case .instant(let instant): instant.description
        case .distance(let seconds): text(distance: seconds)
        }
    }

    /// A distance in the largest unit that leaves no rest.
    private static func text(distance seconds: Int64) -> String {
        let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "m")]
        let unit = units.first { seconds != 0 && seconds % $0.0 == 0 } ?? (1, "s")
        return "\(seconds / unit.0)\(unit.1)"
    }

    /// A test of a time as a query writes it after a colon, or after the field when it has a sign of its own.
    static func text(_ test: TimeTest) -> String {
        switch test {
        case .at(let point): text(point)
        case .less(let point): "<" + text(point)
        case .atMost(let point): ".." + text(point)
        case .more(let point): ">" + text(point)
        case .atLeast(let point): text(point) + ".."
        case .between(let first, let last): "\(text(first))..\(text(last))"
        }
    }
}
