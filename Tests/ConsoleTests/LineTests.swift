import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Clock and cover in a line")
struct LineTests {
    private let now = SampleStore.now

    private func look(_ width: Int, _ glyphs: GlyphSet = .unicode) -> TimelineLook {
        TimelineLook(width: width, now: now, zone: SampleStore.zone, glyphs: glyphs)
    }

    private func text(_ lines: [StyledLine]) -> [String] {
        lines.map { line in line.spans.map(\.text.text).joined() }
    }

    private func face(_ phase: ClockState.Phase, due: Int64?) -> ClockFace {
        let due = due.map { now + $0 }
        return ClockFace(phase: phase, due: due, lateFrom: due, target: "2 hours")
    }

    private func words(_ phase: ClockState.Phase, due: Int64?, isShort: Bool = false) -> String {
        ClockWords(face(phase, due: due), from: now - 3600, at: now, isShort: isShort).words
    }

    @Test("a clock is told in words, however it stands")
    func clockWords() {
        #expect(words(.running, due: 720) == "12m")
        #expect(words(.running, due: 30) == "<1m")
        #expect(words(.running, due: -1500) == "overdue 25m")
        #expect(words(.running, due: -11_400) == "overdue 3h 10m")
        #expect(words(.running, due: -11_400, isShort: true) == "overdue 3h")
        #expect(words(.running, due: 0) == "overdue <1m")
        #expect(words(.paused, due: nil) == "paused")
        #expect(words(.met, due: -60) == "met")
        #expect(words(.breached, due: -60) == "missed")
        #expect(words(.stopped, due: nil) == "stopped")
        #expect(words(.none, due: nil) == "none")
        #expect(words(.running, due: nil) == "no due time")
    }

    @Test("the clock that is owed comes first, and is what an order by due time looks at")
    func next() {
        let (running, met) = (face(.running, due: 60), face(.met, due: -60))
        #expect(ClockFace.next(running, .none) == running)
        #expect(ClockFace.next(met, running) == running)
        #expect(ClockFace.next(met, .none) == met)
        #expect(ClockFace.next(met, met) == met)
    }

    @Test("both clocks stand in one line, or one below the other, in Unicode and in ASCII")
    func clockLine() {
        var item = Case(id: CaseID(1), subject: "", severity: .two, openedAt: now - 3600)
        item.plan = "select"
        item.entitlement = RecordID(text: "EN-1")
        item.response = face(.met, due: -600)
        item.firstResponseAt = now - 1200
        item.followUp = face(.running, due: 86_400)
        let facts = ClockFacts(item)
        #expect(
            text(facts.lines(look(118))) == [
                "Clock  First response met 13:45 (2 hours, due 13:55)"
                    + "    Follow-up 1d left, due Tue 10 Mar 14:05 (2 hours)"
            ])
        #expect(facts.lines(look(78)).count == 2)
        item.response = face(.running, due: 3600)
        item.followUp = .none
        #expect(text(ClockFacts(item).lines(look(78))) == ["Clock  First response ▰▰▰▱▱ 1h left, due 15:05 (2 hours)"])
        #expect(
            text(ClockFacts(item).lines(look(78, .ascii))) == [
                "Clock  First response ###.. 1h left, due 15:05 (2 hours)"
            ])
        #expect(text(ClockFacts(item).lines(look(50))) == ["Clock  First response 1h left, due 15:05 (2 hours)"])
    }

    @Test("a target is told with its source where there is room, which costs nothing else its place")
    func sources() async throws {
        let store = try await CoveredStore.make()
        let item = try await store.caseFile(CaseID(1_000_007)).item
        let (bare, credited) = (ClockFacts(item), ClockFacts(item, Guide.book))
        let wide = text(credited.lines(look(200))).joined()
        #expect(wide.contains("(30 minutes") && wide.contains("[459919b]") && wide.contains("[INF: "), "\(wide)")
        for width in 30...200 {
            let (without, with) = (text(bare.lines(look(width))), text(credited.lines(look(width))))
            #expect(with.count == without.count, "\(width)")
            #expect(zip(with, without).allSatisfy { $0.unicodeScalars.count <= max(width, $1.unicodeScalars.count) })
            for words in without.joined(separator: " ").split(separator: " ") {
                #expect(with.joined(separator: " ").contains(words), "\(width): \(words)")
            }
        }
    }

    @Test(
        "a target of business time that runs around the clock is one of plain hours",
        arguments: [
            ("2 business hours", "2 hours, at any hour"), ("<1 business day", "<1 day, at any hour"),
            ("2 hours", "2 hours"),
        ])
    func anyHour(target: String, told: String) {
        var item = Case(id: CaseID(1), subject: "", severity: .two, openedAt: now - 3600)
        item.response = ClockFace(phase: .running, due: now + 3600, lateFrom: now + 3601, target: target)
        #expect(
            text(ClockFacts(item).lines(look(90), isAnyHour: true)) == [
                "Clock  First response ▰▰▰▱▱ 1h left, due 15:05 (\(told))"
            ])
    }

    @Test("a clock that runs without cover says so, in lines where there is room")
    func unpromised() async throws {
        let store = try await CoveredStore.make()
        let item = try await store.caseFile(CaseID(1_000_004)).item
        #expect(item.isUncovered)
        let facts = ClockFacts(item)
        #expect(
            text(facts.lines(look(118))) == [
                "Clock  First response ▰▰▰▰▱ 20m left, due 14:25, not covered (2 business hours)"
            ])
        #expect(text(facts.lines(look(60))) == ["Clock  First response 20m left, due 14:25, not covered"])
        #expect(text(facts.lines(look(40))) == ["Clock  First response 20m left, due 14:25"])
        // What was answered owes nothing any more, and what is covered is owed.
        var answered = item
        answered.response = face(.met, due: -600)
        #expect(!text(ClockFacts(answered).lines(look(118)))[0].contains("not covered"))
    }

    @Test("cover says plan, hours, end and callers; what a narrow line has no room for it leaves out")
    func covered() async throws {
        let store = try await CoveredStore.make()
        let file = try await store.caseFile(CaseID(1_000_001))
        let facts = try await store.coverFacts(of: try #require(file.account))
        let line = CoverLine(file, facts, Guide.book)
        #expect(
            text(line.lines(look(200))) == [
                "Cover  CSS Priority Plus · severity 1 and 2 at any hour, 3 and 4 in business hours"
                    + " · until 30 Jun 2027, 478 days left · may call: J. Berg (who asked), M. Sand"
            ])
        #expect(
            text(line.lines(look(78))) == [
                "Cover  CSS Priority Plus · sev 1, 2 any hour; 3, 4 business",
                "       until 30 Jun 2027, 478 d · may call: J. Berg (who asked), M. Sand",
            ])
        #expect(
            text(line.lines(look(78), upTo: 1))
                == ["Cover  CSS Priority Plus · until 30 Jun 2027, 478 d · may call: J. Berg +1"])
        // Several plans, and who asked with a long name: who may call is never left out.
        var many = file
        many.item.plan = "select+trm"
        let narrow = text(CoverLine(many, facts, Guide.book).lines(look(60)))
        #expect(narrow.count == 2 && narrow[0].contains("CSS Select + TRM · "), "\(narrow)")
        #expect(narrow[1].hasSuffix("may call: J. Berg +1"), "\(narrow)")
        var long = facts
        for index in long.contacts.indices { long.contacts[index].name += " of the northern harbours" }
        #expect(
            text(CoverLine(file, long, Guide.book).lines(look(75), upTo: 1))
                == ["Cover  CSS Priority Plus · until 30 Jun 2027, 478 d · may call: J. Berg… +1"])
        var sand = file
        sand.contact = facts.contacts.first { $0.name == "M. Sand" }
        #expect(
            text(CoverLine(sand, facts, Guide.book).lines(look(78), upTo: 1))
                == ["Cover  CSS Priority Plus · until 30 Jun 2027, 478 d · may call: M. Sand +1"])
        let two = text(CoverLine(sand, facts, Guide.book).lines(look(78)))
        #expect(two[1].hasSuffix("call: M. Sand (who asked), J. Berg"))
        #expect(text(CoverLine(file, nil, Guide.book).lines(look(118))).first?.hasSuffix("· …") == true)
    }

    @Test("cover of a customer whose plans end on several days tells what ends first, then the longest")
    func severalEnds() async throws {
        let store = try await CoveredStore.make()
        let account = try #require(try await store.caseFile(CaseID(1_000_001)).account)
        func add(_ edit: RecordEdit, _ name: String) async throws -> RecordID {
            let operation = CaseModel.Operation(
                id: OperationID(name), claim: SampleStore.ada, at: now - 1000, edits: [])
            return try #require(try await store.keep([edit], operation).records.first).id
        }
        let contract = try await add(
            RecordEdit(
                adding: .contract,
                ["account": account.id.description, "number": "N-2", "start": "2025-07-01", "end": "2026-03-27"]),
            "short")
        _ = try await add(
            RecordEdit(adding: .entitlement, ["contract": contract.description, "plan": "select"]), "part")
        let facts = try await store.coverFacts(of: account)
        let answer = CaseModel.cover(
            CoverQuestion(day: Guide.book.day(of: now, for: facts)), facts, CoverTerms(Guide.policy))
        let line = CoverLine(answer, facts, Guide.book, labelWidth: 7)
        #expect(
            text(line.lines(look(200), upTo: 4)).joined().contains(
                "CSS Select until 27 Mar 2026, 18 days left · the longest until 30 Jun 2027, 478 days left"))
        let one = try #require(text(line.lines(look(110), upTo: 1)).first)
        #expect(one.contains("the first until 27 Mar 2026, 18 d · may call") && !one.contains("478"))
    }

    @Test("days of cover are counted from the customer's day, not from that of who looks")
    func customersDay() async throws {
        let store = try await CoveredStore.make()
        let file = try await store.caseFile(CaseID(1_000_001))
        var facts = try await store.coverFacts(of: try #require(file.account))
        for index in facts.accounts.indices { facts.accounts[index].region = nil }
        // Without a region it is the day in Greenwich, where it is still the day before.
        let east = Zone(name: "East", initialOffset: 12 * 3600, transitions: [])
        let look = TimelineLook(width: 200, now: now, zone: east, glyphs: .unicode)
        #expect(look.today.description == "2026-03-10")
        let line = text(CoverLine(file, facts, Guide.book).lines(look)).first
        #expect(line?.contains("478 days left by the customer's date") == true)
    }

    @Test("cover that comes late is as old as the question for it")
    func shelf() async throws {
        let store = try await CoveredStore.make()
        let id = try #require(try await store.caseFile(CaseID(1_000_001)).item.account)
        let facts = try await store.coverFacts(of: try #require(try await store.account(id)))
        var shelf = CoverShelf()
        #expect(shelf.missing([id], at: 1) == [id])
        #expect(shelf.missing([id], at: 2) == [id])
        shelf.put(facts, at: 1)
        #expect(shelf.missing([id], at: 3) == [id])
        shelf.put(facts, at: 2)
        #expect(shelf.missing([id], at: 2) == [])
        #expect(shelf.missing([id], at: 1) == [id])
    }

    @Test("a telephone number is never shown whole before it is asked for")
    func masked() {
        #expect(Contact.masked("+47 555 12", .ascii) == "+47 ***12")
        #expect(Contact.masked("12345", .ascii) == "***")
        #expect(Contact.masked("1234567", .ascii) == "***")
    }

    @Test("the worst cases are called my customers' only where I have some")
    func worst() async throws {
        let store = try await CoveredStore.make()
        let look = try #require(ListingLook(try await Seat.open(store).state))
        var ada = try await store.agent(for: SampleStore.ada)
        ada.role = "account-manager"
        let me = try await store.save(ada, by: SampleStore.ada, at: now).id
        func first() async throws -> String {
            let context = QueryContext(now: now, me: me, words: Guide.words)
            let lists = [HomeList("My customers' worst cases", .worst)]
            guard case .home(let answers) = try await store.answer(.home(lists, context)) else { return "" }
            let rows = look.listing(lists, answers, heard: []).rows
            return rows.first?.cells.first?.text.text ?? ""
        }
        #expect(try await first().contains("Worst cases of all customers"))
        let account = try #require(try await store.caseFile(CaseID(1_000_001)).item.account)
        let values = ["account": account.description, "name": "Production", "manager": me.description]
        let operation = CaseModel.Operation(id: OperationID("mine"), claim: SampleStore.ada, at: now, edits: [])
        _ = try await store.keep([RecordEdit(adding: .environment, values)], operation)
        #expect(try await first().contains("My customers' worst cases"))
    }

    @Test("of the worst cases the most severe come first, of them those whose promise was broken")
    func worstFirst() async throws {
        let store = try await CoveredStore.make()
        let context = QueryContext(now: now, words: Guide.words)
        func ids(_ query: String) async throws -> [CaseID] {
            try await store.firstPage(
                CaseQuery("is:open severity:1,2 " + query, Guide.words), sort: SortKey.work, limit: 9, context
            ).map(\.id)
        }
        var wanted: [CaseID] = []
        for severity in ["1", "2"] {
            for standing in ["is:breached", "-is:breached"] {
                wanted += try await ids("severity:\(severity) \(standing)")
            }
        }
        // A broken promise of the lower severity is not above the higher one, and somewhere it decides.
        let (broken, all) = (try await ids("is:breached"), try await ids(""))
        #expect(wanted.prefix(broken.count) != broken[...] && wanted != all)
        guard case .home(let answers) = try await store.answer(.home([HomeList("Worst", .worst, limit: 9)], context))
        else {
            Issue.record("no answer about a home")
            return
        }
        #expect(answers.first?.cases.map(\.id) == wanted)
    }

    @Test("of hours nearly spent the hours are told where of what ends the days are")
    func hoursLeft() async throws {
        let store = try await CoveredStore.make()
        let look = try #require(ListingLook(try await Seat.open(store).state))
        let contract = try #require(try await store.records(RecordQuery(.contract)).records.first)
        let parts = try await store.records(RecordQuery(.entitlement)).records
        let events = try await store.recordFile(contract.id).events
        let balance = try #require(
            HoursBalance(
                of: contract, events, among: parts, on: Guide.book.day(of: now, in: nil), Guide.policy))
        var answer = HomeAnswer(records: RecordList(records: [contract], names: Names()))
        let list = HomeList("Hours", .nearlySpent(percent: 20))
        func left() -> String? {
            look.listing([list], [answer], heard: []).rows.last?.cells[ListingColumn.due.rawValue].text.text
        }
        #expect(left() == "478 d")
        answer.hours[contract.id] = balance
        #expect(left() == HoursBalance.words(balance.left) + " left")
    }

    @Test("cover says why there is none, and what helps; and who of the customer's people may not call")
    func uncovered() async throws {
        let store = try await CoveredStore.make()
        let file = try await store.caseFile(CaseID(1_000_004))
        let facts = try await store.coverFacts(of: try #require(file.account))
        let lines = text(CoverLine(file, facts, Guide.book).lines(look(200)))
        #expect(lines.first?.hasPrefix("Cover  Not covered: CN-3 ended on 31 Jan 2026. Renew it") == true)
        var other = try await store.caseFile(CaseID(1_000_001))
        other.contact?.roles = []
        let nord = try await store.coverFacts(of: try #require(other.account))
        let caller = text(CoverLine(other, nord, Guide.book).lines(look(200)))
        #expect(caller.count == 2)
        #expect(caller.last?.contains("Caller: J. Berg has no role that opens cases") == true)
    }
}
