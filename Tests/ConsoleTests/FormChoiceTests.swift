import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What Tab puts into a field of a form, and what is offered for it")
struct FormChoiceTests {
    private func go(to name: String, _ seat: inout Seat) async throws {
        let place = try #require(try form(seat).fields.firstIndex { $0.name == name })
        while try form(seat).cursor < place { await seat.type("<Down>") }
        while try form(seat).cursor > place { await seat.type("<Up>") }
    }

    private func newCase(columns: Int = 80, rows: Int = 24) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows)
        await WorkplacePictureTests.press(
            ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form new case AC-1<CR>"], &seat)
        return seat
    }

    @Test("a whole value is left by Tab as it is, though longer ones begin with it")
    func whole() async throws {
        let seat = try await Seat.open(WorkplaceStore.make())
        let kinds = FieldKind.oneOf(["web", "webinar"].map { Choice(value: $0, detail: "") })
        for (kind, text, isCompleted) in [
            (kinds, "web", false), (kinds, "we", true), (kinds, "webi", true),
            (.value(.agent), "AG-1", false), (.value(.agent), "AG-", true), (.value(.contact), "CT-1", false),
            (.value(.day), "2026-03-09", false), (.value(.day), "tomorrow", false), (.value(.day), "tod", true),
        ] as [(FieldKind, String, Bool)] {
            var form = Form(
                FormID(.set, "command", "CS-1000001"), "Test", CommandCall(.set),
                [FormField("one", kind, .assignment, value: text)])
            #expect(seat.state.complete(&form, forward: true) == isCompleted, "\(text)")
            #expect((form.fields[0].text != text) == isCompleted, "\(text)")
        }
    }

    @Test("a value that stood there is left by Tab, and the only choice is left by the second Tab")
    func left() async throws {
        var seat = try await newCase()
        try await go(to: "type", &seat)
        let usual = try form(seat).current?.text
        await seat.type("<Tab>")
        #expect(
            try form(seat).current?.name == "channel" && form(seat).fields.first { $0.name == "type" }?.text == usual)
        await seat.write("pho")
        await seat.type("<Tab>")
        #expect(try form(seat).current?.text == "phone")
        await seat.type("<Tab>")
        #expect(try form(seat).current?.name == "product")
    }

    @Test("Tab reaches every choice of a field, and what it reached is seen with the way to the rest")
    func everyChoice() async throws {
        var seat = try await newCase()
        try await go(to: "channel", &seat)
        let all = seat.state.choices(for: try form(seat)).map(\.value)
        #expect(seat.picture().contains("more: Tab goes on, typing narrows"), "\(seat.picture())")
        for value in all {
            await seat.type("<Tab>")
            let rows = seat.picture().split(separator: "\n").filter { $0.contains(value) }
            // Once in the field, once among the choices.
            #expect(try form(seat).current?.text == value && rows.count >= 2, "\(value): \(seat.picture())")
        }
    }

    @Test("where nothing fits what is typed, that is said with the way out, in forms and in lists")
    func nothing() async throws {
        var seat = try await newCase()
        try await go(to: "channel", &seat)
        await seat.write("smoke")
        #expect(seat.picture().contains("Nothing matches smoke; ctrl-u empties the field."), "\(seat.picture())")
        await seat.type("<C-u>")
        #expect(!seat.picture().contains("Nothing matches"), "\(seat.picture())")
        try await go(to: "product", &seat)
        await seat.write("smoke")
        #expect(!seat.picture().contains("Nothing matches"), "\(seat.picture())")
        await WorkplacePictureTests.press(["<Esc>", "?", "text:smoke signal"], &seat)
        #expect(
            seat.picture().contains("Nothing matches smoke signal; ctrl-u empties the line, Esc leaves."),
            "\(seat.picture())")
    }

    @Test("somebody of another customer is refused while the number is typed, and in forms of records, too")
    func otherCustomer() async throws {
        let store = try await WorkplaceStore.make()
        let other = try #require(try await store.accounts(matching: "Helix", limit: 1).first)
        let stranger = try await store.save(
            Contact(id: ContactID(0), account: other.id, name: "Mara Sand"), by: SampleStore.ada, at: SampleStore.now)
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(
            ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form new case AC-1<CR>"], &seat)
        try await go(to: "contact", &seat)
        await seat.write("\(stranger.id)")
        #expect(seat.picture().contains("There is no contact \(stranger.id) at Nord Energy"), "\(seat.picture())")
        // Of a number that is only begun nothing is said yet.
        await WorkplacePictureTests.press(["<C-u>", "text:CT-"], &seat)
        #expect(!seat.picture().contains("There is no contact"), "\(seat.picture())")
        await WorkplacePictureTests.press(["<C-u>", "<Esc>", ":", "text:form renewal assign MB-1<CR>"], &seat)
        try await go(to: "person", &seat)
        await seat.write("\(stranger.id)")
        #expect(seat.picture().contains("There is no contact \(stranger.id) at Nord Energy"), "\(seat.picture())")
        await WorkplacePictureTests.press(["<C-u>", "<Esc>", ":", "text:form entitlement new AC-1<CR>"], &seat)
        try await go(to: "contract", &seat)
        await WorkplacePictureTests.press(["<C-u>", "text:CN-99"], &seat)
        #expect(seat.picture().contains("has no CN-99."), "\(seat.picture())")
    }

    @Test("times are typed in words, and what they mean is shown beside them, before they are spelled out")
    func times() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(["gx", ":", "text:situation<CR>"], &seat)
        try await go(to: "acknowledged", &seat)
        for (words, shown, value) in [
            ("today 13:30", "Today 13:30, Europe/Dublin", "2026-03-09T13:30"),
            ("13:30", "Today 13:30, Europe/Dublin", "2026-03-09T13:30"),
            ("yesterday 16:00", "Yesterday 16:00, Europe/Dublin", "2026-03-08T16:00"),
            ("tomorrow 9:00", "Tue 10 Mar 2026 09:00, Europe/Dublin", "2026-03-10T09:00"),
            ("+2h", "Today 16:05, Europe/Dublin", "2026-03-09T16:05"),
            ("2026-03-09T13:30Z", "Today 13:30, Europe/Dublin", "2026-03-09T13:30Z"),
        ] {
            await WorkplacePictureTests.press(["<C-u>", "text:\(words)"], &seat)
            #expect(seat.picture().contains(shown), "\(words): \(seat.picture())")
            await seat.type("<Tab><Up>")
            #expect(try form(seat).current?.text == value, "\(words)")
        }
        await WorkplacePictureTests.press(["<C-u>", "text:soon<CR>"], &seat)
        #expect(try form(seat).problem?.contains("Write a time like 14:30") == true)
        await WorkplacePictureTests.press(["<C-u>", "text:13:30", "<C-d>"], &seat)
        let sent = try #require(seat.asked.ran.last)
        #expect(sent.call.words.contains("acknowledged=2026-03-09T13:30:00Z"), "\(sent.call.words)")
    }

    @Test("a line that asks for a time says which one is meant")
    func timeOfLine() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        seat.state.overlays = [.line(LineEntry(.until(CommandCall(.snooze))))]
        await seat.write("tomorrow 9:00")
        #expect(seat.picture().contains("Tue 10 Mar 2026 09:00, Europe/Dublin"), "\(seat.picture())")
    }
}
