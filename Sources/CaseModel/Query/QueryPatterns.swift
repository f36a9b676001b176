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
}
