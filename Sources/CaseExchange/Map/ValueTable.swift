/// What the words of a source mean in a field.
public struct ValueTable: Equatable, Sendable {
    /// What becomes of a word.
    public enum Meaning: Equatable, Sendable {
        /// The field holds this.
        case value(String)
        /// The field stays as it was.
        case keep
    }

    /// Meanings by word, as written.
    public var words: [String: Meaning] = [:]
    /// Meanings by word in lower case, for words written differently.
    public var folded: [String: Meaning] = [:]
    /// The meaning of every other word; nil when others are taken as they are.
    public var other: Meaning?
    /// The meaning of an empty cell; nil when it empties the field.
    public var empty: Meaning?

    /// A table without words.
    public init() {}

    /// The meaning of a word; nil when the table says nothing.
    public func meaning(of word: String) -> Meaning? {
        words[word] ?? folded[word.lowercased()] ?? other
    }
}
