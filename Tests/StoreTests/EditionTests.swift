import CaseModel
import GuidePolicy
import Testing

@Suite("A new policy changes no clock that ran")
struct EditionTests {
    /// The built-in policy under another name, in which a status does something else to the first response.
    private func edition(_ name: String, cust: String, parked: String? = nil) throws -> Policy {
        let section = try #require(text.split(separator: "[status \"cust\"]").last)
        let changed = section.replacing("first-response = runs", with: "first-response = \(cust)", maxReplacements: 1)
        var new = text.replacing(section, with: changed)
            .replacing("legacy guide (compiled)", with: name, maxReplacements: 1)
        if let parked {
            let status = """
                [status "parked"]
                name = Parked
                short = Parked
                role = waiting
                is = open, working, waiting, free
                first-response = \(parked)
                follow-up = pauses
                source = INF

                """
            new = new.replacing("[status \"vendor\"]", with: status + "[status \"vendor\"]")
        }
        let reading = Policy.read(bytes: Array(new.utf8), named: name)
        return try #require(reading.policy, "\(reading.problems)")
    }

    private let text = String(decoding: Guide.policy.text, as: UTF8.self)

    @Test("What a status does to a clock is what the case's own edition says", arguments: StoreKind.allCases)
    func effects(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func adopt(_ policy: Policy) async throws {
                try await desk.store.adopt(policy, by: People.ada, at: minute(20), recordedAt: nil)
                #expect(try await desk.store.verify().faults == [])
            }
            let plan = CaseChange.fact(.plan, "select")
            let id = try await desk.logCase(severity: .one).id
            func phase() async throws -> ClockState.Phase { try await desk.item(id).response.phase }
            _ = try await desk.apply(id, at: minute(3), .fact(.region, "emea"), plan, .take)
            _ = try await desk.apply(id, at: minute(4), .status(.cust, given: ["awaited": "a trace"]))
            let before = try await desk.item(id).response
            #expect(before.phase == .running)
            try await adopt(try edition("Edition 2", cust: "pauses", parked: "pauses"))
            _ = try await desk.apply(id, at: minute(21), .note("Nothing yet."))
            #expect(try await desk.item(id).response == before)
            // A status that its edition has not does what it did in the first that has it.
            let book = try await desk.store.policies
            _ = try await desk.apply(id, at: minute(22), .status(try #require(book.words.status("parked")), given: [:]))
            #expect(try await phase() == .paused)
            try await adopt(try edition("Edition 3", cust: "pauses", parked: "runs"))
            _ = try await desk.apply(id, at: minute(23), .note("Still nothing."))
            #expect(try await phase() == .paused)
            // With a plan of now the edition of now counts.
            _ = try await desk.apply(id, at: minute(24), .fact(.plan, "advanced"))
            #expect(try await phase() == .running)
            _ = try await desk.apply(id, at: minute(25), .status(.cust, given: ["awaited": "a trace"]))
            #expect(try await phase() == .paused)
        }
    }
}
