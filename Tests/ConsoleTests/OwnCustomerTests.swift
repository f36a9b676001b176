import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("My customers, and what a form and a list say of themselves")
struct OwnCustomerTests {
    private let lena = Claim(login: "lena", userNumber: 1003)

    @Test("who is assigned to a customer has it in a list, and in another what of it ends, by month")
    func mine() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store, lena)
        await seat.type("gc[")
        #expect(seat.picture().contains("Nord Energy") && !seat.picture().contains("Fjord Consulting"))
        await seat.type("gr[")
        for words in [" March 2026", "MB-2", "HW-", " April 2026", "LI-1", " June 2027", "CN-1", "MB-1"] {
            #expect(seat.picture().contains(words), "\(words)")
        }
        #expect(!seat.picture().contains("CN-2"))
        var guest = try await Seat.open(store, SampleStore.guest)
        await guest.type("gr[")
        #expect(guest.picture().contains("You are no agent of this store"))
        var ada = try await Seat.open(store)
        await ada.type("gc[")
        #expect(ada.picture().contains("No customer is yours yet"))
    }

    @Test("what a renewal moves out of the list is found again by what is said")
    func renewed() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gr", "j", "a", "text:Renew<CR>", "<C-d>"], &seat)
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Would be: so."]))
        await seat.type("<CR>")
        let id = try #require(RecordID(text: "MB-2"))
        _ = try await store.keep(
            [RecordEdit(id, ["end": "2027-03-30"])],
            CaseModel.Operation(id: OperationID("renewed"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["MB-2 is renewed."]))
        #expect(seat.notice.contains("MB-2 left Next 90 days; Memberships, March 2027, has it. MB-2 is renewed."))
        #expect(!seat.picture().contains("▌  MB-2"))
    }

    @Test("what a renewal of several moves out of the list is counted, with the new last day and the month it is under")
    func renewedTogether() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        for product in ["Backup", "Archive"] {
            _ = try await shelf.add(
                .membership, ["account": "AC-1", "contract": "CN-1", "product": product, "end": "2026-04-30"])
        }
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gr/")
        await seat.write("mb-")
        await seat.type("<CR>Va")
        await seat.write("Renew")
        await seat.type("<CR>")
        let numbers = marked(seat)
        #expect(numbers.count == 3 && numbers.allSatisfy { $0.hasPrefix("MB-") }, "\(seat.picture())")
        await WorkplacePictureTests.press(["<C-u>", "text:2028-06-30", "<C-d>"], &seat)
        let lines = numbers.map { "\($0) x: end 2026-04-30 → 2028-06-30" }
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: lines))
        await seat.type("<CR>")
        for number in numbers {
            _ = try await store.keep(
                [RecordEdit(try #require(RecordID(text: number)), ["end": "2028-06-30"])],
                CaseModel.Operation(
                    id: OperationID("renewed \(number)"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        }
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: lines))
        let notice = try #require(seat.state.notice?.text)
        #expect(
            notice.contains(
                "3 memberships left Next 90 days; Memberships, June 2028, has them. Renew 3 memberships: 3 saved. They "
                    + "end on 30 Jun 2028 now."), "\(notice)")
    }

    @Test("where somebody calls, each contact says whether it may, those who may in front")
    func callers() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(
            ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form new case AC-1<CR>"], &seat)
        guard case .form(var form)? = seat.state.overlays.last else {
            Issue.record("no form: \(seat.picture())")
            return
        }
        form.cursor = try #require(form.fields.firstIndex { $0.name == "contact" })
        let choices = seat.state.choices(for: form).map(\.detail)
        #expect(choices.first == "Johanna Berg, may call, severity 1, 2, 3 and 4", "\(choices)")
        #expect(choices.contains("J. Berg, may not call"), "\(choices)")
        form.cursor = try #require(form.fields.firstIndex { $0.name == "product" })
        #expect(seat.state.choices(for: form).map(\.value).contains("Gateway"))
    }

    @Test("what ends first of any kind stands first among all that ends, and the list says how far it is known")
    func ending() async throws {
        let store = try await WorkplaceStore.make()
        var licenses: [RecordEdit] = []
        for number in 0...ConsoleState.listed {
            licenses.append(
                RecordEdit(
                    adding: .license,
                    ["account": "AC-1", "product": "L\(number)", "quantity": "1", "expires": "2026-03-12"]))
        }
        _ = try await store.keep(
            licenses,
            CaseModel.Operation(id: OperationID("many"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        var seat = try await Seat.open(store)
        await seat.type("gr")
        // A licence ends before the membership, and as more of them may come nothing behind them is known yet.
        let first = try #require(seat.state.workplaces.top?.list)
        #expect(first.rows.count == ConsoleState.listed + 1 && first.more == ", to 12 Mar 2026")
        #expect(!seat.picture().contains("Next 90 days 2"))
        await seat.type("G")
        await seat.rest()
        let all = try #require(seat.state.workplaces.top?.list)
        let numbers = all.rows.compactMap { row in
            if case .record(let id) = row.subject { id.kind } else { nil }
        }
        let (license, machine) = (RecordKind.license.code, RecordKind.hardware.code)
        #expect(
            numbers == Array(repeating: license, count: ConsoleState.listed + 1) + [
                machine, RecordKind.membership.code, license,
            ])
        #expect(all.more == nil)
    }

    @Test("the keys of a workplace begin with those of its row, and end with what only cases have")
    func keys() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gr")
        let lines = seat.state.keysPicker().lines
        #expect(lines.first?.label.contains("Open") == true)
        let named = lines.map(\.call.command)
        #expect(named.firstIndex(of: .take) ?? 0 > named.lastIndex(of: .go) ?? named.count)
        #expect(named.firstIndex(of: .take) ?? 0 > named.firstIndex(of: .nextTab) ?? named.count)
        // Where the row is a case, what is done to cases stands where it stands elsewhere.
        await seat.type("gxj")
        let onCase = seat.state.keysPicker().lines.map(\.call.command)
        #expect(onCase.firstIndex(of: .take) ?? onCase.count < onCase.firstIndex(of: .nextTab) ?? 0)
    }

    @Test("the list of keys has headings, and what is done to cases comes first where cases are")
    func headings() async throws {
        func headings(_ lines: [Picker.Line]) -> [String] {
            lines.compactMap(\.heading).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        var seat = try await Seat.open(WorkplaceStore.make())
        let common = ["Look", "Mark", "Move", "Customers and records", "Typed commands"]
        #expect(headings(seat.state.keysPicker().lines) == ["Cases", "Go to"] + common)
        await seat.type("gr")
        #expect(headings(seat.state.keysPicker().lines) == ["This row", "Go to", "Acts"] + common + ["Cases"])
        // What screens call it finds the key that does it.
        for (said, found) in [("verify", "s       Status"), ("declare", "p       Severity")] {
            await seat.type("?")
            await seat.write(said)
            #expect(seat.picture().contains(found), "\(seat.picture())")
            await seat.type("<Esc>")
        }
    }
}
