// Why somebody may not call. Nobody is turned away for it: the case is logged, held and flagged (domain 12).

extension CoverReason {
    static func unknownCaller(_ name: String, _ contact: ContactID?, _ account: String) -> CoverReason {
        CoverReason(
            "caller-unknown", contact?.description,
            "\(name) is no contact of \(account), of an account above it, or of a partner of theirs.",
            "Ask a contact of \(account); the case is logged and held meanwhile.", .caller)
    }

    static func inactiveCaller(_ contact: Contact) -> CoverReason {
        CoverReason(
            "caller-inactive", "\(contact.id)", "\(contact.name) is no longer a contact.",
            "Ask who took over; or bring the contact back (contact set \(contact.id) --active).", .caller)
    }

    static func noCallingRole(_ contact: Contact, _ roles: Set<String>) -> CoverReason {
        let list = roles.sorted().joined(separator: ", ")
        return CoverReason(
            "caller-role", "\(contact.id)",
            "\(contact.name) has no role that opens cases (\(list)), and no portal access that does.",
            "Let the customer designate the person (contact set \(contact.id) --roles LIST).", .caller)
    }

    static func silentPortal(_ contact: Contact, _ type: String) -> CoverReason {
        CoverReason(
            "caller-portal", "\(contact.id)",
            "\(contact.name) has portal access \(type), which cannot create cases.",
            "Let the customer's administrator change it (contact set \(contact.id) --portal TYPE).", .caller)
    }

    static func partnerRole(_ id: RecordID, _ role: String?) -> CoverReason {
        CoverReason(
            "partner-role", "\(id)",
            "The policy lets no \(role ?? "partner") act for a customer, as \(id) would have it.",
            "Ask a contact of the customer; the case is logged and held meanwhile.", .caller)
    }

    static func partnerScope(_ id: RecordID) -> CoverReason {
        CoverReason(
            "partner-scope", "\(id)", "\(id) appoints the partner for renewals, not for cases.",
            "Let the customer widen it (partner set \(id) scope=both).", .caller)
    }

    static func partnerNotStarted(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "partner-not-started", "\(id)", "\(id) appoints the partner from \(day) on.",
            "Wait until then, or let the customer appoint it earlier.", .caller)
    }

    static func partnerEnded(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "partner-ended", "\(id)", "\(id) appointed the partner until \(day).",
            "Let the customer appoint it anew.", .caller)
    }

    static func partnerRemoved(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "partner-removed", "\(id)", "The customer removed the partner of \(id) on \(day).",
            "Only the customer can appoint it anew.", .caller)
    }

    static func partnerPerson(_ id: RecordID, _ contact: Contact) -> CoverReason {
        CoverReason(
            "partner-person", "\(id)",
            "\(id) appoints another person of that company than \(contact.name).",
            "Let that person call, or let the customer appoint the company.", .caller)
    }
}
