/// What is known of a host that gets something of a licence, for the customer whose licence it is.
///
/// A name of a host is no number: two customers may each have a `gate-1`. So nothing is refused for it.
public struct HostUse: Equatable, Sendable {
    /// The host, as it is written.
    public let host: String
    /// The other licences of the customer of which it has some.
    public let own: [RecordID]
    /// The licences of other customers of which it has some, with whose they are.
    public let others: [Other]

    /// Whether more licences have some on it than were looked at, perhaps this customer's own.
    public let isMore: Bool

    /// A licence of another customer.
    public struct Other: Equatable, Sendable {
        /// The licence.
        public let license: RecordID
        /// How many of it the host has.
        public let quantity: Int
        /// The customer's name.
        public let customer: String
    }

    /// What the licences say of which a host has some.
    ///
    /// - Parameter license: the one that is moved; what the host has of it already is no news.
    public init(_ host: String, of license: RecordID, at account: AccountID?, _ found: RecordList) {
        self.host = host
        isMore = found.goesOn
        let records = found.records.filter { $0.id != license }
        own = records.filter { $0.account == account }.map(\.id)
        others = records.filter { $0.account != account }.map { record in
            let name = record.account.map { found.names.accounts[$0] ?? $0.description } ?? "nobody"
            return Other(license: record.id, quantity: record.amounts(RecordKind.allocations)[host], customer: name)
        }
    }

    /// That it is known as another customer's and not as this one's; nil otherwise.
    public func warning(for customer: String) -> String? {
        guard own.isEmpty, let first = others.first else { return nil }
        let licenses = others.count { $0.customer == first.customer } - 1
        let customers = Set(others.map(\.customer)).count - 1
        let more = licenses > 0 ? " and of \(licenses) more" : ""
        let beside = customers > 0 ? ", and \(customers) more customers have some" : ""
        let known =
            "\(first.customer) has \(first.quantity) of \(first.license)\(more) on \(host)"
            + beside.replacing("1 more customers have", with: "1 more customer has")
        // Of those that nobody looked at some may be the customer's own.
        if isMore { return "A host of many licences: \(known), and so have others that were not looked at." }
        return "Another customer's host: \(known); \(customer) has nothing else there."
    }

    /// That nobody has anything there yet; nil otherwise.
    public func news(for customer: String) -> String? {
        own.isEmpty && others.isEmpty ? "A new host: nothing else of \(customer) is on \(host)." : nil
    }

    /// The question that answers it, few however many licences the host has.
    public static func query(_ host: String) -> RecordQuery { RecordQuery(.license, host: host, limit: 20) }
}

extension CaseStore {
    /// That the host to which an event gave something of a licence for the first time is another customer's.
    public func strangeHost(_ license: Record, after event: RecordEvent?) async throws(StoreError) -> String? {
        guard let event, let id = license.account, let use = try await hostUse(license, after: event) else {
            return nil
        }
        return use.warning(for: try await account(id)?.name ?? id.description)
    }

    /// What is known of the host to which an event gave something of a licence for the first time; nil for other events.
    private func hostUse(_ license: Record, after event: RecordEvent) async throws(StoreError) -> HostUse? {
        guard let change = event.changes.first(where: { $0.field == RecordKind.allocations }),
            let act = event.changes.first(where: { $0.field == RecordKind.lastAct })?.new
                .flatMap({ LicenseAct(text: $0) }),
            let host = act.gaining, (Amounts(change.old ?? "") ?? Amounts())[host] == 0
        else { return nil }
        return HostUse(host, of: license.id, at: license.account, try await records(HostUse.query(host)))
    }
}

extension LicenseAct {
    /// The host that gets some by it; nil where none does.
    public var gaining: String? {
        switch operation {
        case .allocate: binding
        case .reallocate: target
        case .giveBack, .download, .redownload, .advice: nil
        }
    }
}
