import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What matters is told beside long names, in long lists, and when the store cannot answer")
struct LongNameTests {
    private func opened(_ keys: [String], columns: Int = 80, rows: Int = 24) async throws -> Seat {
        var seat = try await Seat.open(FullPlaceTests.store.value, columns: columns, rows: rows)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    @Test("alerts and who acts stand in the title beside the longest customer")
    func title() async throws {
        let seat = try await opened(FullPlaceTests.harbours)
        #expect(seat.row(0).contains("United Northern") && seat.row(0).contains("45 alerts  ada"), "\(seat.row(0))")
    }

    @Test("a case names its customer, cut where it must be")
    func customer() async throws {
        var seat = try await opened([":", "text:open CS-1000009<CR>"])
        #expect(seat.row(4).contains("United Northern and Southern H"), "\(seat.row(4))")
        seat = try await Seat.open(FullPlaceTests.store.value, columns: 200, rows: 60)
        await WorkplacePictureTests.press([":", "text:open CS-1000009<CR>"], &seat)
        #expect(seat.row(4).contains("Waterworks (ORG-62)"), "\(seat.row(4))")
    }

    @Test("a list of situations that goes on says so, and its tab counts nothing")
    func situations() async throws {
        var seat = try await opened(["gx"])
        #expect(seat.notice.contains("of at least 40") && seat.row(1).hasPrefix(" Running  Ended"), "\(seat.picture())")
        seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gx")
        #expect(!seat.notice.contains("at least") && seat.row(1).hasPrefix(" Running 1  Ended"), "\(seat.picture())")
    }

    @Test("who is assigned stands once on a call sheet, with how many environments")
    func managers() async throws {
        let seat = try await opened(FullPlaceTests.harbours, columns: 120, rows: 40)
        let rows = seat.picture().split(separator: "\n").filter { $0.contains("Agent 19") }
        #expect(rows.count == 1 && rows[0].contains("7 environments"), "\(seat.picture())")
    }

    @Test("who is on duty and until when stand whole on a call sheet; what they are gives way by words")
    func duty() async throws {
        let seat = try await opened(FullPlaceTests.harbours + ["gg"])
        let rows = seat.picture().split(separator: "\n").filter { $0.contains("Agent ") && !$0.contains("Is ") }
        let first = try #require(rows.first)
        #expect(first.contains("Agent 59 ") && first.contains("e  Support account manager  on duty to "), "\(first)")
        #expect(rows.prefix(3).allSatisfy { !$0.contains("…") }, "\(seat.picture())")
        let narrow = try await opened(FullPlaceTests.harbours + ["gg"], columns: 72)
        let row = try #require(narrow.picture().split(separator: "\n").first { $0.contains("Agent 59") })
        #expect(row.contains("…account manager  on duty to "), "\(row)")
    }

    @Test("names of plans give way by words: their ends, their beginnings, of several the longest first")
    func plans() async throws {
        let seat = try await opened([])
        let look = try #require(ListingLook(seat.state))
        func shorter(_ codes: String...) -> [String] { look.shorter(plans: codes).map(\.text) }
        #expect(shorter("priority-plus") == ["…Priority Plus", "P+"])
        #expect(shorter("expedited").prefix(2) == ["Expedited Hardware…", "Expedited…"])
        #expect(shorter("core", "trm") == ["CSS Core, TRM", "Core, TRM"])
        #expect(
            shorter("priority-plus", "gold", "trm").prefix(2) == [
                "CSS Priority Plus, Appliance Maintenance Gold, TRM", "CSS Priority Plus, Gold, TRM",
            ])
    }

    @Test("what stands beside a row and could not be read says so, until it is read")
    func aside() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gc")
        seat.isLocked = true
        await seat.type("j")
        #expect(!seat.picture().contains("loading") && seat.picture().contains("R tries again"), "\(seat.picture())")
        seat.isLocked = false
        await seat.type("R")
        #expect(!seat.picture().contains("R tries again") && seat.picture().contains("Open cases"), "\(seat.picture())")
    }

    @Test("related cases that could not be read are read again by the key that is named")
    func related() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press([":", "text:open CS-1000001<CR>", "]]]]"], &seat)
        seat.isLocked = true
        await seat.type("]")
        #expect(seat.picture().contains("R tries again."), "\(seat.picture())")
        seat.isLocked = false
        await seat.type("R")
        #expect(seat.picture().contains("Open at Nord Energy"), "\(seat.picture())")
    }

    @Test("that nobody has to be woken is said only by a store that could be asked")
    func alerts() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gw")
        #expect(seat.picture().contains("Nobody has to be woken."))
        seat.isLocked = true
        await seat.type("R")
        #expect(!seat.picture().contains("Nobody has to be woken."), "\(seat.picture())")
        #expect(seat.row(1).hasPrefix(" For you  Everybody's  All"), "\(seat.row(1))")
        seat.isLocked = false
        await seat.type("R")
        #expect(seat.picture().contains("Nobody has to be woken."), "\(seat.picture())")
    }

    @Test("a membership of which nobody is told says so on a narrow screen as well")
    func membership() async throws {
        let seat = try await opened(["gr", "/", "text:mb-11<CR>"])
        #expect(seat.cursorRow.contains("MB-11") && seat.cursorRow.contains("nobody told"), "\(seat.picture())")
    }
}
