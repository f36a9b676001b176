import CaseModel
import GuidePolicy
import Testing

@Suite("A store keeps the policies that it was given")
struct KeptPolicyTests {
    @Test("Texts that only look alike stay two", arguments: StoreKind.allCases)
    func lookAlikes(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for end in ["# Caf\u{E9}.\n", "# Cafe\u{301}.\n"] {
                let text = Guide.policy.text + Array(end.utf8)
                let policy = try #require(Policy.read(bytes: text, named: "own").policy)
                try await desk.store.adopt(policy, by: People.ada, at: minute(3), recordedAt: nil)
                #expect(try await desk.store.policies.inForce.text == text)
            }
            let marks = try await desk.store.policies.editions.map(\.mark)
            #expect(Set(marks).count == 3 && marks.first == Guide.policy.mark)
        }
    }
}
