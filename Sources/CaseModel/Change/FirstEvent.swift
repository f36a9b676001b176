/// The event that logs a case: every field it starts with (domain 12: log → NEW).
///
/// - Throws: a refusal when the subject says nothing or a text does not fit.
public func decideLog(_ new: NewCase, at now: Timestamp) throws(Refusal) -> Decision {
    let subject = try new.subject.checked("subject", CaseLimits.subject)
    let description = try new.description.bounded("description")
    let product = try new.product?.bounded("product", CaseLimits.subject).orNil
    let values: [(CaseField, String?)] = [
        (.subject, subject), (.description, description.orNil), (.type, new.type.rawValue),
        (.status, Status.new.rawValue), (.severity, new.severity.code), (.requestedSeverity, new.severity.code),
        (.account, new.account.description), (.contact, new.contact.description),
        (.partner, new.partner?.description), (.product, product), (.channel, new.channel.rawValue),
        (.openedAt, now.description),
        (.extra("troubleshooting"), new.troubleshootingDone.map { $0 ? "done" : "skipped" }),
    ]
    return Decision(.logged, values.compactMap { field, value in value.map { FieldChange(field, nil, $0) } })
}
