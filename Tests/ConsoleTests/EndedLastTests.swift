import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What ended stands below what goes on")
struct EndedLastTests {
    /// The small store with more memberships, by their last days.
    private func store(_ ends: [String]) async throws -> MemoryCaseStore {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        for end in ends {
            _ = try await shelf.add(
                .membership, ["account": "AC-1", "contract": "CN-1", "product": "Until \(end)", "end": end])
        }
        return store
    }

    /// What the rows are called by, and the heads over them.
    private func rows(_ seat: Seat) -> [String] {
        (seat.state.workplaces.top?.list?.rows ?? []).map { row in
            row.subject.isHeading ? row.cells[0].text.text : row.what ?? ""
        }
    }

    @Test("among all memberships and those of a customer, the cursor on the first that goes on")
    func order() async throws {
        let store = try await store(["2025-01-31", "2025-06-30", "2026-03-08", "2026-03-09"])
        var seat = try await Seat.open(store)
        await seat.type("gr]")
        #expect(
            rows(seat) == [
                "March 2026", "Until 2026-03-09", "Gateway", "June 2027", "Application delivery",
                "Ended in March 2026", "Until 2026-03-08", "Ended in June 2025", "Until 2025-06-30",
                "Ended in January 2025", "Until 2025-01-31",
            ], "\(seat.picture())")
        #expect(seat.state.workplaces.top?.row?.what == "Until 2026-03-09")
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + ["llll"], &seat)
        #expect(
            rows(seat) == [
                "Until 2026-03-09", "Gateway", "Application delivery", "Ended memberships", "Until 2026-03-08",
                "Until 2025-06-30",
                "Until 2025-01-31",
            ], "\(seat.picture())")
        await seat.type("gg")
        #expect(seat.state.workplaces.top?.row?.what == "Until 2026-03-09")
    }

    @Test("however many pages there are of either, each once")
    func pages() async throws {
        let first = try #require(CivilDay(iso: "2020-01-01"))
        let next = try #require(CivilDay(iso: "2028-01-01"))
        let count = Int64(ConsoleState.listed) + 20
        let ends = (0..<count).flatMap { [first.adding($0).description, next.adding($0).description] }
        var seat = try await Seat.open(try await store(ends))
        await seat.type("gr]")
        #expect(!rows(seat).contains { $0.hasPrefix("Ended") })
        await seat.type("G")
        let found = rows(seat).filter { $0.hasPrefix("Until") }
        let wanted = ends.filter { $0 > "2028" }.sorted() + ends.filter { $0 < "2028" }.sorted(by: >)
        #expect(found == wanted.map { "Until \($0)" })
        #expect(seat.state.workplaces.top?.row?.what == "Until 2020-01-01", "\(seat.picture())")
    }

    @Test("what ends next has its last day on a narrow screen, too")
    func narrow() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gr")
        let row = seat.picture().split(separator: "\n").first { $0.contains("MB-2") }?.split(separator: " ")
        #expect(row?.suffix(6).joined(separator: " ") == "nobody told 30 Mar 21 d", "\(seat.picture())")
    }
}
