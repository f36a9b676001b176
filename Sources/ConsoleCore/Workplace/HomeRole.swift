import CaseModel

/// Whose home it is; looking through another role's home is free, acting needs the right.
enum HomeRole: CaseIterable, Hashable, Sendable {
    /// Who works on cases.
    case engineer
    /// Who verifies cover and answers questions about accounts.
    case frontDesk
    /// Who looks after customers.
    case accountManager
    /// Who looks after licences.
    case licensing
    /// Who runs critical situations.
    case situations

    /// The name of the tab.
    var title: String {
        switch self {
        case .engineer: "Engineer"
        case .frontDesk: "Front desk"
        case .accountManager: "Account manager"
        case .licensing: "Licensing"
        case .situations: "Situations"
        }
    }

    /// The home of an agent: by the role in the policy, else by what the agent may do.
    init(of agent: Agent?, _ policy: Policy?) {
        let role = policy?.role(agent?.role)
        let duties = agent?.duties ?? []
        self =
            if role?.isCritical == true {
                .situations
            } else if role?.isAssigned == true || role?.isPrincipal == true {
                .accountManager
            } else if role?.records.contains(RecordKind.license.code) == true {
                .licensing
            } else if duties.contains(.engineer) {
                .engineer
            } else if duties.contains(.licensingAdministrator) {
                .licensing
            } else if duties.contains(.criticalSituationManager) {
                .situations
            } else {
                duties.contains(.accountManager) ? .accountManager : .frontDesk
            }
    }
}
