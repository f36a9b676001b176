/// A person who works on cases.
public struct Agent: Equatable, Sendable {
    /// The number in this store.
    public var id: AgentID
    /// The name shown as owner; unique in a store when compared folded.
    public var name: String
    /// The operating-system logins that are this agent; several agents may share one login and then name themselves.
    public var logins: [String]
    /// What the agent may do.
    public var duties: Set<Duty>
    /// False for somebody who left; past acts keep the name.
    public var active: Bool
    /// The code of the expertise in which the agent is at home; the policy says which there are (domain 11, row 34).
    public var expertise: String?
    /// Further products the agent knows, by name, sorted.
    public var products: [String]
    /// The code of the centre where the agent works (domain 11, row 30).
    public var center: String?
    /// When the agent works, on the centre's clocks; see ``Policy/hours(ofShift:)``.
    public var shift: String?
    /// The place among those who take cases, 1 for the first line; nil for that of the role (domain 11, row 33).
    public var tier: Int?
    /// The code of the role; the policy says which there are (domain 5.2).
    public var role: String?
    /// The tags of the languages the agent speaks, sorted.
    public var languages: [String]

    /// An agent with all its fields.
    public init(
        id: AgentID, name: String, logins: [String] = [], duties: Set<Duty> = [], active: Bool = true,
        expertise: String? = nil, products: [String] = [], center: String? = nil, shift: String? = nil,
        tier: Int? = nil, role: String? = nil, languages: [String] = []
    ) {
        self.id = id
        self.name = name
        self.logins = logins
        self.duties = duties
        self.active = active
        self.expertise = expertise
        self.products = products
        self.center = center
        self.shift = shift
        self.tier = tier
        self.role = role
        self.languages = languages
    }
}

/// A duty that brings rights with it (reliability 5.2).
public enum Duty: String, CaseIterable, Hashable, Sendable {
    /// Triage and work on cases.
    case engineer
    /// Look after customers.
    case accountManager = "account-manager"
    /// Move licences.
    case licensingAdministrator = "licensing-administrator"
    /// Run severity 1 situations.
    case criticalSituationManager = "critical-situation-manager"
    /// Keep the store: agents, imports, backups.
    case storeKeeper = "store-keeper"

    /// The duty in words, for the title line.
    public var words: String {
        switch self {
        case .engineer: "engineer"
        case .accountManager: "account manager"
        case .licensingAdministrator: "licensing administrator"
        case .criticalSituationManager: "critical situation manager"
        case .storeKeeper: "store keeper"
        }
    }
}

/// A place where cases wait, such as a team or an assignment group.
public struct Queue: Equatable, Sendable {
    /// The number in this store.
    public var id: QueueID
    /// The name; unique in a store when compared folded.
    public var name: String

    /// A queue with all its fields.
    public init(id: QueueID, name: String) {
        self.id = id
        self.name = name
    }
}
