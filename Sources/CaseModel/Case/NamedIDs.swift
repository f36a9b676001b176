/// The people and places that a case and its changes mention by number, whose names are shown for them.
public struct NamedIDs: Equatable, Sendable {
    /// Customers.
    public private(set) var accounts: Set<AccountID> = []
    /// Their people.
    public private(set) var contacts: Set<ContactID> = []
    /// Ours.
    public private(set) var agents: Set<AgentID> = []
    /// Where cases wait.
    public private(set) var queues: Set<QueueID> = []

    /// None yet.
    public init() {}

    /// Those that a case mentions.
    public mutating func add(_ item: Case) {
        for field in [CaseField.account, .partner, .contact, .owner, .queue, .watchers, .criticalSituationManager] {
            if let value = item.value(of: field) { add(value, of: field) }
        }
    }

    /// Those that a change mentions, before and after.
    public mutating func add(_ change: FieldChange) {
        for value in [change.old, change.new].compactMap({ $0 }) { add(value, of: change.field) }
    }

    private mutating func add(_ value: String, of field: CaseField) {
        switch field {
        case .account, .partner: if let id = AccountID(text: value) { accounts.insert(id) }
        case .contact: if let id = ContactID(text: value) { contacts.insert(id) }
        case .owner, .watchers, .criticalSituationManager:
            agents.formUnion(value.split(separator: " ").compactMap { AgentID(text: $0) })
        case .queue: if let id = QueueID(text: value) { queues.insert(id) }
        default: break
        }
    }
}
