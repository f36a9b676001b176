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

    /// The home of an agent, by what the agent may do.
    init(of agent: Agent?) {
        let duties = agent?.duties ?? []
        self =
            if duties.contains(.criticalSituationManager) {
                .situations
            } else if duties.contains(.licensingAdministrator) {
                .licensing
            } else if duties.contains(.engineer) {
                .engineer
            } else if duties.contains(.accountManager) {
                .accountManager
            } else {
                .frontDesk
            }
    }
}
