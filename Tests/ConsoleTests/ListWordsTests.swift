import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What lists say of themselves")
struct ListWordsTests {
    @Test("what stands in place of rows is neither counted nor chosen, and is seen at both ends")
    func words() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gh")
        #expect(seat.notice.contains("1 of 4"), "\(seat.picture())")
        await seat.type("jj")
        #expect(seat.cursorRow.contains("CS-1000001") && seat.notice.contains("3 of 4"), "\(seat.picture())")
        await seat.type("k")
        #expect(seat.cursorRow.contains("CS-1000006"), "\(seat.picture())")
        // Nothing but words: there is no row for the cursor, and none to count.
        var empty = try await Seat.open(
            MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada"), columns: 80, rows: 24)
        await empty.type("ghj")
        #expect(empty.picture().contains("   nothing") && empty.cursorRow.isEmpty && !empty.notice.contains(" of "))
        // Where not all of it has room, the words above the first row and below the last one come in sight with them.
        let full = try await WorkplaceStore.make()
        try await full.crowd()
        var low = try await Seat.open(full, columns: 80, rows: 12)
        await low.type("gh]]]G")
        #expect(!low.picture().contains(" Requests about licences"), "\(low.picture())")
        for _ in 0..<9 { await low.type("k") }
        #expect(low.picture().contains(" Requests about licences"), "\(low.picture())")
        #expect(low.picture().contains("\n   nothing"), "\(low.picture())")
        await low.type("[")
        #expect(!low.picture().contains(" Hours nearly spent"), "\(low.picture())")
        await low.type("G")
        #expect(low.picture().contains(" Hours nearly spent  0\n   nothing"), "\(low.picture())")
        await low.type("ggjjjjjjjjj")
        #expect(low.picture().contains(" Hours nearly spent  0\n   nothing"), "\(low.picture())")
    }

    @Test("the number of a tab says how many were found of how many, and none that is not known")
    func filtered() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gr", "l"], &seat)
        #expect(seat.row(1).contains(" Memberships 2  "), "\(seat.row(1))")
        await WorkplacePictureTests.press(["/", "text:mb-2"], &seat)
        #expect(seat.row(1).contains(" Memberships 1 of 2  "), "\(seat.row(1))")
        await WorkplacePictureTests.press(["<CR>", "<Esc>"], &seat)
        #expect(seat.row(1).contains(" Memberships 2  "), "\(seat.row(1))")
        await WorkplacePictureTests.press(["gc", "/", "text:Nord"], &seat)
        #expect(seat.row(1).contains(" Accounts 2 found  "), "\(seat.row(1))")
        await WorkplacePictureTests.press(["<CR>", "<CR>", "ll", "/", "text:Mats<CR>"], &seat)
        #expect(seat.row(1).contains("  Contacts 1 of 3  Contracts 2  "), "\(seat.row(1))")
        // Words go with their tab, and what they found is not taken for all.
        var turning = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gc", "/", "text:Nord", "<CR>", "]"], &turning)
        #expect(turning.row(1).contains(" Accounts  Contacts"), "\(turning.row(1))")
        await WorkplacePictureTests.press(["["], &turning)
        #expect(turning.row(1).contains(" Accounts 5  "), "\(turning.row(1))")
        // While the store is asked for others, the number of those before is none of theirs.
        var asking = try await Seat.open(WorkplaceStore.make())
        await asking.type("gc")
        asking.press("/Nord")
        #expect(asking.row(1).contains(" Accounts  Contacts"), "\(asking.row(1))")
    }

    @Test("the number of a queue's tab does the same")
    func filteredQueue() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("5")
        #expect(seat.row(1).contains("5 All open 6 "), "\(seat.row(1))")
        await seat.type("/")
        await seat.write("licence")
        #expect(seat.row(1).contains("5 All open 1 of 6 "), "\(seat.row(1))")
        await seat.type("<CR>")
        #expect(seat.row(1).contains("5 All open 1 of 6 "), "\(seat.row(1))")
        await seat.type("<Esc>")
        #expect(seat.row(1).contains("5 All open 6 "), "\(seat.row(1))")
    }

    @Test("how many there are at least, where more rows are to come: heads between them are none")
    func atLeast() async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        for number in 1...150 {
            _ = try await shelf.add(
                .membership,
                [
                    "account": "AC-1", "contract": "CN-1", "product": "Further \(number)",
                    "end": "2026-0\(6 + number % 4)-01",
                ])
        }
        var seat = try await Seat.open(store)
        await seat.type("gr]")
        #expect(seat.notice.hasSuffix(" 1 of at least 100"), "\(seat.picture())")
        for _ in 0..<3 { await seat.type("G") }
        #expect(seat.notice.hasSuffix(" 212 of 212"), "\(seat.picture())")
    }

    @Test("a place that failed to load names the key that reads it again, one case, too")
    func failed() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        func fail(_ ticket: Ticket?) throws {
            _ = update(&seat.state, .answer(try #require(ticket), .failed(.locked("kim is importing since 13:58"))))
        }
        seat.press("gr")
        try fail(seat.state.workplaces.top?.asked.rows)
        #expect(seat.row(-1).hasPrefix(" R reload  ] next tab  Esc back "), "\(seat.row(-1))")
        await seat.type("R")
        #expect(!seat.row(-1).contains("R reload"), "\(seat.row(-1))")
        _ = seat.state.openPage(CaseID(1_000_007))
        try fail(seat.state.page?.ticket)
        #expect(seat.row(-1).hasPrefix(" R reload  Esc back "), "\(seat.picture())")
    }
}
