import CaseModel
import GuidePolicy
import Testing

@Suite("A severity that was agreed holds against what is asked for later")
struct SeverityTests {
    private func ask(_ severity: Severity) -> CaseChange { .requestSeverity(severity, reason: "It is worse.") }

    @Test("also when the customer once asked for the very same", arguments: StoreKind.allCases)
    func agreed(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (one, other) = (try await desk.logCase().id, try await desk.logCase().id)
            // Each by itself, and all in one edit.
            for change in [.severity(.two), ask(.two), ask(.one)] { _ = try await desk.apply(one, change) }
            _ = try await desk.apply(other, .severity(.two), ask(.two), ask(.one))
            for id in [one, other] {
                let item = try await desk.item(id)
                #expect((item.requestedSeverity, item.severity) == (.one, .two))
            }
        }
    }

    @Test("also when it is what was asked for; that is told by its reason", arguments: StoreKind.allCases)
    func consent(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let consent = CaseChange.severity(.three, reason: "One site of twenty.")
            let event = try #require(try await desk.apply(id, consent).events.first)
            #expect(event.text == "One site of twenty." && event.changes == [FieldChange(.severity, "3", "3")])
            #expect(try await desk.apply(id, consent) == .unchanged(id))
            _ = try await desk.apply(id, ask(.one))
            #expect(try await desk.item(id).severity == .three)
            // Taken back, it binds nobody.
            _ = try await desk.undo()
            _ = try await desk.undo()
            _ = try await desk.apply(id, ask(.one))
            #expect(try await desk.item(id).severity == .one)
        }
    }
}
