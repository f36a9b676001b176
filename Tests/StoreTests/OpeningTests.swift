import CaseModel
import GuidePolicy
import Testing

@Suite("What is said before a case of a customer is opened")
struct OpeningTests {
    @Test("That it never agreed to cooperate, and that nobody can call it back", arguments: StoreKind.allCases)
    func warnings(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func said(_ severity: Severity) async throws -> [String] {
                let id = try await desk.logCase(severity: severity).id
                let remarks = try await desk.store.caseFile(id).events.flatMap(\.remarks)
                return remarks.filter { $0.strength == .warn }.map(\.condition)
                    .filter { ["cooperation-agreed", "call-back-known"].contains($0) }
            }
            #expect(try await said(.one) == ["cooperation-agreed", "call-back-known"])
            #expect(try await said(.three) == ["cooperation-agreed"])
            let nord = try await desk.account("Nord Energy").description
            let weiss = try await desk.contact("Jörg Weiß", try #require(AccountID(text: nord))).id.description
            try await desk.add(
                .consent,
                ["account": nord, "about": "cooperation", "state": "refused", "day": "2026-01-01", "by": weiss])
            #expect(try await said(.three) == ["cooperation-agreed"])
            _ = try await desk.set(RecordID(.consent, 1), ["state": "granted"])
            #expect(try await said(.three) == [])
            let line = ["account": nord, "what": "telephone", "name": "Desk", "number": "+353 1"]
            try await desk.add(.asset, line)
            #expect(try await said(.one) == ["call-back-known"])
            _ = try await desk.set(RecordID(.asset, 1), ["working": "yes"])
            #expect(try await said(.one) == [])
        }
    }
}
