// Customers and their people as lists show them, of a store in memory.

extension MemoryCaseStore {
    /// Customers as a roster shows them.
    public func roster(_ query: RosterQuery) async throws(StoreError) -> [RosterLine] {
        let number = AccountID(text: query.text)
        let found = cases.accounts.values.filter { account in
            query.wants(account) && query.after.map { $0 < account.place } ?? true
                && (account.id == number || holds(query.text, in: account.name))
        }
        var lines: [RosterLine] = []
        for account in found.sorted(by: { $0.place < $1.place }).prefix(max(0, query.limit)) {
            var line = RosterLine(account)
            line.children = cases.accounts.values.count { $0.parent == account.id }
            line.contacts = cases.contacts.values.count { $0.account == account.id && $0.active }
            for item in cases.cases.values.map(\.item) where item.account == account.id && item.status.isOpen {
                line.open[item.severity.code, default: 0] += 1
            }
            lines.append(line)
        }
        try cases.addPlans(to: &lines, on: query.day)
        return lines
    }

    /// The people who are wanted.
    public func contacts(_ query: ContactQuery) async throws(StoreError) -> [Contact] {
        let number = ContactID(text: query.text)
        let found = cases.contacts.values.filter { contact in
            (query.account == nil || contact.account == query.account) && query.ids?.contains(contact.id) ?? true
                && query.after.map { $0 < ContactPlace(contact) } ?? true
                && (contact.id == number || [contact.name, contact.email ?? ""].contains { holds(query.text, in: $0) })
        }
        return Array(found.sorted { ContactPlace($0) < ContactPlace($1) }.prefix(max(0, query.limit)))
    }

    /// How much there is.
    public func totals() async throws(StoreError) -> StoreTotals {
        StoreTotals(
            accounts: cases.accounts.count, contacts: cases.contacts.count,
            partners: cases.records.keys.count { $0.kind == RecordKind.partner.code })
    }

    /// Whether a name has a text in it, both folded.
    private func holds(_ text: String, in name: String) -> Bool { place(of: text, in: [name]) != nil }
}
