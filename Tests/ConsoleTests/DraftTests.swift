import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Drafts")
struct DraftTests {
    private let note = DraftKey(.note, CaseID(1_000_002))

    private func saved(_ seat: Seat) -> [Effect] {
        seat.asked.filter { if case .saveDraft = $0 { true } else { false } }
    }

    @Test("are kept while one types, once for each new text, and cleared when it is sent")
    func whileTyping() async throws {
        var seat = try await Seat.open(SampleStore.make())
        #expect(!seat.state.isTyping)
        await seat.type("c")
        await seat.write("half a")
        #expect(seat.state.isTyping && saved(seat).isEmpty)
        for _ in 0..<2 { seat.hear(.keepDrafts) }
        await seat.write(" thought")
        seat.hear(.keepDrafts)
        await seat.rest()
        #expect(saved(seat) == [.saveDraft(note, "half a"), .saveDraft(note, "half a thought")])
        await seat.type("<C-d>")
        #expect(seat.asked.last == .clearDraft(note))
        await seat.type("Q")
        #expect(seat.asked.last == .quit)
    }

    @Test("are kept before the outside editor gets the text, and after")
    func editor() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("c")
        await seat.write("begun")
        await seat.type("<C-o>")
        #expect(seat.asked.suffix(2).first == .saveDraft(note, "begun"))
        guard case .editOutside(_, note, let ticket)? = seat.asked.last else {
            Issue.record("the editor was not told which draft it has")
            return
        }
        seat.hear(.answer(ticket, .edited("begun and ended")))
        await seat.rest()
        #expect(seat.asked.last == .saveDraft(note, "begun and ended"))
    }

    @Test("of earlier sessions are told of at the start, on the page of the case and in a list that opens them")
    func earlier() async throws {
        let store = try await SampleStore.make()
        let reply = DraftKey(.reply, CaseID(1_000_006))
        var seat = try await Seat.open(store, drafts: [note])
        #expect(seat.notice.contains("1 draft: note on CS-1000002. :drafts opens it."))
        await seat.type("<CR>")
        #expect(seat.row(-2).hasPrefix(" draft of a note (c opens it)"))
        seat = try await Seat.open(store, drafts: [note, reply])
        #expect(seat.notice.contains("2 drafts: note on CS-1000002, reply on CS-1000006. :drafts lists them."))
        await seat.type(":")
        await seat.write("drafts")
        await seat.type("<CR>")
        #expect(seat.picture().contains("Reply on CS-1000006"))
        await seat.type("<Down><CR>")
        #expect(seat.row(0).contains("CS-1000006"))
        #expect(seat.picture().contains("public; recorded, not sent"))
        #expect(seat.asked.contains { if case .loadDraft(reply, _) = $0 { true } else { false } })
    }

    @Test("that are none are said to be none")
    func none() async throws {
        var seat = try await Seat.open(SampleStore.make())
        #expect(!seat.notice.contains("draft"))
        await seat.type(":")
        await seat.write("drafts")
        await seat.type("<CR>")
        #expect(seat.notice.contains("There is no draft."))
    }

    @Test("are named with their case before the console is left")
    func quitting() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("c")
        await seat.write("half")
        await seat.type("<Esc>Q")
        #expect(seat.picture().contains("The note on CS-1000002 was typed and not sent;"))
        await seat.type("nc<C-u><Esc>")
        #expect(seat.notice.contains("The draft was thrown away."))
        await seat.type("j")
        #expect(!seat.notice.contains("draft"))
    }

    @Test("of a reason for the severity are named as what they are, with the key that opens them")
    func reason() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("<CR>p3")
        await seat.write("It came back")
        await seat.type("<Esc>")
        let why = DraftKey(.reason, CaseID(1_000_002), about: "3")
        #expect(seat.asked.last == .saveDraft(why, "It came back") && seat.notice.contains("p 3 opens it again"))
        await seat.type("j")
        #expect(seat.row(-2).hasPrefix(" draft of a reason for the severity, 3 (p opens it)"), "\(seat.picture())")
        await seat.type("p3")
        #expect(seat.picture().contains("It came back"), "\(seat.picture())")
    }

    @Test("have names of their own, and only those are read", arguments: DraftKey.Kind.allCases)
    func names(kind: DraftKey.Kind) {
        let keys = [
            DraftKey(kind, CaseID(1_000_002)), DraftKey(kind, nil), DraftKey(kind, nil, about: "a/b"),
            DraftKey(kind, CaseID(1_000_002), about: "vendor--ticket"),
        ]
        for key in keys {
            #expect(DraftKey(fileName: key.fileName) == key)
        }
        for name in ["note", "note-", "note-CS-x", "nota-CS-1000002", "note-cs-1000002", "note-CS-1000002.new"] {
            #expect(DraftKey(fileName: name) == nil)
        }
    }
}
