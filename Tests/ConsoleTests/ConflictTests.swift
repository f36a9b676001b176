import CaseModel
import ConsoleCore
import GuidePolicy
import Testing

@Suite("Two people change one field")
struct ConflictTests {
    private let id = CaseID(1_000_002)

    /// Ada on the page of the licence case, and a store in which Kim can change it meanwhile.
    private func ada(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await Seat.open(store)
        await seat.type("4<CR>")
        await seat.type("<Esc>1<CR>")
        #expect(seat.row(0).contains(id.description))
        return seat
    }

    private func kim(_ store: MemoryCaseStore, _ line: String) async throws {
        var seat = try await Seat.open(store, SampleStore.kim)
        await seat.type(":")
        await seat.write(line)
        await seat.type("<CR>")
    }

    /// Ada typed a subject, and Kim's came first.
    private func subjectConflict(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await ada(store)
        await seat.type("e<C-u>")
        await seat.write("Ada's subject")
        try await kim(store, "set CS-1000002 \"subject=Kim's subject\"")
        await seat.type("<CR>y")
        #expect(seat.picture().contains("Changed by two"))
        #expect(seat.picture().contains("What you typed is kept."))
        return seat
    }

    @Test(
        "and Esc, ctrl-c and e go back to the typed line, which then starts from theirs",
        arguments: [
            "<Esc>", "<C-c>", "e",
        ])
    func back(key: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await subjectConflict(store)
        await seat.type(key)
        #expect(seat.notice.contains("Subject of CS-1000002: Ada's subject"))
        #expect(try await store.caseFile(id).item.subject == "Kim's subject")
        await seat.write(" again")
        await seat.type("<CR>y")
        #expect(try await store.caseFile(id).item.subject == "Ada's subject again")
    }

    @Test("and keeping theirs makes a draft of the typed line, and says so")
    func theirs() async throws {
        let store = try await SampleStore.make()
        var seat = try await subjectConflict(store)
        await seat.type("t")
        #expect(seat.notice.contains("CS-1000002 stays as kim left it."))
        #expect(seat.notice.contains("Kept as a draft, not saved. e opens it again"))
        #expect(seat.asked.last == .saveDraft(DraftKey(.subject, id), "Ada's subject"))
        #expect(try await store.caseFile(id).item.subject == "Kim's subject")
        await seat.type("e")
        #expect(seat.notice.contains("Subject of CS-1000002, draft: Ada's subject"))
        await seat.type("<CR>y")
        #expect(try await store.caseFile(id).item.subject == "Ada's subject")
        #expect(seat.asked.last == .clearDraft(DraftKey(.subject, id)))
        await seat.type("e")
        #expect(seat.notice.contains("Subject of CS-1000002: Ada's subject"))
    }

    @Test("and a frame keeps its text as a line does", arguments: ["<Esc>", "t"])
    func frame(key: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await ada(store)
        await seat.type(":")
        await seat.write("escalate")
        await seat.type("<CR>")
        await seat.write("All users lost")
        try await kim(store, "set CS-1000002 status=cust awaited=logs")
        await seat.type("<C-d>")
        #expect(seat.picture().contains("What you typed is kept."))
        await seat.type(key)
        if key == "t" {
            #expect(seat.notice.contains("E opens it again"))
            #expect(seat.asked.last == .saveDraft(DraftKey(.escalation, id), "All users lost"))
            return
        }
        #expect(seat.picture().contains("All users lost"))
        await seat.type("<C-d>")
        #expect(try await store.caseFile(id).item.status == .esc)
    }

    @Test("and a text for something else is left alone")
    func anotherText() async throws {
        let store = try await SampleStore.make()
        var seat = try await ada(store)
        try await kim(store, "set CS-1000002 status=eng")
        // The note is opened before the store has answered about the status.
        seat.press("src")
        await seat.rest()
        #expect(seat.picture().contains("Changed by two"))
        #expect(!seat.picture().contains("What you typed is kept."))
        await seat.type("m")
        #expect(try await store.caseFile(id).item.status == .review)
        #expect(seat.picture().contains("Internal note on CS-1000002"))
        await seat.write("Seen")
        await seat.type("<C-d>")
        #expect(try await store.caseFile(id).events.last?.text == "Seen")
    }

    @Test("and what mine replaces is said", arguments: [true, false])
    func replaced(isAnother: Bool) async throws {
        let store = try await SampleStore.make()
        var seat = try await ada(store)
        await seat.type("e<C-u>")
        await seat.write("Ada's subject")
        var other = try await Seat.open(store, isAnother ? SampleStore.kim : SampleStore.ada)
        other.acts = 100
        await other.type(":")
        await other.write("set CS-1000002 \"subject=The other\"")
        await other.type("<CR>")
        await seat.type("<CR>y")
        #expect(seat.picture().contains(isAnother ? "kim changed CS" : "You, in another window, changed CS"))
        await seat.type("m")
        #expect(try await store.caseFile(id).item.subject == "Ada's subject")
        let whose = isAnother ? "kim" : "your other window"
        #expect(seat.notice.contains("Yours replaced the subject of \(whose) (The other)."))
        #expect(!seat.notice.contains("both changes hold"))
    }

    @Test("and a value chosen from a list is chosen again from theirs on")
    func chooseAgain() async throws {
        let store = try await SampleStore.make()
        var seat = try await ada(store)
        try await kim(store, "set CS-1000002 status=eng")
        await seat.type("sr")
        #expect(seat.row(-1).contains("e choose again"))
        await seat.type("e")
        #expect(seat.picture().contains("Status of CS-1000002"))
        await seat.type("o")
        #expect(try await store.caseFile(id).item.status == .open)
    }

    @Test("and a reason that was typed is typed on, beside the value it was for")
    func reason() async throws {
        let store = try await SampleStore.make()
        var seat = try await ada(store)
        try await kim(store, "set CS-1000002 severity=1 --note \"all are down\"")
        await seat.agree("4", because: "one desk")
        #expect(seat.picture().contains("Changed by two"))
        #expect(seat.picture().contains("What you typed is kept."))
        await seat.type("<Esc>")
        #expect(seat.notice.contains("Severity 4 of CS-1000002, reason: one desk"))
        await seat.type("<CR>")
        let file = try await store.caseFile(id)
        #expect(file.item.severity == .four && file.events.last?.text == "one desk")
    }
}

@Suite("Lines that were typed and not sent")
struct LineDraftTests {
    private let id = CaseID(1_000_002)

    @Test(
        "are kept when the terminal goes, as frames are",
        arguments: [
            ("e<C-u>", "Half a subject", DraftKey.Kind.subject, "Half a subject"),
            ("T", "vip", .tags, "vip"), ("x1", "Fixed by", .closing, "Fixed by"), ("x8", "CS-10", .duplicate, "CS-10"),
        ])
    func hangUp(keys: String, text: String, kind: DraftKey.Kind, kept: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(keys)
        await seat.write(text)
        seat.hear(.hangUp)
        await seat.rest()
        #expect(seat.asked.last == .saveDraft(DraftKey(kind, id), kept))
    }

    @Test(
        "are none when nothing was typed, or when they are about no case", arguments: ["e", "T", "/x", ":x", "\\\\x"])
    func nothing(keys: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(keys)
        seat.hear(.hangUp)
        await seat.rest()
        #expect(!seat.asked.contains { if case .saveDraft = $0 { true } else { false } })
    }

    @Test("come back from an earlier session")
    func earlier() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("e")
        guard case .loadDraft(let key, let ticket)? = seat.asked.last else {
            Issue.record("no draft was looked for")
            return
        }
        #expect(key == DraftKey(.subject, id))
        seat.hear(.answer(ticket, .draft(key, "Typed before")))
        #expect(seat.notice.contains("Subject of CS-1000002, draft: Typed before"))
        #expect(seat.row(-1).contains("Esc keep as draft"))
        await seat.type("<C-u><Esc>")
        #expect(seat.asked.last == .clearDraft(key))
        await seat.type("e")
        #expect(seat.notice.contains("Subject of CS-1000002: Licence server"))
    }

    @Test("put tags on and off again as they were typed, whatever tags came meanwhile")
    func tags() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("T")
        await seat.write("vip, old")
        await seat.type("<CR>")
        await seat.type("T<C-u>")
        await seat.write("vip, night")
        await seat.type("<Esc>")
        #expect(seat.asked.last == .saveDraft(DraftKey(.tags, id), "night, -old"))
        var kim = try await Seat.open(store, SampleStore.kim)
        await kim.type(":")
        await kim.write("set CS-1000002 tags+=kim")
        await kim.type("<CR>")
        try await seat.poll()
        await seat.type("T")
        await seat.type("<CR>")
        #expect(try await store.caseFile(id).item.tags == ["kim", "night", "vip"])
    }
}
