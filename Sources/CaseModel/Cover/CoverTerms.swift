/// What the company's policy says of cover; its words are data and none of them stands in the rules.
public struct CoverTerms: Equatable, Sendable {
    /// What the policy says of one plan.
    public struct Plan: Equatable, Sendable {
        /// The severities at which it answers.
        public var severities: Set<Severity>
        /// When it is honoured at all.
        public var validity: Policy.Validity

        /// A plan that answers at these severities.
        public init(severities: Set<Severity>, validity: Policy.Validity = Policy.Validity()) {
            self.severities = severities
            self.validity = validity
        }
    }

    /// Every severity, the worst first.
    public var severities: [Severity]
    /// The plans by code; nil takes every code as it is, because no policy was read.
    public var plans: [String: Plan]?
    /// The roles whose holders open cases (domain 5.1).
    public var callingRoles: Set<String>
    /// The kinds of portal access that bring it with them (domain 5.1, CTX120355).
    public var callingPortalTypes: Set<String>
    /// The kinds of portal access that exclude it, whatever the role.
    public var silentPortalTypes: Set<String>
    /// What the policy has a ground for; nil takes everything that can be found, because no policy was read.
    public var lacks: Set<Policy.CoverLack>?
    /// The tags of what the policy says of the reasons against cover.
    var sources: [CoverReason.Basis: [String]] = [:]
    /// The roles from outside that may act for the customer; nil takes every appointment, because no policy was read.
    public var actingRoles: Set<String>?

    /// Terms of cover.
    public init(
        severities: [Severity], plans: [String: Plan]? = nil, callingRoles: Set<String>,
        callingPortalTypes: Set<String> = [],
        silentPortalTypes: Set<String> = [], actingRoles: Set<String>? = nil, lacks: Set<Policy.CoverLack>? = nil
    ) {
        self.lacks = lacks
        self.severities = severities
        self.plans = plans
        self.callingRoles = callingRoles
        self.callingPortalTypes = callingPortalTypes
        self.silentPortalTypes = silentPortalTypes
        self.actingRoles = actingRoles
    }
}

/// What is asked about cover.
public struct CoverQuestion: Equatable, Sendable {
    /// The day in question.
    public var day: CivilDay
    /// The product; nil asks for any.
    public var product: String?
    /// How bad it is; nil asks for every severity.
    public var severity: Severity?
    /// Who calls; nil asks for the customer alone.
    public var caller: Caller?

    /// Somebody who calls.
    public enum Caller: Equatable, Sendable {
        /// A contact of anybody.
        case contact(Contact)
        /// A name that nobody knows.
        case stranger(String)
    }

    /// A question about a day.
    public init(day: CivilDay, product: String? = nil, severity: Severity? = nil, caller: Caller? = nil) {
        self.day = day
        self.product = product
        self.severity = severity
        self.caller = caller
    }
}

/// All that is known of a customer that has to do with cover.
public struct CoverFacts: Equatable, Sendable {
    /// The customer, then those above it in its group.
    public var accounts: [Account]
    /// The people at these accounts, and the persons and staff of appointed partners as far as they are known.
    public var contacts: [Contact]
    /// The records of these accounts.
    public var records: [Record]

    /// What is known of a customer.
    public init(accounts: [Account], contacts: [Contact] = [], records: [Record] = []) {
        self.accounts = accounts
        self.contacts = contacts
        self.records = records
    }

    /// The records of a kind, by number.
    func records(_ kind: RecordKind) -> [Record] {
        records.filter { $0.kind == kind }.sorted { $0.number < $1.number }
    }
}
