extension Place {
    /// The words of `go`, in the order of their keys.
    static let words = [
        "home", "contacts", "renewals", "licences", "site", "situations", "duty", "policy", "alerts",
    ]

    /// The place of a word.
    init?(word: String) {
        switch word {
        case "home": self = .home
        case "contacts": self = .roster
        case "renewals": self = .renewals
        case "licences", "licenses": self = .licenses
        case "site": self = .site
        case "situations": self = .situations
        case "duty": self = .duty
        case "policy": self = .policy
        case "alerts": self = .alerts
        default: return nil
        }
    }

    /// What one goes there for.
    var help: String {
        switch self {
        case .home: "What needs me now, by role."
        case .roster: "Finds customers, accounts and people; shows who may call."
        case .renewals: "What ends when, by month: contracts, memberships, notices."
        case .licenses: "Licences: allocate, move, return, download."
        case .site: "Shipments, replacements, access, visits, assets."
        case .situations: "Critical situations: who commands, since when, who was told."
        case .duty: "Centres, open or closed, and who is on duty."
        case .policy: "The support policy, every value with its source."
        case .alerts: "What somebody has to look at now."
        case .customer: "Who may call, cover, what it has."
        case .record: "One record with its history."
        }
    }
}

extension CommandCall {
    /// Where the last key of a sequence leads, in a few words.
    func way(in context: KeyContext) -> String {
        switch (command, words.first) {
        case (.customer, nil): context == .page ? "customer of this case" : "customer of this row"
        case (.customer, "cover"?): "that customer's cover"
        case (.go, "contacts"?): "customers, contacts"
        case (.go, "duty"?): "centres, duty"
        case (.go, "site"?): "shipments, visits"
        case (.first, nil): context == .page ? "top" : "first row"
        case (.queue, nil): "list of queues"
        case (.copy, nil): "copy the number"
        case (.copy, let word?): "copy the \(word)"
        default: words.first ?? command.entry.title
        }
    }
}
