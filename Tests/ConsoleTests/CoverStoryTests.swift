import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Cover at the cursor")
struct CoverStoryTests {
    /// The lines of the screen that tell of cover.
    private func cover(_ seat: Seat) -> String {
        seat.picture().split(separator: "\n").first { $0.hasPrefix(" Cover  ") }.map(String.init) ?? ""
    }

    @Test("follows the cursor, and another console that ends a contract, without a key")
    func live() async throws {
        let store = try await CoveredStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5j")
        #expect(cover(seat).contains("CSS Priority Plus"))
        await seat.type("j")
        #expect(cover(seat).contains("Not covered: CN-3 ended on 31 Jan 2026."))
        await seat.type("k")
        let account = try #require(try await store.caseFile(CaseID(1_000_001)).account)
        let contract = try #require(try await store.records(RecordQuery(.contract, of: [account.id])).records.first)
        let operation = CaseModel.Operation(
            id: OperationID("ends"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(contract.id, ["end": "2026-03-08"])], operation)
        try await seat.poll()
        #expect(cover(seat).contains("Not covered: \(contract.id) ended on 8 Mar 2026."))
        await seat.type("<CR>")
        #expect(cover(seat).contains("Not covered: \(contract.id) ended on 8 Mar 2026."))
    }

    @Test("is asked for once for each customer around the cursor, and again only when the store changed")
    func asksOnce() async throws {
        let store = try await CoveredStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        var asked: [Effect] = []
        func isCover(_ effect: Effect) -> Bool { if case .loadCover = effect { true } else { false } }
        for key in [Key.character("j"), .character("k"), .character("j")] {
            asked += update(&seat.state, .key(key)).filter(isCover)
        }
        #expect(asked.count <= 1)
        await seat.type("jk")
        #expect(update(&seat.state, .key(.character("j"))).filter(isCover).isEmpty)
    }

    @Test("the cursor stops once at a reason of several lines, and words keep it whole")
    func wholeReasons() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(["gc", "/", "text:Nord<CR>", "<CR>", "l", "/", "text:berg"], &seat)
        await seat.type("<CR>")
        let narrowed = seat.picture()
        #expect(
            narrowed.contains("has no role that opens cases") && narrowed.contains("access that does."), "\(narrowed)")
        let list = try #require(seat.state.workplaces.top?.list)
        let stops = list.shown.filter { !list.rows[$0].subject.isHeading && list.rows[$0].whole != nil }
        #expect(stops.count == 1, "\(narrowed)")
    }

    @Test("a customer's own cover ends with what the tags in it stand for, each source once")
    func sources() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + ["lG"], &seat)
        let list = try #require(seat.state.workplaces.top?.list)
        let head = try #require(list.rows.firstIndex { $0.cells.first?.text.text == "Sources" })
        let legend = list.rows[(head + 1)...].compactMap { $0.whole?.spans.map(\.text.text).joined() }
        #expect(legend.contains { $0.hasPrefix("[CTX126197] ") }, "\(legend)")
        #expect(Set(legend).count == legend.count && legend.count == list.rows.count - head - 1, "\(legend)")
        #expect(seat.picture().contains(try #require(legend.last)), "\(seat.picture())")
        // Where nothing is told that has a source, there is no head either.
        await WorkplacePictureTests.press(["gc", "/", "text:Fjord<CR>", "<CR>", "l"], &seat)
        #expect(!seat.picture().contains("Sources"), "\(seat.picture())")
    }

    @Test("the days left say of what they are where the day itself has no room")
    func left() async throws {
        let store = try await WorkplaceStore.make()
        for (columns, cover, roster) in [
            (80, [" Cover left"], [" Ends next"]), (120, [" Cover until", " Left"], [" Ends next", " Left"]),
        ] {
            var seat = try await Seat.open(store, columns: columns, rows: 24)
            await seat.type("gc")
            #expect(roster.allSatisfy(seat.row(3).contains), "\(seat.row(3))")
            #expect(seat.row(3).contains(" Left") == (columns == 120), "\(seat.row(3))")
            await WorkplacePictureTests.press(WorkplacePictureTests.nord + ["l"], &seat)
            #expect(cover.allSatisfy(seat.row(3).contains), "\(seat.row(3))")
            #expect(seat.row(3).contains(" Left") == (columns == 120), "\(seat.row(3))")
            let words = " Cover until     30 Jun 2027, the last day of the contract CN-1"
            #expect(seat.picture().contains(words), "\(seat.picture())")
            #expect(seat.picture().contains("CSS Priority Plus"), "\(seat.picture())")
        }
    }

    @Test("customers and people known to be uncovered are marked in words, whatever plan or role stands there")
    func uncovered() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        let helix = try #require(try await store.accounts(matching: "Helix Bank", limit: 1).first).id.description
        let contract = try await shelf.add(
            .contract, ["account": helix, "number": "C-7", "start": "2025-01-01", "end": "2027-01-01"])
        _ = try await shelf.add(
            .entitlement, ["contract": contract.description, "plan": "select", "telemetry": "no"])
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gc")
        func row(_ name: String) throws -> Substring {
            try #require(seat.picture().split(separator: "\n").first { $0.contains(name) && !$0.hasPrefix(" \(name)") })
        }
        #expect(try row("Helix Bank").contains("CSS Select"), "\(seat.picture())")
        await seat.type("jj")
        #expect(try row("Helix Bank").contains("Not covered"), "\(seat.picture())")
        #expect(try !row("Nord Energy").contains("Not covered"), "\(seat.picture())")
        // What says already that there is nothing is no alarm besides.
        #expect(try row("Halden Port").contains("  no plan"), "\(seat.picture())")
        await seat.type("]")
        #expect(try row("M. Okafor").contains("  Not covered"), "\(seat.picture())")
        // Who acts for a customer that is covered may call for it, whatever covers the own company.
        await seat.type("G")
        #expect(try !row("Ola Dahl").contains("Not covered"), "\(seat.picture())")
        await seat.type("[<CR>ll")
        #expect(try row("M. Okafor").contains("  Not covered"), "\(seat.picture())")
        // Once somebody changed something, nothing is said of those of whom nothing was heard since.
        seat.state.desk.customers.expire()
        #expect(seat.state.desk.customers.uncovered.isEmpty)
    }

    @Test("of a critical situation the page says who commands it, or that nobody is named")
    func banner() async throws {
        let store = try await CoveredStore.make()
        var seat = try await Seat.open(store)
        await seat.type("4<CR>")
        #expect(seat.picture().contains("CRITICAL SITUATION  manager: not named yet  declared 14:02, 3m ago"))
        await seat.type(":")
        await seat.write("set CS-1000001 criticalSituationManager=ada")
        await seat.type("<CR>")
        #expect(seat.picture().contains("CRITICAL SITUATION  manager: ada  declared 14:02, 3m ago"))
        await seat.agree("2")
        #expect(!seat.picture().contains("CRITICAL SITUATION"))
        #expect(seat.picture().contains("asked for 1 · Nord Energy (NE-1001) · J. Berg · reason: as agreed"))
        #expect(!seat.picture().contains("agreed with J. Berg"))
        // What was set for a reason is agreed once the customer asks for it, too.
        await seat.type("p")
        #expect(seat.picture().contains("a  Agreed"), "\(seat.picture())")
        #expect(seat.picture().contains("the customer asks for 2, too; so far for 1"))
        await seat.type("a")
        #expect(seat.picture().contains("Severity the customer asks for, CS-1000001, reason:"), "\(seat.picture())")
        // Left half way, the words are there when the same is chosen again.
        await seat.write("half")
        await seat.type("<Esc>")
        await seat.type("p")
        await seat.type("a")
        #expect(seat.picture().contains("reason: half"), "\(seat.picture())")
        await seat.type("<C-u>")
        await seat.write("Berg on the telephone")
        await seat.type("<CR>")
        #expect(!seat.picture().contains("asked for 1"), "\(seat.picture())")
        #expect(seat.picture().contains("agreed with J. Berg"), "\(seat.picture())")
        await seat.type("p")
        #expect(!seat.picture().contains("a  Agreed"), "it asks for no other one any more")
    }

    @Test("the head of a case keeps who asks, with a lowered severity and long names, at 80 columns")
    func longNames() async throws {
        let store = try await CoveredStore.make()
        let file = try await store.caseFile(CaseID(1_000_001))
        var account = try #require(file.account)
        account.name = "Tidewater Logistics Group AS"
        _ = try await store.save(account, by: SampleStore.ada, at: SampleStore.now)
        var contact = try #require(file.contact)
        contact.name = "Johanna Bergström-Nilsen"
        _ = try await store.save(contact, by: SampleStore.ada, at: SampleStore.now)
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("4<CR>")
        await seat.agree("3")
        let line = try #require(seat.picture().split(separator: "\n").first { $0.contains("asked for 1") })
        #expect(line.contains("Tidewater Logistics Group AS") && line.contains("Johanna Bergström-Nilsen"), "\(line)")
    }
}
