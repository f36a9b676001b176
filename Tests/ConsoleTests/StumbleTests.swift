import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What else newcomers stumbled over")
struct StumbleTests {
    @Test("after g it is said where each key leads, not what it is called")
    func ways() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        seat.press("g")
        for words in [
            "a customer of this row", "e that customer's cover", "c customers, contacts", "d centres, duty",
            "q list of queues", "s shipments, visits", "g first row", "x situations",
        ] { #expect(seat.picture().contains(words), "\(words): \(seat.picture())") }
        seat.press("<Esc>")
        await seat.type("5<CR>")
        seat.press("g")
        #expect(seat.picture().contains("a customer of this case"), "\(seat.picture())")
    }

    @Test("a place begins with its first tab when one goes there, and with the last one when one comes back")
    func firstTab() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gr]<CR>")
        #expect(seat.state.workplaces.top?.place == .record(try #require(RecordID(text: "MB-2"))))
        await seat.type("<Esc>")
        #expect(seat.state.workplaces.top?.current.title == "Memberships", "\(seat.picture())")
        await seat.type("gsgr")
        #expect(seat.state.workplaces.top?.current.title == "Next 90 days", "\(seat.picture())")
        await seat.type("]gr")
        #expect(seat.state.workplaces.top?.current.title == "Next 90 days", "\(seat.picture())")
    }

    @Test("lines about a row stop at the last one, and both keys that move them are named")
    func detailEnds() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gx")
        #expect(seat.picture().contains("more, J/K"), "\(seat.picture())")
        for _ in 0..<60 { await seat.type("J") }
        let end = seat.picture()
        let detail = try #require(seat.state.workplaces.top?.detail)
        #expect(detail.scroll > 0 && detail.lines.count - detail.scroll > 3, "\(end)")
        await seat.type("K")
        #expect(seat.picture() != end)
    }

    @Test("History of a licence shows its history, where it is opened and where it lies open")
    func history() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        for _ in 0..<2 {
            await seat.type(seat.state.workplaces.top == nil ? "gla" : "gga")
            await seat.write("history")
            await seat.type("<CR>")
            let top = try #require(seat.state.workplaces.top)
            let list = try #require(top.list)
            let before = list.rows[list.shown[top.window.cursor - 1]]
            #expect(before.cells.first?.text.text.hasPrefix("History") == true, "\(seat.picture())")
            #expect(seat.picture().contains("History  "), "\(seat.picture())")
        }
    }

    @Test("Enter on a colleague opens what that person looks after, and the footer says so")
    func colleague() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR><CR>gg")
        for _ in 0..<40 where seat.state.workplaces.top?.row?.opens == nil { await seat.type("j") }
        #expect(seat.row(-1).contains("Enter open environment"), "\(seat.picture())")
    }

    @Test("a call sheet tells what ended lately beside what goes on, and what of those above ends")
    func lately() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        let kept = [("Gone", "2026-02-20"), ("Old", "2025-10-01")]
        for (product, end) in kept {
            _ = try await shelf.add(
                .license, ["account": "AC-1", "product": product, "quantity": "5", "expires": end])
        }
        let top = try await store.save(
            Account(id: AccountID(0), name: "Nord Group"), by: SampleStore.ada, at: SampleStore.now)
        var nord = try #require(try await store.account(AccountID(1)))
        nord.parent = top.id
        _ = try await store.save(nord, by: SampleStore.ada, at: SampleStore.now)
        let above = try await shelf.add(
            .contract,
            ["account": top.id.description, "number": "G-1", "start": "2026-01-01", "end": "2026-04-01"])
        var seat = try await Seat.open(store)
        await seat.type("gc/nord<CR><CR>")
        let rows = try #require(seat.state.workplaces.top?.list?.rows)
        let place = try #require(
            rows.firstIndex { $0.cells.first?.text.text == "Ended in the last 90 days" }, "\(seat.picture())")
        let gone = rows[place + 1].cells[ListingColumn.what.rawValue].text.text
        #expect(gone == "Gone" && !rows.contains { $0.cells.contains { $0.text.text == "Old" } })
        #expect(rows[..<place].contains { $0.subject == .record(above) })
    }

    @Test("under Ended stands whatever ended, not memberships alone")
    func ended() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        for end in ["2025-01-31", "2025-06-30"] {
            _ = try await shelf.add(
                .membership, ["account": "AC-1", "contract": "CN-1", "product": "Gone by \(end)", "end": end])
        }
        var seat = try await Seat.open(store)
        await seat.type("grlll")
        let rows = try #require(seat.state.workplaces.top?.list?.rows)
        let kinds = Set(rows.compactMap { if case .record(let id) = $0.subject { id.kind } else { nil } })
        #expect(kinds.contains(RecordKind.contract.code), "\(seat.picture())")
        guard case .records(let lists)? = seat.state.workplaces.top?.answers[3] else {
            Issue.record("nothing came under Ended")
            return
        }
        let known = lists.flatMap(\.records)
        let ends = rows.compactMap { row in known.first { row.subject == .record($0.id) }?.end }
        #expect(ends.count > 1 && ends == ends.sorted { $0 > $1 }, "\(ends)")
        #expect(rows.allSatisfy { $0.subject.isHeading || $0.cells[ListingColumn.left.rawValue].text.text == "ended" })
    }

    @Test("under Ended what ended last comes first on every page, whatever its kind")
    func endedInPages() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        let first = try #require(CivilDay(iso: "2020-01-01"))
        let (pages, machines) = (Int64(ConsoleState.listed) + 20, Int64(9))
        for number in 0..<pages {
            _ = try await shelf.add(
                .membership,
                [
                    "account": "AC-1", "contract": "CN-1", "product": "Gone \(number)",
                    "end": first.adding(number).description,
                ])
        }
        for number in 0..<machines {
            _ = try await shelf.add(
                .hardware,
                [
                    "account": "AC-1", "product": "Gateway appliance", "serial": "G-\(number)", "plan": "gold",
                    "start": "2019-01-01", "end": first.adding(number * 14).description,
                ])
        }
        var seat = try await Seat.open(store)
        await seat.type("grlll")
        func ends() throws -> [CivilDay] {
            guard case .records(let lists)? = seat.state.workplaces.top?.answers[3] else { return [] }
            let known = Dictionary(lists.flatMap(\.records).map { (Subject.record($0.id), $0.end) }) { $1 }
            let rows = try #require(seat.state.workplaces.top?.list?.rows)
            return rows.compactMap { known[$0.subject] ?? nil }
        }
        // What is listed first is what ended last of all, not of those that came.
        let last = first.adding(pages - 1)
        let page = try ends()
        #expect(page.contains(last) && !page.contains(first) && page == page.sorted { $0 > $1 }, "\(page)")
        #expect(page.dropFirst(page.count { $0 > last }).first == last, "\(page)")
        for _ in 0..<10 { await seat.type("G") }
        let all = try ends()
        let own = all.count { $0 > last }
        #expect(all.count == Int(pages + machines) + own && all.last == first, "\(all.count): \(all)")
        #expect(all == all.sorted { $0 > $1 }, "\(all)")
    }

    @Test("of a customer whose cover ended it is told what ended last, who was told of it, and since when it has none")
    func over() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        var account = Account(id: AccountID(0), name: "Bygone Ltd", country: "NO")
        account.region = "emea"
        account = try await store.save(account, by: SampleStore.ada, at: SampleStore.now)
        let ann = try await shelf.person(
            "Ann Olsen", account.id, roles: ["renewal"], mail: "ann@bygone.example", phone: "+47 1")
        let owner = account.id.description
        for (number, plan, end) in [("C-1", "priority", "2024-12-31"), ("C-2", "select", "2025-03-31")] {
            let contract = try await shelf.add(
                .contract,
                ["account": owner, "number": number, "plans": plan, "start": "2024-01-01", "end": end])
            let membership = try await shelf.add(
                .membership,
                [
                    "account": owner, "contract": contract.description, "product": "Desktop", "end": end,
                    "contact": ann.description, "naming": "named", "since": "2024-01-01",
                ])
            guard plan == "select" else { continue }
            _ = try await shelf.add(
                .notice,
                [
                    "account": owner, "kind": "renewal", "membership": membership.description,
                    "subject": "It ends", "due": "2025-01-01", "state": "sent",
                ])
        }
        for columns in [80, 120] {
            var seat = try await Seat.open(store, columns: columns, rows: 40)
            await seat.type("gc/")
            await seat.write("Bygone")
            await seat.type("<CR>")
            #expect(
                seat.picture().contains(columns == 80 ? "ended 31 Mar 2025" : "31 Mar 2025  ended"), "\(seat.picture())"
            )
            #expect(!seat.picture().contains("no plan"))
            await seat.type("<CR>")
            for words in [
                "2 ended. Those of MB-4, ended 31 Mar 2025, went to:", "Ann Olsen",
                "The last notice of MB-4, NT-2: to Ann Olsen, 6 Mar", "4 ended. Ended last, on 31 Mar 2025:", "C-2",
                "CN-4", "CSS Select",
            ] { #expect(seat.picture().contains(words), "\(words): \(seat.picture())") }
            #expect(!seat.picture().contains("   CN-3"), "\(seat.picture())")
        }
    }

    @Test("who may call only about some things leads to them, not to the top of what covers")
    func silent() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR><CR>gg")
        for _ in 0..<40 where seat.state.workplaces.top?.row?.leadsTo != .cover { await seat.type("j") }
        await seat.type("<CR>")
        let top = try #require(seat.state.workplaces.top)
        #expect(top.current.content == .cover && top.window.cursor > 1, "\(seat.picture())")
        guard case .contact? = top.row?.subject, let list = top.list else {
            Issue.record("the cursor is on nobody: \(seat.picture())")
            return
        }
        let head = list.rows[list.shown[top.window.cursor - 1]]
        #expect(head.cells.first?.text.text.hasPrefix("May not call") == true, "\(seat.picture())")
        #expect(seat.picture().contains("May not call"), "\(seat.picture())")
    }

    @Test("the queue's footer says how a case is logged, at 80 columns, too", arguments: [80, 120])
    func add(columns: Int) async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: columns, rows: 24)
        await seat.type("5")
        #expect(seat.row(-1).contains(columns < 100 ? "+ new  " : "+ new case  "), "\(seat.row(-1))")
    }

    @Test("the days left of a record say whose day they are counted from, where that is another than mine")
    func daysLeft() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gr")
        #expect(!seat.picture().contains("by the customer's"))
        // Far in the east it is the next day already.
        seat.state.session?.zone = Zone(name: "East", initialOffset: 12 * 3600, transitions: [])
        await seat.type("R")
        #expect(seat.picture().contains("d by the customer's date, 9 Mar 2026"), "\(seat.picture())")
    }

    @Test("a case that was logged in error is closed with that reason, whatever its status, by one key of its own")
    func inError() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("4x")
        #expect(seat.picture().contains("Logged in error"), "\(seat.picture())")
        await seat.type("0<CR>")
        let item = try await store.caseFile(CaseID(1_000_001)).item
        #expect(item.status.isFinal && item.closureReason?.code == "in-error", "\(seat.picture())")
    }

    @Test("y copies what is at the cursor, says what it was, and a mail only once it was shown")
    func copies() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        seat.press("y")
        #expect(seat.picture().contains("t copy the title   y copy the number"), "\(seat.picture())")
        seat.press("<Esc>")
        await seat.type("5")
        let id = try #require(seat.state.queue.cursorID)
        await seat.type("yy")
        #expect(seat.asked.last == .copy(Shown(id.description)))
        #expect(seat.notice.contains("Sent to the terminal's clipboard: \(id)"))
        await seat.type("yt")
        let subject = try await seat.store.caseFile(id).item.subject
        #expect(seat.asked.last == .copy(Shown(subject)))
        await WorkplacePictureTests.press(["gc", "/", "text:Nord<CR>", "<CR>", "/", "text:CT-5<CR>"], &seat)
        await seat.type("yy")
        #expect(seat.asked.last == .copy(Shown("CT-5")), "\(seat.picture())")
        let before = seat.asked.count
        await seat.type("ym")
        #expect(seat.asked.count == before && seat.notice.contains("m shows mail and telephone first"))
        seat.state.workplaces.top?.revealed = [ContactID(5)]
        await seat.type("ym")
        guard case .copy(let mail)? = seat.asked.last else {
            Issue.record("nothing was copied: \(seat.picture())")
            return
        }
        #expect(mail.text.contains("@nord.example"))
    }
}
