import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("An act on many cases shows first what it would do")
struct BulkTests {
    @Test("old → new of the rows at hand, what would be refused, and one step takes all of it back")
    func outlook() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("7")
        await seat.type("V")
        await seat.type("p")
        await seat.type("3")
        await seat.write("as agreed")
        await seat.type("<CR>")
        let picture = seat.picture()
        #expect(picture.contains("severity 1 → 3"))
        #expect(picture.contains("severity 3, as it is"))
        #expect(picture.contains("is closed: refused"))
        try expectPicture(view(seat.state, theme: .terminal), "overlay-bulk")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.severity == .one)
        await seat.type("n")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.severity == .one)
        await seat.type("<CR>")
        await seat.type("y")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.severity == .three)
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .three)
        await seat.type("<Esc>u")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.severity == .one)
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .two)
    }

    @Test("what the rules would refuse is told with their reason, case by case and in all, before and after")
    func rules() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("5Vs")
        // Not all of the open cases can go everywhere, and the list says so.
        let ways = seat.picture().split(separator: "\n")
        let hard = try #require(ways.first { $0.contains("refused for") })
        #expect(hard.contains(" of 6"), "\(ways)")
        await seat.type("<Esc>")
        await seat.type(":")
        await seat.write("status solved")
        await seat.type("<CR>")
        let asked = seat.picture()
        let refused = asked.split(separator: "\n").count { $0.contains("  refused: ") }
        #expect(refused > 0 && refused < 6, "\(asked)")
        #expect(asked.contains("6 cases? \(refused) of them will be refused."), "\(asked)")
        #expect(asked.contains("nothing leads from there"), "\(asked)")
        await seat.type("x")
        #expect(seat.notice.contains("y is yes, n is no"))
        await seat.type("y")
        #expect(seat.picture().contains("\(refused) were refused and keep"))
    }

    @Test("a take says whose they are")
    func owners() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5")
        await seat.type("Vt")
        #expect(seat.picture().contains("owner none → ada"))
        #expect(seat.picture().contains("belongs to kim: refused"))
        await seat.type("n")
        await seat.type("z1")
        #expect(seat.picture().contains("put off until 15:05"))
    }

    @Test("and tells no more than fits, with how many more there are")
    func cut() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 60, rows: 13)
        await seat.type("5")
        await seat.type("Vt")
        #expect(seat.picture().contains("more"))
        #expect(seat.picture().contains("y yes    n no"))
    }
}
