/// How badly the customer is hit: 1 a critical outage, 4 a question (domain 4: levels 459919b and FAQ8, bodies INF).
public enum Severity: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// Critical outage.
    case one = 1
    /// Site degradation.
    case two = 2
    /// Limited fault.
    case three = 3
    /// Question.
    case four = 4

    /// 1 is less than 4: the most severe sorts first.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// Reads `1` to `4`.
    public init?(text: some StringProtocol) {
        guard let number = Int(text), let severity = Severity(rawValue: number) else { return nil }
        self = severity
    }

    /// The code: `1` to `4`.
    public var code: String { String(rawValue) }

    /// The level in words, for pickers.
    public var words: String {
        switch self {
        case .one: "Critical outage"
        case .two: "Site degradation"
        case .three: "Limited fault, or a workaround exists"
        case .four: "Question, how-to, cosmetic"
        }
    }
}
