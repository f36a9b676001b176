import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What the person is at stays while the store changes")
struct StaysTests {
    @Test("the cursor of a case's tab stays with its case when others come before it")
    func entries() async throws {
        let store = try await SampleStore.make()
        let rows = try await store.summaries((2...6).map { CaseID(1_000_000 + $0) })
        try #require(rows.count == 5)
        func related(_ rows: some Collection<CaseSummary>) -> RelatedCases {
            var related = RelatedCases(CaseID(1_000_001))
            related.sameAccount = Array(rows)
            return related
        }
        var page = PageState(id: CaseID(1_000_001))
        page.tab = .related
        page.keepingItem { $0.aside.related.value = related(rows[3...4]) }
        page.item = 1
        page.keepingItem { $0.aside.related.value = related(rows) }
        #expect(page.item == 4)
        // What is gone leaves the cursor near its place.
        page.keepingItem { $0.aside.related.value = related(rows[0...1]) }
        #expect(page.item == 1)
        page.keepingItem { $0.aside.related.value = related([]) }
        #expect(page.item == 0)
    }

    @Test("the letters of / do not make the rows anew, and the cursor stays with its row")
    func letters() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gr]j")
        let row = try #require(seat.state.workplaces.top?.row?.subject)
        let tab = try #require(seat.state.workplaces.top?.tab)
        seat.state.workplaces.top?.lists[tab]?.more = "as they came"
        await seat.type("/")
        await seat.write("a")
        #expect(seat.state.workplaces.top?.list?.more == "as they came")
        #expect(seat.state.workplaces.top?.row?.subject == row)
        await seat.type("<BS>")
        #expect(seat.state.workplaces.top?.list?.more == "as they came")
    }

    @Test("rows that the store could not give are not asked for without end; R asks again")
    func further() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gr]")
        let tab = try #require(seat.state.workplaces.top?.tab)
        seat.state.workplaces.top?.asked.unfinished = [tab]
        func asked(_ effects: [Effect]) -> Ticket? {
            effects.compactMap { if case .loadPlace(_, let ticket) = $0 { ticket } else { nil } }.last
        }
        let ticket = try #require(asked(update(&seat.state, .key(.character("j")))))
        #expect(seat.state.workplaces.top?.asked.further == ticket)
        let after = update(&seat.state, .answer(ticket, .failed(.locked("kim is importing"))))
        #expect(asked(after) == nil)
        #expect(seat.notice.contains("kim is importing") && seat.notice.contains("R tries again"))
        #expect(asked(update(&seat.state, .key(.character("k")))) == nil)
        #expect(asked(update(&seat.state, .key(.character("R")))) != nil)
    }

    @Test("who was shown whole is one person, and the lines about another are laid out for that one")
    func revealed() {
        var desk = Workplace(.roster)
        desk.revealed = [ContactID(5)]
        #expect(desk.isRevealed(.contact(ContactID(5))) && !desk.isRevealed(.contact(ContactID(6))))
        #expect(!desk.isRevealed(.account(AccountID(5))))
    }

    @Test("a draft of a contact says what became of what was typed over, and holds nothing of what stood there")
    func drafts() throws {
        let id = FormID(.contact, "set", "CT-5")
        func form(mail: String, language: String) -> Form {
            Form(
                id, "Change", CommandCall(.contact, ["set", "CT-5"]),
                [
                    FormField("email", .free, .option(.email), label: "Mail"),
                    FormField("language", .free, .option(.language), label: "Language", value: language),
                ], changesAlone: true, seen: [.email: mail, .language: language])
        }
        var typed = form(mail: "old@nord.example", language: "no")
        typed.fields[0].field.text = "new@nord.example"
        typed.fields[1].field.text = "de"
        let draft = try #require(typed.unsent)
        #expect(!draft.contains("old@"))
        var same = form(mail: "old@nord.example", language: "no")
        same.restore(draft)
        #expect(same.problem == nil && same.fields.map(\.text) == ["new@nord.example", "de"])
        var newer = form(mail: "other@nord.example", language: "en")
        newer.restore(draft)
        #expect(
            newer.problem == "CT-5 changed since this was typed: Mail; Language, now en. "
                + "ctrl-x takes what is there now, ctrl-d tries yours.")
        #expect(newer.fields.map(\.text) == ["new@nord.example", "de"])
    }

    @Test("what is typed while a line is sent comes after it; where it was refused, nothing comes")
    func held() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        let before = seat.state.queue.cursor.position
        await seat.type("T")
        guard case .line? = seat.state.overlays.last else {
            Issue.record("no line: \(seat.picture())")
            return
        }
        await seat.type("<C-u>")
        for scalar in "vip".unicodeScalars { seat.hear(.key(.character(scalar))) }
        seat.press("<CR>jj")
        #expect(!seat.state.overlays.isEmpty && seat.state.queue.cursor.position == before)
        await seat.rest()
        #expect(seat.state.overlays.isEmpty && seat.state.queue.cursor.position == before + 2)
    }
}
