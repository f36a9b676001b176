import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Forms and what is done with a row")
struct FormTests {
    private let contacts = ["gc", "/", "text:Nord<CR>", "<CR>", "ll"]
    private let mail = "johanna.berg@nord.example"

    private func opened(_ keys: [String], _ claim: Claim = SampleStore.ada) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), claim)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    @Test(
        "mail and telephone stay masked until it is recorded that somebody asked, and are not for those who only read")
    func masked() async throws {
        var seat = try await opened(contacts + ["j", "e"])
        #expect(try form(seat).fields.filter { $0.text.contains("@") || $0.text.contains("+47") }.isEmpty)
        #expect(try form(seat).fields.count { $0.help.hasPrefix("Masked until m on the contact shows it") } == 2)
        await seat.type("<Esc>m")
        #expect(!seat.picture().contains(mail))
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Recorded."]))
        #expect(seat.picture().contains(mail))
        await seat.type("e")
        #expect(try form(seat).fields.contains { $0.text == mail })

        let reader = try await opened(contacts + ["j", "m"], Claim(login: "nobody", userNumber: 4242))
        #expect(reader.asked.ran.isEmpty && !reader.picture().contains(mail))
    }

    @Test("codes have their names beside them, several of them, too")
    func named() async throws {
        var seat = try await opened(contacts + ["j", "e"])
        let row = seat.picture().split(separator: "\n").first { $0.contains("technical,renewal") }
        #expect(row?.contains("  Technical Contact, Renewal Contact") == true, "\(seat.picture())")
        #expect(seat.picture().contains("en  English"), "\(seat.picture())")
        await seat.type("<C-u>")
        await seat.write("technical,nobody")
        let other = seat.picture().split(separator: "\n").first { $0.contains("technical,nobody") }
        #expect(other?.contains("Technical Contact") == false, "\(seat.picture())")
    }

    @Test("masked mail and telephone do not look empty, and saved untouched they stay as they are")
    func maskedStays() async throws {
        var seat = try await opened(contacts + ["j", "e"])
        #expect(seat.picture().contains("j•••@nord.example, stays unless you type"), "\(seat.picture())")
        #expect(seat.picture().contains("+47 •••12, stays unless you type"), "\(seat.picture())")
        await seat.type("<Down><Down><Down><Down><C-u>")
        await seat.write("no")
        await seat.type("<C-d>")
        #expect(try #require(seat.asked.ran.last).call.options == [.language: "no"])
    }

    @Test("a form sends what it saw of what it changes")
    func seen() async throws {
        var seat = try await opened(contacts + ["j", "e"])
        let place = try #require(try form(seat).fields.firstIndex { $0.name == "email" })
        for _ in 0..<place { await seat.type("<CR>") }
        await seat.write("jb@nord.example")
        await seat.type("<C-d>")
        let tried = try #require(seat.asked.ran.last)
        #expect(tried.running.tries && !tried.running.isAgreed && tried.running.seen == [.email: mail])
        // Enter typed ahead of the effect agrees to nothing.
        seat.press("<CR>")
        await seat.answer(tried, CommandReport(isDone: true, lines: ["CT-5 changed"]))
        #expect(seat.asked.ran.count == 1 && seat.picture().contains("CT-5 changed"))
        await seat.type("<CR>")
        #expect(seat.asked.ran.last?.running.isAgreed == true)
    }

    @Test("Enter stays on a day that is none and says the rule; Tab goes on, and what was typed stays")
    func wrongDay() async throws {
        var seat = try await opened(WorkplacePictureTests.nord + ["lll", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:2027-02-31<CR>"], &seat)
        #expect(try form(seat).current?.name == "end")
        #expect(try form(seat).problem == "End: There is no such day: Feb 2027 has 28 days.")
        await seat.type("<Tab>")
        #expect(try form(seat).current?.name == "why" && form(seat).fields.first?.text == "2027-02-31")
        await seat.type("<Up>")
        await WorkplacePictureTests.press(["<C-u>", "text:+1y<CR>"], &seat)
        #expect(try form(seat).current?.name == "why")
    }

    @Test("a refusal stands at the field that it is about, whichever was typed in last")
    func refusedField() async throws {
        var seat = try await opened(["gl", "a", "text:Alloc<CR>"])
        await WorkplacePictureTests.press(["text:9999<CR>", "text:gate-9", "<C-d>"], &seat)
        #expect(try form(seat).current?.name == "binding")
        let words = "40 of LI-1 are free; 9999 were asked for."
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(isDone: false, lines: [], remarks: [words], field: "quantity"))
        #expect(try form(seat).current?.name == "quantity")
        #expect(try form(seat).problem == "Quantity: \(words)")
        // An option's name means its field, too, and what is about no field leaves the cursor alone.
        await seat.type("<C-d>")
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(isDone: false, lines: [], remarks: ["The store is locked."]))
        #expect(try form(seat).current?.name == "quantity" && form(seat).problem == "The store is locked.")
    }

    @Test("what nobody changes by hand has no form for it, and says what can be done")
    func unchangeable() async throws {
        #expect(!RecordKind.alert.isChangedByHand && RecordKind.contract.isChangedByHand)
        var seat = try await opened([":", "text:form alert set AL-1<CR>"])
        #expect(seat.notice.contains("Nothing of AL-1 is changed by hand; see what can be done (a)."), "\(seat.notice)")
        await seat.type("<Esc>")
        #expect(seat.state.overlays.isEmpty)
        let store = try await WorkplaceStore.make()
        try await store.raiseAlerts()
        seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gw", "a"], &seat)
        guard case .picker(let picker)? = seat.state.overlays.last else {
            Issue.record("nothing is offered: \(seat.picture())")
            return
        }
        #expect(picker.lines.contains { $0.label == "Show" } && !picker.lines.contains { $0.label == "Change" })
        await WorkplacePictureTests.press(["<Esc>", "e"], &seat)
        #expect(seat.notice.contains("is changed by hand"), "\(seat.notice)")
    }

    @Test("colleagues are spoken of on their rows alone, where somebody asks how a contact is reached")
    func colleagues() async throws {
        var seat = try await opened(["gc", "m"])
        #expect(seat.notice.contains("There is no contact under the cursor."), "\(seat.notice)")
        await WorkplacePictureTests.press(["gd", "m"], &seat)
        #expect(seat.notice.contains("of colleagues no mail or telephone is kept."), "\(seat.notice)")
    }

    @Test("a form that nobody typed in is no draft, though it offers a day; a draft is listed in words")
    func untouched() async throws {
        let renew = WorkplacePictureTests.nord + ["lll", "a", "text:Renew<CR>"]
        var seat = try await self.opened(renew)
        let opened = try form(seat)
        #expect(opened.fields.filter(\.isChanged).count == 1)
        #expect(opened.unsent == nil)
        await seat.type("<Esc>")
        let saved = seat.asked.filter { if case .saveDraft = $0 { true } else { false } }
        #expect(saved.isEmpty)
        #expect(!seat.notice.contains("draft"), "\(seat.notice)")
        seat = try await self.opened(renew + ["<C-u>", "text:2027-09-30", "<Esc>", ":", "text:drafts<CR>"])
        #expect(seat.picture().contains("End 2027-09-30"), "\(seat.picture())")
        #expect(!seat.picture().contains("@version") && !seat.picture().contains("end="), "\(seat.picture())")
    }

    @Test("a draft is turned without leaving the field, and a time is offered on the clock here")
    func turned() async throws {
        let field = { (name: String) in FormField(name, .free, .assignment, required: true) }
        var draft = Form(
            FormID(.contract, "set", "CN-1"), "Change", CommandCall(.contract), ["one", "two"].map(field))
        draft.restore("two=typed")
        draft.cursor = 1
        draft.turnDraft()
        #expect(draft.cursor == 1 && draft.fields[1].text == "")
        var seat = try await opened(["gx", "a", "text:acknowledged"])
        #expect(seat.picture().contains("cknowledged"), "\(seat.picture())")
        await WorkplacePictureTests.press(["<Esc>", ":", "text:situation<CR>"], &seat)
        let place = try #require(try form(seat).fields.firstIndex { $0.name == "acknowledged" })
        for _ in 0..<place { await seat.type("<Down>") }
        #expect(seat.state.choices(for: try form(seat)).map(\.value) == ["2026-03-09T14:05"])
    }

    @Test("a draft that comes while a form is tried ends the try, which was one without it")
    func late() async throws {
        var seat = try await self.opened(WorkplacePictureTests.nord + ["lll", "a", "text:Renew<CR>"])
        guard case .loadDraft(let key, let ticket)? = seat.asked.last(where: \.isLoadDraft) else {
            Issue.record("no draft was looked for")
            return
        }
        await seat.type("<C-d>")
        let tried = try #require(seat.asked.ran.last)
        seat.hear(.answer(ticket, .draft(key, "end=2027-09-30")))
        await seat.answer(tried, CommandReport(isDone: true, lines: ["MB-1 end 2027-03-30"]))
        #expect(try form(seat).effect == nil && form(seat).fields.first?.text == "2027-09-30")
        await seat.type("<Esc>")
        #expect(seat.asked.last == .saveDraft(key, try #require(seat.state.desk.drafts[key])))
    }

    @Test("what is typed into a form that was begun afresh is kept beside its draft, and neither goes with the other")
    func bothKept() throws {
        let field = { (name: String) in FormField(name, .free, .assignment) }
        func form() -> Form {
            Form(FormID(.contract, "set", "CN-1"), "Change", CommandCall(.contract), ["one", "two"].map(field))
        }
        var first = form()
        first.restore("@version=3\none=older")
        first.turnDraft()
        #expect(first.unsent == nil && first.olderDraft == "@version=3\none=older")
        first.fields[1].field.text = "newer"
        let kept = try #require(first.unsent)
        var second = form()
        second.restore(kept)
        #expect(second.fields.map(\.text) == ["", "newer"])
        // Kept again without a key it is the same.
        #expect(second.unsent == kept)
        second.turnDraft()
        #expect(second.fields.map(\.text) == ["older", ""] && second.olderDraft == "two=newer")
        second.turnDraft()
        #expect(second.fields.map(\.text) == ["", "newer"] && second.olderDraft == "@version=3\none=older")
        // Whoever empties one is shown the other, and whoever empties both is let go.
        second.fields[1].field.text = ""
        #expect(second.hasOtherAlone)
        second.turnDraft()
        second.fields[0].field.text = ""
        #expect(!second.hasOtherAlone && second.unsent == nil)
    }

    @Test("a draft that comes back a second time says again that what it is about changed since")
    func changedSince() {
        var form = Form(
            FormID(.contract, "set", "CN-1"), "Change", CommandCall(.contract, options: [.ifVersion: "5"]),
            [FormField("one", .free, .assignment)])
        form.restore("@version=3\none=older")
        let words =
            "CN-1 changed since this was typed: One is empty, yours older. "
            + "ctrl-x takes what is there now, ctrl-d tries yours."
        #expect(form.problem == words)
        form.turnDraft()
        #expect(form.problem == nil)
        form.turnDraft()
        #expect(form.problem == words)
    }

    @Test(
        "a day that there is not is said of times, too, whatever they are asked for",
        arguments: [
            "2026-02-30", "30 feb", "2026-02-30T10:00", "30 feb 10:00",
        ])
    func noSuchDay(text: String) {
        var field = FormField("restored", .value(.instant), .assignment)
        field.field.text = text
        let clock = FormClock(now: SampleStore.now, zone: SampleStore.zone)
        #expect(field.problem(clock)?.contains("There is no such day") == true)
    }

    @Test("a mail address is looked at as its field is left, and none takes it away")
    func mailForm() {
        for (text, isFine) in [("jb@nord.example", true), ("none", true), ("", true), ("jb", false), ("j b@x", false)] {
            var field = FormField("email", .free, .option(.email), label: "Mail")
            field.field.text = text
            let problem = field.problem(FormClock(now: SampleStore.now, zone: SampleStore.zone))
            #expect((problem == nil) == isFine && (isFine || problem == MailAddress.rule), "\(text)")
        }
    }

    @Test("what a form offers is worked out when something changed, and not by a tick alone")
    func offered() async throws {
        var seat = try await opened(contacts + ["j", "e"])
        let first = try #require(try form(seat).fields.firstIndex { $0.name == "roles" })
        #expect(try form(seat).cursor == first && form(seat).offer.choices.isEmpty == false)
        seat.hear(.tick(seat.state.now + 1))
        let before = try form(seat).offer
        await seat.write("ren")
        #expect(try form(seat).offer != before)
        await seat.type("<CR>")
        #expect(try form(seat).offer.choices.map(\.value) == seat.state.choices(for: form(seat)).map(\.value))
    }

    @Test("a draft knows for which version it was typed")
    func version() async throws {
        let id = FormID(.contract, "set", "CN-1")
        func form(_ version: Int) -> Form {
            Form(
                id, "Change", CommandCall(.contract, ["set", "CN-1"], options: [.ifVersion: String(version)]),
                [FormField("note", .free, .assignment), FormField.why], changesAlone: true)
        }
        var typed = form(3)
        typed.fields[1].field.text = "as agreed"
        let draft = try #require(typed.unsent)
        var same = form(3)
        same.restore(draft)
        #expect(same.problem == nil && same.fields.map(\.text) == ["", "as agreed"])
        var newer = form(4)
        newer.restore(draft)
        #expect(
            newer.problem?.hasPrefix("CN-1 changed since this was typed: look at each field. ctrl-x takes") == true
                && newer.fields[1].text == "as agreed")
    }

    @Test("what takes away is asked about before a typed command does it")
    func asked() async throws {
        var seat = try await opened([])
        for call in ["contact erase CT-5 --on-request-of J", "attachment remove AT-1", "policy use other.policy"] {
            let before = seat.asked.ran.count
            await WorkplacePictureTests.press([":", "text:\(call)<CR>"], &seat)
            #expect(seat.asked.ran.count == before && seat.picture().contains("?"), "\(call): \(seat.picture())")
            await seat.type("n")
            #expect(seat.asked.ran.count == before)
            await WorkplacePictureTests.press([":", "text:\(call)<CR>", "y"], &seat)
            #expect(seat.asked.ran.count == before + 1 && seat.asked.ran.last?.running.isAgreed == true, "\(call)")
        }
    }

    @Test("what is chosen is done with the row the list was opened for")
    func targets() async throws {
        var seat = try await opened(contacts + ["j", "a"])
        // The rows moved under the list meanwhile.
        seat.state.workplaces.top?.window.move(to: 2)
        await WorkplacePictureTests.press(["text:Show mail<CR>"], &seat)
        #expect(seat.asked.ran.last?.call.words == ["reveal", "CT-5"])
        await WorkplacePictureTests.press(["gx", "a"], &seat)
        guard case .picker(let picker)? = seat.state.overlays.last else {
            Issue.record("no list: \(seat.picture())")
            return
        }
        #expect(picker.targets?.only != nil)
    }

    @Test("a form that is waited for does not open once somebody went elsewhere")
    func wanted() async throws {
        var seat = try await opened([])
        await WorkplacePictureTests.press([":", "text:form license allocate LI-1"], &seat)
        seat.press("<CR>")
        #expect(seat.state.workplaces.wanted != nil)
        seat.press("gr")
        await seat.rest()
        #expect(seat.state.workplaces.wanted == nil && seat.state.overlays.isEmpty)
        await WorkplacePictureTests.press([":", "text:form license allocate LI-1<CR>"], &seat)
        #expect(try form(seat).id == FormID(.license, "allocate", "LI-1"))
    }

    @Test("a form offers who was added since the customer was last looked at")
    func added() async throws {
        var seat = try await opened(contacts + ["gr"])
        let nord = try #require(try await seat.store.accounts(matching: "Nord Energy", limit: 1).first)
        _ = try await seat.store.save(
            Contact(id: ContactID(0), account: nord.id, name: "Mara Sand", email: "ms@nord.example", language: "en"),
            by: SampleStore.ada, at: SampleStore.now)
        try await seat.poll()
        await WorkplacePictureTests.press([":", "text:form renewal assign MB-1<CR>", "text:mara"], &seat)
        #expect(seat.state.choices(for: try form(seat)).map(\.detail) == ["Mara Sand"])
    }

    @Test("a field for a time offers the time it is")
    func now() async throws {
        var seat = try await opened([])
        let field = FormField("declared", .value(.instant), .assignment)
        let form = Form(FormID(.set, "command", "CS-1000001"), "Critical", CommandCall(.set), [field])
        #expect(seat.state.choices(for: form).map(\.value) == ["2026-03-09T14:05"])
        await seat.rest()
    }
}

extension Effect {
    /// Whether a draft is looked for.
    fileprivate var isLoadDraft: Bool { if case .loadDraft = self { true } else { false } }
}
