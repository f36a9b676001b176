/// One row of a queue: what a list shows of a case, names included, nothing that grows with its history.
public struct CaseSummary: Equatable, Sendable {
    /// The case number.
    public var id: CaseID
    /// The number it had in the system it came from.
    public var externalID: String?
    /// What it is about.
    public var subject: String
    /// Where it stands.
    public var status: Status
    /// The agreed severity.
    public var severity: Severity
    /// The customer.
    public var account: AccountID?
    /// The customer's name.
    public var accountName: String?
    /// The name of the person who asked.
    public var contactName: String?
    /// The queue it waits in.
    public var queueName: String?
    /// The agent who answers for it.
    public var owner: AgentID?
    /// That agent's name.
    public var ownerName: String?
    /// The product in question.
    public var product: String?
    /// Free marks.
    public var tags: [String]
    /// When it was logged.
    public var openedAt: Timestamp
    /// When an engineer first answered the customer.
    public var firstResponseAt: Timestamp?
    /// When anything last happened to it.
    public var updatedAt: Timestamp
    /// When it was closed.
    public var closedAt: Timestamp?
    /// How many events it has.
    public var version: Int
    /// The plans it is covered by, with `+` between them: codes of the policy.
    public var plan: String?
    /// Whether it is known that nothing covers it, whatever plan it has (``Case/isUncovered``).
    public var isUncovered: Bool
    /// The centre that holds it: a code of the policy.
    public var center: String?
    /// How the clock of the first response stands.
    public var response: ClockFace
    /// How the clock of the next answer stands.
    public var followUp: ClockFace
    /// Until when it is put off.
    public var snoozedUntil: Timestamp?

    /// The row of a case, with the names its identifiers stand for.
    public init(_ item: Case, names: Names) {
        id = item.id
        externalID = item.externalID
        subject = item.subject
        status = item.status
        severity = item.severity
        account = item.account
        accountName = item.account.flatMap { names.accounts[$0] }
        contactName = item.contact.flatMap { names.contacts[$0] }
        queueName = item.queue.flatMap { names.queues[$0] }
        owner = item.owner
        ownerName = item.owner.flatMap { names.agents[$0] }
        product = item.product
        tags = item.tags
        openedAt = item.openedAt
        firstResponseAt = item.firstResponseAt
        updatedAt = item.updatedAt
        closedAt = item.closedAt
        version = item.version
        plan = item.plan
        isUncovered = item.isUncovered
        center = item.center
        response = item.response
        followUp = item.followUp
        snoozedUntil = item.snoozedUntil
    }
}

/// The names behind the identifiers that a case and its events mention.
public struct Names: Equatable, Sendable {
    /// Account names.
    public var accounts: [AccountID: String] = [:]
    /// The codes of the regions of accounts, for lists of what ends at the customer's midnight.
    public var regions: [AccountID: String] = [:]
    /// Contact names.
    public var contacts: [ContactID: String] = [:]
    /// Agent names.
    public var agents: [AgentID: String] = [:]
    /// Queue names.
    public var queues: [QueueID: String] = [:]

    /// The words behind codes.
    public var known: Vocabulary

    /// No names yet.
    public init(_ known: Vocabulary = .none) {
        self.known = known
    }

    /// Takes in names that others know.
    public mutating func add(_ others: Names) {
        if known === Vocabulary.none { known = others.known }
        accounts.merge(others.accounts) { $1 }
        regions.merge(others.regions) { $1 }
        contacts.merge(others.contacts) { $1 }
        agents.merge(others.agents) { $1 }
        queues.merge(others.queues) { $1 }
    }

    /// The value of a field as people read it: names for identifiers, words for codes, the value itself otherwise.
    public func words(_ value: String, of field: CaseField) -> String {
        switch field {
        case .account, .partner: AccountID(text: value).flatMap { accounts[$0] } ?? value
        case .contact: ContactID(text: value).flatMap { contacts[$0] } ?? value
        case .owner, .criticalSituationManager: AgentID(text: value).flatMap { agents[$0] } ?? value
        case .watchers:
            value.split(separator: " ").map { id in AgentID(text: id).flatMap { agents[$0] } ?? String(id) }
                .joined(separator: " ")
        case .flags:
            value.split(separator: " ").map { known.condition(String($0)) ?? String($0) }.joined(separator: ", ")
        case .queue: QueueID(text: value).flatMap { queues[$0] } ?? value
        case .status: known.status(value)?.words ?? value
        case .closureReason: known.closure(value)?.words ?? value
        case .center: known.center(value) ?? value
        case .type: known.type(value)?.words ?? value
        case .channel: known.channel(value)?.words ?? value
        case .plan: value.split(separator: "+").map { name(String($0), of: field) }.joined(separator: " + ")
        case .region, .language: name(value, of: field)
        default: value
        }
    }

    private func name(_ code: String, of field: CaseField) -> String { known.name(code, of: field) ?? code }
}
