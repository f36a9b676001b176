// Why somebody may not call. Nobody is turned away for it: the case is logged, held and flagged (domain 12).

extension CoverReason {
    static func unknownCaller(_ name: String, _ contact: ContactID?, _ account: String) -> CoverReason {
        CoverReason(
            rule: "caller-unknown", about: contact?.description,
            message: "\(name) is no contact of \(account), of an account above it, or of a partner of theirs.",
            remedy: "Ask a contact of \(account); the case is logged and held meanwhile.",
            source: "domain 12, 13 row 33")
    }

    static func inactiveCaller(_ contact: Contact) -> CoverReason {
        CoverReason(
            rule: "caller-inactive", about: "\(contact.id)", message: "\(contact.name) is no longer a contact.",
            remedy: "Ask who took over; or bring the contact back (contact set \(contact.id) --active).",
            source: "domain 11 row 6")
    }

    static func noCallingRole(_ contact: Contact, _ roles: Set<String>) -> CoverReason {
        let list = roles.sorted().joined(separator: ", ")
        return CoverReason(
            rule: "caller-role", about: "\(contact.id)",
            message: "\(contact.name) has no role that opens cases (\(list)), and no portal access that does.",
            remedy: "Let the customer designate the person (contact set \(contact.id) --roles LIST).",
            source: "S, domain 5.1, 13 row 33")
    }

    static func silentPortal(_ contact: Contact, _ type: String) -> CoverReason {
        CoverReason(
            rule: "caller-portal", about: "\(contact.id)",
            message: "\(contact.name) has portal access \(type), which cannot create cases.",
            remedy: "Let the customer's administrator change it (contact set \(contact.id) --portal TYPE).",
            source: "domain 5.1, CTX120355")
    }

    static func partnerRole(_ id: RecordID, _ role: String?) -> CoverReason {
        CoverReason(
            rule: "partner-role", about: "\(id)",
            message: "The policy lets no \(role ?? "partner") act for a customer, as \(id) would have it.",
            remedy: "Ask a contact of the customer; the case is logged and held meanwhile.",
            source: "S, domain 11 rows 25 to 27")
    }

    static func partnerScope(_ id: RecordID) -> CoverReason {
        CoverReason(
            rule: "partner-scope", about: "\(id)", message: "\(id) appoints the partner for renewals, not for cases.",
            remedy: "Let the customer widen it (partner set \(id) scope=both).", source: "domain 13 row 20")
    }

    static func partnerNotStarted(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            rule: "partner-not-started", about: "\(id)", message: "\(id) appoints the partner from \(day) on.",
            remedy: "Wait until then, or let the customer appoint it earlier.", source: "domain 11 row 25")
    }

    static func partnerEnded(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            rule: "partner-ended", about: "\(id)", message: "\(id) appointed the partner until \(day).",
            remedy: "Let the customer appoint it anew.", source: "domain 11 row 25")
    }

    static func partnerRemoved(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            rule: "partner-removed", about: "\(id)", message: "The customer removed the partner of \(id) on \(day).",
            remedy: "Only the customer can appoint it anew.", source: "S, domain 11 row 27")
    }

    static func partnerPerson(_ id: RecordID, _ contact: Contact) -> CoverReason {
        CoverReason(
            rule: "partner-person", about: "\(id)",
            message: "\(id) appoints another person of that company than \(contact.name).",
            remedy: "Let that person call, or let the customer appoint the company.", source: "domain 11 row 26")
    }
}
