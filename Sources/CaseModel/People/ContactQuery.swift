/// Which people at customers are wanted: those who are there first, then those who left; each by folded name, then by
/// number.
public struct ContactQuery: Equatable, Sendable {
    /// At this customer; at any, and at none, when nil.
    public var account: AccountID?
    /// With this in their name or address, folded, or as their number; every one when empty.
    public var text: String
    /// Exactly these; every one when nil.
    public var ids: [ContactID]?
    /// The line before the first that is wanted; the first of all when nil.
    public var after: ContactPlace?
    /// At most so many.
    public var limit: Int

    /// The people of a customer, or all.
    public init(
        of account: AccountID? = nil, text: String = "", ids: [ContactID]? = nil, after: ContactPlace? = nil,
        limit: Int
    ) {
        self.account = account
        self.text = text
        self.ids = ids
        self.after = after
        self.limit = limit
    }
}

/// A place in a list of people.
public struct ContactPlace: Hashable, Comparable, Sendable {
    /// Whether it is among those who are still there.
    public let active: Bool
    /// Where among them.
    public let name: NamePlace<ContactKind>

    /// The place of a person.
    public init(_ contact: Contact) {
        active = contact.active
        name = NamePlace(contact.name, contact.id)
    }

    /// Those who left come last.
    public static func < (a: Self, b: Self) -> Bool { a.active == b.active ? a.name < b.name : a.active }
}
