import CaseModel

/// A screen beside the queue and the page of a case, made for one kind of work.
enum Place: Hashable, Sendable {
    /// What needs me now, by role.
    case home
    /// Customers and the people there.
    case roster
    /// One customer: who may call, what it has, what covers it.
    case customer(AccountID)
    /// Memberships by the day they end, across customers.
    case renewals
    /// Licences, and who asks for them.
    case licenses
    /// Machines that travel, and visits.
    case site
    /// Situations of the highest severity.
    case situations
    /// Centres and who is on duty.
    case duty
    /// The policy, every value with its source.
    case policy
    /// What nobody may sleep through.
    case alerts
    /// One record with its history.
    case record(RecordID)
}

/// What stands under a tab of a workplace.
enum TabContent: Hashable, Sendable {
    /// The home of people with a duty.
    case home(HomeRole)
    /// Customers.
    case accounts
    /// The customers that I am assigned to.
    case ownAccounts
    /// What of them ends, by month.
    case ownEnding
    /// What ends within so many days, of every kind, across customers, by month.
    case ending(within: Int)
    /// What ended, of every kind, across customers, by month.
    case ended
    /// People at customers.
    case contacts
    /// Who may call, who is told, what ends.
    case callSheet
    /// The people of the customer.
    case people
    /// Records of the customer, of these kinds (their codes).
    case own([String])
    /// What covers the customer and what does not.
    case cover
    /// The customer's open cases.
    case cases
    /// Records of every customer, of one kind (its code).
    case all(String, ending: Ending)
    /// Critical situations: those that run, or those that were.
    case situations(isEnded: Bool)
    /// The centres.
    case centers
    /// The roles and who holds them.
    case roles
    /// A part of the policy.
    case policy(PolicyPart)
    /// The alerts that somebody has to look at: those that call me, as many as the title line counts, or everybody's.
    case alerts(areMine: Bool)
    /// The record itself.
    case record

    /// Whether the store looks for words, not the rows at hand.
    var isAskedByWords: Bool { self == .accounts || self == .contacts }

    /// Whether what stands in its rows reads as cover: the plan of a customer, the roles of its people.
    var tellsCover: Bool { [.accounts, .ownAccounts, .contacts, .people].contains(self) }

    /// Whether only what ends on some days is listed, so that another last day takes a row away.
    var isOfSomeDays: Bool {
        switch self {
        case .ending, .ended: true
        case .all(_, let ending): ending != .any
        default: false
        }
    }

    /// Which records of a kind with a last day are listed.
    enum Ending: Hashable, Sendable {
        /// All of them.
        case any
        /// Those that end within so many days.
        case within(Int)
    }
}

/// A tab of a workplace.
struct PlaceTab: Equatable, Sendable {
    /// Its name.
    var title: String
    /// What stands under it.
    var content: TabContent

    init(_ title: String, _ content: TabContent) {
        self.title = title
        self.content = content
    }
}

extension Place {
    /// The tabs, in their order.
    var tabs: [PlaceTab] {
        switch self {
        case .home: HomeRole.allCases.map { PlaceTab($0.title, .home($0)) }
        case .roster:
            [
                PlaceTab("Accounts", .accounts), PlaceTab("Contacts", .contacts),
                PlaceTab("Partners", .all(RecordKind.partner.code, ending: .any)), PlaceTab("Mine", .ownAccounts),
            ]
        case .customer: Place.customerTabs
        case .renewals:
            [
                PlaceTab("Next 90 days", .ending(within: 90)),
                PlaceTab("Memberships", .all(RecordKind.membership.code, ending: .any)),
                PlaceTab("Contracts", .all(RecordKind.contract.code, ending: .any)),
                PlaceTab("Ended", .ended),
                PlaceTab("Notices", .all(RecordKind.notice.code, ending: .any)), PlaceTab("Mine", .ownEnding),
            ]
        case .licenses:
            [
                PlaceTab("Licences", .all(RecordKind.license.code, ending: .any)),
                PlaceTab("Expiring", .all(RecordKind.license.code, ending: .within(90))),
                PlaceTab("Products", .all(RecordKind.product.code, ending: .any)),
            ]
        case .site:
            [
                PlaceTab("Shipments", .all(RecordKind.shipment.code, ending: .any)),
                PlaceTab("Replacements", .all(RecordKind.replacement.code, ending: .any)),
                PlaceTab("Access", .all(RecordKind.access.code, ending: .any)),
                PlaceTab("Visits", .all(RecordKind.visit.code, ending: .any)),
                PlaceTab("Assets", .all(RecordKind.asset.code, ending: .any)),
            ]
        case .situations:
            [
                PlaceTab("Running", .situations(isEnded: false)), PlaceTab("Ended", .situations(isEnded: true)),
            ]
        case .duty: [PlaceTab("Centres", .centers), PlaceTab("On duty", .roles)]
        case .policy: PolicyPart.allCases.map { PlaceTab($0.title, .policy($0)) }
        case .alerts:
            [
                PlaceTab("For you", .alerts(areMine: true)), PlaceTab("Everybody's", .alerts(areMine: false)),
                PlaceTab("All", .all(RecordKind.alert.code, ending: .any)),
            ]
        case .record: [PlaceTab("Record", .record)]
        }
    }

    private static let customerTabs: [PlaceTab] = [
        PlaceTab("Call sheet", .callSheet), PlaceTab("Cover", .cover), PlaceTab("Contacts", .people),
        PlaceTab("Contracts", .own([RecordKind.contract.code, RecordKind.entitlement.code])),
        PlaceTab("Memberships", .own([RecordKind.membership.code])),
        PlaceTab("Licences", .own([RecordKind.license.code])),
        PlaceTab("Hardware", .own([RecordKind.hardware.code, RecordKind.replacement.code, RecordKind.shipment.code])),
        PlaceTab("Hours", .own([RecordKind.hours.code])), PlaceTab("Partners", .own([RecordKind.partner.code])),
        PlaceTab("Purchases", .own([RecordKind.purchase.code])),
        PlaceTab("Compliance", .own([RecordKind.consent.code, RecordKind.product.code])),
        PlaceTab("Site", .own(Place.siteKinds)), PlaceTab("Notices", .own([RecordKind.notice.code])),
        PlaceTab("Cases", .cases),
    ]

    private static let siteKinds = [
        RecordKind.environment.code, RecordKind.asset.code, RecordKind.access.code, RecordKind.visit.code,
    ]

    /// The word after a record's number that shows its history.
    static let history = "history"

    /// The name in the title line; a customer's or record's own stands behind it.
    var title: String {
        switch self {
        case .home: "Home"
        case .roster: "Contacts"
        case .customer: "Customer"
        case .renewals: "Renewals"
        case .licenses: "Licences"
        case .site: "Site"
        case .situations: "Critical situations"
        case .duty: "Centres and duty"
        case .policy: "Policy"
        case .alerts: "Alerts"
        case .record(let id): id.description
        }
    }
}
