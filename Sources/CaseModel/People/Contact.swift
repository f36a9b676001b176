/// A person at a customer.
public struct Contact: Equatable, Sendable {
    /// The number in this store.
    public var id: ContactID
    /// The account the person belongs to; nil when the source named none.
    public var account: AccountID?
    /// The name as the person writes it.
    public var name: String
    /// The mail address, when known.
    public var email: String?
    /// The telephone number, when known.
    public var phone: String?
    /// The preferred language as a BCP 47 tag, when known.
    public var language: String?
    /// What the person is for the customer, in words of an open list, sorted (domain 5.1).
    public var roles: [String]
    /// The kind of access to the customer's portal, when known (domain 5.1, CTX120355).
    public var portalType: String?
    /// False for somebody who left; past acts keep the name.
    public var active: Bool

    /// A contact with all its fields.
    public init(
        id: ContactID, account: AccountID? = nil, name: String, email: String? = nil, phone: String? = nil,
        language: String? = nil, roles: [String] = [], portalType: String? = nil, active: Bool = true
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
        self.roles = roles
        self.portalType = portalType
        self.active = active
    }
}
