import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What an undo asks before it takes back what was not meant")
struct UndoQuestionTests {
    private let id = CaseID(1_000_002)

    private func operation(_ name: String, _ edits: [CaseEdit] = []) -> CaseModel.Operation {
        CaseModel.Operation(id: OperationID(name), claim: SampleStore.ada, at: SampleStore.now + 60, edits: edits)
    }

    /// A case that ada logged after everything else.
    private func log(_ store: MemoryCaseStore) async throws -> CaseID {
        let new = NewCase(
            subject: "Logged in error", severity: .three, type: .technical, channel: .web, account: AccountID(1),
            contact: nil)
        return try await store.log(new, operation("logged")).item.id
    }

    /// A seat at which the severity was agreed twice, before a case was logged elsewhere.
    private func seat(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await Seat.open(store)
        await seat.agree("4")
        await seat.agree("3")
        _ = try await log(store)
        return seat
    }

    private func severity(_ store: MemoryCaseStore) async throws -> String {
        try await store.caseFile(id).item.severity.code
    }

    private func question(_ seat: Seat) -> String? {
        if case .confirm(let question)? = seat.state.overlays.last { question.question } else { nil }
    }

    @Test("is asked once, and a yes is for the one act that was named")
    func once() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        seat.press("uu")
        await seat.rest()
        #expect(seat.state.overlays.count == 1)
        #expect(question(seat)?.contains("the one before it, “set CS-1000002 to severity 3”, done") == true)
        await seat.type("y")
        #expect(seat.state.overlays.isEmpty)
        #expect(try await severity(store) == "4")
    }

    @Test("is asked anew when another act came before the answer")
    func elsewhere() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        await seat.type("u")
        _ = try await store.apply(operation("other", [CaseEdit(id, base: nil, [.note("Seen.")])]))
        await seat.type("y")
        #expect(
            question(seat)?.contains("Take back “wrote a note on CS-1000002”, done") == true, "\(question(seat) ?? "")")
        // Why it asks this time is said, as it mostly does not.
        #expect(question(seat)?.hasSuffix("It is asked because you did not do it here since you began.") == true)
        #expect(try await store.caseFile(id).takenBack == [])
        await seat.type("n")
        #expect(try await store.caseFile(id).takenBack == [])
    }

    @Test("is not answered by what was typed before it was there")
    func ahead() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        seat.press("uyy")
        await seat.rest()
        #expect(question(seat) != nil)
        #expect(!seat.asked.contains { if case .copy = $0 { true } else { false } })
        #expect(try await severity(store) == "3")
    }

    @Test("is not asked any more once it was stopped, which is said")
    func stopped() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        seat.press("u<Esc>")
        await seat.rest()
        #expect(question(seat) == nil)
        #expect(seat.notice.contains("Stopped; nothing was taken back."))
        // While it waits for an act under way it is dropped at once.
        seat.press("tu<Esc>")
        #expect(seat.notice.contains("Stopped; nothing was taken back."))
        await seat.rest()
        #expect(try await store.caseFile(id).takenBack == [])
        #expect(try await severity(store) == "3")
    }

    @Test("names all that stays, with the keys that put it right")
    func staying() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.agree("4")
        let membership = try #require(RecordID(text: "MB-2"))
        _ = try await store.keep([RecordEdit(membership, ["end": "2027-03-30"])], operation("renewed"))
        let new = try await log(store)
        await seat.type("gr")
        await seat.type("u")
        let asked = try #require(question(seat))
        #expect(asked.hasPrefix("Your newest act, “logged \(new)”, stays: "), "\(asked)")
        #expect(asked.contains("closed with a reason (x), not taken back. "), "\(asked)")
        let renewed = "renewed MB-2 from 30 Mar 2026 to 30 Mar 2027; contact Johanna Berg"
        #expect(asked.contains("Take back the one before it, “\(renewed)”, done "), "\(asked)")
    }

    @Test("names a renewal that was done elsewhere, and a yes takes it back alone")
    func renewal() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.agree("4")
        let membership = try #require(RecordID(text: "MB-2"))
        _ = try await store.keep([RecordEdit(membership, ["end": "2027-03-30"])], operation("renewed"))
        await seat.type("gr")
        await seat.type("u")
        let words = "renewed MB-2 from 30 Mar 2026 to 30 Mar 2027; contact Johanna Berg"
        #expect(question(seat)?.hasPrefix("Take back “\(words)”, done ") == true, "\(question(seat) ?? "")")
        await seat.type("y")
        #expect(seat.notice.contains("Undid: \(words). U does it again."), "\(seat.notice)")
        #expect(try await store.recordFile(membership).record.end == CivilDay(iso: "2026-03-30"))
        await seat.type(":")
        await seat.write("MB-2\n")
        #expect(seat.picture().contains("Took back: renewed MB-2 from 30 Mar 2026"), "\(seat.picture())")
        // The older act is another matter.
        #expect(try await severity(store) == "4")
        await seat.type("U")
        #expect(try await store.recordFile(membership).record.end == CivilDay(iso: "2027-03-30"))
    }

    @Test("is not asked about a renewal of this screen, which is taken back at once")
    func ownRenewal() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gr", "j", "a", "text:Renew<CR>", "<C-d>"], &seat)
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Would be: so."]))
        guard case .form(let form)? = seat.state.overlays.last else {
            Issue.record("no form: \(seat.picture())")
            return
        }
        #expect(form.effect?.contains { $0.contains("does not take this back") } == false)
        await seat.type("<CR>")
        let membership = try #require(RecordID(text: "MB-2"))
        let done = try await store.keep([RecordEdit(membership, ["end": "2027-03-30"])], operation("renewed"))
        let outcome = OperationOutcome(id: OperationID("renewed"), edits: [], records: done.events)
        await seat.answer(
            try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["So."], outcomes: [outcome]))
        #expect(seat.notice.contains("So. u undoes it."), "\(seat.notice)")
        await seat.type("u")
        #expect(question(seat) == nil && seat.notice.contains("Undid: renewed MB-2"), "\(seat.notice)")
        #expect(seat.state.workplaces.top?.row?.subject == .record(membership), "\(seat.picture())")
        #expect(try await store.recordFile(membership).record.end == CivilDay(iso: "2026-03-30"))
    }

    @Test("is not asked about what a form did to the case that is looked at")
    func form() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("<CR>")
        let page = try #require(seat.state.page?.id)
        await seat.type(":")
        await seat.write("log\n")
        let outcome = try await store.apply(operation("form", [CaseEdit(page, base: nil, [.severity(.four)])]))
        #expect(try await store.caseFile(page).item.severity == .four)
        await seat.answer(
            try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Set."], outcomes: [outcome]))
        await seat.type("u")
        #expect(question(seat) == nil)
        #expect(try await store.caseFile(page).item.severity != .four)
    }
}
