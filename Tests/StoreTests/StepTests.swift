import CaseModel
import Testing

@Suite("Shipments and replacements go step by step, as the policy has it")
struct StepTests {
    @Test("A machine is sent in only when both agreed and its data was attested", arguments: StoreKind.allCases)
    func shipment(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let berg = try await desk.contact("J. Berg", nord).id.description
            let other = try await desk.contact("Eva", try await desk.account("Süd")).id.description
            let new = ["account": nord.description, "item": "cpu", "serial": "S-1"]
            for (values, act, rule) in [
                (new, "ship", "procedure-order"), (new, "fly", "procedure-act"),
                (new.merging(["item": "desk"]) { $1 }, "propose", "policy-word"),
            ] {
                let edit = RecordEdit(adding: .shipment, doing: .step(act), values)
                #expect(try await desk.rule(of: [edit]) == rule, "\(act)")
            }
            let id = try await desk.begin(.shipment, "propose", new)
            func rule(_ act: String, _ values: [String: String?] = [:]) async throws -> String? {
                try await desk.refusal(of: .step(act), on: id, values)?.rule
            }
            func step() async throws -> String? { try await desk.store.recordFile(id).record["step"] }
            // Blocked until both sides agreed; each by itself, in any order.
            #expect(try await rule("ship", ["destination": "test-laboratory"]) == "procedure-order")
            #expect(try await rule("attest", ["attestedBy": berg]) == "procedure-order")
            #expect(try await rule("agree") == "procedure-needs")
            #expect(try await rule("agree", ["agreedByUs": "AG-1", "attestedBy": berg]) == "record-by-act")
            #expect(try await rule("agree", ["agreedByUs": "AG-1", "step": "returned"]) == "record-by-act")
            #expect(try await rule("agree", ["agreedByUs": "AG-1"]) == nil)
            #expect(try await step() == "proposed")
            #expect(try await rule("attest", ["attestedBy": berg]) == "procedure-order")
            #expect(try await rule("agree", ["agreedByCustomer": other]) == "record-contact")
            #expect(try await rule("agree", ["agreedByCustomer": berg]) == nil)
            #expect(try await step() == "agreed")
            // Nobody writes an agreement or an attestation beside the steps.
            #expect(try await desk.rule(of: [RecordEdit(id, ["attestedBy": berg])]) == "record-by-act")
            #expect(try await desk.rule(of: [RecordEdit(id, ["step": "returned"])]) == "record-by-act")
            #expect(try await rule("ship", ["destination": "test-laboratory"]) == "procedure-order")
            #expect(try await rule("attest") == "procedure-needs")
            #expect(try await rule("attest", ["attestedBy": berg]) == nil)
            #expect(try await rule("ship", ["tracking": "T-1"]) == "procedure-needs")
            #expect(try await rule("ship", ["destination": "moon", "tracking": "T-1"]) == "policy-word")
            #expect(try await rule("ship", ["destination": "test-laboratory", "tracking": "T-1"]) == nil)
            #expect(try await rule("receive") == nil)
            #expect(try await rule("return") == "procedure-needs")
            #expect(try await rule("return", ["finding": "The fan is broken."]) == nil)
            #expect(try await rule("return") == "procedure-order")
            let file = try await desk.store.recordFile(id)
            let procedure = try #require(try await desk.store.policies.inForce.procedure(of: .shipment))
            #expect(Set(file.stepTimes.keys) == Set(procedure.steps.map(\.code)))
            #expect(file.record["tracking"] == "T-1" && file.record["attestedBy"] == berg)
            let standing = try #require(StepStanding(file.record, plan: nil, try await desk.store.policies.inForce))
            #expect(standing.next == nil && standing.step == procedure.steps.last)
        }
    }

    @Test("A refusal says the step, what it needs and where that is from", arguments: [StoreKind.memory])
    func words(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let id = try await desk.begin(.shipment, "propose", ["account": nord.description, "item": "peripheral"])
            let policy = try await desk.store.policies.inForce
            let procedure = try #require(policy.procedure(of: .shipment))
            let order = try #require(try await desk.refusal(of: .step("ship"), on: id))
            #expect(order.message.contains(procedure.name) && order.remedy.contains("agree"))
            let needs = try #require(try await desk.refusal(of: .step("agree"), on: id))
            #expect(needs.message.contains("agreedByCustomer") && needs.message.contains("agreedByUs"))
            #expect(needs.message.contains(policy.credit(procedure.origin.tags(of: "needs.agreed"))))
        }
    }

    @Test(
        "The fast level is for sites near a centre of the country, else a person chooses", arguments: StoreKind.allCases
    )
    func nearSites(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for (country, limit) in [("us", 70), ("ie", 50), (nil, 50)] as [(String?, Int)] {
                let site = try await desk.site("gold-plus", country: country)
                let id = try await desk.authorisable(site)
                func rule(_ values: [String: String?]) async throws -> String? {
                    let refusal = try await desk.refusal(of: .step("authorise"), on: id, values)
                    if let refusal { #expect(refusal.message.contains("\(limit) miles"), "\(refusal)") }
                    return refusal?.rule
                }
                #expect(try await rule([:]) == "site-near")
                #expect(try await rule(["distance": "\(limit)"]) == "site-near")
                #expect(try await rule(["distance": "\(limit)", "sameCountry": "no"]) == "site-near")
                #expect(try await rule(["distance": "\(limit + 1)", "sameCountry": "yes"]) == "site-near")
                #expect(try await rule(["distance": "\(limit)", "sameCountry": "yes"]) == nil)
                let far = try await desk.authorisable(site)
                #expect(
                    try await desk.refusal(of: .step("authorise"), on: far, ["fallback": "standard"])?.rule
                        == "replacement-fallback")
                #expect(
                    try await desk.refusal(of: .step("authorise"), on: far, ["fallback": "expedited"])?.rule
                        == "site-near")
                #expect(try await desk.refusal(of: .step("authorise"), on: far, ["fallback": "silver"]) == nil)
            }
        }
    }

    @Test("Nothing is authorised for a machine that is not under maintenance", arguments: StoreKind.allCases)
    func maintenance(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let site = try await desk.site("silver", end: "2026-02-24")
            let id = try await desk.authorisable(site)
            #expect(try await desk.refusal(of: .step("authorise"), on: id)?.rule == "maintenance-active")
            _ = try await desk.set(site, ["end": "2026-12-31"])
            #expect(try await desk.refusal(of: .step("authorise"), on: id) == nil)
        }
    }

    @Test("Each level has its clock: by shipping, or by delivery within hours", arguments: StoreKind.allCases)
    func clocks(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            // The day of the tests is a Wednesday, 25 February 2026, 06:13 in UTC; Dublin opens at eight.
            let hour = { (hours: Int64) in minute(60 * hours) }
            for (plan, way, due, late) in [
                ("gold-plus", ["ship", "deliver"], hour(4) + 600, "deliver"),
                ("silver", ["ship", "deliver"], Timestamp(iso: "2026-02-26T08:00:00Z"), "ship"),
                ("bronze", ["return", "ship"], Timestamp(iso: "2026-03-11T08:00:00Z"), "ship"),
            ] as [(String, [String], Timestamp?, String)] {
                let site = try await desk.site(plan)
                let id = try await desk.authorisable(site)
                let near: [String: String?] = ["distance": "10", "sameCountry": "yes"]
                #expect(try await desk.refusal(of: .step("authorise"), on: id, near) == nil)
                func clock(at now: Timestamp) async throws -> (ReplacementClock, ClockState?) {
                    let book = try await desk.store.policies
                    let file = try await desk.store.recordFile(id)
                    let machine = try await desk.store.recordFile(site).record
                    let region = try #require(book.inForce.places.regions.first { $0.code == "emea" })
                    let calendar = try #require(book.inForce.calendar(of: region, zones: book.zones))
                    let clock = try #require(ReplacementClock(file, machine: machine, calendar: calendar, book.inForce))
                    return (clock, clock.clock?.state(at: now))
                }
                let (running, state) = try await clock(at: hour(1))
                #expect(state?.due == due && state?.phase == .running, "\(plan)")
                #expect(running.until.act == late)
                for act in way {
                    let late = try #require(due) + 60
                    #expect(try await desk.refusal(of: .step(act), on: id, at: late) == nil, "\(plan) \(act)")
                }
                // Shipping in time does not save a level that is judged by delivery, nor late delivery one that is not.
                #expect(try await clock(at: hour(2000)).1?.phase == .breached, "\(plan)")
                #expect(try await desk.store.recordFile(id).stepTimes[running.until.code] == due.map { $0 + 60 })
            }
        }
    }

    @Test(
        "A step can be recorded later, but not before the one before it or in time to come",
        arguments: StoreKind.allCases)
    func times(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.authorisable(try await desk.site("silver"))
            func rule(_ at: Timestamp) async throws -> String? {
                try await desk.refusal(of: .step("authorise", at: at), on: id, at: minute(100))?.rule
            }
            #expect(try await rule(minute(101)) == "procedure-time")
            #expect(try await rule(minute(9)) == "procedure-time")
            #expect(try await rule(minute(50)) == nil)
            let file = try await desk.store.recordFile(id)
            #expect(file.stepTimes["authorised"] == minute(50) && file.record["stepAt"] == minute(50).description)
        }
    }
}

extension Desk {
    /// A record that begins a procedure.
    func begin(_ kind: RecordKind, _ act: String, _ values: [String: String?]) async throws -> RecordID {
        let outcome = try await store.keep(
            [RecordEdit(adding: kind, doing: .step(act), values)], operation(People.ada))
        return try #require(outcome.records.first).id
    }

    /// A machine of a customer of a country.
    func site(_ plan: String, country: String? = nil, end: String = "2026-12-31") async throws -> RecordID {
        let account = try await store.save(
            Account(id: AccountID(0), name: "Site in \(country ?? "-")", country: country), by: People.ada,
            at: minute(1))
        return try await add(
            .hardware,
            [
                "account": account.id.description, "product": "Gateway", "serial": "S-1", "plan": plan,
                "start": "2026-01-01", "end": end,
            ]
        ).id
    }

    /// A replacement of which the defect is confirmed.
    func authorisable(_ machine: RecordID) async throws -> RecordID {
        let id = try await begin(.replacement, "request", ["hardware": machine.description, "reason": "It is dead."])
        #expect(try await refusal(of: .step("confirm"), on: id, ["confirmedBy": "AG-1"]) == nil)
        return id
    }
}
