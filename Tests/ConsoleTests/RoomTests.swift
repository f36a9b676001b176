import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("The room of a list goes where something stands in it")
struct RoomTests {
    private func listing(filled: Int, hasShorter: Bool = false) -> Listing {
        let rows = (0..<9).map { number in
            var cells = RowCells()
            cells.put("MB-\(number)", .id)
            cells.put("Application delivery", .what)
            cells.put("Shannonside Dairies and Waterworks", .account)
            if hasShorter { cells[.account].shorter = ["Shannonside"] }
            if number < filled { cells.put("Imogen Llewellyn", .who) }
            return ListingRow(.line(number), cells.all)
        }
        var list = Listing(
            ListingColumn.columns([.id: "Number", .what: "Product", .account: "Customer", .who: "With"]), rows,
            empty: "Nothing.")
        list.yielding = .who
        return list
    }

    @Test("a column that yields leaves before others are cut where most rows have nothing in it, and stays else")
    func sparse() {
        func heads(_ filled: Int, _ width: Int, hasShorter: Bool = false) -> [String] {
            listing(filled: filled, hasShorter: hasShorter).laidOut(width).slots.map(\.column.title.text)
        }
        #expect(heads(2, 79) == ["Number", "Product", "Customer", ""])
        #expect(heads(2, 110).contains("With"))
        #expect(heads(7, 79).contains("With"))
        #expect(heads(2, 79, hasShorter: true).contains("With"))
    }

    @Test("a home has no column that only records fill")
    func home() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gh]]")
        #expect(heads(seat).hasSuffix("With, ends") && !heads(seat).contains("Quantity"), "\(seat.picture())")
        await seat.type("]")
        let license = try #require(seat.picture().split(separator: "\n").first { $0.contains(" LI-1 ") })
        #expect(license.contains("600 free") && license.contains("1 Apr 2026"), "\(license)")
        #expect(!heads(seat).contains("Quantity"), "\(seat.picture())")
    }

    private func heads(_ seat: Seat) -> String {
        seat.picture().split(separator: "\n").first { $0.contains("Due, left") }.map(String.init) ?? ""
    }

    @Test("a home fills a high screen, and each list keeps a few rows on a low one", arguments: [(200, 60), (80, 24)])
    func high(columns: Int, rows: Int) async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        var seat = try await Seat.open(store, columns: columns, rows: rows)
        await seat.type("gh")
        let told = seat.state.workplaces.top?.list?.rows.filter(\.subject.isHeading) ?? []
        let heads = told.compactMap { $0.cells.first?.text.text }
        #expect(heads.contains { $0.contains("the first 7") } == (rows == 24), "\(heads)")
        let count = seat.state.workplaces.top?.list?.rows.count { !$0.subject.isHeading } ?? 0
        #expect(rows == 60 ? (44...50).contains(count) : count < 30, "\(count)")
    }

    @Test("a narrow screen keeps what matters now and lets names give way")
    func narrow() async throws {
        var seat = try await Seat.open(FullPlaceTests.store.value, columns: 80, rows: 24)
        await seat.type("gx")
        #expect(seat.picture().contains("Acknowledged  Running"), "\(seat.picture())")
        #expect(seat.cursorRow.contains("! not yet"), "\(seat.picture())")
        await seat.type("gw")
        #expect(seat.cursorRow.contains(" CS-10"), "\(seat.picture())")
        await seat.type("gs]")
        #expect(seat.picture().contains("Step at"), "\(seat.picture())")
    }

    @Test("one column says one thing: how somebody was named stands with the person, a way under its own head")
    func meaning() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gs]]")
        #expect(seat.picture().contains("Way") && seat.cursorRow.contains("Visit to the site"), "\(seat.picture())")
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        var many = try await Seat.open(store, columns: 200, rows: 60)
        await many.type("gr")
        #expect(many.picture().contains("Plan, state"), "\(many.picture())")
        #expect(many.picture().contains(", by name"), "\(many.picture())")
        var full = try await Seat.open(FullPlaceTests.store.value, columns: 200, rows: 60)
        await full.type("gr")
        await full.type("]]]]")
        #expect(full.picture().contains("! bounced"), "\(full.picture())")
    }

    @Test("open cases are read without the lines beside the list")
    func worst() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gc")
        #expect(seat.picture().contains(" open, worst 1 ■"), "\(seat.picture())")
    }

    @Test("Enter on a colleague shows the cases of that colleague, and the footer says so")
    func colleague() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gd")
        #expect(seat.row(-1).contains("Enter its people"), "\(seat.row(-1))")
        await seat.type("]")
        #expect(seat.row(-1).contains("Enter open cases"), "\(seat.row(-1))")
        let name = try #require(seat.state.workplaces.top?.row?.what)
        await seat.type("<CR>")
        #expect(seat.state.screen == .queue && seat.row(0).contains(name), "\(seat.picture())")
    }

    @Test("what can be done says with whom, by number and name")
    func named() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gc/")
        await seat.write("Nord Energy\n")
        let id = try #require(seat.cursorRow.split(separator: " ").first { $0.hasPrefix("AC-") })
        seat.press("a")
        #expect(seat.picture().contains("With \(id) Nord Energy"), "\(seat.picture())")
        seat.press("<Esc>")
        await seat.type("gr")
        seat.press("+")
        #expect(seat.picture().contains("Add at Nord Energy"), "\(seat.picture())")
    }

    @Test("one long key takes no room from the values of the policy")
    func keys() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gp]]]]")
        let head = try #require(seat.picture().split(separator: "\n").first { $0.contains("Says of") })
        #expect(head.prefix(32).contains("Value"), "\(head)")
    }

    @Test("a distance says in what it is counted, and only a tab that was looked at says how many rows it has")
    func counts() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gr")
        #expect(seat.row(1).contains(" Next 90 days 3  Memberships  "), "\(seat.row(1))")
        await seat.type("]")
        #expect(seat.row(1).contains(" Next 90 days 3  Memberships 2  Contracts  "), "\(seat.row(1))")
        let look = try #require(ListingLook(seat.state))
        let field = try #require(RecordKind.replacement.field("distance"))
        #expect(look.value("32", of: field, Names()) == "32 miles")
    }
}
