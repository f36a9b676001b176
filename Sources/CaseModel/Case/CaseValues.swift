// How each field reads and writes as text: the form in which events keep it.

/// A value that cannot stand in a field.
public struct ValueProblem: Error, Equatable, Sendable {
    /// The field.
    public let field: CaseField
    /// The text that does not fit.
    public let value: String
}

extension Case {
    /// The value of a field as events keep it: codes, identifiers, ISO times; nil when there is none.
    public func value(of field: CaseField) -> String? {
        switch field {
        case .externalID: externalID
        case .subject: subject
        case .description: description.isEmpty ? nil : description
        case .type: type.code
        case .status: status.code
        case .severity: severity.code
        case .requestedSeverity: requestedSeverity.code
        case .account: account?.description
        case .contact: contact?.description
        case .partner: partner?.description
        case .product: product
        case .channel: channel?.code
        case .queue: queue?.description
        case .owner: owner?.description
        case .openedAt: openedAt.description
        case .firstResponseAt: firstResponseAt?.description
        case .closedAt: closedAt?.description
        case .closureReason: closureReason?.code
        case .duplicateOf: duplicateOf?.description
        case .snoozedUntil: snoozedUntil?.description
        case .tags: tags.isEmpty ? nil : tags.joined(separator: " ")
        case .watchers: watchers.isEmpty ? nil : watchers.map(\.description).joined(separator: " ")
        case .plan: plan
        case .entitlement: entitlement?.description
        case .region: region
        case .center: center
        case .policy: policy
        case .criticalSituationManager: criticalSituationManager?.description
        case .language: language
        case .flags: flags.isEmpty ? nil : flags.joined(separator: " ")
        case .given(let need): given[need]
        case .extra(let name): extra[name]
        case .item: nil
        }
    }

    /// Sets a field from the form in which events keep it; throws when the text is no value of that field.
    public mutating func set(_ field: CaseField, to value: String?) throws(ValueProblem) {
        func read<T>(_ parse: (String) -> T?) throws(ValueProblem) -> T? {
            guard let value else { return nil }
            guard let parsed = parse(value) else { throw ValueProblem(field: field, value: value) }
            return parsed
        }
        func need<T>(_ parse: (String) -> T?) throws(ValueProblem) -> T {
            guard let parsed = try read(parse) else { throw ValueProblem(field: field, value: "") }
            return parsed
        }
        switch field {
        case .externalID: externalID = value
        case .subject: subject = value ?? ""
        case .description: description = value ?? ""
        case .type: type = try need { words.type($0) }
        case .status: status = try need { words.status($0) }
        case .severity: severity = try need { words.severity($0) }
        case .requestedSeverity: requestedSeverity = try need { words.severity($0) }
        case .account: account = try read { AccountID(text: $0) }
        case .contact: contact = try read { ContactID(text: $0) }
        case .partner: partner = try read { AccountID(text: $0) }
        case .product: product = value
        case .channel: channel = try read { words.channel($0) }
        case .queue: queue = try read { QueueID(text: $0) }
        case .owner: owner = try read { AgentID(text: $0) }
        case .openedAt: openedAt = try need { Timestamp(iso: $0) }
        case .firstResponseAt: firstResponseAt = try read { Timestamp(iso: $0) }
        case .closedAt: closedAt = try read { Timestamp(iso: $0) }
        case .closureReason: closureReason = try read { words.closure($0) }
        case .duplicateOf: duplicateOf = try read { CaseID(text: $0) }
        case .snoozedUntil: snoozedUntil = try read { Timestamp(iso: $0) }
        case .tags: tags = value.blankSeparated
        case .watchers:
            watchers =
                try read { text in
                    let parts = text.split(separator: " ")
                    let agents = parts.compactMap { AgentID(text: $0) }
                    return agents.count == parts.count ? agents : nil
                } ?? []
        case .plan: plan = value
        case .entitlement: entitlement = try read { RecordID(text: $0) }
        case .region: region = value
        case .center: center = value
        case .policy: policy = value
        case .criticalSituationManager: criticalSituationManager = try read { AgentID(text: $0) }
        case .language: language = value
        case .flags: flags = value.blankSeparated
        case .given(let need): given[need] = value
        case .extra(let name): extra[name] = value
        case .item: break
        }
    }
}

extension String? {
    /// The parts between blanks; by scalars, since a mark after a blank would make one character of both.
    var blankSeparated: [String] {
        (self ?? "").unicodeScalars.split(separator: " ").map { String($0) }
    }
}
