import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Work on workplaces")
struct WorkplaceStoryTests {
    @Test("a key that begins a sequence says how it goes on")
    func continuations() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("g")
        for words in ["c customers, contacts", "h home", "r renewals", "w alerts"] {
            #expect(seat.notice.contains(words))
        }
        await seat.type("c")
        #expect(seat.row(0).contains("Contacts"))
        #expect(!seat.notice.contains("renewals"))
    }

    @Test("a call sheet says how many may not call, and opens why")
    func silent() async throws {
        let store = try await WorkplaceStore.make()
        _ = try await store.save(
            Contact(id: ContactID(0), account: AccountID(1), name: "Ina Lund", roles: ["renewal"]),
            by: SampleStore.ada, at: SampleStore.now)
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord, &seat)
        let line = "1 more may call only about some things, 1 may not; Enter says why."
        #expect(seat.picture().contains(line), "\(seat.picture())")
        let list = try #require(seat.state.workplaces.top?.list)
        let place = try #require(list.shown.firstIndex { list.rows[$0].leadsTo == .cover })
        seat.state.workplaces.top?.window.move(to: place)
        await seat.type("<CR>")
        #expect(seat.state.workplaces.top?.current.content == .cover)
        #expect(seat.picture().contains("May not call, or only about some things, and why"), "\(seat.picture())")
        #expect(seat.picture().contains("only about account, "), "\(seat.picture())")
        // One step back leads to the line, not out of the customer.
        await seat.type("<Esc>")
        #expect(seat.state.workplaces.top?.current.content == .callSheet)
        #expect(seat.state.workplaces.top?.window.cursor == place)
        await seat.type("<CR>]<Esc>")
        #expect(seat.state.workplaces.top?.place == .roster)
    }

    @Test("a call sheet names first whom one can reach, and says so where that is nobody")
    func askFirst() async throws {
        let store = try await WorkplaceStore.make()
        func head(_ rows: Int = 24) async throws -> [String] {
            var seat = try await Seat.open(store, columns: 80, rows: rows)
            await WorkplacePictureTests.press(WorkplacePictureTests.nord + ["gg"], &seat)
            let lines = seat.picture().split(separator: "\n").map(String.init)
            let start = try #require(lines.firstIndex { $0.contains("Ask first") })
            return Array(lines[start..<(start + 3)])
        }
        var lena = try #require(try await store.agents().first { $0.name == "lena" })
        lena.logins = []
        lena = try await store.save(lena, by: SampleStore.ada, at: SampleStore.now)
        var told = try await head()
        #expect(told[0].contains("Ask first: lena is there now, but has no login, so reads no notes."), "\(told)")
        #expect(told[1].contains("lena") && told[1].contains("on duty to 17:00, no login"), "\(told)")
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        var kim = try #require(try await store.agents().first { $0.name == "kim" })
        (kim.role, kim.center) = ("account-manager", "japan")
        kim = try await store.save(kim, by: SampleStore.ada, at: SampleStore.now)
        _ = try await shelf.add(
            .environment, ["account": "AC-1", "name": "Backup Bergen", "manager": kim.id.description])
        told = try await head()
        #expect(told[0].contains("but has no login") && told[1].contains("kim"), "\(told)")
        kim.center = "dublin"
        kim = try await store.save(kim, by: SampleStore.ada, at: SampleStore.now)
        told = try await head()
        #expect(told[0].hasSuffix("Ask first") && told[1].contains("kim") && told[2].contains("lena"), "\(told)")
        kim.active = false
        _ = try await store.save(kim, by: SampleStore.ada, at: SampleStore.now)
        told = try await head()
        #expect(told[0].contains("but has no login") && told[2].contains("has left"), "\(told)")
    }

    @Test("of whom the rule once made the contact a call sheet tells why, and whom it would choose now")
    func ruled() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        let gateway = try #require(RecordID(text: "MB-2"))
        func keep(_ name: String, _ edit: RecordEdit) async throws {
            let operation = CaseModel.Operation(
                id: OperationID(name), claim: SampleStore.ada, at: SampleStore.now, edits: [])
            _ = try await store.keep([edit], operation)
        }
        try await keep("rule", RecordEdit(gateway, ["naming": "automatic"]))
        for order in ["1", "2", "3", "4"] {
            _ = try await shelf.add(
                .purchase,
                [
                    "account": "AC-1", "order": order, "day": "2025-02-0\(order)", "product": "Gateway",
                    "quantity": "1", "contact": "CT-6",
                ])
        }
        try await keep("named", RecordEdit(try #require(RecordID(text: "MB-1")), ["contact": "CT-6"]))
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord, &seat)
        let list = try #require(seat.state.workplaces.top?.list)
        let row = try #require(list.rows.first { $0.cells.contains { $0.text.text == "assigned automatically" } })
        let told = row.lines.map { $0.spans.map(\.text.text).joined() }
        #expect(told.count == 2 && told[0].hasPrefix("Assigned automatically: Johanna Berg, most "), "\(told)")
        #expect(told[0].hasSuffix("last 6 Mar 2026)."), "\(told)")
        #expect(told[1].hasPrefix("Today the rule would choose Mats Sand, most often registered (5 times, last "))
    }

    @Test("of memberships whose notices go to one person in two ways a call sheet says how many and which")
    func bothWays() async throws {
        let store = try await WorkplaceStore.make()
        let own = try await store.records(RecordQuery(.membership)).records
        let named = try #require(own.first { $0["naming"] == "named" })
        var values = named.values.mapValues { Optional($0) }
        values.removeValue(forKey: "contact")
        values["naming"] = Naming.automatic.rawValue
        let operation = CaseModel.Operation(
            id: OperationID("both"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(adding: .membership, values)], operation)
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord, &seat)
        let row = try #require(seat.picture().split(separator: "\n").first { $0.contains("for 2 of 3") })
        #expect(row.contains("1 by rule, 1 by name"), "\(row)")
        // Which of them, beside the list.
        let rows = try #require(seat.state.workplaces.top?.list?.rows)
        let both = try #require(rows.first { $0.cells.contains { $0.text.text == "1 by rule, 1 by name" } })
        let told = both.lines.map { $0.spans.map(\.text.text).joined() }
        #expect(told[0].hasPrefix("MB-3 by rule: Assigned automatically: Johanna Berg"), "\(told)")
        #expect(told[1].hasPrefix("MB-1 by name: Named by ada on"), "\(told)")
    }

    @Test("rows far down stay when somebody else writes, and more come as the cursor goes on")
    func longRoster() async throws {
        let store = try await WorkplaceStore.make()
        for number in 1...450 {
            let account = Account(id: AccountID(0), name: "Company \(1000 + number)")
            _ = try await store.save(account, by: SampleStore.ada, at: SampleStore.now)
        }
        var seat = try await Seat.open(store)
        await seat.type("gc")
        #expect(seat.notice.contains("1 of at least 100"))
        await seat.type("G")
        #expect(seat.notice.contains("455 of 455"))
        #expect(seat.picture().contains("Tōhoku Kōgyō"))
        await seat.type("<C-u>")
        let before = seat.picture().split(separator: "\n").first { $0.hasPrefix("▌") }
        let kim = Agent(id: AgentID(0), name: "somebody", logins: ["somebody"], duties: [.engineer])
        _ = try await store.save(kim, by: SampleStore.ada, at: SampleStore.now)
        try await seat.poll()
        #expect(seat.picture().split(separator: "\n").first { $0.hasPrefix("▌") } == before)
    }

    @Test("the way to the last row goes page by page, says so, and any key ends it where it came to")
    func toEnd() async throws {
        let store = try await WorkplaceStore.make()
        for number in 1...2400 {
            _ = try await store.save(
                Account(id: AccountID(0), name: "Company \(10_000 + number)"), by: SampleStore.ada, at: SampleStore.now)
        }
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gc")
        func questions(_ effects: [Effect]) -> [(PlaceQuestion, Ticket)] {
            effects.compactMap { if case .loadPlace(let question, let ticket) = $0 { (question, ticket) } else { nil } }
        }
        /// Answers what was asked, and says what is asked then.
        func answer(_ asked: (PlaceQuestion, Ticket)) async throws -> [(PlaceQuestion, Ticket)] {
            let answer = try await store.answer(asked.0)
            return questions(update(&seat.state, .answer(asked.1, .place(answer))))
        }
        var asked = questions(update(&seat.state, .key(.character("G"))))
        #expect(asked.count == 1 && seat.notice.contains("loading… 100 so far"), "\(seat.notice)")
        asked = try await answer(try #require(asked.first))
        #expect(asked.count == 1 && seat.notice.contains("loading… 1,100 so far"), "\(seat.notice)")
        // Esc ends it here, and leaves nothing else.
        #expect(questions(update(&seat.state, .key(.escape))).isEmpty)
        #expect(seat.state.workplaces.top?.place == .roster)
        #expect(seat.notice.contains("100 of at least 1,100"), "\(seat.notice)")
        // What was under way comes still, and asks for no more.
        #expect(try await answer(try #require(asked.first)).isEmpty)
        asked = questions(update(&seat.state, .key(.character("G"))))
        while let next = asked.first { asked = try await answer(next) }
        #expect(seat.notice.contains("2,405 of 2,405"), "\(seat.notice)")
        #expect(seat.cursorRow.contains("Tōhoku Kōgyō"), "\(seat.picture())")
        // Nobody reads as many as this; they would all be asked for again whenever somebody changes something.
        seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("gc")
        let far = try #require(questions(update(&seat.state, .key(.character("G")))).first)
        guard case .roster(let lines, let names) = try await store.answer(far.0) else { return }
        let many = Array(repeating: lines, count: 20).flatMap { $0 }
        _ = update(&seat.state, .answer(far.1, .place(.roster(many, names))))
        #expect(seat.notice.contains("20,100 rows came, and more follow; / finds them."), "\(seat.notice)")
        #expect(seat.state.workplaces.top?.asked.goesToEnd == false)
    }

    @Test("what is looked for is what can be read: numbers, names of customers, not how much time is left")
    func narrowing() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gr]/")
        await seat.write("mb-2")
        #expect(seat.picture().contains("MB-2") && !seat.picture().contains("MB-1"))
        await seat.type("<CR>gc]/")
        await seat.write("nord")
        #expect(seat.picture().contains("Johanna Berg") && seat.picture().contains("Mats Sand"))
        await seat.type("<CR><Esc>")
        #expect(seat.picture().contains("M. Okafor"))
    }

    @Test("a group unfolds and folds")
    func tree() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gcjjj")
        #expect(!seat.picture().contains("Nord Energy Grid"))
        await seat.type("<Space>")
        #expect(seat.picture().contains("  Nord Energy Grid"))
        try await seat.poll()
        #expect(seat.picture().contains("  Nord Energy Grid"))
        await seat.type("<Space>")
        #expect(!seat.picture().contains("Nord Energy Grid"))
    }

    @Test("an act on a row changes nothing that somebody else changed unseen")
    func conflict() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("gh")
        #expect(seat.cursorRow.contains("CS-1000002"))
        var kim = try await Seat.open(store, SampleStore.kim)
        await kim.type("5j")
        await kim.type(":")
        await kim.write("set CS-1000002 severity=1 --note worse")
        await kim.type("<CR>")
        await seat.agree("3")
        #expect(seat.picture().contains("Changed by two"))
    }

    @Test("why a case is due tells of the row, not of the queue below")
    func why() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("5ghj")
        #expect(seat.cursorRow.contains("CS-1000006"))
        await seat.type("W")
        #expect(seat.picture().contains("Why CS-1000006"))
    }

    @Test("the wrong end of a sequence does nothing")
    func mistyped() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5gt")
        #expect(seat.notice.contains("does nothing here"))
        #expect(try await store.caseFile(CaseID(1_000_001)).item.owner == nil)
    }

    @Test("what is told of time follows the minute, and an open group what others write")
    func live() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("gx")
        #expect(seat.picture().contains(" 3m"))
        seat.hear(.tick(SampleStore.now + 7200))
        await seat.rest()
        #expect(seat.picture().contains("2h 3m"))
        await seat.type("gcjjj<Space>")
        guard var grid = try await store.accounts(matching: "Nord Energy Grid", limit: 1).first else { return }
        let seen = grid
        grid.name = "Nord Energy Net"
        _ = try await store.save(
            grid, seen: seen, by: SampleStore.ada, at: SampleStore.now, recordedAt: nil)
        try await seat.poll()
        #expect(seat.picture().contains("  Nord Energy Net"))
    }
}
