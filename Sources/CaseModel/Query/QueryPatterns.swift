/// A text to look for, as written and folded.
public struct Needle: Hashable, Sendable {
    /// As the person wrote it.
    public let written: String
    /// By ``Words/fold(_:)``; compared by its bytes.
    public let folded: String

    /// Folds a text.
    public init(_ written: String) {
        self.written = written
        self.folded = Words.fold(written)
    }
}

/// What a whole value may be.
public enum ValuePattern: Hashable, Sendable {
    /// The agent who asks; nothing for a login that is no agent.
    case me
    /// The folded value equals the folded text, byte for byte.
    case whole(Needle)
    /// The folded value begins with the folded text, byte for byte.
    case begins(Needle)
}

/// A run of consecutive words.
public struct WordPattern: Hashable, Sendable {
    /// As the person wrote it.
    public let written: String
    /// The words of it by ``Words/split(_:)``; not empty.
    public let words: [String]
    /// The last word is the beginning of one: `time*`.
    public let prefix: Bool
    /// The case whose own number it is, and nothing else: `CS-1000001`, `1000001`.
    public let caseID: CaseID?

    /// The words of a text; nil when there are none.
    public init?(_ written: String, prefix: Bool = false) {
        let words = Words.split(written)
        guard !words.isEmpty else { return nil }
        self.written = written
        self.words = words
        self.prefix = prefix
        caseID = prefix ? nil : CaseID(text: written)
    }

    /// Whether only a whole number is one: what is left out must be meant.
    public var isWhole = false

    /// The figures with which the number of a case may begin or end: `1200` for CS-1001200; nil for other words.
    ///
    /// Fewer than four would find a case in every thousand, which is nobody's; so many as a number has are a number.
    public var figures: String? {
        let isNamed = written.lowercased().hasPrefix("cs-")
        let figures = isNamed ? written.dropFirst(3) : written[...]
        guard !prefix, !isWhole, (4...6).contains(figures.utf8.count),
            figures.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return String(figures)
    }

    /// At most so many figures of a number are left out behind its beginning.
    public static let figuresLeft = 2

    /// Whether it is the number of a case, or enough of it.
    func names(_ id: CaseID) -> Bool {
        if caseID == id { return true }
        guard let figures else { return false }
        let number = String(id.number)
        let left = number.utf8.count - figures.utf8.count
        return left >= 0
            && (number.hasSuffix(figures) || (left <= WordPattern.figuresLeft && number.hasPrefix(figures)))
    }
}
