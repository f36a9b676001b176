import CaseModel
@testable import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Nothing is cut where there is room, and nothing is told in codes")
struct SeenWholeTests {
    private func customer(_ tab: String, columns: Int = 120, rows: Int = 40) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows)
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR><CR>\(tab)")
        return seat
    }

    @Test("a text goes on over empty cells behind it, and stops before what stands there")
    func room() {
        let columns = [
            TableColumn(0, "What", minimum: 6), TableColumn(1, "State", minimum: 6),
            TableColumn(2, "Left", minimum: 5, .right),
        ]
        let table = Table(columns, width: 40)
        #expect(table.room(at: 0) { $0.column.id == 1 }.width == table.slots[2].x - 2 - table.slots[0].x)
        #expect(table.room(at: 0) { _ in true }.width == 40 - table.slots[0].x)
        #expect(table.room(at: 0) { _ in false }.width == 6)
        #expect(table.room(at: 2) { _ in true }.width == 5)
    }

    @Test("why somebody may not call is read whole under the row, without the name again, and days in words")
    func reasons() async throws {
        let picture = try await customer("l").picture()
        #expect(picture.contains("has no role that opens cases (technical), and no portal"))
        #expect(picture.contains("that does.") && !picture.contains("J. Berg has no role"))
        #expect(picture.contains("CN-2 ended on 31 Mar 2025.") && !picture.contains("2025-03-31"))
    }

    @Test("the list beside a record is as wide as the queue beside a case", arguments: [150, 160, 200, 240])
    func split(columns: Int) async throws {
        func rule(_ seat: Seat) -> Int? {
            let glyph: Character = "│"
            return seat.row(10).enumerated().first { $0.element == glyph }?.offset
        }
        var seat = try await Seat.open(CoveredStore.make(), columns: columns, rows: 40)
        await seat.type("5")
        let queue = try #require(rule(seat))
        await seat.type("gw1gl1gc")
        #expect(rule(seat) == queue)
    }

    @Test("records of several kinds under one another have heads that fit them all")
    func heads() async throws {
        #expect(try await customer("lll").row(3).contains("Record  Number, product"))
        #expect(try await customer("llllll").row(3).contains("Ends, step at"))
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("glll")
        #expect(seat.row(3).contains("Product  Name "))
    }

    @Test("choices say what they are, not by which code the store keeps them")
    func codes() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5x")
        #expect(!seat.picture().contains("customer-"))
        await seat.type("<Esc>T")
        #expect(seat.notice.contains("commas between them:"))
        await seat.type("<Esc>S")
        #expect(seat.picture().contains("due ↓") && !seat.picture().contains("-due"))
    }

    @Test("a history has days in words, and what was asked for by its name")
    func history() async throws {
        let store = try await SampleStore.make()
        let names = Names(Guide.book.words)
        let items = Guide.book.inForce.duties.items
        let kind = try #require(items.first { $0.name.contains(" ") && $0.code != $0.name })
        #expect(names.known.item(kind.code) == kind.name)
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("5<CR>")
        for _ in 0..<7 { await seat.type("]") }
        let picture = seat.picture()
        #expect(picture.contains(" Mar 2026 ") && !picture.contains("2026-03-"))
    }

    @Test("where no clock runs, the subject has the room of the clock")
    func clocks() async throws {
        func subject(_ store: MemoryCaseStore) async throws -> String {
            var seat = try await Seat.open(store, columns: 120, rows: 40)
            await seat.type("5")
            return seat.row(3)
        }
        let idle = try await subject(SampleStore.make())
        let busy = try await subject(CoveredStore.make())
        func column(_ row: String) -> Int { row.split(separator: "Sev", maxSplits: 1).first?.count ?? 0 }
        #expect(column(idle) < column(busy))
    }

    @Test("a list of nothing has no rule over nothing below it")
    func bare() async throws {
        let store = MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada")
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("gh")
        let rule = String(repeating: "─", count: 100)
        #expect((4..<38).allSatisfy { !seat.row($0).contains(rule) })
        #expect(seat.picture().contains("Mine, by due time  0"))
    }

    @Test("steps of a procedure are told in words, on the record and in its history")
    func steps() async throws {
        let seat = try await customer("llllll")
        #expect(seat.picture().contains("requested") && !seat.picture().contains("stepAt"))
        #expect("center".words == "Centre" && "minutes".words == "Length" && "hardware".words == "Machine")
    }

    @Test("on a very low screen the choices have the rows, and one is left for why not")
    func low() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 40, rows: 10)
        await seat.type("1s")
        #expect(seat.picture().contains("Waiting on Customer"))
        #expect(seat.picture().contains("In review") && seat.picture().contains("Assigned to Escalation"))
    }
}
