public import CaseModel

extension CommandEntry {
    /// The commands of records beside cases; what each kind holds stands in its table.
    static let recordEntries: [CommandEntry] = [
        records(
            .partner, .partner, "Lists, shows, appoints, changes or removes partners.",
            "list [TEXT]|show ID|appoint FIELD=VALUE…|set ID… FIELD=VALUE…|remove ID --contact NAME", .contact),
        records(.contract, .contract, "Lists, shows, adds or changes contracts.", usualVerbs),
        records(
            .entitlement, .entitlement, "Lists, shows, adds, changes or checks entitlements.",
            usualVerbs + "|check --account A [--contact C] [--product P] [--severity N] [--on DAY]",
            .contact, .product, .severity, .on),
        records(
            .renewal, .membership,
            "Lists memberships by end, adds and renews them, assigns their Renewal Contacts, tells them what is due.",
            usualVerbs + "|assign ID… [--contact C]|notify [ID…] [--kind WORD] [FIELD=VALUE…]", .contact, .kind),
        records(.purchase, .purchase, "Lists, shows, adds or changes purchases.", usualVerbs),
        records(.hardware, .hardware, "Lists, shows, adds or changes machines under maintenance.", usualVerbs),
        records(.environment, .environment, "Lists, shows, adds or changes what customers run.", usualVerbs),
        records(
            .notice, .notice, "Lists, shows or changes notices to customers; renewal notify sends them.",
            "list [TEXT]|show ID|set ID… FIELD=VALUE…"),
        records(
            .alert, .alert,
            "Lists what nobody may sleep through, says that it was seen, or looks once and runs the command for it.",
            "list [TEXT] [--all]|show ID|acknowledge ID… [-m TEXT]|run", .all),
    ]

    static let usualVerbs = "list [TEXT]|show ID|new FIELD=VALUE…|set ID… FIELD=VALUE…"

    static func records(
        _ command: Command, _ kind: RecordKind, _ help: String, _ usage: String, _ more: CallOption...
    ) -> CommandEntry {
        let fields = kind.fields.map { field in
            let tag = field.tag.map { " [\($0)]" } ?? ""
            return "\n  \(padded(field.name)) \(field.meaning)\(field.isRequired ? "" : ", or none")\(tag)"
        }
        var entry = CommandEntry(command, command.name, help).console(everywhere).shell(usage)
        entry.options = [.account, .limit, .message, .ifVersion] + more
        entry.shellForm = ShellForm(usage: entry.usage, help: entry.help, fields: "Fields:" + fields.joined())
        return entry
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 10 - name.unicodeScalars.count))
    }
}

extension Command {
    /// The kind of record that a command is about.
    public var recordKind: RecordKind? {
        switch self {
        case .partner: .partner
        case .contract: .contract
        case .entitlement: .entitlement
        case .renewal: .membership
        case .purchase: .purchase
        case .hardware: .hardware
        case .license: .license
        case .shipment: .shipment
        case .replacement: .replacement
        case .hours: .hours
        case .access: .access
        case .asset: .asset
        case .product: .product
        case .consent, .auditConsent: .consent
        case .environment: .environment
        case .notice: .notice
        case .alert: .alert
        default: nil
        }
    }
}

/// The field and the value of `FIELD=VALUE`; nil for a word that is no such pair.
public func assignment(_ word: String) -> (field: String, value: String)? {
    // By scalars: a value may begin with a mark that would join the sign to one character.
    let scalars = word.unicodeScalars
    guard let equals = scalars.firstIndex(of: "=") else { return nil }
    return (String(scalars[..<equals]), String(scalars[scalars.index(after: equals)...]))
}

/// The field of a name; a misspelt one is named with the nearest.
public func recordField(_ name: String, of kind: RecordKind) throws(CallProblem) -> RecordField {
    guard let field = kind.field(name) else {
        throw CallProblem.unknown("field", name, among: kind.fields.map(\.name))
    }
    return field
}
