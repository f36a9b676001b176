import CaseModel
import TerminalUI

extension PageBody {
    /// Who asks, for whom, and who answers; mail and telephone are masked until somebody asks for them.
    static func people(_ file: CaseFile, _ facts: PageFacts) -> [StyledLine] {
        let look = facts.look
        let policy = facts.book.inForce
        func value(_ field: CaseField) -> String? { PageBody.value(of: field, file, look) }
        let isRevealed = facts.aside.isRevealed(file.contact)
        func way(_ text: String?) -> String? {
            text.map { isRevealed ? $0 : Contact.masked($0, look.glyphs) }
        }
        var lines = [facts.heading("Contact")]
        let contact = file.contact
        lines += facts.fact("name", contact?.name ?? value(.contact) ?? file.item.extra["caller"])
        if let contact {
            let roles = contact.roles.map { code in policy.people.contactRoles.first { $0.code == code }?.name ?? code }
            lines += facts.fact("roles", roles.isEmpty ? "none" : roles.joined(separator: ", "))
            if !contact.active { lines += facts.fact("standing", "no longer there", .warn) }
        }
        let hint = isRevealed || contact?.email ?? contact?.phone == nil ? "" : "   \(facts.key(.open)) shows it"
        lines += facts.fact("e-mail", way(contact?.email).map { $0 + hint })
        lines += facts.fact("telephone", way(contact?.phone))
        lines += facts.fact("language", contact?.language.map { file.names.words($0, of: .language) })
        if let contact {
            let rights = policy.rights(of: contact, at: facts.cover)
            let own = rights.isEmpty ? appointed(contact, file, facts) : rights.joined(separator: ", ")
            lines += facts.fact("may", own)
        }
        lines.append(facts.heading("Customer"))
        let account = file.account
        lines += facts.fact("account", account?.name ?? value(.account))
        lines += facts.fact("org id", account?.organizationID)
        lines += facts.fact("country", account?.country)
        let above = facts.cover?.accounts.dropFirst().map(\.name) ?? []
        if !above.isEmpty { lines += facts.fact("part of", above.joined(separator: ", ")) }
        lines += facts.fact("partner", value(.partner))
        lines += severity(file, facts)
        lines.append(facts.heading("Here"))
        lines += facts.fact("owner", value(.owner))
        lines += facts.fact("queue", value(.queue))
        lines += facts.fact("centre", value(.center))
        lines += facts.fact("watchers", value(.watchers))
        let isCritical = file.item.severity.isCritical
        let manager = value(.criticalSituationManager)
        if isCritical || manager != nil {
            lines += facts.fact("situation manager", manager ?? "not named yet", manager == nil ? .warn : .text)
        }
        return lines + others(contact?.id, facts)
    }

    /// For what the customer appointed somebody of a partner; nil for nobody.
    private static func appointed(_ contact: Contact, _ file: CaseFile, _ facts: PageFacts) -> String? {
        guard let cover = facts.cover, let field = RecordKind.partner.field("scope") else { return nil }
        let day = facts.book.day(of: facts.look.now, for: cover)
        let record = cover.records.first { record in
            let appointment = Appointment(record: record)
            return record.kind == .partner && appointment.means(contact) && appointment.holds(on: day)
        }
        return record.map { "\(file.names.words($0["scope"] ?? "", of: field.type)), appointed by \($0.id)" }
    }

    /// Whether the severity is agreed: what the customer asked for, by whom it was recorded that this was given or else for
    /// which reason another was, and who of the customer may call for it (domain 4).
    private static func severity(_ file: CaseFile, _ facts: PageFacts) -> [StyledLine] {
        let (item, policy) = (file.item, facts.book.inForce)
        let asked = item.requestedSeverity
        var lines = [facts.heading("Severity \(item.severity.code)")]
        lines += facts.fact("asked for", "\(asked.code) \(asked.words)")
        let agreement = file.agreement
        if let event = agreement, asked == item.severity {
            let reason = event.text.map { ": \($0)" } ?? ""
            lines += facts.fact("agreed", "recorded by \(event.actor.name) \(facts.look.words(event.at))\(reason)")
        } else if !item.status.isOpen {
            // Nobody agrees on it any more.
            lines += facts.fact("agreed", "was never recorded", .dim)
        } else {
            let condition = policy.lifeCycle.conditions.first { $0.code == Policy.agreedSeverity }
            let source = condition.map { policy.credit($0.origin.tags(of: "mend")) } ?? ""
            let way =
                condition.map { condition in
                    // What was set for a reason is agreed once the customer asks for it, too.
                    let isSo = agreement == nil || asked == item.severity
                    let own = isSo ? "" : " a says that the customer asks for that, too"
                    return " \(condition.mend.withoutStop) (\(facts.key(.severity))\(own)) \(source)"
                } ?? ""
            let reason = agreement.flatMap(\.text).map { " It is \(item.severity.code) for this reason: \($0)" } ?? ""
            lines += facts.fact("agreed", "not yet.\(way)\(reason)", .warn)
        }
        guard let known = facts.cover else { return lines }
        let told = CallerWords(file.cover(known, facts.book), at: item.severity)
        return lines
            + facts.fact(
                "may call", told.words(atMost: others, [item.severity]), told.callers.isEmpty ? .warn : .text)
    }

    /// How many others of the customer are named with what they may do.
    private static let others = 12

    /// What others of the customer may do, by what the policy says of their roles.
    private static func others(_ asked: ContactID?, _ facts: PageFacts) -> [StyledLine] {
        let policy = facts.book.inForce
        let people = (facts.cover?.contacts ?? []).filter { $0.id != asked }
            .map { (name: $0.name, rights: policy.rights(of: $0, at: facts.cover)) }.filter { !$0.rights.isEmpty }
        guard !people.isEmpty else { return [] }
        let more = people.count - others
        let lines = people.prefix(others).flatMap { facts.fact("  \($0.name)", $0.rights.joined(separator: ", ")) }
        return [facts.heading("Others there, and what they may")] + lines
            + (more > 0 ? facts.text("and \(more) more", .dim) : [])
    }
}
