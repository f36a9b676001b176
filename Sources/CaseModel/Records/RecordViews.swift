// Records as the rules read them.

/// A contract, an entitlement under it, or a machine under maintenance: something that may cover a product.
public struct CoverLine: Equatable, Sendable {
    /// The record itself.
    public let record: Record
    /// The product; nil covers every one.
    public var product: String? { record["product"] }
    /// The code of the plan.
    public var plan: String? { record["plan"] }
    /// How many licences it covers; nil is all of them.
    public var quantity: Int? { record.count("quantity") }

    /// Whether it is for a product, as people write it.
    func covers(_ wanted: String) -> Bool {
        product.map { Words.fold($0) == Words.fold(wanted) } ?? true
    }
}

/// A company or person that a customer appointed to act for it.
public struct Appointment: Equatable, Sendable {
    /// The record itself.
    public let record: Record
    /// The appointment that a record holds.
    public init(record: Record) { self.record = record }

    /// The company.
    public var company: AccountID? { record.account("company") }
    /// The one person who may; nil is anybody there.
    public var person: ContactID? { record.contact("person") }
    /// The day on which the customer removed it.
    public var removedOn: CivilDay? { record.day("removedOn") }
    /// Whether it is for opening cases; otherwise it is for renewals alone.
    public var isForCases: Bool { record["scope"] != "renewals" }

    /// Whether it is in a role that may act for the customer; one that names none is in any there is.
    public func mayAct(_ roles: Set<String>) -> Bool { record["role"].map(roles.contains) ?? !roles.isEmpty }

    /// Whether it holds on a day: it was neither removed nor is it over or to come.
    public func holds(on day: CivilDay) -> Bool { removedOn == nil && record.holds(on: day) }

    /// Whether a person may act under it at all.
    public func means(_ contact: Contact) -> Bool {
        person.map { $0 == contact.id } ?? (company != nil && contact.account == company)
    }
}
