/// All that is known of one customer: its people, what covers it, what it has, and its open cases.
public struct CustomerSheet: Equatable, Sendable {
    /// The customer.
    public var account: Account
    /// What has to do with cover: the customer and those above it, its people and records.
    public var facts: CoverFacts
    /// Its own records, by the code of their kind, those that end first in front.
    public var records: [String: [Record]]
    /// The names behind identifiers in the records.
    public var names: Names
    /// What is left of the scheduled support of its contracts.
    public var hours: [RecordID: HoursBalance]
    /// Why somebody is the contact of a membership, in the words of the act that made it so.
    public var reasons: [RecordID: String]
    /// Whom the default rule would make the contact of a membership today; nil where the policy has no such rule, nobody
    /// was ever named, or there is more than a sheet looks through.
    public var ruled: AutomaticContact?
    /// Why it would choose nobody; nil where it would, or where there is more than a sheet looks through.
    public var unruled: Refusal?
    /// By what others let it, or one of its people, act for them.
    public var appointments: [Record] = []
    /// Its open cases, the most urgent first; at most ``mostCases``.
    public var cases: [CaseSummary]
    /// How many are open; nil while its cases are still to come.
    public var openCount: Int?

    /// As many cases as a sheet lists.
    public static let mostCases = 100
    /// As many records of a kind as a sheet lists.
    public static let mostRecords = 500

    /// As many memberships as are looked at for why somebody is told of them.
    static let mostReasons = 40

    /// Its people: those at the customer itself, who left last.
    public var contacts: [Contact] {
        facts.contacts.filter { $0.account == account.id }
            .sorted {
                ($0.active ? 0 : 1, Words.fold($0.name), $0.id) < ($1.active ? 0 : 1, Words.fold($1.name), $1.id)
            }
    }

    /// What of it ends on a day or later, what ends first in front; with the contracts of those above it, which serve it.
    public func ending(from day: CivilDay) -> [Record] {
        let above = facts.records.filter { $0.kind == .contract && $0.account != account.id }
        return (RecordKind.ending.flatMap { records($0) } + above).filter { $0.end.map { $0 >= day } ?? false }
            .sorted { ($0.end?.daysSince1970 ?? .max, $0.id) < ($1.end?.daysSince1970 ?? .max, $1.id) }
    }

    /// What of it ended in so many days before a day, what ended last in front.
    public func ended(before day: CivilDay, within days: Int64) -> [Record] {
        RecordKind.ending.flatMap { records($0) }
            .filter { $0.end.map { $0 < day && $0 >= day.adding(-days) } ?? false }
            .sorted { ($0.end?.daysSince1970 ?? 0, $1.id) > ($1.end?.daysSince1970 ?? 0, $0.id) }
    }

    /// Its records of a kind.
    public func records(_ kind: RecordKind) -> [Record] { records[kind.code] ?? [] }
}

extension CaseStore {
    /// All that is known of one customer.
    ///
    /// - Parameter coming: told all but its cases, each of which lies elsewhere on a disk.
    public func customer(
        _ id: AccountID, _ context: QueryContext, _ coming: (CustomerSheet) -> Void = { _ in }
    ) async throws(StoreError) -> CustomerSheet {
        guard let account = try await account(id) else { throw .notFound("account \(id)") }
        let facts = try await coverFacts(of: account)
        var sheet = CustomerSheet(
            account: account, facts: facts, records: [:], names: Names(), hours: [:], reasons: [:], cases: [])
        for above in facts.accounts { sheet.names.accounts[above.id] = above.name }
        for kind in RecordKind.all where kind != .attachment && kind.field(RecordKind.account) != nil {
            let list = try await records(
                RecordQuery(kind, of: [id], byEnd: kind.end != nil, limit: CustomerSheet.mostRecords))
            guard !list.records.isEmpty else { continue }
            sheet.records[kind.code] = list.records
            sheet.names.add(list.names)
        }
        sheet.names.regions[id] = facts.accounts.lazy.compactMap(\.region).first
        let day = try await policies.day(of: context.now, for: facts)
        for contract in sheet.records(.contract) {
            sheet.hours[contract.id] = try await hours(of: contract.id, on: day)
        }
        try await fillReasons(of: &sheet, on: day)
        let others = try await records(
            RecordQuery(.partner, marked: id.description, limit: CustomerSheet.mostRecords))
        sheet.appointments = others.records
        sheet.names.add(others.names)
        coming(sheet)
        let open = CaseQuery.open(of: account)
        sheet.cases = try await firstPage(
            // All have the same account; named first, it keeps a store from going through what is due anywhere.
            open, sort: [SortKey(.account), SortKey(.due), SortKey(.severity)], limit: CustomerSheet.mostCases, context)
        sheet.openCount = try await count(open, context)
        return sheet
    }

    /// Why somebody is told of each membership, and whom the rule would choose today.
    private func fillReasons(of sheet: inout CustomerSheet, on day: CivilDay) async throws(StoreError) {
        let (all, policies) = (sheet.records(.membership), try await policies)
        var looked: [(record: Record, events: [RecordEvent])] = []
        for membership in all.prefix(CustomerSheet.mostReasons) {
            let events = try await recordFile(membership.id).events
            sheet.reasons[membership.id] =
                membership.contactReason(events)
                ?? membership.naming(events).map { event in
                    "Named by \(event.actor.name) on \(policies.day(of: event.at, for: sheet.facts))."
                }
            looked.append((membership, events))
        }
        let purchases = sheet.records(.purchase)
        let unnamed = all.first { $0.contact("contact") == nil }
        guard looked.count == all.count, purchases.count < CustomerSheet.mostRecords,
            unnamed != nil || all.contains(where: { $0["naming"] == Naming.automatic.rawValue })
        else { return }
        guard let rule = policies.inForce.rule(AutomaticContact.rule) else {
            sheet.unruled = unnamed.map { .noAutomaticRule($0.id) }
            return
        }
        let registrations = [Registration](purchases: purchases, memberships: looked, until: day)
        var active: Set<ContactID> = []
        for contact in try await contacts(Array(Set(registrations.map(\.contact)))) where contact.active {
            active.insert(contact.id)
            sheet.names.contacts[contact.id] = contact.name
        }
        sheet.ruled = AutomaticContact(among: registrations, by: rule, active: active)
        if sheet.ruled == nil { sheet.unruled = unnamed.map { .nobodyRegistered($0.id) } }
    }
}

extension Record {
    /// What made somebody the contact of a membership, where no rule did; nil where nobody was named.
    fileprivate func naming(_ events: [RecordEvent]) -> RecordEvent? {
        guard self["naming"] != Naming.automatic.rawValue, contact("contact") != nil else { return nil }
        return events.withoutTakenBack.last { $0.changes.contains { $0.field == "contact" } }
    }
}

extension RecordKind {
    /// What a customer has that ends, and that somebody has to think of before it does.
    public static let ending: [RecordKind] = [.contract, .membership, .hardware, .license]
}

extension CaseQuery {
    /// The open cases of a customer, whose name is its own.
    public static func open(of account: Account) -> CaseQuery {
        CaseQuery(
            .all([
                .term(.value(.account, [.value(.whole(Needle(account.name)))])),
                .term(.marks([.open])),
            ]))
    }
}

extension PolicyBook {
    /// The day it is at a customer: a contract ends at the customer's midnight, wherever the question is asked.
    public func day(of now: Timestamp, for facts: CoverFacts) -> CivilDay {
        day(of: now, in: facts.accounts.lazy.compactMap(\.region).first)
    }
}
