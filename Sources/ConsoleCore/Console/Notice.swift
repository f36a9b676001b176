/// A sentence in the notice line: what was done, or why not.
public struct Notice: Equatable, Sendable {
    /// How it is meant; shown as a word or sign besides the colour.
    public enum Tone: Equatable, Sendable {
        /// Something was done.
        case done
        /// Something worth knowing.
        case info
        /// A rule, a right or an error stands against it.
        case refused
    }

    /// The sentence.
    public var text: String
    /// How it is meant.
    public var tone: Tone
    /// What to think of beside it, on a line of its own; nil for nothing.
    public var warning: String?

    /// An undo that was stopped in time.
    static let untaken = Notice("Stopped; nothing was taken back.", .info)

    /// A sentence for the notice line; where a rule names a command that has a key, the key is said.
    public init(_ text: String, _ tone: Tone = .info, warning: String? = nil) {
        self.warning = warning
        // What was done is told in people's own words, too, and those are left as they are.
        self.text = tone == .refused ? text.withKeys : text
        self.tone = tone
    }
}

extension ConsoleState {
    /// One more thing to say at the start: what was said before it was never seen, so both stay.
    mutating func addNotice(_ text: String, _ tone: Notice.Tone) {
        let isBad = notice?.tone == .refused || tone == .refused
        notice = Notice([notice?.text, text].compactMap { $0 }.joined(separator: " "), isBad ? .refused : tone)
    }
}
