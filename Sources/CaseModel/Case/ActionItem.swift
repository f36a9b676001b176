/// Something that was asked of the customer (domain 11, rows 61 and 62).
public struct ActionItem: Equatable, Sendable {
    /// The case and the item's place in it.
    public let id: ActionItemID
    /// What kind of activity, such as `network-trace`; one word.
    public let kind: String
    /// What exactly was asked.
    public let text: String
    /// When it was asked.
    public let askedAt: Timestamp
    /// When it is wanted by.
    public let dueAt: Timestamp?
    /// Open, done or declined.
    public var state: ItemState
    /// When it was done or declined.
    public var settledAt: Timestamp?

    /// An item with all its fields.
    public init(
        id: ActionItemID, kind: String, text: String, askedAt: Timestamp, dueAt: Timestamp?,
        state: ItemState = .open, settledAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.askedAt = askedAt
        self.dueAt = dueAt
        self.state = state
        self.settledAt = settledAt
    }
}

/// How far an action item has come.
public enum ItemState: String, CaseIterable, Hashable, Sendable {
    /// Asked and not answered.
    case open
    /// The customer did it.
    case done
    /// The customer will not do it, or it did not help.
    case declined
    /// It is the solution; of those that were tried, one.
    case accepted
}
