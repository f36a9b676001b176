import CaseModel
import CaseSamples
import GuidePolicy
import Testing

@Suite("An update that was promised")
struct PromiseTests {
    @Test(
        "is due before a later clock, is kept by the next answer, and is owed again when that is taken back",
        arguments: StoreKind.allCases)
    func kept(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .one).id
            let promise = CaseChange.fact(.given(Case.promise), minute(60).description)
            #expect(try await desk.apply(id, promise).isDone)
            #expect(try await desk.item(id).followUp.due == minute(60))
            #expect(try await desk.item(id).followUp.phase(at: minute(59)) == .running)
            #expect(try await desk.item(id).followUp.phase(at: minute(61)) == .breached)
            #expect(try await desk.apply(id, .reply("We look.")).isDone)
            let answered = try await desk.item(id)
            #expect(answered.promisedUpdate == nil && !answered.followUp.isOwed)
            #expect(try await desk.undo().edits.allSatisfy(\.isDone))
            #expect(try await desk.item(id).followUp.due == minute(60))
        }
    }

    @Test("lies ahead, and no case that is over owes one", arguments: StoreKind.allCases)
    func refused(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let name = CaseField.given(Case.promise)
            #expect(try await desk.apply(id, .fact(name, minute(9).description)).refusal?.rule == "promise-over")
            #expect(try await desk.apply(id, .fact(name, "soon")).refusal?.rule == "promise-time")
            #expect(try await desk.apply(id, .fact(name, minute(60).description)).isDone)
            #expect(try await desk.apply(id, .close(.withdrawn, duplicateOf: nil, text: nil)).isDone)
            #expect(!(try await desk.item(id).followUp.isOwed))
            #expect(try await desk.apply(id, .reopen).isDone)
            #expect(try await desk.item(id).promisedUpdate == nil)
        }
    }

    @Test("is not kept by an answer whose writer did not know of it", arguments: StoreKind.allCases)
    func unseen(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            _ = try await desk.apply(item.id, .fact(.given(Case.promise), minute(60).description))
            #expect(try await desk.apply(item.id, base: item.version, .reply("We look.")).isDone)
            #expect(try await desk.item(item.id).promisedUpdate == minute(60))
            let seen = try await desk.item(item.id).version
            #expect(try await desk.apply(item.id, base: seen, .reply("We found it.")).isDone)
            #expect(try await desk.item(item.id).promisedUpdate == nil)
        }
    }
}
