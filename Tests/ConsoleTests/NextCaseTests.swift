import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("One key takes the next case")
struct NextCaseTests {
    /// What is written down about ada.
    private func seat(_ change: (inout Agent) -> Void = { _ in }) async throws -> (Seat, MemoryCaseStore) {
        let store = try await SampleStore.make()
        let claim = SampleStore.ada
        var ada = try await store.agent(for: claim)
        change(&ada)
        _ = try await store.save(ada, by: claim, at: SampleStore.now)
        return (try await Seat.open(store), store)
    }

    private func owner(_ number: Int64, _ store: MemoryCaseStore) async throws -> AgentID? {
        try await store.caseFile(CaseID(number)).item.owner
    }

    @Test("the most urgent one that nobody answers for, opens it, says why, and undo gives it back")
    func theNext() async throws {
        var (seat, store) = try await seat()
        await seat.type("w")
        #expect(seat.row(0).contains("CS-1000001"))
        #expect(seat.notice.contains("Took CS-1000001, the most urgent that fits you: severity 1, no answer due."))
        #expect(seat.notice.contains("u gives it back."))
        #expect(try await owner(1_000_001, store) == AgentID(1))
        await seat.type("u")
        #expect(try await owner(1_000_001, store) == nil)
        await seat.type("w")
        await seat.type("w")
        #expect(seat.row(0).contains("CS-1000003"))
        await seat.type("w")
        #expect(seat.notice.contains("There is no open case that nobody answers for."))
        #expect(seat.row(0).contains("CS-1000003"))
    }

    @Test("what is critical first, then by the clock before the severity, and not what is out of sight")
    func byClock() async throws {
        var (seat, store) = try await seat()
        await seat.type(":")
        await seat.write("set CS-1000003 plan=priority region=emea")
        await seat.type("<CR>w")
        #expect(seat.row(0).contains("CS-1000001"))
        #expect(seat.notice.contains("severity 1"))
        await seat.type("w")
        #expect(seat.row(0).contains("CS-1000003"))
        let told = seat.notice.split(separator: " ").joined(separator: " ")
        #expect(told.contains("the most urgent that fits you, as none that is covered does: severity 2, overdue"))
        #expect(told.contains("logged with CSS Priority, not covered"), "\(told)")
        await seat.type("u")
        await seat.type("z1")
        await seat.type("w")
        #expect(seat.notice.contains("There is no open case that nobody answers for."))
        #expect(try await owner(1_000_001, store) == AgentID(1))
        #expect(try await owner(1_000_003, store) == nil)
    }

    @Test("none that is for another role or another centre, in words")
    func misfits() async throws {
        var (seat, store) = try await seat { $0.role = "licensing-administrator" }
        await seat.type("w")
        #expect(seat.notice.contains("None of 2 fits you: 2 are for another role ("))
        #expect(seat.notice.contains("Take one all the same from the queue Unassigned."))
        (seat, store) = try await self.seat { $0.center = "sydney" }
        await seat.type(":")
        await seat.write("set CS-1000001 region=emea")
        await seat.type("<CR>w")
        // The other one has no region yet, so that no centre is known to have it.
        #expect(try await owner(1_000_003, store) == AgentID(1))
        (seat, store) = try await self.seat {
            $0.center = "dublin"
            $0.shift = "Mon-Fri 06:00-12:00"
        }
        await seat.type("w")
        #expect(seat.notice.contains("None of 2 fits you: you are off shift until Tue 10 Mar 08:00."))
        // Two centres of one region share what none of them holds.
        (seat, store) = try await self.seat { $0.center = "emea-2" }
        await seat.type(":")
        await seat.write("set CS-1000001 region=emea")
        await seat.type("<CR>w")
        #expect(try await owner(1_000_001, store) == AgentID(1))
    }

    @Test("the next one where somebody else was faster")
    func race() async throws {
        var (seat, store) = try await seat()
        let words = await store.policies.words
        let ada = try await store.agent(for: SampleStore.ada)
        let context = QueryContext(now: SampleStore.now, me: ada.id, words: words)
        var kim = try await Seat.open(store, SampleStore.kim)
        await kim.type(":")
        await kim.write("take CS-1000001")
        await kim.type("<CR>")
        await seat.type("w")
        #expect(seat.row(0).contains("CS-1000003"))
        let none = try await store.takeNext(for: ada, context) { _ in preconditionFailure("nothing is left to take") }
        #expect(none == .none(NoNextCase()))
    }

    @Test("the one whose product the person knows, and says so")
    func knowledge() async throws {
        var (seat, store) = try await seat { $0.products = ["Orb"] }
        await seat.type(":")
        await seat.write("set CS-1000001 product=Cube")
        await seat.type("<CR>:")
        await seat.write("set CS-1000003 product=Orb")
        await seat.type("<CR>w")
        #expect(seat.notice.contains("Took CS-1000003") && seat.notice.contains("knows Orb besides"))
        await seat.type("w")
        #expect(seat.notice.contains("1 is about products you are not known to know: Cube"))
        #expect(try await owner(1_000_001, store) == nil)
    }

    @Test("nothing for somebody who may not")
    func rights() async throws {
        let store = try await SampleStore.make()
        var guest = try await Seat.open(store, SampleStore.guest)
        await guest.type("w")
        #expect(guest.notice.contains("is no agent of this store"))
    }
}
