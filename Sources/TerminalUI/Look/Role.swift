/// What a piece of text on the screen means; a theme gives each role its look.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    /// Plain text in the terminal's own colours.
    case text
    /// What is secondary.
    case dim
    /// The one accent: what has the focus.
    case accent
    /// The title line and the titles of panes.
    case title
    /// The heads of columns.
    case header
    /// The row under the cursor.
    case cursorRow
    /// The bar in the gutter beside the cursor row.
    case gutter
    /// A mark in the gutter.
    case mark
    /// The work stands still.
    case severity1
    /// Badly hindered.
    case severity2
    /// Hindered.
    case severity3
    /// A question.
    case severity4
    /// Good: met, covered, done.
    case ok
    /// Soon: a due time that comes near.
    case warn
    /// Bad: overdue, refused, not covered.
    case bad
    /// A fact worth a colour.
    case info
    /// Only colleagues read this.
    case internalNote
    /// The customer reads this.
    case publicReply
    /// What was taken back.
    case takenBack
    /// A tab or named queue that is not open.
    case tab
    /// The tab or named queue that is open.
    case tabCurrent
    /// What just happened.
    case notice
    /// A question or an input line's label.
    case prompt
    /// Text being typed.
    case input
    /// What a search found.
    case match
    /// Rules and frames.
    case border
    /// A key to press.
    case key
    /// What cannot be chosen now.
    case disabled
    /// What stands for a character that must not be drawn.
    case hidden

    /// The name in theme files, such as `cursor-row` or `severity1`.
    public var name: String {
        switch self {
        case .cursorRow: "cursor-row"
        case .internalNote: "internal-note"
        case .publicReply: "public-reply"
        case .takenBack: "taken-back"
        case .tabCurrent: "tab-current"
        default: "\(self)"
        }
    }

    /// The role with a name from a theme file.
    public init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }

    /// One letter for pictures of roles.
    public var letter: Unicode.Scalar {
        let letters: [Unicode.Scalar] = [
            ".", "d", "a", "t", "h", "C", "g", "m", "1", "2", "3", "4", "o", "w", "b", "i", "N", "P", "z", "-", "T",
            "n", "p", "I", "M", "+", "k", "x", "?",
        ]
        return letters[Int(rawValue)]
    }

    /// Whether a replaced character shows in its own role here; on the cursor row it would break the bar.
    var yieldsToHidden: Bool { self != .cursorRow && self != .disabled }
}
