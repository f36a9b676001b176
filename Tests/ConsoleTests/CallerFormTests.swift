import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Forms that ask for a customer and a person")
struct CallerFormTests {
    private func go(to name: String, _ seat: inout Seat) async throws {
        let place = try #require(try form(seat).fields.firstIndex { $0.name == name })
        while try form(seat).cursor < place { await seat.type("<Down>") }
        while try form(seat).cursor > place { await seat.type("<Up>") }
    }

    @Test("say what each may call about, and of a kind that was chosen whether it is that one")
    func kinds() async throws {
        let store = try await WorkplaceStore.make()
        let eirik = Contact(
            id: ContactID(0), account: AccountID(1), name: "Eirik Sand", roles: ["contract-administration"])
        _ = try await store.save(eirik, by: SampleStore.ada, at: SampleStore.now)
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(
            ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form new case AC-1<CR>"], &seat)
        try await go(to: "contact", &seat)
        func standing() throws -> String? {
            var form = try form(seat)
            form.cursor = try #require(form.fields.firstIndex { $0.name == "contact" })
            return seat.state.choices(for: form).map(\.detail).first { $0.hasPrefix("Eirik Sand") }
        }
        #expect(try standing() == "Eirik Sand, may call about account, licensing, entitlement, advice")
        let order = seat.state.choices(for: try form(seat)).map(\.detail)
        let place = try #require(order.firstIndex { $0.hasPrefix("Eirik Sand") })
        #expect(order.prefix(place).allSatisfy { $0.contains("may call, ") }, "\(order)")
        #expect(order.suffix(from: place + 1).allSatisfy { !$0.contains("may call, ") }, "\(order)")
        try await go(to: "type", &seat)
        await seat.type("<C-u>")
        await seat.write("licensing")
        #expect(try standing() == "Eirik Sand, may call about licensing, severity 1, 2, 3 and 4")
        await seat.type("<C-u>")
        await seat.write("hardware")
        #expect(
            try standing() == "Eirik Sand, may call about account, licensing, entitlement, advice, not hardware")
        #expect(try form(seat).offer.callers != nil)
    }

    @Test("offer nobody of the row beneath while no customer is named, and say so")
    func unnamed() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gx", "+"], &seat)
        try await go(to: "account", &seat)
        await seat.type("<C-u>")
        try await go(to: "contact", &seat)
        #expect(seat.state.choices(for: try form(seat)).isEmpty, "\(seat.picture())")
        #expect(seat.picture().contains("Name the customer first; its people are offered here then."))
        await seat.type("<Up>")
        await seat.write("nobody at all")
        await seat.type("<CR>")
        #expect(seat.picture().contains("No customer is known as nobody at all"), "\(seat.picture())")
    }

    @Test("complain at once of a person of another customer, in a draft that came back, too")
    func stranger() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(
            [":", "text:form new case<CR>", "text:AC-1", "<CR>", "text:CT-5", "<CR>"], &seat)
        #expect(!seat.picture().contains("There is no contact"), "\(seat.picture())")
        try await go(to: "account", &seat)
        await seat.type("<C-u>")
        await seat.write("AC-2")
        #expect(seat.picture().contains("! There is no contact CT-5 at Helix Bank."), "\(seat.picture())")
        // Where the number stands under the cursor, too: none of Helix Bank begins so.
        await seat.type("<CR>")
        #expect(seat.picture().contains("! There is no contact CT-5 at Helix Bank."), "\(seat.picture())")
        await seat.type("<Esc>")
        var later = try await Seat.open(seat.store)
        later.state.desk.drafts = seat.state.desk.drafts
        await WorkplacePictureTests.press([":", "text:form new case<CR>"], &later)
        #expect(try form(later).fields[1].text == "CT-5" && form(later).fields[0].text == "AC-2")
        #expect(later.picture().contains("! There is no contact CT-5 at Helix Bank."), "\(later.picture())")
    }

    @Test("give no number of choices that nobody counted")
    func narrowing() async throws {
        let store = try await WorkplaceStore.make()
        for number in 1...20 {
            _ = try await store.save(
                Account(id: AccountID(0), name: "Zeta \(number)"), by: SampleStore.ada, at: SampleStore.now)
        }
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await WorkplacePictureTests.press([":", "text:form new case<CR>"], &seat)
        #expect(seat.picture().contains("  more: Tab goes on, typing narrows"), "\(seat.picture())")
    }

    @Test("tell how to begin afresh where a draft came back, and lose neither text")
    func afresh() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("5+")
        #expect(!seat.picture().contains("ctrl-x"))
        try await go(to: "subject", &seat)
        await seat.write("Sessions drop")
        await seat.type("<Esc>+")
        func subject() throws -> String? { try form(seat).fields.first { $0.name == "subject" }?.text }
        #expect(seat.picture().contains("This is your draft; ctrl-x begins afresh."), "\(seat.picture())")
        await seat.type("<C-x>")
        #expect(try subject() == "" && seat.picture().contains("ctrl-x brings your draft back; both are kept."))
        #expect(seat.row(-1).contains("Esc your draft"), "\(seat.row(-1))")
        await seat.type("<Esc>")
        #expect(try subject() == "Sessions drop")
        await seat.type("<C-x>")
        try await go(to: "subject", &seat)
        await seat.write("Another")
        await seat.type("<C-x>")
        #expect(try subject() == "Sessions drop")
        await seat.type("<C-x>")
        #expect(try subject() == "Another")
    }

    @Test("at the own customer Enter on a person says what can be done, and the footer says that it does")
    func footer() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gc", "/", "text:Nord<CR>", "<CR>", "]]", "j"], &seat)
        guard case .contact? = seat.state.workplaces.top?.row?.subject else {
            Issue.record("no person: \(seat.picture())")
            return
        }
        #expect(seat.row(-1).contains("Enter what can be done") && !seat.row(-1).contains(" a what"), "\(seat.row(-1))")
        await seat.type("<CR>")
        guard case .picker? = seat.state.overlays.last else {
            Issue.record("nothing can be done: \(seat.picture())")
            return
        }
        await seat.type("<Esc>gc]")
        #expect(seat.row(-1).contains("Enter open"), "\(seat.row(-1))")
    }

    @Test("what was acknowledged when is told as the screen tells times, in the notice and before it is taken back")
    func instants() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(
            ["5", ":", "text:set CS-1000001 acknowledged=2026-03-09T14:03:00Z<CR>"], &seat)
        #expect(seat.notice.contains("acknowledged") && !seat.notice.contains("2026-03-09T"), "\(seat.notice)")
        await seat.type("gx")
        let told = seat.picture().split(separator: "\n").filter { $0.contains("Acknowledged") }
        #expect(told.contains { $0.contains("14:03 by ada") }, "\(seat.picture())")
        await seat.type("gc")
        await seat.type("u")
        #expect(seat.picture().contains("Take back") && !seat.picture().contains("2026-03-09T"), "\(seat.picture())")
    }
}
