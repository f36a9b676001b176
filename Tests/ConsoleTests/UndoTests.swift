import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Several acts taken back at once")
struct UndoTests {
    /// A seat at which three acts were done to the licence case.
    private func seat(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await Seat.open(store)
        await seat.agree("4")
        await seat.type("sr")
        await seat.agree("3")
        return seat
    }

    private func say(_ line: String, _ seat: inout Seat) async {
        await seat.type(":")
        await seat.write(line)
        await seat.type("<CR>")
    }

    private let id = CaseID(1_000_002)

    @Test("are as many as was said, and are named")
    func several() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo 3", &seat)
        #expect(seat.notice.contains("Undid 3 acts: set CS-1000002 to severity 3; "))
        #expect(seat.notice.contains("In review; set CS-1000002 to severity 4."))
        var item = try await store.caseFile(id).item
        #expect(item.severity == .two && item.status == .wip)
        await say("redo 2", &seat)
        #expect(seat.notice.contains("Did again 2 acts: set CS-1000002 to severity 4; "))
        item = try await store.caseFile(id).item
        #expect(item.severity == .four && item.status == .review)
    }

    @Test("stop at the first that cannot be, and say how far they came and why")
    func stopped() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo 9", &seat)
        #expect(seat.notice.contains("Undid 3 acts:"))
        #expect(seat.notice.contains("There  is no act of yours to take back."))
        #expect(try await store.caseFile(id).item.severity == .two)
    }

    @Test("come before whatever is typed meanwhile")
    func typeAhead() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        seat.press(":undo<Space>3<CR>p1agreed<CR>")
        await seat.rest()
        let item = try await store.caseFile(id).item
        #expect(item.severity == .one && item.status == .wip)
    }

    @Test("are told as what they took back, and in the preview not more often than they count")
    func told() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("c")
        await seat.write("Seen")
        await seat.type("<C-d>")
        for _ in 0..<2 { await seat.type("uU") }
        await seat.type("u")
        #expect(seat.picture().components(of: "took back") == 1)
        #expect(!seat.picture().contains("did again"))
        await seat.type("<CR>")
        #expect(seat.picture().components(of: "ada, took back") == 3)
        #expect(seat.picture().components(of: "the note of 14:05") == 5)
        let surface = view(seat.state, theme: .terminal)
        let rows = surface.picture().split(separator: "\n", omittingEmptySubsequences: false)
        let roles = surface.picture(showing: .roles).split(separator: "\n", omittingEmptySubsequences: false)
        for (row, role) in zip(rows, roles) where row.contains("took back") {
            let isDim = role.allSatisfy { $0 == "d" || $0 == " " } && role.contains("d")
            #expect(isDim, "\(row)")
        }
    }

    @Test("are a number", arguments: ["x", "0", "1001", "2 3"])
    func wrong(words: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await say("undo \(words)", &seat)
        #expect(seat.notice.contains("undo takes"))
        #expect(try await store.caseFile(id).item.severity == .three)
    }
}

extension String {
    /// How often another text stands in it.
    fileprivate func components(of other: String) -> Int { ranges(of: other).count }
}
