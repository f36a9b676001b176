import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("What is seen at a glance")
struct LooksTests {
    @Test("columns have the room that others do not need, and names are whole")
    func columns() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 140, rows: 40)
        await seat.type("gcl")
        #expect(seat.picture().contains("Contract administration personnel, portal Admin"))
        seat = try await Seat.open(CoveredStore.make(), columns: 240, rows: 60)
        await seat.type("5")
        #expect(seat.picture().contains("Tōhoku Kōgyō  Pri") && seat.row(3).contains("Contact"))
        // Who asks stands there only once the usual columns are whole and one can read what cases are about.
        seat = try await Seat.open(CoveredStore.make(), columns: 200, rows: 60)
        await seat.type("5")
        #expect(seat.picture().contains("Tōhoku Kōgyō") && !seat.row(3).contains("Contact"))
    }

    @Test("a case has its clock and severity in front, on workplaces as in the queue")
    func places() async throws {
        var seat = try await Seat.open(CoveredStore.make(), columns: 120, rows: 40)
        await seat.type("5gg")
        let queued = seat.cursorRow
        #expect(queued.contains("overdue 25m     2 ▲    CS-1000003"))
        await seat.type("gh")
        #expect(seat.picture().contains("overdue 25m  2 ▲  CS-1000003"))
        await seat.type("gc/")
        await seat.write("Tōhoku")
        await seat.type("<CR><CR>h")
        #expect(seat.cursorRow.contains("overdue 25m  2 ▲  CS-1000003"))
    }

    @Test("with plain signs words have none but ASCII between them, and people's letters stay")
    func plainSigns() async throws {
        let theme = WorkplacePictureTests.plain
        var seat = try await Seat.open(CoveredStore.make(), columns: 120, rows: 40, theme: theme)
        let signs = Set("…·•–—“”‘’".unicodeScalars)
        for keys in ["5", "?", "<Esc>g", "<Esc>c", "<Esc><CR>", "lll", "gh", "gc/nobody<CR>", "<Esc>gp"] {
            await seat.type(keys)
            let found = view(seat.state, theme: theme).picture().unicodeScalars.filter(signs.contains)
            #expect(found.isEmpty, "\(keys): \(found) in \(view(seat.state, theme: theme).picture())")
        }
        await seat.type("5")
        #expect(view(seat.state, theme: theme).picture().contains("プリンタが応答しません"))
    }

    @Test("what is overdue is told the same in a list of choices and on the clock")
    func overdue() async throws {
        var seat = try await Seat.open(CoveredStore.make(), columns: 120, rows: 40)
        await seat.type("5gg")
        await seat.type("s")
        #expect(seat.picture().contains("Clock  First response overdue 25m"))
        #expect(seat.picture().contains("clock as now: due 13:40, overdue 25m"))
    }

    @Test("a notice says no version, and a key stays with what it does")
    func notices() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("g")
        #expect(seat.notice.contains("l licences") && !seat.notice.contains("l  "))
        await seat.type("<Esc>gla")
        await seat.write("Alloc")
        await seat.type("<CR>")
        await seat.write("500")
        await seat.type("<CR>")
        await seat.write("gate-2.nord.example")
        await seat.type("<C-d>")
        for line in ["Would be: allocated 500 of LI-1. Version 3.", "allocated 500 of LI-1. Version 3."] {
            await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: [line]))
            #expect(!seat.picture().contains("Version"))
            await seat.type("<CR>")
        }
    }

    @Test("Enter on a person of the customer lists what can be done")
    func person() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR><CR>j<CR>")
        #expect(seat.picture().contains("With CT-5") && seat.picture().contains("Show mail and telephone"))
    }

    @Test("records are told in words, and long values go on under their label")
    func records() async throws {
        let store = try await WorkplaceStore.make()
        let long = "Portal, " + Array(repeating: "Gateway", count: 20).joined(separator: ", ") + ", the end"
        _ = try await store.keep(
            [RecordEdit(RecordID(.environment, 1), ["description": long])],
            CaseModel.Operation(id: OperationID("long"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR><CR>lll")
        #expect(seat.picture().contains("Plans           CSS Priority Plus"))
        await seat.type("lllll" + "llG" + "gg")
        #expect(seat.picture().contains("Audit of licence compliance"))
        await seat.type("l")
        #expect(seat.picture().contains("the end"))
        #expect(seat.picture().contains("Equipment and other site"))
    }

    @Test("beside an alert stands its case, with cover and clock")
    func alerts() async throws {
        let store = try await CoveredStore.make()
        try await store.raiseAlerts()
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("gw")
        #expect(seat.picture().contains("Cover  CSS Priority Plus") && seat.picture().contains("Clock  First response"))
    }

    @Test("what has no room behind a choice is told whole below the list")
    func choices() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("?")
        await seat.write("work next")
        #expect(seat.picture().contains("covered ones first; says"))
    }

    @Test("the policy has each value beside its source, and the texts by their names")
    func policy() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gp")
        #expect(seat.cursorRow.contains("effective") && seat.cursorRow.contains("[INF: not from the guide]"))
        await seat.type("j")
        #expect(seat.picture().contains("[691192]  Worldwide Support Services Delivery Guide - 2024"))
        await seat.type("l/")
        await seat.write("premium")
        #expect(!seat.picture().contains("plan core"))
    }

    @Test("the footer names no key for what is not there")
    func footer() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 120, rows: 40)
        await seat.type("1<CR>]")
        #expect(seat.picture().contains("Nothing was asked") && !seat.row(-1).contains("settle"))
        await seat.type("]]]")
        #expect(seat.picture().contains("Nothing is attached") && !seat.row(-1).contains("Enter"))
    }

    @Test("a situation that is over says how long it took and when it ended")
    func ended() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gxl")
        #expect(seat.row(3).contains("Took") && seat.row(3).contains("Ended"))
        #expect(seat.picture().contains("Ended           2 Feb 21:45, after 1h"))
    }
}
