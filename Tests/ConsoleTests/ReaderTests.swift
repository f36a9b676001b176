import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("What is read in a frame over the screen")
struct ReaderTests {
    /// The gateway case with a plan and a region, so that it has clocks.
    private func opened(columns: Int = 120, rows: Int = 40) async throws -> Seat {
        var seat = try await Seat.open(SampleStore.make(), columns: columns, rows: rows)
        await seat.type(":")
        await seat.write("set CS-1000001 plan=priority region=emea")
        await seat.type("<CR>")
        await seat.type(":")
        await seat.write("open CS-1000001")
        await seat.type("<CR>")
        return seat
    }

    @Test("W shows the clocks as the shell's why prints them, from the page and from the queue")
    func sums() async throws {
        var seat = try await opened()
        await seat.type("W")
        let picture = seat.picture()
        #expect(picture.contains("Why CS-1000001 is due when it is"))
        #expect(picture.contains("CS-1000001, severity 1, logged with CSS Priority, EMEA"))
        // The plan that it was logged with covers nothing any more, as the cover line says.
        #expect(picture.contains("Not covered: Nord Energy has no contract"))
        #expect(picture.contains("First response: running, due"))
        #expect(picture.contains("What counted, step by step, on the clocks of Europe/Dublin:"))
        await seat.type("q")
        #expect(!seat.picture().contains("Why CS-1000001"))
        #expect(seat.row(0).contains("CS-1000001"))
        await seat.type("<Esc>4W")
        #expect(seat.picture().contains("Why CS-1000001 is due when it is"))
        await seat.type("<Esc>3W")
        #expect(seat.notice.contains("No case is under the cursor."))
    }

    @Test("a promise in business hours that runs at any hour says why, and all times are told by one clock")
    func anyHour() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("set CS-1000003 plan=select+trm region=emea\n")
        let file = try await store.caseFile(CaseID(1_000_003))
        let clocks = try CaseClocks(of: file.item.id, file.events, Guide.book)
        let oslo = Zone(name: "Europe/Oslo", initialOffset: 3600)
        let sums = try ClockSums(clocks, at: SampleStore.now, file.events).lines(oslo).joined(separator: "\n")
        #expect(sums.contains("The promise is 2 business hours."), "\(sums)")
        #expect(sums.contains("So the promise runs day and night, as 2 hours: no opening hours have a say. [INF"))
        let head = "on the clocks of Europe/Oslo, where days and hours are those of Europe/Dublin:"
        #expect(sums.contains(head) && sums.contains("Sun 8 Mar 14:05 to 16:05: 2h counted"), "\(sums)")
        #expect(!sums.contains("Sun 8 Mar 15:05"), "\(sums)")
    }

    @Test("scrolls by line and page on a small screen, breaks long lines, and the space bar leaves at the end")
    func scrolling() async throws {
        var seat = try await opened(columns: 60, rows: 16)
        await seat.type("W")
        #expect(seat.picture().contains("more"))
        let first = seat.row(4)
        await seat.type("j")
        #expect(seat.row(4) != first)
        await seat.type("k")
        #expect(seat.row(4) == first)
        await seat.type("G")
        #expect(seat.picture().contains("Not in any text"))
        #expect(!seat.picture().contains(" more"))
        await seat.type("g<Space>")
        #expect(seat.row(4) != first)
        for _ in 0..<20 { await seat.type("<Space>") }
        #expect(!seat.picture().contains("Why CS-1000001"))
    }

    @Test("looks the same as its picture", arguments: [(80, 24), (120, 40), (200, 60)])
    func picture(columns: Int, rows: Int) async throws {
        var seat = try await opened(columns: columns, rows: rows)
        await seat.type("W")
        try expectPicture(view(seat.state, theme: .terminal), "overlay-why-\(columns)x\(rows)")
    }
}
