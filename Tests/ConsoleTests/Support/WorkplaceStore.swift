import CaseModel
import GuidePolicy

/// The small store with what stands beside cases: a group, people, contracts, licences and the rest of one customer.
enum WorkplaceStore {
    static func make() async throws(StoreError) -> MemoryCaseStore {
        let store = try await SampleStore.make()
        var shelf = Shelf(store)
        try await shelf.fill()
        try await shelf.fillSite()
        try await shelf.endSituation()
        return store
    }

    /// Keeps records one after another, by the agent who may do everything.
    struct Shelf {
        let store: MemoryCaseStore
        var acts = 0

        init(_ store: MemoryCaseStore) { self.store = store }

        mutating func add(
            _ kind: RecordKind, doing act: RecordAct? = nil, _ values: [String: String?]
        ) async throws(StoreError) -> RecordID {
            acts += 1
            let operation = CaseModel.Operation(
                id: OperationID("shelf-\(acts)"), claim: SampleStore.ada, at: SampleStore.now - 86_400 * 3, edits: [])
            let outcome = try await store.keep([RecordEdit(adding: kind, doing: act, values)], operation)
            guard let record = outcome.records.first else { throw .notFound("record") }
            return record.id
        }

        mutating func person(
            _ name: String, _ account: AccountID, roles: [String], mail: String, phone: String
        ) async throws(StoreError) -> ContactID {
            let contact = Contact(
                id: ContactID(0), account: account, name: name, email: mail, phone: phone, language: "en",
                roles: roles, portalType: "admin")
            return try await store.save(contact, by: SampleStore.ada, at: SampleStore.now).id
        }

        mutating func fill() async throws(StoreError) {
            func account(_ name: String) async throws(StoreError) -> Account {
                guard let found = try await store.accounts(matching: name, limit: 1).first else {
                    throw .notFound(name)
                }
                return found
            }
            var nord = try await account("Nord Energy")
            nord.region = "emea"
            nord = try await store.save(nord, by: SampleStore.ada, at: SampleStore.now)
            var grid = Account(id: AccountID(0), name: "Nord Energy Grid", country: "NO", parent: nord.id)
            grid.region = "emea"
            _ = try await store.save(grid, by: SampleStore.ada, at: SampleStore.now)
            guard var lena = try await store.agents().first(where: { $0.name == "lena" }) else { return }
            lena.role = "account-manager"
            lena.center = "dublin"
            lena.duties = [.accountManager]
            lena = try await store.save(lena, by: SampleStore.ada, at: SampleStore.now)
            let partner = try await store.save(
                Account(id: AccountID(0), name: "Fjord Consulting"), by: SampleStore.ada, at: SampleStore.now)
            let berg = try await person(
                "Johanna Berg", nord.id, roles: ["technical", "renewal"], mail: "johanna.berg@nord.example",
                phone: "+47 22 55 01 12")
            _ = try await person(
                "Mats Sand", nord.id, roles: ["contract-administration"], mail: "sand@nord.example",
                phone: "+47 22 55 01 19")
            let dahl = try await person(
                "Ola Dahl", partner.id, roles: [], mail: "dahl@fjord.example", phone: "+47 33 11 00 10")
            let owner = nord.id.description
            let contract = try await add(
                .contract,
                [
                    "account": owner, "number": "C-88120", "plans": "priority-plus", "start": "2024-07-01",
                    "end": "2027-06-30",
                ])
            let old = try await add(
                .contract,
                ["account": owner, "number": "C-80404", "plans": "select", "start": "2023-04-01", "end": "2025-03-31"])
            for (product, quantity) in [("Application delivery", "2400"), ("Gateway", "300")] {
                _ = try await add(
                    .entitlement,
                    [
                        "account": owner, "contract": contract.description, "product": product,
                        "plan": "priority-plus", "quantity": quantity,
                    ])
            }
            _ = try await add(
                .entitlement,
                ["account": owner, "contract": old.description, "product": "Legacy desktop", "plan": "select"])
            for (product, end, contact) in [
                ("Application delivery", "2027-06-30", berg), ("Gateway", "2026-03-30", nil),
            ] {
                _ = try await add(
                    .membership,
                    [
                        "account": owner, "contract": contract.description, "product": product, "end": end,
                        "contact": contact?.description, "naming": contact == nil ? nil : "named",
                        "since": contact == nil ? nil : "2025-01-01",
                    ])
            }
            _ = try await add(
                .purchase,
                [
                    "account": owner, "order": "PO-2024-118", "day": "2024-06-20", "product": "Application delivery",
                    "quantity": "2400", "contact": berg.description,
                ])
            let license = try await add(
                .license,
                [
                    "account": owner, "product": "Application delivery", "quantity": "2400", "bought": "2024-07-01",
                    "expires": "2026-04-01",
                ])
            _ = try await store.keep(
                [RecordEdit(license, doing: .license(LicenseAct(.allocate, 1800, of: "gate-1.nord.example")))],
                CaseModel.Operation(id: OperationID("shelf-a"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
            _ = try await add(
                .hardware,
                [
                    "account": owner, "product": "Gateway appliance", "serial": "GA-77120", "plan": "gold",
                    "start": "2025-04-01", "end": "2026-03-16", "address": "Oslo, hall 3",
                ])
            _ = try await add(
                .environment,
                [
                    "account": owner, "name": "Production Oslo", "critical": "yes", "principal": "yes",
                    "objectives": "Grid control never waits more than a minute.", "manager": lena.id.description,
                    "reviewed": "2026-01-15",
                ])
            _ = try await add(
                .partner,
                [
                    "account": owner, "company": partner.id.description, "person": dahl.description, "scope": "both",
                    "from": "2025-01-01",
                ])
            _ = try await add(
                .product,
                [
                    "account": owner, "product": "Gateway", "installed": "14.8", "available": "15.2",
                    "since": "2025-11-03",
                ])
        }
    }
}
