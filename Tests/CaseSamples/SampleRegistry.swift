public import CaseModel
internal import GuidePolicy

/// Numbers people and places as they come, and adds up histories as a load does.
public struct SampleRegistry {
    /// The names behind the numbers.
    public private(set) var names = Names()
    private var accounts: [String] = []
    private var contacts: [String] = []
    private var agents: [String] = []
    private var queues: [String] = []
    private var cases: Int64 = 0

    /// Nobody yet.
    public init() {}

    /// The agent of a name.
    public mutating func agent(_ name: String) -> AgentID {
        let id = AgentID(SampleRegistry.number(name, &agents))
        names.agents[id] = name
        return id
    }

    /// A history as the case that it adds up to.
    public mutating func subject(_ history: CaseHistory) -> QuerySubject {
        cases += 1
        let id = CaseID(CaseKind.first + cases - 1)
        var item = Case(id: id, subject: "", severity: .four, openedAt: history.entries[0].at)
        item.externalID = history.key
        for entry in history.entries {
            for (field, value) in entry.values {
                let kept: String?
                if let value { kept = self.kept(value, field) } else { kept = nil }
                do {
                    try item.set(field, to: kept)
                } catch {
                    preconditionFailure("a sample value fits no field: \(error)")
                }
            }
            item.version += 1
            item.updatedAt = entry.at
        }
        return QuerySubject(item: item, names: names, notes: history.entries.compactMap(\.text))
    }

    /// A value as events keep it: numbers for names.
    private mutating func kept(_ value: String, _ field: CaseField) -> String {
        switch field {
        case .account, .partner:
            let id = AccountID(SampleRegistry.number(value, &accounts))
            names.accounts[id] = value
            return id.description
        case .contact:
            let id = ContactID(SampleRegistry.number(value, &contacts))
            names.contacts[id] = value
            return id.description
        case .queue:
            let id = QueueID(SampleRegistry.number(value, &queues))
            names.queues[id] = value
            return id.description
        case .owner: return agent(value).description
        case .watchers: return value.split(separator: " ").map { agent(String($0)).description }.joined(separator: " ")
        default: return value
        }
    }

    private static func number(_ name: String, _ known: inout [String]) -> Int64 {
        if let place = known.firstIndex(of: name) { return Int64(place + 1) }
        known.append(name)
        return Int64(known.count)
    }
}
