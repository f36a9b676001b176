import CaseModel
import Testing

@Suite("Licences: what was bought, and who has how much of it")
struct LicenseTests {
    /// One act after the other on a licence of ten, what stands against it, and what each host has afterwards.
    private static let acts: [(LicenseAct, rule: String?, has: String)] = [
        (.allocate(4, to: "gate-1"), nil, "gate-1=4"),
        (.allocate(7, to: "gate-2"), "license-allocate", "gate-1=4"),
        (.allocate(0, to: "gate-2"), "license-allocate", "gate-1=4"),
        (.allocate(-3, to: "gate-1"), "license-allocate", "gate-1=4"),
        (.allocate(1, to: ""), "license-allocate", "gate-1=4"),
        (LicenseAct(.allocate, 1), "license-allocate", "gate-1=4"),
        (.allocate(1, to: "two words"), "license-allocate", "gate-1=4"),
        (.allocate(1, to: "a=b"), "license-allocate", "gate-1=4"),
        // Names of hosts are case-sensitive; an address is one too.
        (.allocate(2, to: "GATE-1"), nil, "GATE-1=2 gate-1=4"),
        (.allocate(1, to: "00:1B:44:11:3A:B7"), nil, "00:1B:44:11:3A:B7=1 GATE-1=2 gate-1=4"),
        (.allocate(.max, to: "gate-2"), "license-allocate", "00:1B:44:11:3A:B7=1 GATE-1=2 gate-1=4"),
        (.reallocate(3, from: "gate-1", to: "GATE-1"), nil, "00:1B:44:11:3A:B7=1 GATE-1=5 gate-1=1"),
        (.reallocate(2, from: "gate-1", to: "gate-2"), "license-reallocate", "00:1B:44:11:3A:B7=1 GATE-1=5 gate-1=1"),
        (.reallocate(1, from: "gate-1", to: "gate-1"), "license-reallocate", "00:1B:44:11:3A:B7=1 GATE-1=5 gate-1=1"),
        (.reallocate(1, from: "gate-1", to: "gate-2"), nil, "00:1B:44:11:3A:B7=1 GATE-1=5 gate-2=1"),
        (.reallocate(1, from: "gate-1", to: "gate-2"), "license-reallocate", "00:1B:44:11:3A:B7=1 GATE-1=5 gate-2=1"),
        (.giveBack(6, from: "GATE-1"), "license-return", "00:1B:44:11:3A:B7=1 GATE-1=5 gate-2=1"),
        (.giveBack(5, from: "GATE-1"), nil, "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.giveBack(1, from: "GATE-1"), "license-return", "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.download(), "license-download", "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.download(of: "gate-2"), nil, "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.download(of: "gate-2"), nil, "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.download(of: "gate-9"), "license-download", "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.advice, nil, "00:1B:44:11:3A:B7=1 gate-2=1"),
        (.allocate(8, to: "gate-2"), nil, "00:1B:44:11:3A:B7=1 gate-2=9"),
        (.allocate(1, to: "gate-2"), "license-allocate", "00:1B:44:11:3A:B7=1 gate-2=9"),
    ]

    @Test("Every act gives what its rule says, or is refused by the policy's words", arguments: StoreKind.allCases)
    func table(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let license = try await desk.license(10)
            let policy = try await desk.store.policies.inForce
            for (index, (act, rule, has)) in Self.acts.enumerated() {
                let refusal = try await desk.refusal(of: .license(act), on: license)
                #expect(refusal?.rule == rule, "\(index) \(act.text): \(String(describing: refusal))")
                if let refusal {
                    let section = try #require(policy.rule(of: act.operation))
                    #expect(refusal.message.contains(section.rule ?? "?"), "\(refusal)")
                    #expect(refusal.message.contains(policy.credit(section.origin.tags(of: "rule"))), "\(refusal)")
                }
                let record = try await desk.store.recordFile(license).record
                #expect(record["allocations"] == has, "\(index) \(act.text)")
                let balance = LicenseBalance(record)
                #expect(balance.free + balance.allocated == 10 && balance.free >= 0)
            }
            let file = try await desk.store.recordFile(license)
            let done = Self.acts.filter { $0.rule == nil }
            #expect(file.events.count == done.count + 1)
            let entries = try LicenseBalance.replay(file.events)
            #expect(entries.last?.balance == LicenseBalance(file.record))
            #expect(
                entries.dropFirst().map(\.act?.operation) == done.map { $0.0.operation }.telling(.redownload, at: 7))
            #expect(file.record["files"] == "gate-2=2" && file.record["downloaded"] == minute(10).description)
        }
    }

    @Test("A host is found by its whole name, whoever's it is, while it has some", arguments: StoreKind.allCases)
    func hosts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (nord, other) = (try await desk.account("Nord"), try await desk.account("Other"))
            let (own, second) = (try await desk.license(10), try await desk.license(10))
            let strange = try await desk.license(10, ["account": "\(other)"])
            func does(_ act: LicenseAct, _ id: RecordID) async throws {
                #expect(try await desk.refusal(of: .license(act), on: id) == nil)
            }
            func found(_ host: String) async throws -> [RecordID] {
                try await desk.store.records(HostUse.query(host)).records.map(\.id)
            }
            try await does(.allocate(4, to: "gate-1"), own)
            try await does(.allocate(4, to: "gate-10"), own)
            try await does(.allocate(3, to: "gate-1"), strange)
            try await does(.allocate(2, to: "lic-1"), strange)
            for (host, has) in [("gate-1", [own, strange]), ("gate-10", [own]), ("GATE-1", []), ("gate", [])] {
                #expect(try await found(host) == has, "\(host)")
            }
            func use(_ host: String, _ account: AccountID = nord) async throws -> HostUse {
                HostUse(host, of: second, at: account, try await desk.store.records(HostUse.query(host)))
            }
            // One that both have is no stranger, nor is it new; one that the other alone has is both told and allowed.
            let both = try await use("gate-1")
            #expect(both.warning(for: "Nord") == nil && both.news(for: "Nord") == nil)
            #expect(try await use("lic-1").news(for: "Nord") == nil)
            #expect(
                try await use("lic-1").warning(for: "Nord")
                    == "Another customer's host: Other has 2 of \(strange) on lic-1; Nord has nothing else there.")
            // Whether it is the customer's own as well is not known where not all were looked at.
            var some = try await desk.store.records(HostUse.query("lic-1"))
            some.goesOn = true
            let perhaps = HostUse("lic-1", of: second, at: nord, some).warning(for: "Nord")
            #expect(
                perhaps?.contains("others that were not looked at") == true && perhaps?.contains("Nord has") == false)
            #expect(try await use("gate-9").news(for: "Nord")?.contains("nothing else of Nord is on gate-9") == true)
            try await does(.reallocate(2, from: "lic-1", to: "lic-2"), strange)
            try await does(.giveBack(4, from: "gate-1"), own)
            for (host, has) in [("lic-1", []), ("lic-2", [strange]), ("gate-1", [strange])] {
                #expect(try await found(host) == has, "\(host)")
            }
            #expect(try await desk.store.verify().faults == [])
        }
    }

    @Test("Some go whole or not at all", arguments: StoreKind.allCases)
    func whole(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let license = try await desk.license(10, ["whole": "yes"])
            func rule(_ act: LicenseAct) async throws -> String? {
                try await desk.refusal(of: .license(act), on: license)?.rule
            }
            #expect(try await rule(.allocate(9, to: "a")) == "license-allocate")
            #expect(try await rule(.allocate(10, to: "a")) == nil)
            #expect(try await rule(.reallocate(5, from: "a", to: "b")) == "license-reallocate")
            #expect(try await rule(.reallocate(10, from: "a", to: "b")) == nil)
            #expect(try await rule(.giveBack(1, from: "b")) == "license-return")
            #expect(try await rule(.giveBack(10, from: "b")) == nil)
        }
    }

    @Test("Only licensing administrators move licences", arguments: StoreKind.allCases)
    func rights(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let license = try await desk.license(10)
            var ben = try await desk.addBen([])
            for duty in Duty.allCases {
                ben.duties = [duty]
                ben = try await desk.store.save(ben, by: People.ada, at: minute(2))
                for act in [LicenseAct.allocate(1, to: "a"), .reallocate(1, from: "a", to: "b"), .advice] {
                    let rule = try await desk.refusal(of: .license(act), on: license, by: People.ben)?.rule
                    #expect(rule == (duty == .licensingAdministrator ? nil : "no-right"), "\(duty) \(act.text)")
                }
            }
        }
    }

    @Test("Two who saw the same licence do not both move it", arguments: StoreKind.allCases)
    func versions(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let license = try await desk.license(10)
            func act(_ act: LicenseAct, base: Int) async throws -> RecordOutcome {
                try await desk.store.keep(
                    [RecordEdit(license, base: base, doing: .license(act), text: "By telephone.")],
                    desk.operation(People.ada))
            }
            _ = try await act(.allocate(6, to: "a"), base: 1)
            let error = await #expect(throws: StoreError.self) { try await act(.allocate(4, to: "b"), base: 1) }
            guard case .recordConflict(let conflict) = error else {
                Issue.record("no conflict: \(String(describing: error))")
                return
            }
            #expect(conflict.fields.map(\.field) == ["allocations"])
            // Advice and notes stand beside what others did.
            #expect(try await act(.advice, base: 1).merged)
            #expect(try await desk.set(license, base: 1, ["note": "Beside."]).merged)
            // An act that is sent twice is one.
            let operation = desk.operation(People.ada)
            let edit = RecordEdit(license, doing: .license(.allocate(1, to: "a")))
            let first = try await desk.store.keep([edit], operation)
            #expect(try await desk.store.keep([edit], operation) == first)
            #expect(try await desk.store.recordFile(license).record["allocations"] == "a=7")
        }
    }

    @Test("Counts change by acts alone, and never below what is allocated", arguments: StoreKind.allCases)
    func counts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let license = try await desk.license(10)
            _ = try await desk.refusal(of: .license(.allocate(6, to: "a")), on: license)
            for values in [["allocations": "a=1"], ["act": "advice"], ["files": "a=1"], ["downloaded": "now"]] {
                #expect(try await desk.rule(of: [RecordEdit(license, values)]) == "record-by-act")
            }
            let nord = try await desk.account("Nord")
            let new = ["account": nord.description, "product": "Gateway", "quantity": "5", "allocations": "a=9"]
            #expect(try await desk.rule(of: [RecordEdit(adding: .license, new)]) == "record-by-act")
            #expect(try await desk.rule(of: [RecordEdit(license, ["quantity": "5"])]) == "license-quantity")
            #expect(try await desk.rule(of: [RecordEdit(license, ["quantity": "6"])]) == nil)
            #expect(
                try await desk.refusal(of: .license(.allocate(1, to: "a")), on: license)?.rule == "license-allocate")
            for act in [LicenseAct.giveBack(1, from: "a"), .advice] {
                let edit = RecordEdit(license, doing: .license(act), text: " ")
                #expect(try await desk.rule(of: [edit]) == "license-\(act.operation.rawValue)-reason")
            }
            let both = RecordEdit(license, doing: .license(.advice), ["downloaded": "2020-01-01T00:00:00Z"], text: "x")
            #expect(try await desk.rule(of: [both]) == "license-act-alone")
            // All of an act or nothing of it.
            let edits = [RecordEdit(license, doing: .license(.giveBack(6, from: "a")), text: "Moved.")]
            let bad = RecordEdit(license, doing: .license(.giveBack(1, from: "a")), text: "Moved.")
            #expect(try await desk.rule(of: edits + [bad]) == "license-return")
            #expect(try await desk.store.recordFile(license).record["allocations"] == "a=6")
        }
    }
}

extension LicenseTests {
    @Test("What another system says is where a licence begins, and adds up too", arguments: StoreKind.allCases)
    func loaded(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.load(LoadRowTests.accounts)
            let row = ["account": "A1", "product": "Gateway", "quantity": "10", "allocations": "b=3 a=4"]
            let counts = try await desk.load(
                LoadRowTests.rows(
                    RowKind(.license), ("L1", row), ("L2", row.merging(["allocations": "a=11"]) { $1 })))
            #expect(counts.created == 1 && counts.rejected == 1, "\(counts)")
            #expect(counts.problems.first?.message.contains("11 of") == true, "\(counts.problems)")
            let license = RecordID(.license, 1)
            #expect(
                try await desk.refusal(of: .license(.allocate(4, to: "a")), on: license)?.rule == "license-allocate")
            #expect(try await desk.refusal(of: .license(.allocate(3, to: "a")), on: license) == nil)
            let file = try await desk.store.recordFile(license)
            #expect(file.record["allocations"] == "a=7 b=3")
            #expect(try LicenseBalance.replay(file.events).map(\.balance.free) == [3, 0])
        }
    }
}

extension [LicenseOperation] {
    /// The same with another one in a place.
    fileprivate func telling(_ operation: LicenseOperation, at index: Int) -> [LicenseOperation?] {
        var copy: [LicenseOperation?] = self
        copy[index] = operation
        return copy
    }
}

extension Desk {
    /// A licence of Nord.
    func license(_ quantity: Int, _ more: [String: String?] = [:]) async throws -> RecordID {
        let nord = try await account("Nord")
        let values: [String: String?] = ["account": "\(nord)", "product": "Gateway", "quantity": "\(quantity)"]
        return try await add(.license, values.merging(more) { $1 }).id
    }

    /// What stands against an act on a record; nil when it was done.
    func refusal(
        of act: RecordAct, on id: RecordID, _ values: [String: String?] = [:], by claim: Claim = People.ada,
        at now: Timestamp = minute(10)
    ) async throws -> Refusal? {
        do throws(StoreError) {
            let edit = RecordEdit(id, doing: act, values, text: "By telephone.")
            _ = try await store.keep([edit], operation(claim, at: now))
            return nil
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            #expect(!refusal.message.isEmpty && !refusal.remedy.isEmpty)
            return refusal
        }
    }
}
