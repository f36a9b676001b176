/// What a person may or may not do to an object of the store.
public enum Act: String, CaseIterable, Hashable, Sendable {
    /// Log a case.
    case createCase
    /// Write an internal note.
    case note
    /// Record a reply to the customer.
    case reply
    /// Take a case, let it go, give it to somebody, move it to a queue.
    case assign
    /// Change subject, description, product, status, action items.
    case work
    /// Put tags on and take them off, watch, snooze.
    case tag
    /// Make the severity worse or better.
    case changeSeverity
    /// Name who commands a critical situation, and record what happens in it (domain 5.2).
    case commandSituation
    /// Close and reopen.
    case close
    /// Deny support for an issue.
    case deny
    /// Add contracts, entitlements and the like, extend and end them.
    case keepRecords
    /// Appoint partners, and record that the customer removed them.
    case keepPartners
    /// Allocate, move, return and download licences (domain 5.2).
    case moveLicenses
    /// Record shipments, replacements, visits, consents and what else happens at a customer's site.
    case keepSite
    /// Describe customers' environments, and name who is assigned to them.
    case keepEnvironments
    /// Change what is known of customers.
    case keepAccounts
    /// Change people at customers and whom they name.
    case keepContacts
    /// Record what nobody may sleep through, and that it is over.
    case raiseAlerts
    /// Say of any alert that it was seen.
    case acknowledgeAlerts
    /// Add agents and change what they may do.
    case manageAgents
    /// Put a policy in force.
    case keepPolicy
    /// Load other systems' data.
    case importData
    /// Write everything out, to be read back elsewhere, as a copy or as text.
    case exportStore
    /// Erase a person's data on request.
    case erasePersonalData
    /// Put a backup in the store's place.
    case restore

    /// The act in words, to follow "may not".
    public var words: String {
        switch self {
        case .createCase: "log cases"
        case .note: "write notes"
        case .reply: "reply to customers"
        case .assign: "take or assign cases"
        case .work: "work on cases"
        case .tag: "tag cases"
        case .changeSeverity: "change a severity"
        case .commandSituation: "name managers of critical situations or record what happens in them"
        case .close: "close or reopen cases"
        case .deny: "deny support"
        case .keepRecords: "change contracts and entitlements"
        case .keepPartners: "appoint partners"
        case .moveLicenses: "allocate, move, return or download licences"
        case .keepSite: "record shipments, replacements, hours, visits and consents"
        case .keepEnvironments: "change environments"
        case .keepAccounts: "change accounts"
        case .keepContacts: "change contacts"
        case .raiseAlerts: "raise alerts"
        case .acknowledgeAlerts: "acknowledge alerts on others' cases"
        case .manageAgents: "change agents"
        case .keepPolicy: "put policies in force"
        case .importData: "import data"
        case .exportStore: "export or copy the whole store"
        case .erasePersonalData: "erase a person's data"
        case .restore: "restore a backup"
        }
    }
}

extension CaseChange {
    /// The act that a change is, for ``authorise(_:_:_:)``.
    public var act: Act {
        switch self {
        case .note: .note
        case .reply, .remind: .reply
        case .hear: .note
        case .take, .assign, .release, .queue, .handOver: .assign
        case .severity, .requestSeverity: .changeSeverity
        case .fact(.given(Case.promise), _): .reply
        case .fact(.criticalSituationManager, _), .fact(.given, _): .commandSituation
        case .close, .reopen: .close
        case .tags, .watch, .snooze: .tag
        case .subject, .description, .product, .status, .type, .escalate, .ask, .settle, .extra, .fact: .work
        case .deny: .deny
        }
    }
}
