import CaseModel
import GuidePolicy
import Testing

@Suite("Records beside cases: contracts, entitlements and their like")
struct RecordTests {
    @Test("A record is the sum of its events, and found by what it holds", arguments: StoreKind.allCases)
    func lifeOfAContract(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let contract = try await desk.add(.contract, desk.contract(nord, "N-1"))
            #expect(contract.id.description == "CN-1" && contract.version == 1)
            #expect(contract["plans"] == "gamma zeta" && contract.account == nord)
            let longer = try await desk.set(contract.id, ["end": "2027-12-31", "note": "Extended."], text: "By mail.")
            #expect(longer.records.first?.end == CivilDay(iso: "2027-12-31"))
            let file = try await desk.store.recordFile(contract.id)
            #expect(file.record == longer.records.first && file.events.map(\.seq) == [1, 2])
            #expect(file.events[1].changes.map(\.field) == ["end", "note"] && file.events[1].text == "By mail.")
            #expect(file.names.accounts == [nord: "Nord"])
            #expect(Record(contract.id, kind: .contract, events: file.events) == file.record)
            // What is so already writes nothing.
            let revision = try await desk.store.revision()
            #expect(try await desk.set(contract.id, ["note": "Extended."]).events == [])
            #expect(try await desk.store.revision() == revision)
            let words = try await desk.store.journal(of: nil, limit: 1).map(\.words)
            #expect(words == ["renewed CN-1 from 2026-12-31 to 2027-12-31; note Extended."])
            #expect(try await desk.store.journal(of: nil, limit: 1).first?.canTurn == true)
        }
    }

    @Test("Lists are those of a kind, a customer, a title, a stretch of time", arguments: StoreKind.allCases)
    func lists(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (nord, sud) = (try await desk.account("Nord"), try await desk.account("Süd"))
            for (number, account, end) in [
                ("Alpha", nord, "2026-12-31"), ("Béta", sud, "2026-06-30"), ("alpha 2", sud, "2027-01-31"),
            ] {
                try await desk.add(
                    .contract, ["account": account.description, "number": number, "start": "2026-01-01", "end": end])
            }
            func found(_ query: RecordQuery) async throws -> [Int64] {
                try await desk.store.records(query).records.map(\.number)
            }
            #expect(try await found(RecordQuery(.contract)) == [1, 2, 3])
            #expect(try await found(RecordQuery(.entitlement)) == [])
            #expect(try await found(RecordQuery(.contract, of: [sud])) == [2, 3])
            #expect(try await found(RecordQuery(.contract, of: [])) == [])
            #expect(try await found(RecordQuery(.contract, title: "ALPHA")) == [1, 3])
            #expect(try await found(RecordQuery(.contract, title: "beta")) == [2])
            #expect(try await found(RecordQuery(.contract, byEnd: true)) == [2, 1, 3])
            #expect(try await found(RecordQuery(.contract, byEnd: true, limit: 1)) == [2])
            #expect(try await found(RecordQuery(.contract, titles: ["BETA", "Alpha"])) == [1, 2])
            #expect(try await found(RecordQuery(.contract, titles: ["béta", "alpha"], limit: 1)) == [1])
            #expect(try await found(RecordQuery(.contract, titles: [])) == [])
            let (from, until) = (CivilDay(iso: "2026-12-31"), CivilDay(iso: "2026-12-31"))
            #expect(try await found(RecordQuery(.contract, endingFrom: from)) == [1, 3])
            #expect(try await found(RecordQuery(.contract, endingUntil: until)) == [1, 2])
            #expect(try await found(RecordQuery(.contract, endingFrom: from, endingUntil: until)) == [1])
            #expect(try await desk.store.records(RecordQuery(.contract)).names.accounts == [nord: "Nord", sud: "Süd"])
            await #expect(throws: StoreError.notFound("contract CN-9")) {
                try await desk.store.recordFile(RecordID(.contract, 9))
            }
        }
    }

    @Test("What a rule stands against is refused whole, with rule and remedy", arguments: StoreKind.allCases)
    func refusals(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (nord, sud) = (try await desk.account("Nord"), try await desk.account("Süd"))
            let contract = try await desk.add(.contract, desk.contract(nord, "N-1"))
            let other = try await desk.contact("Eva", sud)
            let appointment = try await desk.add(
                .partner,
                [
                    "account": nord.description, "company": sud.description, "scope": "both", "from": "2026-01-01",
                ])
            let entitlement = ["contract": "CN-1", "plan": "zeta", "product": "Gateway"]
            let refused: [(RecordEdit, String)] = [
                (RecordEdit(adding: .contract, ["number": "N-2"]), "record-needs"),
                (RecordEdit(contract.id, ["colour": "red"]), "record-field"),
                (RecordEdit(contract.id, ["end": "2026-02-30"]), "record-value"),
                (RecordEdit(contract.id, ["number": " "]), "record-value"),
                (RecordEdit(contract.id, ["number": nil]), "record-needs"),
                (RecordEdit(contract.id, ["end": "2025-12-31"]), "record-days"),
                (RecordEdit(contract.id, ["account": sud.description]), "record-fixed"),
                (RecordEdit(contract.id, ["account": nil]), "record-fixed"),
                (RecordEdit(contract.id, ["partner": "AC-99"]), "record-reference"),
                (RecordEdit(contract.id, base: 7, ["note": "x"]), "version-to-come"),
                (
                    RecordEdit(adding: .entitlement, entitlement.merging(["contract": "CN-9"]) { $1 }),
                    "record-reference"
                ),
                (
                    RecordEdit(adding: .entitlement, ["contract": "CN-9", "plan": "a", "account": nord.description]),
                    "record-reference"
                ),
                (RecordEdit(adding: .entitlement, entitlement.merging(["contract": "PA-1"]) { $1 }), "record-value"),
                (
                    RecordEdit(adding: .entitlement, entitlement.merging(["account": sud.description]) { $1 }),
                    "record-customer"
                ),
                (RecordEdit(adding: .entitlement, entitlement.merging(["quantity": "-1"]) { $1 }), "record-value"),
                (RecordEdit(appointment.id, ["removedOn": "2026-02-01"]), "record-together"),
                (
                    RecordEdit(
                        appointment.id,
                        ["removedOn": "2026-02-01", "removedBy": "AG-1", "toldBy": other.id.description]),
                    "partner-removal"
                ),
                (RecordEdit(appointment.id, ["scope": "everything"]), "record-value"),
            ]
            let revision = try await desk.store.revision()
            for (edit, rule) in refused {
                let good = RecordEdit(adding: .contract, desk.contract(nord, "N-3"))
                #expect(try await desk.rule(of: [good, edit]) == rule, "\(edit)")
            }
            // All or nothing: of the good halves nothing stayed.
            #expect(try await desk.store.revision() == revision)
            #expect(try await desk.store.records(RecordQuery(.contract)).records == [contract])
            #expect(try await desk.rule(of: [RecordEdit(RecordID(.contract, 9), ["note": "x"])]) == nil)
        }
    }

    @Test("A child follows its parent's customer, within one act too", arguments: StoreKind.allCases)
    func children(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let outcome = try await desk.store.keep(
                [
                    RecordEdit(adding: .contract, desk.contract(nord, "N-1")),
                    RecordEdit(adding: .entitlement, ["contract": "cn-1", "plan": "Zeta", "telemetry": "true"]),
                    RecordEdit(RecordID(.entitlement, 1), ["quantity": "5"]),
                ], desk.operation(People.ada))
            #expect(outcome.records.map(\.id.description) == ["CN-1", "EN-1", "EN-1"])
            let child = try #require(outcome.records.last)
            #expect(child.account == nord && child["contract"] == "CN-1" && child["plan"] == "zeta")
            #expect(child.flag("telemetry") == true && child.count("quantity") == 5 && child.version == 2)
        }
    }

    @Test(
        "Different fields merge, the same field is a conflict, an act that is repeated is one",
        arguments: StoreKind.allCases)
    func versions(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let id = try await desk.add(.contract, desk.contract(nord, "N-1")).id
            _ = try await desk.set(id, ["note": "Theirs."])
            let merged = try await desk.set(id, base: 1, ["end": "2028-01-01"])
            #expect(merged.merged && merged.records.first?["note"] == "Theirs.")
            // The same value is no conflict, and nothing new.
            #expect(try await desk.set(id, base: 1, ["note": "Theirs."]).events == [])
            let error = await #expect(throws: StoreError.self) {
                try await desk.set(id, base: 1, ["note": "Mine.", "end": "2029-01-01"])
            }
            guard case .recordConflict(let conflict) = error else {
                Issue.record("no conflict: \(String(describing: error))")
                return
            }
            #expect(conflict.record == id && conflict.base == 1 && conflict.current == 3)
            #expect(conflict.fields.map(\.field) == ["end", "note"])
            #expect(conflict.fields.map(\.theirs) == ["2028-01-01", "Theirs."] && conflict.fields[1].by == "Ada")
            let act = desk.operation(People.ada)
            let first = try await desk.store.keep([RecordEdit(id, ["number": "N-1b"])], act)
            _ = try await desk.set(id, ["number": "N-1c"])
            #expect(try await desk.store.keep([RecordEdit(id, ["number": "N-1b"])], act) == first)
            #expect(try await desk.store.recordFile(id).record["number"] == "N-1c")
        }
    }

    @Test("Each duty may change the records of its table, and nothing else", arguments: StoreKind.allCases)
    func rights(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let berg = try await desk.contact("J. Berg", nord)
            let contract = try await desk.add(.contract, desk.contract(nord, "N-1")).id
            let membership = try await desk.add(
                .membership, ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31"]
            ).id
            var ben = try await desk.addBen([])
            for duties in [[]] + Duty.allCases.map({ [$0] }) {
                ben.duties = Set(duties)
                ben = try await desk.store.save(ben, by: People.ada, at: minute(2))
                let acts: [(Act, RecordEdit)] = [
                    (.keepRecords, RecordEdit(adding: .contract, desk.contract(nord, "N-2"))),
                    (.keepRecords, RecordEdit(contract, ["note": "\(duties)"])),
                    (.keepRecords, RecordEdit(contract, [:], text: "Nothing but a word.")),
                    (
                        .keepPartners,
                        RecordEdit(
                            adding: .partner,
                            [
                                "account": nord.description, "company": nord.description, "scope": "cases",
                                "from": "2026-01-01",
                            ])
                    ),
                    (.keepContacts, RecordEdit(membership, ["toldBy": "\(duties)"])),
                    (.keepContacts, RecordEdit(membership, ["contact": berg.id.description])),
                ]
                for (act, edit) in acts {
                    let may = duties.contains { $0.allows(act) }
                    let rule = try await desk.rule(of: [edit], by: People.ben)
                    #expect(rule == (may ? nil : "no-right"), "\(duties) \(edit)")
                }
                _ = try await desk.set(membership, ["contact": nil])
            }
            #expect(try await desk.rule(of: [RecordEdit(contract, ["note": "x"])], by: People.eve) == "read-only-login")
        }
    }

    @Test("Records under a clock fixed by hand keep the real time", arguments: StoreKind.allCases)
    func fixedClock(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            var act = desk.operation(People.ada)
            act.recordedAt = minute(900)
            _ = try await desk.store.keep([RecordEdit(adding: .contract, desk.contract(nord, "N-1"))], act)
            #expect(try await desk.store.recordFile(RecordID(.contract, 1)).events[0].recordedAt == minute(900))
            let report = try await desk.store.verify()
            #expect(report.records == 1)
            #expect(report.remarks == ["1 events and 1 acts were written under a clock fixed by hand."])
        }
    }

    @Test("Somebody who left is named by no new record", arguments: StoreKind.allCases)
    func inactiveContacts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            var berg = try await desk.contact("J. Berg", nord)
            berg.roles = ["renewal", "technical"]
            berg.portalType = "admin"
            #expect(try await desk.store.save(berg, by: People.ada, at: minute(2)) == berg)
            let values = [
                "account": nord.description, "order": "1", "day": "2026-01-01", "product": "Gateway", "quantity": "1",
                "contact": berg.id.description,
            ]
            let purchase = try await desk.add(.purchase, values)
            berg.active = false
            #expect(try await desk.store.save(berg, by: People.ada, at: minute(3)) == berg)
            #expect(try await desk.rule(of: [RecordEdit(adding: .purchase, values)]) == "contact-inactive")
            #expect(try await desk.set(purchase.id, ["quantity": "2"]).records.first?.contact("contact") == berg.id)
        }
    }
}

extension Desk {
    func account(_ name: String) async throws -> AccountID {
        try await store.save(Account(id: AccountID(0), name: name), by: People.ada, at: minute(1)).id
    }

    func contact(_ name: String, _ account: AccountID) async throws -> Contact {
        try await store.save(
            Contact(id: ContactID(0), account: account, name: name), by: People.ada, at: minute(1))
    }

    /// The values of a contract.
    func contract(_ account: AccountID, _ number: String) -> [String: String?] {
        [
            "account": account.description, "number": number, "plans": "zeta,gamma", "start": "2026-01-01",
            "end": "2026-12-31",
        ]
    }

    @discardableResult
    func add(_ kind: RecordKind, _ values: [String: String?]) async throws -> Record {
        let outcome = try await store.keep([RecordEdit(adding: kind, values)], operation(People.ada))
        return try #require(outcome.records.first)
    }

    func set(
        _ id: RecordID, base: Int? = nil, _ values: [String: String?], text: String? = nil
    ) async throws -> RecordOutcome {
        try await store.keep([RecordEdit(id, base: base, values, text: text)], operation(People.ada))
    }

    /// The rule that stands against edits; nil when there is none.
    func rule(of edits: [RecordEdit], by claim: Claim = People.ada) async throws -> String? {
        do {
            _ = try await store.keep(edits, operation(claim))
        } catch StoreError.refused(let refusal) {
            #expect(!refusal.message.isEmpty && !refusal.remedy.isEmpty)
            return refusal.rule
        } catch StoreError.notFound {
            return nil
        }
        return nil
    }
}
