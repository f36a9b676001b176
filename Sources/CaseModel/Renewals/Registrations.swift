// Whom a customer named, and where: what the default rule counts (domain 13 row 37).

extension [Registration] {
    /// Those on purchases and on memberships until a day.
    init(purchases: [Record], memberships: [(record: Record, events: [RecordEvent])], until day: CivilDay) {
        self = purchases.compactMap { purchase in
            guard let contact = purchase.contact("contact"), let day = purchase.day("day") else { return nil }
            return Registration(contact, on: day, in: purchase.id)
        }
        for membership in memberships { self += membership.record.registrations(by: membership.events) }
        removeAll { day < $0.day }
    }
}

extension AutomaticContact {
    /// Whom a rule of the policy assigns by what was registered.
    init?(among registrations: [Registration], by rule: Policy.Rule, active: Set<ContactID>) {
        self.init(
            among: registrations, by: rule.order.compactMap(Reason.init(rawValue:)), active: active.contains)
    }
}

extension CaseLedger {
    /// Whom a rule of the policy assigns for a customer on a day: by what was registered until then.
    public func automaticContact(
        of account: AccountID, on day: CivilDay, by rule: Policy.Rule
    ) throws(StoreError) -> AutomaticContact? {
        var memberships: [(record: Record, events: [RecordEvent])] = []
        for membership in try records(RecordQuery(.membership, of: [account])) {
            memberships.append((membership, try recordEvents(of: membership.id, after: 0)))
        }
        let purchases = try records(RecordQuery(.purchase, of: [account]))
        let registrations = [Registration](purchases: purchases, memberships: memberships, until: day)
        var active: Set<ContactID> = []
        for id in Set(registrations.map(\.contact)) where try contact(id)?.active == true { active.insert(id) }
        return AutomaticContact(among: registrations, by: rule, active: active)
    }
}

extension Record {
    /// A membership registers the contact it was made with, and each renewal the contact named then; what the rule
    /// assigned was named by nobody.
    fileprivate func registrations(by events: [RecordEvent]) -> [Registration] {
        var record = Record(id, kind: kind)
        var result: [Registration] = []
        for event in events.withoutTakenBack {
            let before = record
            record.apply(event)
            let isRenewal = before.version == 0 || before.isRenewed(by: event.changes)
            let names = event.changes.contains { $0.field == "contact" }
            guard isRenewal || names, record["naming"] == Naming.named.rawValue,
                let contact = record.contact("contact")
            else { continue }
            result.append(Registration(contact, on: event.at.day, in: id))
        }
        return result
    }

    /// Why somebody is the contact of a membership, in the words of the act that made it so, or last found it so by the
    /// rule; nil where nobody said why.
    public func contactReason(_ events: [RecordEvent]) -> String? {
        let isAutomatic = self["naming"] == Naming.automatic.rawValue
        func rule(_ text: String?) -> String? {
            text.flatMap { text in text.firstRange(of: AutomaticContact.assigned).map { String(text[$0.lowerBound...]) }
            }
        }
        let event = events.withoutTakenBack.last { event in
            event.changes.contains { $0.field == "contact" || $0.field == "naming" }
                || isAutomatic && rule(event.text) != nil
        }
        return isAutomatic ? rule(event?.text) ?? event?.text : event?.text
    }

    /// Whether changes give it a later end: a renewal.
    func isRenewed(by changes: [ValueChange<String>]) -> Bool {
        guard let old = end, let new = changes.first(where: { $0.field == kind.end })?.new else { return false }
        return CivilDay(iso: new).map { old < $0 } ?? false
    }
}

extension Timestamp {
    /// The day in UTC.
    public var day: CivilDay { LocalTime(self, offset: 0).day }
}
