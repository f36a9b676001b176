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

    @Test("before several cases are given away, all that changes is told; the list says what each agent is there for")
    func assignment() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("2Va")
        await seat.write("kim")
        await seat.type("<CR>")
        let asked = seat.picture()
        #expect(asked.contains("CS-1000003  owner none → kim · status Open → In Progress"), "\(asked)")
    }

    @Test("an undo counts those that were set and those of which only a word was recorded by themselves")
    func counted() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5V")
        await seat.agree("3")
        await seat.type("y")
        #expect(seat.state.notice?.text.hasPrefix("Set 4 of 6 cases to severity 3. 2 were so already") == true)
        await seat.type("<Esc>u")
        let said = seat.state.notice?.text ?? ""
        #expect(
            said.contains("to severity 3 and 3 more cases; recorded what was said on 2 that were so already"), "\(said)"
        )
    }

    @Test("a case that waits says why no clock runs, since when, and what starts one")
    func noClock() async throws {
        var seat = try await Seat.open(CoveredStore.make())
        await seat.type(":")
        await seat.write("open CS-1000005")
        await seat.type("<CR>W")
        let sums = seat.picture().split(separator: "\n").map { $0.drop { $0 != "│" } }.joined(separator: " ")
        #expect(sums.contains("the case is “Waiting on Customer” since"), "\(sums)")
        #expect(!sums.contains("Next answer"))
    }

    @Test("lines say what to write and who reads it")
    func helpOfLines() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("sc")
        #expect(
            seat.picture().contains("It stands behind “Waits” on the case; only colleagues read it."),
            "\(seat.picture())")
        await seat.type("<Esc>x1")
        #expect(seat.picture().contains("Only colleagues read it, in the timeline."), "\(seat.picture())")
        await seat.type("<Esc>D1")
        #expect(seat.picture().contains("only colleagues read it"))
    }

    @Test("a text for several cases of which one is left is kept once, for that case, and thrown away when emptied")
    func draftOfTheRest() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("2V")
        await seat.type("s")
        await seat.type("c")
        await seat.write("the log")
        seat.hear(.keepDrafts)
        await seat.rest()
        let several = DraftKey(.need, nil, about: DraftKey.need("cust", "awaited"))
        #expect(seat.state.desk.drafts.keys.contains(several), "\(seat.state.desk.drafts)")
        await seat.type("<CR>y")
        // The one that is new is refused, and its text is kept for it alone.
        let one = DraftKey(.need, CaseID(1_000_001), about: DraftKey.need("cust", "awaited"))
        #expect(seat.state.desk.drafts == [one: "the log"], "\(seat.state.desk.drafts)")
        let saved = seat.asked.lastIndex(of: .saveDraft(one, "the log"))
        let cleared = seat.asked.lastIndex(of: .clearDraft(several))
        #expect(try #require(saved) < #require(cleared))
        await seat.type("<Esc>")
        #expect(seat.notice.contains("emptied, Esc throws it away"), "\(seat.notice)")
    }

    @Test("a text for several cases is not written over another that waits for the one that is left")
    func draftThatWaits() async throws {
        var seat = try await Seat.open(SampleStore.make())
        let one = DraftKey(.need, CaseID(1_000_001), about: DraftKey.need("cust", "awaited"))
        let several = DraftKey(.need, nil, about: DraftKey.need("cust", "awaited"))
        seat.state.desk.keep("an older text", one)
        await seat.type("2Vsc")
        await seat.write("the log")
        await seat.type("<CR>y")
        #expect(seat.state.desk.drafts == [one: "an older text", several: "the log"], "\(seat.state.desk.drafts)")
        #expect(!seat.asked.contains(.saveDraft(one, "the log")) && seat.asked.contains(.saveDraft(several, "the log")))
        #expect(seat.state.overlays.isEmpty && seat.notice.contains(":drafts has both"), "\(seat.notice)")
    }
}
