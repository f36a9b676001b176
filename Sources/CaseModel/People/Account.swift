/// A customer: a company or a part of one, known by its organization identifier.
public struct Account: Equatable, Sendable {
    /// The number in this store.
    public var id: AccountID
    /// The name as the customer writes it.
    public var name: String
    /// The organization identifier (Org ID) at the vendor, when known; its region decides business hours (459919a/b).
    public var organizationID: String?
    /// The ISO 3166 country code, when known.
    public var country: String?
    /// The parent account of a group, when it has one.
    public var parent: AccountID?
    /// The code of the region in which the organization is registered, when known; the policy says which there are.
    public var region: String?

    /// An account with all its fields.
    public init(
        id: AccountID, name: String, organizationID: String? = nil, country: String? = nil, parent: AccountID? = nil,
        region: String? = nil
    ) {
        self.id = id
        self.name = name
        self.organizationID = organizationID
        self.country = country
        self.parent = parent
        self.region = region
    }
}
