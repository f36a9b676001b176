import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("A queue on the screen")
struct QueueStoryTests {
    @Test("begins with one's own open cases, and the number keys go to the others")
    func tabs() async throws {
        var seat = try await Seat.open(SampleStore.make())
        #expect(seat.row(1).contains("1 Mine 2"))
        #expect(seat.row(0).contains("Caseload › Mine"))
        await seat.type("5")
        #expect(seat.row(0).contains("Caseload › All open"))
        #expect(seat.picture().contains("Gateway pair drops all sessions"))
        // One's own cases, and those without an owner, need no column that says the same in every row.
        #expect(seat.row(3).contains("Owner"))
        for queue in ["1", "2"] {
            await seat.type(queue)
            #expect(!seat.row(3).contains("Owner") && seat.row(3).contains("Subject"))
        }
        await seat.type("5")
        await seat.type("l")
        #expect(seat.row(0).contains("Caseload › Closed"))
        await seat.type("-")
        #expect(seat.row(0).contains("Caseload › All open"))
    }

    @Test("takes the case under the cursor, says so, and undoes it")
    func takeAndUndo() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("2")
        await seat.type("t")
        #expect(seat.notice.contains("Took CS-1000001."))
        #expect(seat.notice.contains("u undoes it."))
        var file = try await store.caseFile(CaseID(1_000_001))
        #expect(file.item.status == .wip)
        #expect(file.events.last?.action == .taken)
        await seat.type("u")
        #expect(seat.notice.contains("Undid: took CS-1000001."))
        file = try await store.caseFile(CaseID(1_000_001))
        #expect(file.item.owner == nil)
        await seat.type("U")
        #expect(seat.notice.contains("Did again: took CS-1000001."))
    }

    @Test(
        "names owners wherever they may differ",
        arguments: [
            ("is:mine is:open", true), ("is:unassigned", true), ("owner:none is:open", true), ("is:open", false),
            ("is:open not owner:none", false), ("owner:me OR severity:1", false), ("(owner:me) is:open", false),
            ("\"see owner:me\" is:open", false), ("-owner:me", false),
        ])
    func owners(_ query: String, hasOne: Bool) {
        #expect(NamedQueue("Q", query: query).idleColumn == (hasOne ? .owner : nil))
        var queue = NamedQueue("Q", query: "")
        queue.query = query
        #expect(queue.idleColumn == (hasOne ? .owner : nil))
    }

    @Test("leaves out what is put off, lists it under Snoozed with its time, and has it back when that time is over")
    func snoozed() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        let subject = "Licence ser"
        #expect(seat.cursorRow.contains(subject))
        await seat.type("z1")
        #expect(!seat.picture().contains(subject))
        #expect(seat.row(1).contains("1 Mine 1"))
        await seat.type("5")
        #expect(seat.picture().contains("off till 15:05 · \(subject)"))
        await seat.type("8")
        #expect(seat.cursorRow.contains("off till 15:05 · \(subject)"))
        await seat.type("1")
        // A minute that brings nothing back asks for nothing.
        seat.hear(.tick(SampleStore.now + 3540))
        #expect(update(&seat.state, .tick(SampleStore.now + 3545)).isEmpty)
        #expect(!seat.picture().contains(subject))
        seat.hear(.tick(SampleStore.now + 3600))
        await seat.rest()
        #expect(seat.picture().contains(subject) && !seat.picture().contains("off till"))
        #expect(seat.row(1).contains("1 Mine 2"))
    }

    @Test("scrolls the preview no farther than its last line, so that one key back is seen")
    func previewEnd() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type(String(repeating: "J", count: 40))
        let end = seat.picture()
        #expect(end.contains("logged it"))
        await seat.type("J")
        #expect(seat.picture() == end)
        await seat.type("K")
        #expect(seat.picture() != end)
    }

    @Test("a preview that goes on says how much, keeps the day of what is seen, and tells a case's beginning in short")
    func previewRest() async throws {
        let store = try await SampleStore.make()
        let id = CaseID(1_000_002)
        for number in 1...40 {
            let edit = CaseEdit(id, base: nil, [.note("Note \(number)")])
            let operation = CaseModel.Operation(
                id: OperationID("n\(number)"), claim: SampleStore.ada, at: SampleStore.now, edits: [edit])
            _ = try await store.apply(operation)
        }
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        let all = try #require(seat.state.desk.files[id]).events.count
        func more() -> Int? {
            seat.picture().firstMatch(of: /… ([0-9]+) more, J\/K/).flatMap { Int($0.1) }
        }
        let first = try #require(more())
        #expect(first < all, "\(seat.picture())")
        await seat.type("JJJ")
        #expect(more() == first - 3)
        // The day stands above what happened on it, wherever one reads.
        #expect(seat.picture().contains("Today"), "\(seat.picture())")
        await seat.type(String(repeating: "J", count: 80))
        #expect(more() == nil && seat.picture().contains("logged it"))
        // The preview says these above; the page of the case has them.
        #expect(!seat.picture().contains("account Helix Bank"))
        await seat.type("<CR>")
        await seat.type("G")
        #expect(seat.picture().contains("account Helix Bank"), "\(seat.picture())")
    }

    @Test("a case that comes under the cursor by itself begins at its top")
    func previewOfAnother() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("JJ")
        let (first, scrolled) = (seat.state.queue.cursorID, seat.state.queue.preview.scroll)
        #expect(scrolled > 0, "\(seat.picture())")
        // Its row goes, and the next one takes its place without a key.
        await seat.type("x1<CR>")
        #expect(seat.state.queue.cursorID != first && seat.state.queue.preview.scroll == 0, "\(seat.picture())")
    }

    @Test("prompts are read whole where there is room, in words, and End goes to the last key")
    func prompts() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("zo")
        #expect(seat.row(-2).contains("CS-1000002 comes back at (2h, fri 14:00, in 3 days):"))
        await seat.type("<Esc>ss")
        #expect(seat.row(-2).contains("Suspended of CS-1000002, resume date:"), "\(seat.row(-2))")
        await seat.type("<Esc>?")
        let first = seat.picture()
        await seat.type("<End>")
        #expect(seat.picture() != first && !seat.picture().contains(" more "))
        await seat.type("<Home>")
        #expect(seat.picture() == first)
    }

    @Test("a subject is asked about with the old one before it is saved")
    func subject() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("e<C-u>")
        await seat.write("Licences are refused")
        await seat.type("<CR>")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.subject.hasPrefix("Licence server"))
        #expect(seat.picture().contains("→ “Licences are refused”?"))
        await seat.type("n")
        #expect(seat.row(-2).contains("Licences are refused"))
        await seat.type("<CR>y")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.subject == "Licences are refused")
    }

    @Test("tells in the preview of every change, however fast they come")
    func preview() async throws {
        var seat = try await Seat.open(SampleStore.make())
        for severity in ["4", "3", "1"] {
            await seat.agree(severity)
            #expect(seat.picture().contains("→ \(severity)"))
        }
    }

    @Test("that is no longer narrowed begins with its first row where the row at the cursor is seen with it")
    func afterFilter() async throws {
        var seat = try await Seat.open(try await SampleStore.make())
        await seat.type("5G")
        let last = seat.cursorRow
        await seat.type("gg")
        let first = seat.row(4)
        await seat.type("/")
        await seat.write("owner:kim")
        await seat.type("<CR>")
        #expect(seat.cursorRow.contains("CS-1000004") && !first.contains("CS-1000004") && first != last)
        await seat.type("<Esc>")
        #expect(seat.cursorRow.contains("CS-1000004"))
        #expect(seat.row(4).dropFirst(3) == first.dropFirst(3), "\(seat.picture())")
    }

    @Test("asks before it takes a colleague's case, and names the colleague")
    func takeOver() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        await seat.type("/")
        await seat.write("owner:kim")
        await seat.type("<CR>")
        await seat.type("t")
        #expect(seat.picture().contains("CS-1000004 belongs to kim. Take it over?"))
        await seat.type("n")
        #expect(try await store.caseFile(CaseID(1_000_004)).events.last?.action != .taken)
        await seat.type("t")
        await seat.type("y")
        #expect(seat.notice.contains("Took CS-1000004."))
        #expect(try await store.caseFile(CaseID(1_000_004)).events.last?.action == .taken)
    }

    @Test("offers no case to somebody who left, and keeps the name on what was theirs")
    func left() async throws {
        let store = try await SampleStore.make()
        var kim = try #require(try await store.agents().first { $0.name == "kim" })
        kim.active = false
        _ = try await store.save(kim, by: SampleStore.ada, at: SampleStore.now)
        var seat = try await Seat.open(store)
        await seat.type("5")
        await seat.type("/")
        await seat.write("owner:kim")
        await seat.type("<CR>")
        #expect(seat.picture().contains("kim"))
        await seat.type("2")
        #expect(!seat.picture().contains("kim"))
        await seat.type("a")
        #expect(seat.picture().contains("lena") && !seat.picture().contains("kim"))
        await seat.type("<Esc>")
        await seat.type(":")
        await seat.write("assign --to k")
        await seat.type("<Tab>")
        #expect(!seat.picture().contains("--to kim"))
        await seat.write("im")
        await seat.type("<CR>")
        #expect(seat.notice.contains("kim no longer works on cases."))
    }

    @Test("asks before it changes several cases, naming how many")
    func manyCases() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        // What is critical is worked on as soon as it is taken.
        await seat.type("5t")
        await seat.type("<Space><Space>")
        #expect(seat.notice.contains("2 marked"))
        await seat.type("A")
        #expect(seat.picture().contains("Release 2 cases?"))
        await seat.type("n")
        #expect(seat.notice.contains("Nothing was changed."))
        await seat.type("s")
        await seat.type("r")
        await seat.type("y")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.status == .review)
        #expect(try await store.caseFile(CaseID(1_000_003)).item.status == .review)
        #expect(seat.notice.contains("Set 2 cases to status In review."))
        #expect(!seat.row(-2).contains("marked"))
    }

    @Test("the list of statuses says which of them asks for more, and what")
    func askedByStatus() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 120, rows: 40)
        await seat.type("s")
        for words in ["asks what is awaited", "asks vendor and ticket", "asks resume date", "asks why"] {
            #expect(seat.picture().contains(words), "\(words): \(seat.picture())")
        }
        let review = seat.picture().split(separator: "\n").first { $0.contains("In review") }
        #expect(review?.contains("asks") == false, "\(seat.picture())")
    }

    @Test("a queue of what is late finds by the minute what has become so, and asks no sooner")
    func lateByTheMinute() async throws {
        var seat = try await Seat.open(CoveredStore.make())
        await seat.type(":")
        await seat.write("query is:overdue severity:1")
        await seat.type("<CR>")
        #expect(!seat.picture().contains("CS-1000001"), "\(seat.picture())")
        func isOrder(_ effect: Effect) -> Bool { if case .loadOrder = effect { true } else { false } }
        seat.hear(.tick(SampleStore.now + 660))
        await seat.rest()
        #expect(seat.picture().contains("CS-1000001"), "\(seat.picture())")
        #expect(!update(&seat.state, .tick(SampleStore.now + 661)).contains(where: isOrder))
        // What time does not change is not asked for by it.
        await seat.type("5")
        #expect(!update(&seat.state, .tick(SampleStore.now + 780)).contains(where: isOrder))
    }

    @Test("at 80 columns the queue of what is nobody's says where each case stands, and not how old it is")
    func triage() async throws {
        var seat = try await Seat.open(CoveredStore.make(), columns: 80, rows: 24)
        await seat.type("2")
        #expect(seat.row(3).contains("  Status") && !seat.row(3).contains("Age"), "\(seat.picture())")
        #expect(seat.picture().contains("  + New"), "\(seat.picture())")
        // It stays when a case is taken, whose status has a longer word.
        await seat.type("t")
        #expect(seat.row(3).contains("  Status"), "\(seat.picture())")
        await seat.type("1")
        #expect(seat.row(3).contains("  Status") && seat.picture().contains("  ◐ Progr…"), "\(seat.picture())")
        // Where every row has an owner of its own there is no room for both.
        await seat.type("5")
        #expect(seat.row(3).contains("Owner") && !seat.row(3).contains("Status"), "\(seat.picture())")
    }

    @Test("says where a filter finds cases when it finds none in the queue")
    func elsewhere() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("3/")
        await seat.write("licence")
        #expect(seat.row(-2).contains("0 found; 1 among all open, key 5"))
        await seat.type("<CR>")
        #expect(seat.picture().contains("0 here; 1 among all open, key 5."))
        // That key leads to what was found there, and to no more.
        await seat.type("5")
        #expect(seat.state.queue.order.count == 1 && seat.picture().contains("/ licence"), "\(seat.picture())")
        await seat.type("3")
        #expect(seat.state.queue.filter.text.isEmpty)
        await seat.type("/")
        await seat.write("licence\n")
        await seat.type("/")
        await seat.write("x")
        #expect(!seat.picture().contains("among all open"))
        await seat.type("<Esc>5/")
        await seat.write("nothing")
        #expect(!seat.picture().contains("among all open"))
    }

    @Test("on a case / searches the list that one came from")
    func onPage() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5<CR>")
        await seat.type("/")
        await seat.write("licence\n")
        #expect(seat.state.screen == .queue && seat.state.queue.filter.text == "licence", "\(seat.picture())")
        #expect(seat.state.queue.order.count == 1, "\(seat.picture())")
        await seat.type("gc<CR><CR>")
        await seat.type("/")
        #expect(seat.state.screen == .desk, "\(seat.picture())")
    }

    @Test("says which field finds the words that no text has: the customer's name, or what is awaited")
    func otherFields() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5/")
        await seat.write("nord")
        #expect(seat.row(-2).contains("0 found; Tab: account:nord* finds 2"), "\(seat.row(-2))")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/account:nord*") && seat.row(-2).contains("2 found"), "\(seat.row(-2))")
        await seat.type("<C-u>")
        await seat.write("nord")
        await seat.type("<CR>")
        #expect(seat.picture().contains("0 here; account:nord* finds 2."), "\(seat.picture())")
        await seat.type("/")
        await seat.write("account:nord*")
        #expect(seat.row(-2).contains("2 found"), "\(seat.row(-2))")
        // In one's own queue what it finds there, or else among all open cases.
        await seat.type("<Esc><Esc>1/")
        await seat.write("helix")
        #expect(seat.row(-2).contains("0 found; Tab: account:helix* finds 1"), "\(seat.row(-2))")
        #expect(!seat.row(-2).contains("of all open"), "\(seat.row(-2))")
        await seat.type("<C-u>")
        await seat.write("nord")
        #expect(seat.row(-2).contains("0 found; Tab: account:nord* finds 2 of all open"), "\(seat.row(-2))")
        await seat.type("<Esc><Esc>sc")
        await seat.write("zebra files")
        await seat.type("<CR>/")
        await seat.write("zebra")
        #expect(seat.row(-2).contains("0 found; Tab: awaited:zebra finds 1"), "\(seat.row(-2))")
    }

    @Test("what finds the words stands above the line where it would push out what is typed")
    func otherFieldsNarrow() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 44, rows: 24)
        await seat.type("5/")
        await seat.write("nord")
        #expect(seat.row(-2).contains("/nord ") && !seat.row(-2).contains("account:"), "\(seat.row(-2))")
        #expect(seat.picture().contains("Tab: account:nord* finds 2"), "\(seat.picture())")
    }

    @Test("words of a status are no words of a case: the line says which term finds them, and Tab takes it")
    func statusWords() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5/")
        await seat.write("open")
        #expect(seat.row(-2).contains("; Tab: opened: openedAt: status:open"), "\(seat.row(-2))")
        await seat.type("<C-u>")
        await seat.write("waiting")
        #expect(seat.row(-2).contains("; Tab: status:waiting-on-customer"), "\(seat.row(-2))")
        await seat.type("<CR>")
        let offer = "status:waiting-on-customer finds those with that status."
        #expect(seat.picture().contains(offer), "\(seat.picture())")
        await seat.type("/<Tab>")
        #expect(seat.row(-2).contains("/status:waiting-on-customer"), "\(seat.row(-2))")
        await seat.type("<Esc><Esc>/")
        await seat.write("customer is:open")
        #expect(!seat.row(-2).contains("Tab:"), "\(seat.row(-2))")
    }

    @Test("says of several cases what it says of one, and of none why there is nothing to do")
    func sameGrammar() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("2A")
        #expect(seat.notice.contains("CS-1000001 has no owner."))
        await seat.type("<Space><Space>t")
        #expect(seat.picture().contains("Take 2 cases?"))
        await seat.type("y")
        #expect(seat.notice.contains("Took 2 cases. Warning: this should be so, and is not: cover was verified"))
        #expect(seat.notice.contains("the flag stays. u undoes it."))
    }

    @Test("filters while typing, shows a mistake with its column, and comes back with Esc")
    func filter() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5")
        await seat.type("/")
        await seat.write("licen")
        #expect(!seat.picture().contains("How to move 20 licences"))
        await seat.write("*")
        #expect(seat.picture().contains("How to move 20 licences"))
        #expect(!seat.picture().contains("Gateway pair"))
        #expect(seat.notice.contains("2 found"))
        await seat.type("<C-u>")
        await seat.write("sevrity:1")
        #expect(seat.notice.contains("severity"))
        #expect(seat.notice.contains("column 1"))
        await seat.type("<Esc>")
        #expect(seat.picture().contains("Gateway pair"))
    }

    @Test("keeps the cursor on its case while rows change under it")
    func cursorStays() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5j")
        #expect(cursorRow(seat).contains("プリンタ"))
        var other = try await Seat.open(store, SampleStore.kim)
        await other.type("2")
        await other.type("/")
        await other.write("gateway")
        await other.type("<CR>")
        await other.agree("4")
        #expect(other.notice.contains("severity 4"))
        try await seat.poll()
        #expect(cursorRow(seat).contains("プリンタ"))
        #expect(seat.picture().contains("4 ·    CS-1000001"))
    }

    @Test("sorts, marks ranges, inverts, and says how many")
    func sortAndMarks() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("7")
        await seat.type(":")
        await seat.write("sort -severity")
        await seat.type("<CR>")
        #expect(seat.row(1).hasSuffix("severity ↓"))
        await seat.type("ggvjj")
        #expect(seat.notice.contains("range of 3"))
        await seat.type("v")
        #expect(seat.notice.contains("3 marked"))
        await seat.type("V")
        #expect(seat.notice.contains("4 marked"))
        await seat.type("<Esc>")
        #expect(!seat.row(-2).contains("4 marked"))
    }

    @Test("keeps a query that is wrong in its line, with what is wrong")
    func wrongQuery() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("\\<C-u>")
        await seat.write("sevrity:1")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Query: sevrity:1"))
        #expect(seat.notice.contains("severity"))
    }

    @Test(
        "refuses a wrong filter, and meanwhile draws the older list as such",
        arguments: ["is:opne", "(severity:1", "\"un"])
    func wrongFilter(text: String) async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5i/")
        await seat.write(text)
        await seat.type("<CR>")
        #expect(seat.row(-2).hasPrefix(" /\(text)"))
        #expect(seat.picture().contains(text.hasPrefix("is") ? "Did you mean open?" : "is not closed"))
        let roles = view(seat.state, theme: .terminal).picture(showing: .roles)
        #expect(!roles.contains("C") && !roles.contains("1"))
        await seat.type("<Esc>")
        #expect(seat.picture().contains("Gateway pair"))
        #expect(!seat.picture().contains(text))
        await seat.type(":")
        await seat.write("filter " + text)
        await seat.type("<CR>")
        #expect(seat.picture().contains("! "))
        #expect(!seat.picture().contains("/ \(text)"))
    }

    @Test("opens a queue of the store from the list")
    func storeQueue() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("gq")
        #expect(seat.picture().contains("4 open"))
        await seat.write("network")
        await seat.type("<CR>")
        #expect(seat.row(0).contains("Caseload › Network"))
        #expect(seat.picture().contains("Gateway pair"))
        #expect(!seat.picture().contains("Profile load"))
    }

    private func cursorRow(_ seat: Seat) -> String {
        seat.picture().split(separator: "\n").first { $0.hasPrefix("▌") }.map(String.init) ?? ""
    }
}
