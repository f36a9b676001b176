import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What comes in parts is seen part by part")
struct ComingTests {
    /// Presses keys, and gives what they ask about the place without answering it.
    private func ask(_ notation: String, _ seat: inout Seat) throws -> (question: PlaceQuestion, ticket: Ticket) {
        var asked: (PlaceQuestion, Ticket)?
        for key in KeySequence(notation: notation)?.keys ?? [] {
            for case .loadPlace(let question, let ticket) in update(&seat.state, .key(key)) {
                asked = (question, ticket)
            }
        }
        return try #require(asked)
    }

    private func parts(_ question: PlaceQuestion, _ seat: Seat) async throws -> [PlaceAnswer] {
        var parts: [PlaceAnswer] = []
        let whole = try await seat.store.answer(question) { parts.append($0) }
        return parts + [whole]
    }

    private func heads(_ seat: Seat) -> [String] {
        (seat.state.workplaces.top?.list?.rows ?? []).filter { $0.subject.isHeading && $0.whole == nil }.compactMap {
            $0.cells.first?.text.text
        }
    }

    private func rows(_ seat: Seat) -> Int { seat.state.workplaces.top?.list?.rows.count ?? 0 }

    @Test("each part has what came before it, and each list is seen as it comes")
    func parts() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        let asked = try ask("gh", &seat)
        let parts = try await parts(asked.question, seat)
        // Each list is short, so that it is counted with its rows.
        #expect(parts.count == 3)
        for (place, part) in parts.enumerated() {
            guard case .home(let lists) = part, case .home(let whole)? = parts.last else {
                Issue.record("a home answers with lists")
                return
            }
            #expect(lists == Array(whole.prefix(place + 1)))
            let isLast = place == parts.count - 1
            _ = update(&seat.state, .answer(asked.ticket, isLast ? .place(part) : .placeSoFar(part)))
            let loading = (seat.state.workplaces.top?.list?.rows ?? []).filter {
                $0.whole == StyledLine("loading…", .dim)
            }
            #expect(loading.count == parts.count - place - 1)
            #expect(seat.state.workplaces.top?.row?.subject.isHeading == false)
        }
    }

    @Test("when it is asked for again what was seen of the other lists stays until they come")
    func again() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gh")
        let (heads, rows) = (heads(seat), rows(seat))
        let asked = try ask("R", &seat)
        let parts = try await parts(asked.question, seat)
        _ = update(&seat.state, .answer(asked.ticket, .placeSoFar(parts[0])))
        #expect(self.heads(seat) == heads && self.rows(seat) == rows)
    }

    @Test("the first rows of a long list are seen before it is counted, and an older count stays until then")
    func counted() async throws {
        let store = try await SampleStore.make()
        let context = QueryContext(now: SampleStore.now, words: Guide.words)
        let list = HomeList("Open", .cases(try CaseQuery("is:open", context.words), sort: SortKey.work), limit: 2)
        var parts: [HomeAnswer] = []
        let whole = try await store.answer(.home([list], context)) {
            if case .home(let lists) = $0 { parts += lists }
        }
        guard case .home(let lists) = whole, let last = lists.first else { return }
        let early = try #require(parts.first)
        #expect(parts.count == 1 && early.count == nil && early.cases == last.cases)
        let count = try #require(last.count)
        #expect(count > 2 && last.cases.count == 2)
        #expect(PlaceAnswer.home([early]).over(.home([last])) == .home([last]))
        #expect(PlaceAnswer.home([early]).over(nil) == .home([early]))
    }

    @Test("of the situations that ended the first are seen before all are read")
    func situations() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        let asked = try ask("gx]", &seat)
        guard case .files(_, let context) = asked.question else {
            Issue.record("situations are asked for with their histories")
            return
        }
        // Any cases do: how they are read is the same.
        let all = CaseList(try CaseQuery("", context.words), sort: [SortKey(.updated)], limit: 6)
        let parts = try await parts(.files([all], context), seat)
        #expect(parts.count == 3)
        _ = update(&seat.state, .answer(asked.ticket, .placeSoFar(parts[0])))
        #expect(rows(seat) == 1)
        _ = update(&seat.state, .answer(asked.ticket, .place(try #require(parts.last))))
        let whole = rows(seat)
        #expect(whole == 6)
        // Asked for again, fewer than are seen change nothing.
        let again = try ask("R", &seat)
        _ = update(&seat.state, .answer(again.ticket, .placeSoFar(parts[0])))
        #expect(rows(seat) == whole)
    }

    @Test("of many customers a first part is seen, and the others come in the same order")
    func roster() async throws {
        let store = try await SampleStore.make()
        for number in 0..<70 {
            _ = try await store.save(
                Account(id: AccountID(0), name: "Quarry \(number * 37 % 70)"), by: SampleStore.ada, at: SampleStore.now)
        }
        var seat = try await Seat.open(store)
        let asked = try ask("gc", &seat)
        guard case .roster(let query) = asked.question else {
            Issue.record("a roster is asked for customers")
            return
        }
        let parts = try await parts(asked.question, seat)
        let whole = try await store.roster(query)
        #expect(parts.count == 2 && whole.count > 70)
        guard case .roster(let first, _) = parts[0], case .roster(let last, _) = parts[1] else { return }
        #expect(first == Array(whole.prefix(30)) && last == whole)
        _ = update(&seat.state, .answer(asked.ticket, .placeSoFar(parts[0])))
        #expect(seat.picture().contains("1 of at least 30"))
        _ = update(&seat.state, .answer(asked.ticket, .place(parts[1])))
        #expect(seat.picture().contains("1 of \(whole.count)"))
        // Of other words the first that come are seen, not those of the words before.
        await seat.type("/")
        let typed = try ask("q", &seat)
        _ = update(&seat.state, .answer(typed.ticket, .placeSoFar(parts[0])))
        #expect(rows(seat) == 30)
        // Few are asked for once.
        let few = try await self.parts(.roster(RosterQuery(.any, text: "quarry 1", on: query.day, limit: 100)), seat)
        #expect(few.count == 1)
    }

    @Test("a customer is seen before its cases are, which are not told to be none")
    func customer() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gc/nord<Enter>")
        let asked = try ask("<Enter>", &seat)
        let parts = try await parts(asked.question, seat)
        #expect(parts.count == 2)
        guard case .customer(let first) = parts[0], case .customer(var whole)? = parts.last else {
            Issue.record("a customer is answered with its sheet")
            return
        }
        let open = try #require(whole.openCount)
        _ = update(&seat.state, .answer(asked.ticket, .placeSoFar(parts[0])))
        func said(_ words: String) -> Bool {
            seat.state.workplaces.top?.list?.rows.contains { $0.whole == StyledLine(Shown(words), .dim) } ?? false
        }
        #expect(seat.picture().contains("May call") && said("loading…") && !said("None."))
        #expect(seat.state.workplaces.top?.name == whole.account.name)
        #expect(
            seat.state.workplaces.top?.place.tabs.indices.allSatisfy { tab in
                seat.state.workplaces.top?.answers[tab] != nil
            } == true)
        _ = update(&seat.state, .answer(asked.ticket, .place(try #require(parts.last))))
        #expect(open > 0 && !said("loading…") && heads(seat).contains { $0.hasPrefix("Open cases \(open)") })
        // Asked for again, the cases that are seen stay until they come anew.
        let again = try ask("R", &seat)
        _ = update(&seat.state, .answer(again.ticket, .placeSoFar(parts[0])))
        #expect(!said("loading…") && heads(seat).contains { $0.hasPrefix("Open cases \(open)") })
        (whole.cases, whole.openCount) = ([], nil)
        #expect(whole == first)
    }

    @Test("rows of a customer that come in another order take the cursor along")
    func order() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(WorkplacePictureTests.nord, &seat)
        let kind = RecordKind.membership.code
        for _ in 0..<12 {
            if case .own(let kinds)? = seat.state.workplaces.top?.current.content, kinds.contains(kind) { break }
            await seat.type("]")
        }
        let before = try #require(seat.state.workplaces.top?.row?.subject)
        let asked = try ask("R", &seat)
        guard case .customer(var sheet) = try await seat.store.answer(asked.question) else { return }
        sheet.records[kind]?.reverse()
        _ = update(&seat.state, .answer(asked.ticket, .place(.customer(sheet))))
        #expect((sheet.records[kind]?.count ?? 0) > 1 && before != .heading(0))
        #expect(seat.state.workplaces.top?.row?.subject == before)
    }

    @Test("a part that comes after the tab was left is not taken for the tab that is seen")
    func late() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        let asked = try ask("gh", &seat)
        let parts = try await parts(asked.question, seat)
        _ = try ask("]", &seat)
        _ = update(&seat.state, .answer(asked.ticket, .placeSoFar(parts[0])))
        #expect(seat.state.workplaces.top?.list == nil)
    }
}
