import CaseModel
import Testing

@Suite("Hours, visits, assets, releases and consents of a customer")
struct SiteTests {
    @Test("Scheduled hours never go below nothing, and each term has its own", arguments: StoreKind.allCases)
    func hours(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let contract = try await desk.add(
                .contract,
                [
                    "account": nord.description, "number": "1", "plans": "select", "start": "2026-01-01",
                    "end": "2026-12-31",
                ]
            ).id
            func use(_ minutes: Int, _ day: String) async throws -> String? {
                try await desk.rule(of: [
                    RecordEdit(
                        adding: .hours,
                        ["contract": contract.description, "day": day, "minutes": "\(minutes)", "by": "AG-1"])
                ])
            }
            func left(_ day: String) async throws -> Int? {
                try await desk.store.hours(of: contract, on: try #require(CivilDay(iso: day)))?.left
            }
            // The plan brings none; then one that brings 40, then one that brings 80 and holds the other.
            #expect(try await use(60, "2026-03-01") == "hours-none")
            try await desk.add(.entitlement, ["contract": contract.description, "plan": "priority"])
            #expect(try await left("2026-03-01") == 40 * 60)
            #expect(try await use(39 * 60, "2026-03-01") == nil)
            #expect(try await use(61, "2026-12-31") == "hours-used-up")
            #expect(try await use(60, "2026-12-31") == nil)
            #expect(try await left("2026-03-01") == 0)
            #expect(try await use(1, "2026-06-01") == "hours-used-up")
            #expect(try await use(1, "2025-12-31") == "hours-none")
            try await desk.add(.entitlement, ["contract": contract.description, "plan": "priority-plus"])
            #expect(try await left("2026-03-01") == 40 * 60)
            // A renewal begins a new term with all its hours; the old one stays as it was.
            _ = try await desk.set(contract, ["end": "2027-12-31"])
            #expect(try await left("2027-01-01") == 80 * 60)
            #expect(try await left("2026-12-31") == 40 * 60)
            #expect(try await use(80 * 60 + 1, "2027-01-01") == "hours-used-up")
            #expect(try await use(80 * 60, "2027-01-01") == nil)
            // What was booked too long is set right, never beyond what there is.
            let last = RecordID(.hours, 3)
            #expect(try await desk.rule(of: [RecordEdit(last, ["minutes": "4801"])]) == "hours-used-up")
            #expect(try await desk.rule(of: [RecordEdit(last, ["minutes": "60"])]) == nil)
            #expect(try await left("2027-01-01") == 79 * 60)
            #expect(try await desk.rule(of: [RecordEdit(last, ["day": "2026-01-01"])]) == "record-fixed")
        }
    }

    @Test("Nobody comes without leave and consent, and each visit is kept", arguments: StoreKind.allCases)
    func access(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let berg = try await desk.contact("J. Berg", nord).id.description
            let eva = try await desk.contact("Eva", try await desk.account("Süd")).id.description
            let leave = [
                "account": nord.description, "way": "remote", "scope": "The gateway", "from": "2026-02-01",
                "to": "2026-02-28", "person": berg,
            ]
            for (field, value, rule) in [
                ("way", "astral", "policy-word"), ("person", eva, "record-contact"),
                ("to", "2026-01-31", "record-days"),
            ] {
                let edit = RecordEdit(adding: .access, leave.merging([field: value]) { $1 })
                #expect(try await desk.rule(of: [edit]) == rule)
            }
            let id = try await desk.add(.access, leave).id
            let visit = [
                "access": id.description, "at": "2026-02-28T23:00:00Z", "by": "AG-1", "note": "Looked at the logs.",
                "consentBy": berg,
            ]
            for (field, value, rule) in [
                ("at", "2026-03-01T00:00:00Z", "access-days"), ("at", "2026-01-31T10:00:00Z", "access-days"),
                ("consentBy", nil, "visit-consent"), ("consentBy", eva, "record-contact"),
                ("note", nil, "record-needs"),
            ] as [(String, String?, String)] {
                var values: [String: String?] = visit
                values[field] = .some(value)
                #expect(try await desk.rule(of: [RecordEdit(adding: .visit, values)]) == rule, "\(field)")
            }
            let kept = try await desk.add(.visit, visit)
            #expect(kept.account == nord && kept.parent == id)
        }
    }

    @Test("What a customer keeps is known, and where it can be called back", arguments: StoreKind.allCases)
    func assets(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let policy = try await desk.store.policies.inForce
            func asset(_ kind: String, _ more: [String: String] = [:]) -> RecordEdit {
                let values = ["account": nord.description, "what": kind, "name": "It"].merging(more) { $1 }
                return RecordEdit(adding: .asset, values)
            }
            func number() async throws -> String? {
                let all = try await desk.store.records(RecordQuery(.asset, of: [nord])).records
                return try #require(CallBack(all, policy)).number
            }
            #expect(try await desk.rule(of: [asset("castle")]) == "policy-word")
            #expect(try await desk.rule(of: [asset("telephone")]) == "asset-needs")
            #expect(try await desk.rule(of: [asset("equipment"), asset("connection", ["number": "1"])]) == nil)
            #expect(try await desk.rule(of: [asset("telephone", ["number": "+353 1"])]) == nil)
            #expect(try await number() == nil)
            _ = try await desk.set(RecordID(.asset, 3), ["working": "yes", "checked": "2026-02-25"])
            #expect(try await number() == "+353 1")
            #expect(try await desk.rule(of: [RecordEdit(RecordID(.asset, 3), ["number": nil])]) == "asset-needs")
            #expect(policy.duties.ledgers.assetKinds.allSatisfy { $0.duty?.isEmpty == false })
        }
    }

    @Test("What is behind for longer than the policy's grace is said with the gap", arguments: StoreKind.allCases)
    func products(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let policy = try await desk.store.policies.inForce
            let product = try await desk.add(
                .product,
                [
                    "account": nord.description, "product": "Gateway", "installed": "14.1", "available": "14.2",
                    "since": "2026-01-01",
                ])
            func gap(_ day: String, _ record: Record) throws -> ReleaseGap? {
                ReleaseGap(record, on: try #require(CivilDay(iso: day)), policy)
            }
            #expect(try gap("2026-01-31", product)?.isLate == false)
            let late = try #require(try gap("2026-02-01", product))
            #expect(late.isLate && late.days == 31)
            for part in ["14.1", "14.2", "31 days", "30 days"] { #expect(late.words(policy).contains(part)) }
            let updated = try await desk.set(product.id, ["installed": "14.2"])
            #expect(try gap("2027-01-01", try #require(updated.records.first)) == nil)
            // Licences of the same product are counted with it, however it is written.
            _ = try await desk.license(10)
            let id = try await desk.license(5, ["product": "GATEWAY"])
            #expect(try await desk.refusal(of: .license(.allocate(3, to: "a")), on: id) == nil)
            var all: [Record] = []
            for kind in [RecordKind.license, .product] {
                all += try await desk.store.records(RecordQuery(kind, of: [nord])).records
            }
            let running = RunningProduct.all(all)
            #expect(running.map(\.purchased) == [15] && running.map(\.allocated) == [3] && running.map(\.free) == [12])
            #expect(running.first?.releases.map(\.id) == [product.id])
        }
    }

    @Test(
        "A consent is asked for and answered by the customer, and never answered by nobody",
        arguments: StoreKind.allCases)
    func consents(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let berg = try await desk.contact("J. Berg", nord).id.description
            let policy = try await desk.store.policies.inForce
            let audit = try #require(policy.duties.ledgers.consentKinds.first { $0.purpose == .audit })
            func answer() async throws -> ConsentAnswer {
                let all = try await desk.store.records(RecordQuery(.consent, of: [nord])).records
                return try #require(ConsentAnswer.all(.audit, among: all, policy).first)
            }
            let ask = ["account": nord.description, "about": audit.code, "state": "requested", "day": "2026-02-25"]
            #expect(try await answer().isGiven == false)
            for (field, value, rule) in [
                ("about", "anything", "policy-word"), ("state", "granted", "consent-person"),
                ("state", "complete", "consent-order"), ("state", "perhaps", "record-value"),
            ] {
                let edit = RecordEdit(adding: .consent, ask.merging([field: value]) { $1 })
                #expect(try await desk.rule(of: [edit]) == rule)
            }
            let id = try await desk.add(.consent, ask).id
            func become(_ state: String, _ by: String? = nil) async throws -> String? {
                var values: [String: String?] = ["state": state, "day": "2026-02-26"]
                if let by { values["by"] = by }
                return try await desk.rule(of: [RecordEdit(id, values)])
            }
            #expect(try await become("complete") == "consent-order")
            #expect(try await become("refused") == "consent-person")
            #expect(try await become("refused", berg) == nil)
            let refused = try await answer()
            #expect(!refused.isGiven && refused.record?.id == id)
            #expect(refused.ground?.note?.isEmpty == false && refused.reference?.address.isEmpty == false)
            // What was refused may be granted after all, which cures the ground; then it is done with.
            #expect(try await become("granted", berg) == nil)
            #expect(try await answer().isGiven)
            #expect(try await become("requested") == "consent-order")
            #expect(try await become("complete") == nil)
            #expect(try await become("refused", berg) == "consent-order")
            #expect(try await answer().isGiven)
            #expect(ConsentAnswer.all(.cooperation, among: [], policy).map(\.isGiven) == [false])
        }
    }
}
