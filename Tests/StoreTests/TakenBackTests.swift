import CaseModel
import GuidePolicy
import Testing

@Suite("What was taken back moves no clock and begins no silence")
struct TakenBackTests {
    /// A critical case that somebody works on, under a plan that answers in less than 30 minutes around the clock.
    private func urgent(_ desk: Desk) async throws -> CaseID {
        let id = try await desk.logCase(severity: .one).id
        #expect(try await desk.apply(id, at: minute(2), .fact(.region, "emea"), .fact(.plan, "select"), .take).isDone)
        #expect(try await desk.item(id).response.phase == .running)
        return id
    }

    @Test("A case is a critical situation since what still holds made it one", arguments: StoreKind.allCases)
    func declared(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .one).id
            func declared() async throws -> Timestamp {
                try await desk.store.caseFile(id).declaredCritical(GuidePolicy.Guide.words)
            }
            #expect(try await declared() == minute(2))
            // What is lowered by mistake and taken back at once was critical all the time.
            _ = try await desk.apply(id, at: minute(11), .severity(.two, reason: "Half of them work."))
            _ = try await desk.undo(at: minute(12))
            #expect(try await desk.item(id).severity == .one)
            #expect(try await declared() == minute(2))
            _ = try await desk.apply(id, at: minute(13), .severity(.two, reason: "Half of them work."))
            _ = try await desk.apply(id, at: minute(14), .severity(.one, reason: "Worse again."))
            #expect(try await declared() == minute(14))
        }
    }

    @Test("A reply: the clock runs on, and a later reply is judged by itself", arguments: StoreKind.allCases)
    func reply(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await urgent(desk)
            func phase() async throws -> ClockState.Phase { try await desk.item(id).response.phase }
            _ = try await desk.apply(id, at: minute(10), .reply("Please try again."))
            #expect(try await phase() == .met)
            _ = try await desk.undo()
            #expect(try await phase() == .running)
            _ = try await desk.redo()
            #expect(try await phase() == .met)
            _ = try await desk.undo()
            _ = try await desk.apply(id, at: minute(45), .reply("Still looking."))
            #expect(try await phase() == .breached)
            #expect(try await desk.item(id).firstResponseAt == minute(45))
        }
    }

    @Test("The customer's word: nothing waits for an answer", arguments: StoreKind.allCases)
    func heard(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await urgent(desk)
            _ = try await desk.apply(id, at: minute(10), .reply("Please try again."))
            _ = try await desk.apply(id, at: minute(11), .ask(kind: "fix", text: "Version 2.", due: nil))
            for change in [CaseChange.hear("Any news?"), .settle(ActionItemID(caseID: id, ordinal: 1), .done)] {
                _ = try await desk.apply(id, at: minute(12), change)
                #expect(try await desk.item(id).followUp.phase == .running, "\(change)")
                _ = try await desk.undo()
                #expect(try await desk.item(id).followUp == .none, "\(change)")
            }
        }
    }

    @Test("A move: the silence goes on, and its reminders count", arguments: StoreKind.allCases)
    func silence(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func day(_ number: Int64) -> Timestamp { minute(12 + number * 24 * 60) }
            let id = try await urgent(desk)
            _ = try await desk.apply(id, at: day(0), .status(.cust, given: ["awaited": "a trace"]))
            for number in [1, 2] as [Int64] { _ = try await desk.apply(id, at: day(number), .remind("We close it.")) }
            _ = try await desk.apply(id, at: day(5), .status(.wip, given: [:]))
            _ = try await desk.undo(at: day(10))
            #expect(try await desk.item(id).status == .cust)
            let reason = try #require(Guide.words.closure("no-response"))
            let closed = try await desk.apply(id, at: day(16), .close(reason, duplicateOf: nil, text: "Silence."))
            #expect(closed.isDone && closed.events.flatMap(\.remarks) == [])
        }
    }
}
