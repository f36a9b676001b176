import CaseModel
import ConsoleCore
import GuidePolicy
import Testing

@Suite("A case worked from the keyboard")
struct PageStoryTests {
    /// Opens the licence case of the sample store.
    private func opened(_ store: MemoryCaseStore, _ claim: Claim = SampleStore.ada) async throws -> Seat {
        var seat = try await Seat.open(store, claim)
        await seat.type(":")
        await seat.write("open CS-1000002")
        await seat.type("<CR>")
        return seat
    }

    @Test("lowers a severity, writes an internal note, waits for the customer, undoes that")
    func theStory() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("4")
        await seat.type("<CR>")
        #expect(seat.row(0).contains("CS-1000001"))
        await seat.type("t")
        await seat.type("p2")
        #expect(seat.notice.contains("Severity 2 of CS-1000001, reason:"))
        await seat.type("<CR>")
        #expect(seat.notice.contains("Say it in a few words"))
        await seat.write("half of them can work")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Set CS-1000001 to severity 2"))
        await seat.type("c")
        #expect(seat.picture().contains("Internal note on CS-1000001 – only colleagues read it"))
        await seat.write("Rolled back at 13:55.\nTraces wanted.")
        await seat.type("<C-d>")
        #expect(seat.notice.contains("Wrote a note on CS-1000001"))
        #expect(!seat.picture().contains("only colleagues read it"))
        await seat.type("sc")
        #expect(seat.notice.contains("Waiting on Customer of CS-1000001, awaited:"))
        await seat.write("the traces")
        await seat.type("<CR>")
        #expect(seat.picture().contains("Waiting on Customer"))
        #expect(seat.picture().contains("awaited the traces"))
        await seat.type("u")
        #expect(seat.notice.contains("Undid:"))
        let file = try await store.caseFile(CaseID(1_000_001))
        #expect(file.item.status == .wip)
        #expect(file.item.severity == .two)
        #expect(file.events.map(\.action).suffix(5) == [.taken, .changed, .noted, .changed, .undone])
        #expect(seat.picture().contains("Traces wanted."))
        #expect(seat.picture().contains("taken back"))
        await seat.type("Q")
        #expect(seat.asked.last == .quit)
    }

    @Test("keeps a reply as a draft with Esc, and brings it back")
    func drafts() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("r")
        #expect(seat.picture().contains("Reply to M. Okafor – public; recorded, not sent"))
        await seat.write("Dear Mr Okafor")
        await seat.type("<Esc>")
        #expect(seat.notice.contains("Kept as a draft, not sent."))
        #expect(seat.asked.last == .saveDraft(DraftKey(.reply, CaseID(1_000_002)), "Dear Mr Okafor"))
        await seat.type("Q")
        #expect(seat.picture().contains("The reply on CS-1000002 was typed and not sent;"))
        await seat.type("n")
        await seat.type("r")
        #expect(seat.picture().contains("Dear Mr Okafor"))
        await seat.type("<C-d>")
        #expect(seat.notice.contains("Replied on CS-1000002"))
        #expect(seat.asked.last == .clearDraft(DraftKey(.reply, CaseID(1_000_002))))
        let last = try await store.caseFile(CaseID(1_000_002)).events.last
        #expect(last?.action == .replied)
        #expect(last?.text == "Dear Mr Okafor")
    }

    @Test("shows both values when two people change one field, and loses nothing typed")
    func conflict() async throws {
        let store = try await SampleStore.make()
        var ada = try await opened(store)
        var kim = try await Seat.open(store, SampleStore.kim)
        await ada.type("e")
        await ada.type("<C-u>")
        await ada.write("Ada's subject")
        await kim.type(":")
        await kim.write("open CS-1000002")
        await kim.type("<CR>e<C-u>")
        await kim.write("Kim's subject")
        await kim.type("<CR>y")
        await ada.type("<CR>y")
        let picture = ada.picture()
        #expect(picture.contains("Changed by two"))
        #expect(picture.contains("mine    Ada's subject"))
        #expect(picture.contains("theirs  Kim's subject"))
        #expect(picture.contains("kim changed CS-1000002"))
        await ada.type("e")
        #expect(ada.notice.contains("Ada's subject"))
        await ada.write(" again")
        await ada.type("<CR>y")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.subject == "Ada's subject again")
        #expect(try await store.caseFile(CaseID(1_000_002)).events.contains { $0.actor.name == "kim" })
    }

    @Test("keeps mine over theirs only when asked to")
    func keepMine() async throws {
        let store = try await SampleStore.make()
        var ada = try await opened(store)
        var kim = try await opened(store, SampleStore.kim)
        await kim.agree("1")
        await ada.agree("4")
        #expect(ada.picture().contains("Changed by two"))
        await ada.type("m")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .four)
        await kim.agree("3")
        await kim.type("t")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.severity == .four)
    }

    @Test("keeps changes of other fields, and says so")
    func merge() async throws {
        let store = try await SampleStore.make()
        var ada = try await opened(store)
        var kim = try await opened(store, SampleStore.kim)
        await kim.agree("1")
        await ada.type("sr")
        #expect(ada.notice.contains("Somebody changed other fields meanwhile; both changes hold."))
        let item = try await store.caseFile(CaseID(1_000_002)).item
        #expect(item.severity == .one && item.status == .review)
    }

    @Test("closes with a reason and a last word, refuses the next change, reopens")
    func close() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("x1")
        #expect(seat.notice.contains("Close CS-1000002 (resolved). A last word, or Enter:"))
        await seat.write("Fixed by 11.17.2")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Closed CS-1000002: resolved."))
        await seat.type("s")
        #expect(seat.notice.contains("CS-1000002 is closed since 14:05: resolved. X reopens it."))
        await seat.type("X")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.status == .wip)
    }

    @Test("edits tags as a line, and turns the tabs")
    func tagsAndTabs() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("T")
        #expect(seat.row(-2).contains("Tags of CS-1000002, commas between them:"))
        await seat.write("vip, night shift")
        await seat.type("<CR>")
        #expect(seat.picture().contains("A tag is one word: write night-shift, or a comma between two tags."))
        await seat.type("<C-u>")
        await seat.write("vip,upgrade")
        await seat.type("<CR>")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.tags == ["upgrade", "vip"])
        #expect(seat.picture().contains("#vip"))
        await seat.type("T<C-w><C-w>")
        await seat.write("upgrade")
        await seat.type("<CR>")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.tags == ["upgrade"])
        await seat.type("[[")
        #expect(seat.picture().contains("requested severity"))
        await seat.type("[[[")
        #expect(seat.picture().contains("o•••@helix.example"))
        await seat.type("<Esc>")
        #expect(seat.row(0).contains("Caseload › Mine"))
    }

    @Test("does the last act again on another case")
    func again() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        await seat.agree("3")
        await seat.type("G.")
        #expect(try await store.caseFile(CaseID(1_000_006)).item.severity == .three)
    }

    @Test("verifies a new case, and says when its cover is a problem")
    func verifies() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("open CS-1000001")
        await seat.type("<CR>")
        await seat.type("so")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.status == .held)
        #expect(seat.picture().contains("Cover problem"))
        await seat.type("u")
        await seat.type("x1<CR>")
        #expect(seat.picture().contains("CS-1000001 is “New”, and is not closed from there as"))
        #expect(try await store.caseFile(CaseID(1_000_001)).item.status == .new)
    }

    @Test("asks for one need after the other, and keeps what was typed as a draft")
    func needs() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("sv")
        #expect(seat.notice.contains("Waiting on third party of CS-1000002, vendor:"))
        await seat.write("Orb Networks")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Waiting on third party of CS-1000002, ticket:"))
        // Whoever leaves the next line empty finds what was said before.
        await seat.type("<Esc>")
        await seat.type("sv")
        #expect(seat.picture().contains("Orb Networks"), "\(seat.picture())")
        await seat.type("<CR>")
        await seat.write("OR-77")
        await seat.type("<Esc>")
        #expect(seat.asked.last == .saveDraft(DraftKey(.need, CaseID(1_000_002), about: "vendor--ticket"), "OR-77"))
        #expect(try await store.caseFile(CaseID(1_000_002)).item.status == .wip)
        await seat.type(":")
        await seat.write("status vendor \"vendor=Orb Networks\" ticket=OR-77")
        await seat.type("<CR>")
        let item = try await store.caseFile(CaseID(1_000_002)).item
        #expect(item.status == .vendor && item.given == ["vendor": "Orb Networks", "ticket": "OR-77"])
    }

    @Test("looks only, when the login is no agent: says why, and offers no write")
    func readOnly() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, SampleStore.guest)
        #expect(seat.row(0).contains("read only"))
        #expect(seat.notice.contains("may only read"))
        await seat.type("5")
        await seat.type("t")
        #expect(seat.notice.contains("is no agent of this store"))
        await seat.type("u")
        #expect(seat.notice.contains("is no agent of this store"))
        await seat.type("<CR>")
        #expect(seat.row(0).contains("CS-1000001"))
    }
}
