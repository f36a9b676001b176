/// A field of a case that an event can change, by the name it has in JSON and in queries.
public enum CaseField: Hashable, Sendable {
    /// The fields of the model.
    case externalID, subject, description, type, status, severity, requestedSeverity, account, contact, partner
    case product, channel, queue, owner, openedAt, firstResponseAt, closedAt, closureReason, duplicateOf
    case snoozedUntil, tags, watchers
    /// What rules found out: cover, place, edition, who commands, what is open.
    case plan, entitlement, region, center, policy, criticalSituationManager, language, flags
    /// What a status needed and was given, by what the policy calls it.
    case given(String)
    /// A column of the source that the model has no field for.
    case extra(String)
    /// The state of one action item.
    case item(ActionItemID)

    /// Every field that is not an extra or an item.
    public static let all: [CaseField] = [
        .externalID, .subject, .description, .type, .status, .severity, .requestedSeverity, .account, .contact,
        .partner, .product, .channel, .queue, .owner, .openedAt, .firstResponseAt, .closedAt, .closureReason,
        .duplicateOf, .snoozedUntil, .tags, .watchers, .plan, .entitlement, .region, .center, .policy,
        .criticalSituationManager, .language, .flags,
    ]

    /// The name in JSON, events and queries: `severity`, `x.LOCATION`, `item AI-1000001-2`.
    public var name: String {
        switch self {
        case .externalID: "externalID"
        case .subject: "subject"
        case .description: "description"
        case .type: "type"
        case .status: "status"
        case .severity: "severity"
        case .requestedSeverity: "requestedSeverity"
        case .account: "account"
        case .contact: "contact"
        case .partner: "partner"
        case .product: "product"
        case .channel: "channel"
        case .queue: "queue"
        case .owner: "owner"
        case .openedAt: "openedAt"
        case .firstResponseAt: "firstResponseAt"
        case .closedAt: "closedAt"
        case .closureReason: "closureReason"
        case .duplicateOf: "duplicateOf"
        case .snoozedUntil: "snoozedUntil"
        case .tags: "tags"
        case .watchers: "watchers"
        case .plan: "plan"
        case .entitlement: "entitlement"
        case .region: "region"
        case .center: "center"
        case .policy: "policy"
        case .criticalSituationManager: "criticalSituationManager"
        case .language: "language"
        case .flags: "flags"
        case .given(let need): "given." + need
        case .extra(let name): "x." + name
        case .item(let id): "item \(id)"
        }
    }

    /// The name as people read it: what a status was given goes by the policy's word alone.
    public var shortName: String {
        switch self {
        case .given(let need): need
        case .criticalSituationManager: "situation manager"
        default: name
        }
    }

    /// The field of a name; nil for a name that is none.
    public init?(name: some StringProtocol) {
        // By bytes: the name of a column may begin with a mark that would join the dot to one character.
        if name.utf8.starts(with: "x.".utf8) {
            self = .extra(String(Substring(name).unicodeScalars.dropFirst(2)))
        } else if name.utf8.starts(with: "given.".utf8) {
            self = .given(String(Substring(name).unicodeScalars.dropFirst(6)))
        } else if name.utf8.starts(with: "item ".utf8), let id = ActionItemID(text: name.dropFirst(5)) {
            self = .item(id)
        } else if let field = CaseField.byName[String(name)] {
            self = field
        } else {
            return nil
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
