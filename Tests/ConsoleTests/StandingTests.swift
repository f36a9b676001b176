import CaseModel
@testable import ConsoleCore
import TerminalUI
import Testing

@Suite("Where a case stands, whose turn it is, and what may be done with it now")
struct StandingTests {
    private let id = CaseID(1_000_002)

    @Test("a case that is put off says so on its page, offers the way out, and tells when it came back")
    func snoozed() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("z18")
        #expect(seat.row(-1).contains("z wake, put off anew"), "\(seat.row(-1))")
        await seat.type("<CR>")
        let page = seat.picture()
        #expect(page.contains("Snooze put off until 15:05, 1h"), "\(page)")
        #expect(page.contains("by ada 14:05"), "\(page)")
        #expect(seat.row(-1).contains("z wake, put off anew"))
        #expect(!page.contains("came back"))
        // Its time is heard in the second at which it comes, not with the next minute.
        #expect(!seat.state.isAwoken(by: SampleStore.now + 3599))
        #expect(seat.state.isAwoken(by: SampleStore.now + 3600))
        seat.hear(.tick(SampleStore.now + 3600))
        await seat.rest()
        let back = seat.picture()
        #expect(!back.contains("Snooze put off") && !seat.row(-1).contains("wake"), "\(back)")
        #expect(back.contains("15:05  came back"), "\(back)")
        #expect(!seat.state.isAwoken(by: SampleStore.now + 3600))
    }

    @Test("waking a case by hand leaves no return of its own in the timeline")
    func woken() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("<CR>z1")
        await seat.type("zb")
        seat.hear(.tick(SampleStore.now + 7200))
        await seat.rest()
        #expect(!seat.picture().contains("came back"), "\(seat.picture())")
    }

    @Test("a hand-over says in head, preview and timeline which centre has it, and is asked about by its name")
    func handOver() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("<gt>")
        await seat.write("dublin")
        await seat.type("<CR>")
        await seat.write("The log is with us, look at the second host.")
        await seat.type("<C-d>")
        #expect(seat.notice.contains("over to Dublin, Ireland."), "\(seat.notice)")
        let preview = seat.picture()
        #expect(preview.contains("Centre Dublin · owner elsewhere · nobody on duty"), "\(preview)")
        #expect(preview.contains("to Dublin, Ireland: The"), "\(preview)")
        await seat.type("<CR>")
        let page = seat.picture()
        #expect(page.contains("Centre Dublin · owner elsewhere · nobody on duty"), "\(page)")
        #expect(page.contains("ada: The log is with us, look at the second host."), "\(page)")
        await seat.type("<Esc>.")
        #expect(seat.picture().contains("over to Dublin, Ireland on CS-"), "\(seat.picture())")
    }

    @Test("what is closed is refused before anything is asked, with since when and the key that reopens it")
    func closed() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("7G")
        #expect(seat.state.queue.cursorID == CaseID(1_000_007))
        for key in ["t", "s", "p", "a", "m", "x", "E", "I", "D", "<gt>", "z"] {
            await seat.type(key)
            #expect(seat.state.overlays.isEmpty, "\(key)")
            let said = seat.state.notice?.text ?? ""
            #expect(said.hasPrefix("CS-1000007 is closed since Thu 22 Jan"), "\(key): \(said)")
            // Within the time in which it is opened again the key does that; later the rule says what to do instead.
            #expect(said.contains("closed recently") && said.contains("Log a new case"), "\(key): \(said)")
        }
        await seat.type("c")
        #expect(!seat.state.overlays.isEmpty)
    }

    @Test("a case that nothing hands over or escalates yet is refused before a word is typed, with the key that helps")
    func early() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("7gg")
        for key in ["<gt>", "E"] {
            await seat.type(key)
            #expect(seat.state.overlays.isEmpty, "\(key)")
            #expect(seat.notice.contains("“New”") && seat.notice.contains("first"), "\(key): \(seat.notice)")
            #expect(seat.notice.contains("s sets the status."), "\(key): \(seat.notice)")
        }
    }
}
