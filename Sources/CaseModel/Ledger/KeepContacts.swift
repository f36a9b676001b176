// People at customers: who may add and change them, and what has to stay true.

/// What is to become of a person at a customer; number 0 adds one.
public struct ContactEdit: Equatable, Sendable {
    /// The person as they are to be.
    public var wish: Contact
    /// What was seen before the change; nil takes what is there now, which cannot conflict.
    public var seen: Contact?

    /// A change of a person.
    public init(_ wish: Contact, seen: Contact? = nil) {
        self.wish = wish
        self.seen = seen
    }
}

extension CaseLedger {
    /// Adds or changes people at customers as one act, all of it or nothing; what is so already is not written.
    public mutating func save(
        _ edits: [ContactEdit], by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) throws(StoreError) -> [Contact] {
        var saved: [Contact] = []
        var written: [Writing] = []
        for edit in edits {
            let (contact, writing) = try save(edit, by: claim)
            saved.append(contact)
            if let writing { written.append(writing) }
        }
        guard let first = written.first else { return saved }
        guard written.count > 1 else {
            try journalSaving(
                "contact", first.contact.name, first.fields?.joined(separator: "; "), by: first.actor, claim, now,
                recordedAt)
            return saved
        }
        // By their numbers, all of them: a person's history is nowhere else, and names would have to be erased.
        let numbers = Set(written.map(\.contact.id)).sorted().map(\.description).joined(separator: ", ")
        let fields = Set(written.flatMap { $0.fields ?? [] }).sorted().joined(separator: "; ")
        let words = "\(written.contains { $0.fields != nil } ? "changed" : "added") the contacts \(numbers)"
        try journal(
            words + (fields.isEmpty ? "" : ": \(fields)"), by: first.actor, claim, now, recordedAt)
        return saved
    }

    /// Writes one of them; two of one name whose addresses differ stay two (reliability 3, group 4).
    private mutating func save(
        _ edit: ContactEdit, by claim: Claim
    ) throws(StoreError) -> (contact: Contact, writing: Writing?) {
        let adds = edit.wish.id.number == 0
        let actor = try allowed(claim, adds ? .createCase : .keepContacts)
        let known = try self.contact(edit.wish.id)
        if !adds {
            guard let known else { throw .notFound("contact \(edit.wish.id)") }
            guard known != known.erased || edit.wish == known else { throw .refused(.contactErased(known.id)) }
        }
        let contact = try merged(edit.wish, seen: edit.seen, with: known, "contact")
        try check(contact.name, "contact")
        for role in contact.roles where !role.isOneWord { throw .refused(.oneWord("role", role).about("roles")) }
        if let type = contact.portalType, !type.isOneWord {
            throw .refused(.oneWord("portal-type", type).about("portal"))
        }
        // One that was there before the rule, or came from elsewhere, stands in the way of nothing else.
        if let mail = contact.email, mail != known?.email, !MailAddress.isOne(mail) { throw .refused(.mailForm) }
        if let phone = contact.phone, phone != known?.phone, !TelephoneNumber.isOne(phone) {
            throw .refused(.phoneForm)
        }
        if let language = contact.language, language != known?.language,
            let strange = policies.inForce.strangeLanguage(language)
        {
            throw .refused(strange)
        }
        if let id = contact.account, try account(id) == nil {
            throw .refused(.unknown("account", id.description, list: "account list"))
        }
        if adds {
            let namesakes = try contacts(folded: Words.fold(contact.name), account: contact.account)
            if let same = namesakes.first(where: { contact.says(nothingUnlike: $0) }) {
                guard same.active else { throw .refused(.contactLeft(same.name)) }
                guard contact.hasNoOtherPlace(than: same) else { throw .refused(.contactDiffers(same)) }
                return (same, nil)
            }
        }
        if let known, contact.isWritten(as: known) { return (known, nil) }
        let saved = try put(contact)
        // Only the fields: what is said of a person should stand in one place, from which it can be erased.
        return (saved, Writing(contact: saved, fields: known.map { saved.fields(unlike: $0) }, actor: actor))
    }
}

/// What was written of a person.
private struct Writing {
    /// The person as they are now.
    var contact: Contact
    /// The fields that changed; nil for somebody new.
    var fields: [String]?
    /// Who did it.
    var actor: Agent
}

extension Contact {
    /// Whether all of it is the same, byte for byte.
    fileprivate func isWritten(as known: Contact) -> Bool {
        self == known && values.allSatisfy { Optional($0.value).agrees(with: known.values[$0.key]) }
    }

    /// Whether roles and portal access were not given, or are known so.
    fileprivate func hasNoOtherPlace(than known: Contact) -> Bool {
        (roles.isEmpty || Set(roles) == Set(known.roles)) && portalType.agrees(with: known.portalType)
    }

    fileprivate func says(nothingUnlike known: Contact) -> Bool {
        email.agrees(with: known.email) && phone.agrees(with: known.phone) && language.agrees(with: known.language)
    }
}
