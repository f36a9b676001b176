extension CaseStore {
    /// All that is known of a customer that has to do with cover.
    public func coverFacts(of account: Account) async throws(StoreError) -> CoverFacts {
        var facts = CoverFacts(accounts: [account])
        while let parent = facts.accounts.last?.parent, !facts.accounts.contains(where: { $0.id == parent }),
            let above = try await self.account(parent)
        {
            facts.accounts.append(above)
        }
        let ids = facts.accounts.map(\.id)
        for kind in [RecordKind.contract, .entitlement, .hardware, .purchase, .partner] {
            facts.records += try await records(RecordQuery(kind, of: ids)).records
        }
        let appointments = facts.records(.partner).map { Appointment(record: $0) }
        var known: Set<ContactID> = []
        for id in Set(ids + appointments.compactMap(\.company)).sorted() {
            for contact in try await contacts(matching: "", account: id, limit: .max) {
                if known.insert(contact.id).inserted { facts.contacts.append(contact) }
            }
        }
        facts.contacts += try await contacts(Array(Set(appointments.compactMap(\.person)).subtracting(known)))
        return facts
    }
}
