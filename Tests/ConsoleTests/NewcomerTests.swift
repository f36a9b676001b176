import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What newcomers stumbled over")
struct NewcomerTests {
    @Test("home has as many rows as a window that was enlarged has room for")
    func enlarged() async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gh")
        seat.hear(.resized(Size(columns: 120, rows: 40)))
        await seat.rest()
        var fresh = try await Seat.open(store, columns: 120, rows: 40)
        await fresh.type("gh")
        #expect(seat.picture() == fresh.picture())
    }

    @Test("the rest of a list of a home is a queue, from which Esc leads back")
    func rest() async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gh")
        let rows = try #require(seat.state.workplaces.top?.list?.rows)
        let place = try #require(rows.firstIndex { $0.visits != nil })
        let head = try #require(rows[..<place].last { $0.subject.isHeading }?.cells.first?.text.text)
        let name = String(head.prefix { $0 != ";" && $0 != "," })
        for _ in 0..<rows[..<place].count(where: { !$0.subject.isHeading }) { await seat.type("j") }
        #expect(seat.cursorRow.contains("… all ") && seat.cursorRow.contains(" as a queue"), "\(seat.picture())")
        await seat.type("<CR>")
        #expect(seat.state.screen == .queue && seat.row(0).contains("› \(name)"), "\(seat.picture())")
        #expect(head.contains(" \(seat.state.queue.order.count), the first"), "\(head)")
        await seat.type("<Esc>")
        #expect(seat.row(0).contains("› Home") && seat.cursorRow.contains("… all "), "\(seat.picture())")
    }

    /// A form of a row, through the command line.
    private func opened(_ words: String) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form \(words)<CR>"], &seat)
        return seat
    }

    /// A case that ada logged after everything else.
    private func logged(_ store: MemoryCaseStore) async throws -> CaseID {
        let new = NewCase(
            subject: "Logged in error", severity: .three, type: .technical, channel: .web, account: AccountID(1),
            contact: nil)
        let operation = CaseModel.Operation(
            id: OperationID("error"), claim: SampleStore.ada, at: SampleStore.now + 60, edits: [])
        return try await store.log(new, operation).item.id
    }

    @Test("of a product that is begun only, the one that is near is said; a word that is one of few is spelled out")
    func product() async throws {
        var seat = try await opened("new case AC-1")
        func go(to name: String) async throws -> Int {
            let place = try #require(try form(seat).fields.firstIndex { $0.name == name })
            while try form(seat).cursor < place { await seat.type("<CR>") }
            return place
        }
        let channel = try await go(to: "channel")
        // By what it is called as well as by its code.
        await seat.write("telep")
        await seat.type("<CR>")
        #expect(try form(seat).fields[channel].text == "phone")
        let product = try await go(to: "product")
        await seat.write("gateway a")
        await seat.type("<CR>")
        #expect(try form(seat).fields[product].text == "gateway a")
        #expect(try form(seat).problem?.contains("Gateway appliance is near") == true)
    }

    @Test("a customer that is the only one of the name is spelled out, so that its people are offered next")
    func customer() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press([":", "text:form new case<CR>"], &seat)
        await seat.write("helix")
        await seat.type("<CR>")
        #expect(try form(seat).fields[0].text == "AC-2")
        #expect(seat.state.choices(for: try form(seat)).contains { $0.detail.hasPrefix("M. Okafor") })
    }

    @Test("of marked rows those people are offered who are at the customer that was marked")
    func marked() async throws {
        let store = try await WorkplaceStore.make()
        let edit = RecordEdit(
            adding: .contract, ["account": "AC-2", "number": "H-1", "start": "2026-01-01", "end": "2026-12-31"])
        let contract = try await store.keep(
            [edit],
            CaseModel.Operation(
                id: OperationID("contract"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        ).records.first?.id
        for (number, end) in ["2026-03-10", "2026-04-30"].enumerated() {
            let owner = number == 0 ? ("AC-1", "CN-1") : ("AC-2", try #require(contract).description)
            let membership = RecordEdit(
                adding: .membership, ["account": owner.0, "contract": owner.1, "product": "Gateway", "end": end])
            _ = try await store.keep(
                [membership],
                CaseModel.Operation(
                    id: OperationID("more-\(number)"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        }
        var seat = try await Seat.open(store)
        // The cursor goes on to a row of another customer with each mark.
        await WorkplacePictureTests.press(["gr", "]", "<Space><Space>", "a", "text:Renewal<CR>"], &seat)
        #expect(seat.state.accountAtHand == AccountID(2), "\(seat.picture())")
        #expect(seat.state.choices(for: try form(seat)).map(\.detail).contains("Johanna Berg"), "\(seat.picture())")
    }

    @Test("whoever logged a case is on its page then")
    func logged() async throws {
        var seat = try await opened("new case AC-1")
        await seat.type("johanna<Tab><CR>")
        await seat.write("Sessions drop\n2\n\nphone")
        await seat.type("<C-d>")
        await seat.answer(
            try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Would be: logged CS-1000003: S"]))
        await seat.type("<CR>")
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(
                isDone: true, lines: ["logged CS-1000003: S", "The caller is Johanna Berg (CT-5)."],
                remarks: ["Warning, CS-1000003: look at it."]))
        #expect(seat.state.page?.id == CaseID(1_000_003))
        #expect(seat.notice.contains("Logged CS-1000003: S.  ! Warning, CS-1000003: look at it."), "\(seat.notice)")
    }

    @Test("a whole number finds that one record, not those whose numbers begin with it")
    func number() async throws {
        let store = try await WorkplaceStore.make()
        for day in 10...19 {
            let edit = RecordEdit(
                adding: .membership,
                ["account": "AC-1", "contract": "CN-1", "product": "Gateway", "end": "2026-04-\(day)"])
            _ = try await store.keep(
                [edit],
                CaseModel.Operation(
                    id: OperationID("more-\(day)"), claim: SampleStore.ada, at: SampleStore.now, edits: []))
        }
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gr", "]", "/", "text:mb-1<CR>"], &seat)
        #expect(seat.picture().contains("▌  MB-1 ") && !seat.picture().contains("MB-10"))
        await WorkplacePictureTests.press(["/", "text:2<CR>"], &seat)
        #expect(seat.picture().contains("MB-12"))
    }

    @Test("a centre leads to its people, who are found by the region, too")
    func center() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gd", "/", "text:dublin<CR>", "<CR>"], &seat)
        #expect(seat.state.workplaces.top?.current.content == .roles && seat.picture().contains("lena"))
        await WorkplacePictureTests.press(["/", "<C-u>", "text:emea<CR>"], &seat)
        #expect(seat.picture().contains("lena") && seat.picture().contains("EMEA"), "\(seat.picture())")
    }

    @Test("what is moved goes somewhere else than where it is")
    func move() async throws {
        var seat = try await opened("license reallocate LI-1")
        var form = try form(seat)
        let from = try #require(form.fields.firstIndex { $0.name == "from" })
        form.cursor = from
        let hosts = seat.state.choices(for: form).map(\.value)
        #expect(!hosts.isEmpty)
        form.fields[from].field.text = try #require(hosts.first)
        form.cursor = try #require(form.fields.firstIndex { $0.name == "to" })
        #expect(!seat.state.choices(for: form).map(\.value).contains(hosts[0]))
        await seat.rest()
    }

    @Test("a host that is new, or another customer's, is told while it is typed; those of the customer are offered")
    func hosts() async throws {
        let store = try await WorkplaceStore.make()
        func add(_ customer: String, _ host: String) async throws {
            let account = try #require(try await store.accounts(matching: customer, limit: 1).first)
            let values = ["account": account.id.description, "product": "Backup", "quantity": "9"]
            func act(_ name: String) -> CaseModel.Operation {
                CaseModel.Operation(
                    id: OperationID("\(name) \(host)"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
            }
            let license = try await store.keep([RecordEdit(adding: .license, values)], act("add")).records[0].id
            let edit = RecordEdit(license, doing: .license(.allocate(4, to: host)))
            _ = try await store.keep([edit], act("give"))
        }
        try await add("Nord", "app-3.nord.example")
        try await add("Halden", "lic.halden.example")
        for (columns, rows) in [(80, 24), (120, 40)] {
            var seat = try await Seat.open(store, columns: columns, rows: rows)
            await WorkplacePictureTests.press(
                ["gc", "/", "text:Nord<CR>", "<CR>", ":", "text:form license reallocate LI-1<CR>"], &seat)
            await WorkplacePictureTests.press(["text:5<CR>", "text:gate-1.nord.example<CR>"], &seat)
            #expect(seat.picture().contains("app-3.nord.example  4 of LI-2, Backup"), "\(seat.picture())")
            #expect(!seat.picture().contains("lic.halden.example"))
            await seat.write("app-9")
            #expect(seat.picture().contains("A new host: nothing else of Nord Energy is on app-9"), "\(seat.picture())")
            await seat.type("<C-u>")
            await seat.write("lic.halden.example")
            let words = "! Another customer's host: Halden Port has 4 of LI-3 on"
            #expect(seat.picture().contains(words), "\(seat.picture())")
            #expect(!seat.picture().contains("A new host"))
            await seat.type("<C-u>")
            await seat.write("app-3.nord.example")
            #expect(!seat.picture().contains("host:"), "\(seat.picture())")
        }
    }

    @Test("an older act is taken back over one on a record only when somebody says yes")
    func undo() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        await seat.agree("3")
        let id = try #require(seat.state.queue.cursorID)
        _ = try await store.keep(
            [RecordEdit(adding: .environment, ["account": "AC-1", "name": "Farm"])],
            CaseModel.Operation(
                id: OperationID("since"), claim: SampleStore.ada, at: SampleStore.now + 60, edits: []))
        // It is spoken of first, and only a second u asks about the older one.
        await seat.type("u")
        #expect(seat.notice.contains("asks about an older act") && seat.state.overlays.isEmpty, "\(seat.notice)")
        await seat.type("u")
        guard case .confirm(let asked)? = seat.state.overlays.last else {
            Issue.record("no question: \(seat.picture())")
            return
        }
        #expect(asked.question.contains("the environment EV-") && asked.question.contains("Take back the one"))
        await seat.type("n")
        #expect(try await store.caseFile(id).item.severity.code == "3")
        await seat.type("u")
        await seat.type("y")
        #expect(try await store.caseFile(id).item.severity.code != "3")
    }

    @Test("an act of another screen is taken back only when somebody says yes; one of this screen with one key")
    func stray() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        let id = try #require(seat.state.queue.cursorID)
        await seat.agree("3")
        await seat.type("u")
        #expect(try await store.caseFile(id).item.severity.code != "3")
        await seat.agree("3")
        await seat.type("gc")
        await seat.type("u")
        let picture = seat.picture()
        #expect(picture.contains("Take back “set \(id) to severity 3”, done 14:05?"), "\(picture)")
        await seat.type("n")
        #expect(try await store.caseFile(id).item.severity.code == "3")
        await seat.type("u")
        await seat.type("y")
        #expect(try await store.caseFile(id).item.severity.code != "3")
    }

    @Test("a case that was logged last is not taken back, and the way out of it is said")
    func loggedLast() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        let id = try #require(seat.state.queue.cursorID)
        await seat.agree("4")
        _ = try await logged(store)
        await seat.type("u")
        #expect(seat.picture().contains("stays: a new case is"), "\(seat.picture())")
        await seat.type("y")
        #expect(try await store.caseFile(id).item.severity.code != "4")
    }

    @Test("a case that was taken and stays where it stood says so, and which key moves it on")
    func taken() async throws {
        let store = try await SampleStore.make()
        let id = try await logged(store)
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("5")
        while seat.state.queue.cursorID != id { await seat.type("j") }
        await seat.type("t")
        #expect(seat.picture().contains("It stays “New”: Logged;"), "\(seat.picture())")
        let said = seat.picture().replacing("\n ", with: " ")
        #expect(said.contains("s on it makes it “Open” once the caller may open cases."), "\(seat.picture())")
    }

    @Test("a status that is asked about is called what the policy calls it, whatever was typed")
    func status() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type(":")
        await seat.write("status cust\n")
        #expect(seat.notice.contains("Waiting on Customer of CS-1000002, awaited:"), "\(seat.notice)")
    }

    @Test("the call sheet says where the assigned manager is, and how that colleague is reached")
    func manager() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gc", "/", "text:Nord<CR>", "<CR>", "gg"], &seat)
        let row = try #require(seat.picture().split(separator: "\n").first { $0.contains(" lena ") })
        #expect(!row.contains("EV-1") && row.contains("on duty to 17:00"), "\(row)")
        #expect(seat.picture().contains("Reached by      login lena; no mail or telephone of colleagues"))
    }

    @Test("a notice that has no room says that it goes on")
    func long() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        seat.hear(.say(String(repeating: "one word after another ", count: 40), .done))
        #expect(seat.row(-2).contains("…"), "\(seat.picture())")
        seat.hear(.say("Short.", .done))
        #expect(!seat.picture().contains("…\n") || seat.row(-2).contains("Short."))
    }
}
