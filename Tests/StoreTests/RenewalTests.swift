import CaseModel
import GuidePolicy
import Testing

@Suite("Renewal Contacts are named, or assigned by the default rule")
struct RenewalTests {
    @Test("A membership without a named contact gets the one most often registered", arguments: StoreKind.allCases)
    func automatic(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            var ann = try await desk.contact("Ann", nord)
            let bea = try await desk.contact("Bea", nord)
            try await desk.add(.contract, desk.contract(nord, "N-1"))
            let item: [String: String?] = ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31"]
            // Nobody was ever named.
            let first = try await desk.add(.membership, item)
            #expect(first["contact"] == nil && first["naming"] == nil && first["since"] == nil)
            #expect(try await desk.rule(of: [RecordEdit(first.id, ["naming": "automatic"])]) == "renewal-nobody")
            // What is still to come counts for nothing.
            for (order, contact) in [("1", ann), ("2", ann), ("3", bea), ("4", bea), ("5", bea)] {
                let year = order > "3" ? 2030 : 2026
                try await desk.add(
                    .purchase,
                    [
                        "account": nord.description, "order": order, "day": "\(year)-01-0\(order)",
                        "product": "Gateway",
                        "quantity": "1", "contact": contact.id.description,
                    ])
            }
            let second = try await desk.add(.membership, item)
            #expect(second.contact("contact") == ann.id && second["naming"] == "automatic")
            #expect(second["since"] == minute(10).description.prefix(10).description)
            let text = try await desk.store.recordFile(second.id).events[0].text
            #expect(
                text == "Assigned automatically: Ann, most often registered (2 times, last 2026-01-02); "
                    + "others: Bea 1, last 2026-01-03.")
            // Who is named stays through a renewal, and counts; who was assigned counts for nothing.
            let named = try await desk.set(first.id, ["contact": bea.id.description]).records[0]
            #expect(named["naming"] == "named" && named["since"] != nil)
            let renewed = try await desk.set(first.id, ["end": "2027-12-31"]).records[0]
            #expect(renewed.contact("contact") == bea.id && renewed["naming"] == "named")
            // Bea: a purchase, a membership, a renewal. Ann: two purchases.
            let again = try await desk.set(second.id, ["end": "2027-12-31"]).records[0]
            #expect(again.contact("contact") == bea.id && again["naming"] == "automatic")
            // Who left is not chosen.
            var gone = bea
            gone.active = false
            _ = try await desk.store.save(gone, by: People.ada, at: minute(11))
            let forced = try await desk.set(first.id, ["naming": "automatic"]).records[0]
            #expect(forced.contact("contact") == ann.id && forced["naming"] == "automatic")
            ann.active = false
            _ = try await desk.store.save(ann, by: People.ada, at: minute(12))
            // A renewal with nobody left goes through and leaves things as they are.
            #expect(try await desk.set(second.id, ["end": "2028-12-31"]).records[0].contact("contact") == bea.id)
            let emptied = try await desk.set(second.id, ["contact": nil]).records[0]
            #expect(emptied["naming"] == nil && emptied["since"] == nil)
        }
    }

    @Test("Who stays at a renewal stays for the recorded reason; whom the rule would choose now is told beside it")
    func reasons() async throws {
        try await withStore(.memory) { desk in
            let nord = try await desk.account("Nord")
            let ann = try await desk.contact("Ann", nord)
            let bea = try await desk.contact("Bea", nord)
            try await desk.add(.contract, desk.contract(nord, "N-1"))
            func buy(_ order: String, _ contact: Contact) async throws {
                try await desk.add(
                    .purchase,
                    [
                        "account": nord.description, "order": order, "day": "2026-01-0\(order)", "product": "Gateway",
                        "quantity": "1", "contact": contact.id.description,
                    ])
            }
            func sheet() async throws -> CustomerSheet {
                let words = try await desk.store.policies.words
                return try await desk.store.customer(nord, QueryContext(now: minute(30), words: words))
            }
            try await buy("1", ann)
            let item = try await desk.add(
                .membership, ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31"])
            let recorded = "Assigned automatically: Ann, most often registered (once, last 2026-01-01)."
            #expect(try await sheet().reasons[item.id] == recorded)
            // Counted anew it would say twice: what was recorded holds.
            try await buy("2", ann)
            let renewal = try await desk.set(item.id, ["end": "2027-12-31"])
            #expect(renewal.events.map(\.text) == [nil] && renewal.events[0].changes.map(\.field) == ["end"])
            #expect(try await sheet().reasons[item.id] == recorded)
            #expect(try await sheet().ruled?.contact == ann.id)
            // Now it would be another; who is the contact stays so until the next renewal.
            for order in ["3", "4", "5"] { try await buy(order, bea) }
            let told = try await sheet()
            #expect(told.reasons[item.id] == recorded && told.ruled?.contact == bea.id)
            #expect(
                told.ruled?.wordsOfToday { told.names.contacts[$0] ?? "" }
                    == "Today the rule would choose Bea, most often registered (3 times, last 2026-01-05); "
                    + "others: Ann 2, last 2026-01-02; the next renewal applies it again.")
            // Whoever asks the rule by name has its reason recorded; so has whoever names somebody.
            _ = try await desk.set(item.id, ["naming": "automatic"])
            #expect(try await sheet().reasons[item.id]?.hasPrefix("Assigned automatically: Bea, ") == true)
            _ = try await desk.set(item.id, ["contact": bea.id.description])
            #expect(try await sheet().reasons[item.id]?.hasPrefix("Named by ") == true)
        }
    }

    @Test(
        "Whoever may renew may renew without a contact; the rule needs no right of its own",
        arguments: StoreKind.allCases)
    func rights(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let ann = try await desk.contact("Ann", nord)
            try await desk.add(.contract, desk.contract(nord, "N-1"))
            let item: [String: String?] = [
                "contract": "CN-1", "product": "Gateway", "end": "2026-12-31", "contact": ann.id.description,
            ]
            try await desk.add(.membership, item)
            let other = try await desk.add(.membership, item.merging(["contact": String?.none]) { $1 })
            _ = try await desk.set(other.id, ["contact": nil])
            try await desk.addBen([.licensingAdministrator])
            #expect(try await desk.rule(of: [RecordEdit(other.id, ["end": "2027-12-31"])], by: People.ben) == nil)
            #expect(try await desk.store.recordFile(other.id).record.contact("contact") == ann.id)
            let edit = RecordEdit(other.id, ["contact": ann.id.description])
            #expect(try await desk.rule(of: [edit], by: People.ben) == "no-right")
        }
    }
}
