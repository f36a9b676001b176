import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Forms do what a person expects who never saw one")
struct FormStumbleTests {
    private func field(_ name: String, _ seat: Seat) throws -> FormField {
        try #require(try form(seat).fields.first { $0.name == name })
    }

    @Test("a case is logged at the customer of the row, in queue and places, before that customer was ever looked at")
    func customerOfTheRow() async throws {
        for keys in [["5"], ["gx"], ["5", "<CR>"]] {
            var seat = try await Seat.open(WorkplaceStore.make())
            await WorkplacePictureTests.press(keys, &seat)
            let account = try #require(seat.state.accountAtHand, "\(keys): \(seat.picture())")
            seat.press("+")
            #expect(try field("account", seat).text == account.description, "\(keys): \(seat.picture())")
            #expect(try form(seat).current?.name == "contact", "\(keys)")
            await seat.rest()
            #expect(!seat.state.choices(for: try form(seat)).isEmpty, "\(keys): \(seat.picture())")
        }
    }

    @Test("a draft of it has its customer again in a later session")
    func customerOfTheDraft() async throws {
        let draft = DraftKey(form: FormID(.new, "case", "AC-2"))
        var seat = try await Seat.open(WorkplaceStore.make(), drafts: [draft])
        seat.state.desk.drafts[draft] = "subject=Sessions drop"
        await WorkplacePictureTests.press([":", "text:drafts form-new--case--AC-2<CR>"], &seat)
        #expect(try field("account", seat).text == "AC-2")
        #expect(try field("subject", seat).text == "Sessions drop", "\(seat.picture())")
    }

    @Test("the title names no customer, for another one may be written into the form")
    func title() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(
            ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form new case AC-1<CR>"], &seat)
        #expect(seat.picture().contains("AC-1  Nord Energy"), "\(seat.picture())")
        await seat.type("<Up>")
        // What stands there is another choice by the first key.
        await seat.write("AC-2")
        #expect(try form(seat).title == "Log a case" && field("account", seat).text == "AC-2")
    }

    @Test("a reason alone is no change, and no usage of the shell is told of it")
    func reasonAlone() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["5", "<CR>", ":"], &seat)
        let id = try #require(seat.state.page?.id)
        await seat.write("form set caller \(id)\n")
        await seat.type("<C-d>")
        let isKnown = try !field("contact", seat).text.isEmpty
        #expect(try form(seat).problem == (isKnown ? "Nothing was changed yet." : "Caller is needed."))
        await seat.type("<Down>")
        await seat.write("She called back")
        await seat.type("<C-d>")
        #expect(try seat.asked.ran.isEmpty && form(seat).current?.name == "contact")
        if isKnown { #expect(try form(seat).problem == "Why alone changes nothing: change Caller, too.") }
        #expect("No. Like: set CS-1 a=b.".withoutOptions == "No." && "No. Usage: set ID".withoutOptions == "No.")
    }

    @Test("a choice that stands there is typed over as a whole, as a day is; words are mended")
    func typedOver() {
        func typed(_ kind: FieldKind, _ value: String, _ keys: [Key]) -> String {
            var field = FormField("a", kind, .assignment, value: value)
            for key in keys { _ = field.handle(key) }
            return field.text
        }
        let key = Key(.character("k"))
        let choice = FieldKind.oneOf([Choice(value: "done", detail: "")])
        for kind in [.value(.contact), .value(.day), .value(.count(1...9)), .flag, choice, .value(.instant)]
            as [FieldKind]
        {
            #expect(typed(kind, "CT-120", [key]) == "k", "\(kind)")
            #expect(typed(kind, "CT-120", [.left, key]) == "CT-12k0", "\(kind)")
            #expect(typed(kind, "CT-120", [.backspace]) == "", "\(kind)")
        }
        for kind in [.free, .value(.text(200)), .product, .listOf([])] as [FieldKind] {
            #expect(typed(kind, "CT-120", [key]) == "CT-120k", "\(kind)")
        }
        // What a person typed before is theirs to go on with.
        var field = FormField("a", .value(.contact), .assignment, value: "CT-1")
        field.restore("CT-2")
        _ = field.handle(key)
        #expect(field.text == "CT-2k")
        field.restore("CT-1")
        _ = field.handle(key)
        #expect(field.text == "k")
    }

    @Test("Enter in the last field goes to what is missing, or says how it is saved")
    func enterAtTheEnd() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gl", "a", "text:Alloc<CR>"], &seat)
        await WorkplacePictureTests.press(["<Down>", "text:gate-9<CR>"], &seat)
        #expect(try form(seat).current?.name == "quantity" && form(seat).problem == "Quantity is needed.")
        await WorkplacePictureTests.press(["text:5<CR>", "<CR>"], &seat)
        #expect(try form(seat).current?.name == "binding" && form(seat).problem == nil)
        #expect(seat.notice.contains("Nothing is missing: ctrl-d shows the effect"), "\(seat.notice)")
        await seat.type("<Up>")
        #expect(!seat.notice.contains("Nothing is missing"))
    }

    @Test("the products of the customer are offered for a licence, and another one is told of")
    func products() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + [":", "text:form license new AC-1<CR>"], &seat)
        let names = seat.state.products(of: try form(seat))
        let first = try #require(names.first)
        #expect(try form(seat).current?.kind == .product)
        #expect(seat.state.choices(for: try form(seat)).map(\.value) == names)
        await seat.write(String(first.prefix(3)))
        #expect(seat.state.strangeProduct(in: try form(seat)) == nil)
        await seat.type("<C-u>")
        await seat.write("gatx")
        let words = "Nord Energy has no product gatx yet"
        #expect(seat.picture().contains(words), "\(seat.picture())")
        await seat.type("<CR>")
        await seat.write("5")
        await seat.type("<C-d>")
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(isDone: true, lines: ["Would be: added the licence LI-9: 5 gatx for Nord Energy."]))
        #expect(seat.picture().contains("! " + words), "\(seat.picture())")
    }

    @Test("the day of a request is there again where its words were left")
    func dayOfRequest() async throws {
        let store = try await SampleStore.make()
        let day = DraftKey(.due, CaseID(1_000_002), about: "network-trace")
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["<CR>", "I", "text:network<CR>", "text:in 3 weeks<CR>", "<Esc>"], &seat)
        #expect(seat.asked.contains(.saveDraft(day, "2026-03-30T09:00")), "\(seat.asked)")
        var later = try await Seat.open(store)
        later.state.desk.drafts = seat.state.desk.drafts
        await WorkplacePictureTests.press(["<CR>", "I", "text:network<CR>"], &later)
        #expect(later.notice.contains("2026-03-30T09:00"), "\(later.notice)")
        await WorkplacePictureTests.press(["<CR>", "text:Both hosts"], &later)
        #expect(later.picture().contains("due Mon 30 Mar"), "\(later.picture())")
        await later.type("<C-d>")
        #expect(later.asked.contains(.clearDraft(day)) && later.state.desk.drafts.isEmpty, "\(later.asked)")
    }
}
