/// One thing to choose from a menu.
public struct MenuItem<ID: Hashable & Sendable>: Equatable, Sendable {
    /// Which one it is.
    public var id: ID
    /// The key that does the same elsewhere, in a column of its own; empty where there is none.
    public var lead: Shown
    /// What it is called.
    public var label: Shown
    /// What it does, or a fact about it.
    public var detail: Shown
    /// Why it cannot be chosen now; nil when it can.
    public var reason: Shown?
    /// The same in a few words, where its row has no room for all of them; nil for its first sentence.
    public var brief: Shown?
    /// The letter that chooses it in a menu without a filter.
    public var shortcut: Unicode.Scalar?
    /// Words by which it is found as well, though they are not drawn.
    public var hiddenWords: String
    /// Whether it stays whatever is typed, as what is meant when nothing else is.
    public var stays: Bool
    /// Whether it only says what the items below are; the cursor passes it, and typing leaves it out.
    public private(set) var isHeading = false

    /// Makes an item.
    public init(
        _ id: ID, _ label: Shown, lead: Shown = "", detail: Shown = "", reason: Shown? = nil, brief: Shown? = nil,
        shortcut: Unicode.Scalar? = nil, hiddenWords: String = "", stays: Bool = false
    ) {
        self.id = id
        self.lead = lead
        self.label = label
        self.detail = detail
        self.reason = reason
        self.brief = brief
        self.shortcut = shortcut
        self.hiddenWords = hiddenWords
        self.stays = stays
    }

    /// A heading above an item.
    public init(heading text: Shown, above item: MenuItem) {
        self.init(item.id, text)
        isHeading = true
    }

    /// Whether it can be chosen.
    public var isEnabled: Bool { reason == nil }
}
