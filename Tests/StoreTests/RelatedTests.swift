import CaseModel
import GuidePolicy
import Testing

@Suite("What a case page and the key for the next case ask of a store")
struct RelatedTests {
    private func context(_ desk: Desk, at now: Timestamp) async throws -> QueryContext {
        let ada = try await desk.store.agent(for: People.ada)
        return QueryContext(now: now, me: ada.id, words: try await desk.store.policies.words)
    }

    @Test("Related cases are told by kind, each store alike", arguments: StoreKind.allCases)
    func related(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let first = try await desk.logCase("The gateway drops sessions")
            let second = try await desk.logCase("Sessions are lost")
            let third = try await desk.logCase("Another thing")
            let duplicate = try #require(desk.duplicateReason(try await desk.store.policies.words))
            _ = try await desk.apply(
                second.id, at: minute(11), .close(duplicate, duplicateOf: first.id, text: nil))
            for id in [first.id, third.id] { _ = try await desk.apply(id, at: minute(12), .product("Orb")) }
            let context = try await context(desk, at: minute(20))
            let item = try await desk.item(first.id)
            let found = try await desk.store.related(to: item, named: "Nord Energy", limit: 12, context)
            #expect(found.duplicates.map(\.id) == [second.id])
            #expect(found.sameAccount.map(\.id) == [third.id])
            // What is told of already is not told again.
            #expect(found.sameProduct == [] && found.original == [])
            let closed = try await desk.item(second.id)
            let back = try await desk.store.related(to: closed, named: "Nord Energy", limit: 1, context)
            #expect(back.original.map(\.id) == [first.id])
            #expect(back.sameAccount.count == 1)
            // Those told of already take nobody's place: a kind with fewer than asked for has no more.
            let fourth = try await desk.logCase("One more thing")
            _ = try await desk.apply(fourth.id, at: minute(13), .product("Orb"))
            let few = try await desk.store.related(
                to: try await desk.item(first.id), named: "Nord Energy", limit: 1, context)
            #expect(few.sameAccount.count == 1 && few.sameProduct.count == 1)
            #expect(Set((few.sameAccount + few.sameProduct).map(\.id)) == [third.id, fourth.id])
        }
    }

    @Test("The next case is taken once, whoever asks, and the next one after it", arguments: StoreKind.allCases)
    func next(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let mild = try await desk.logCase("Mild", severity: .four)
            let bad = try await desk.logCase("Bad", severity: .two)
            let away = try await desk.logCase("Away", severity: .one)
            _ = try await desk.apply(away.id, .snooze(minute(1000)))
            let context = try await context(desk, at: minute(20))
            let ada = try await desk.store.agent(for: People.ada)
            func take() async throws -> CaseID? {
                let next = try await desk.store.takeNext(for: ada, context) { edits in
                    desk.operation(People.ada, edits, at: minute(21))
                }
                guard case .taken(let item, _, _) = next else { return nil }
                return item.id
            }
            #expect(try await take() == bad.id)
            #expect(try await desk.item(bad.id).owner == ada.id)
            #expect(try await take() == mild.id)
            #expect(try await take() == nil)
            #expect(try await desk.item(away.id).owner == nil)
        }
    }
}

extension Desk {
    /// The reason that names another case.
    fileprivate func duplicateReason(_ words: Vocabulary) -> ClosureReason? { words.closure("duplicate") }
}
