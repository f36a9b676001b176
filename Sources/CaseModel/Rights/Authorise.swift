/// What an act is done to.
public enum ActObject: Equatable, Sendable {
    /// A case.
    case item(CaseID)
    /// A record.
    case record(RecordID)
    /// The store as a whole: its agents, its data.
    case store
}

/// Decides whether an agent may do an act; every write passes here, inside the transaction that writes.
///
/// Default deny: what the table does not allow is refused (reliability 5.2 and 5.3, layer 1).
public func authorise(_ agent: Agent, _ act: Act, _ object: ActObject) throws(Refusal) {
    guard agent.active, agent.duties.contains(where: { $0.allows(act) }) else {
        throw Refusal.noRight(act, agent.name)
    }
}

extension Duty {
    /// Whether this duty alone gives the right to an act (reliability 5.2, as far as its acts exist).
    public func allows(_ act: Act) -> Bool {
        // Whoever looks first raises an alert.
        if act == .raiseAlerts { return true }
        return switch self {
        case .engineer:
            [
                .createCase, .note, .reply, .assign, .work, .tag, .changeSeverity, .close, .deny, .keepAccounts,
                .keepContacts, .keepSite, .keepEnvironments, .commandSituation, .acknowledgeAlerts,
            ]
            .contains(act)
        case .accountManager:
            [
                .createCase, .note, .reply, .tag, .keepPartners, .keepAccounts, .keepContacts, .keepSite,
                .keepEnvironments,
            ]
            .contains(act)
        case .licensingAdministrator: [.note, .keepRecords, .moveLicenses].contains(act)
        case .criticalSituationManager:
            [
                .createCase, .note, .reply, .assign, .tag, .changeSeverity, .commandSituation, .close, .keepSite,
                .acknowledgeAlerts,
            ]
            .contains(act)
        case .storeKeeper:
            [.manageAgents, .keepPolicy, .importData, .exportStore, .erasePersonalData, .restore, .keepRecords]
                .contains(act)
        }
    }
}
