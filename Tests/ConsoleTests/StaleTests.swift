import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Answers that come late")
struct StaleTests {
    func opened() -> (ConsoleState, [Effect]) {
        var state = ConsoleState(size: Size(columns: 80, rows: 24), now: SampleStore.now)
        let agent = Agent(id: AgentID(1), name: "ada", duties: [.engineer])
        let effects = update(&state, .opened(Session(agent: agent)))
        return (state, effects)
    }

    func summary(_ number: Int64) -> CaseSummary {
        let item = Case(id: CaseID(number), subject: "Case \(number)", severity: .two, openedAt: SampleStore.now)
        return CaseSummary(item, names: Names())
    }

    func page(_ effects: [Effect]) -> Ticket? {
        for case .loadPage(_, _, let ticket) in effects { return ticket }
        return nil
    }

    @Test("to a queue that is no longer on the screen are dropped")
    func queues() throws {
        var (state, effects) = opened()
        let first = try #require(page(effects))
        effects = update(&state, .key(.character("2")))
        let second = try #require(page(effects))
        #expect(second > first)
        _ = update(&state, .answer(first, .page([summary(1)])))
        #expect(!view(state, theme: .terminal).picture().contains("Case 1"))
        _ = update(&state, .answer(second, .page([summary(2)])))
        #expect(view(state, theme: .terminal).picture().contains("Case 2"))
    }

    @Test("never let an act mean a row that is about to go; keys wait for the new rows")
    func typeAhead() throws {
        var (state, effects) = opened()
        _ = update(&state, .answer(try #require(page(effects)), .page([summary(1), summary(2)])))
        effects = update(&state, .key(.character("5")))
        let ticket = try #require(page(effects))
        effects = update(&state, .key(.character("j"))) + update(&state, .key(.character("t")))
        #expect(!effects.contains { if case .apply = $0 { true } else { false } })
        effects = update(&state, .answer(ticket, .page([summary(8), summary(9)])))
        let edits = effects.compactMap { if case .apply(let edits, _) = $0 { edits } else { nil } }
        #expect(edits == [[CaseEdit(CaseID(9), base: 0, [.take])]])
    }

    @Test("of the store's order keep the rows of the first page on the screen")
    func order() throws {
        var (state, effects) = opened()
        var order: Ticket?
        for case .loadOrder(_, let ticket) in effects { order = ticket }
        let many = (1...60).map { summary($0) }
        _ = update(&state, .answer(try #require(page(effects)), .page(many)))
        _ = update(&state, .key(.character("j")))
        let ids = (1...100_000).map { CaseID(Int64($0)) }
        effects = update(&state, .answer(try #require(order), .order(ids)))
        #expect(view(state, theme: .terminal).picture().contains("2 of 100,000"))
        effects = update(&state, .key(.character("G"))) + update(&state, .shown)
        let wanted = effects.compactMap { if case .loadRows(let ids, _) = $0 { ids } else { nil } }
        #expect(wanted.first?.last == CaseID(100_000))
        #expect((wanted.first?.count ?? 0) < 200)
    }

    @Test("that fail say so where the rows would be")
    func failure() throws {
        var (state, effects) = opened()
        let asked = effects.compactMap { effect -> Ticket? in
            switch effect {
            case .loadPage(_, _, let ticket), .loadOrder(_, let ticket): ticket
            default: nil
            }
        }
        #expect(asked.count == 2)
        for ticket in asked { _ = update(&state, .answer(ticket, .failed(.unavailable("the disk is gone")))) }
        #expect(view(state, theme: .terminal).picture().contains("R tries again."))
        effects = update(&state, .key(.character("R")))
        #expect(!effects.isEmpty)
        #expect(!view(state, theme: .terminal).picture().contains("R tries again."), "it is being tried")
    }
}

extension StaleTests {
    @Test("of cases that are gone are not asked for again and again")
    func gone() throws {
        var (state, effects) = opened()
        var order: Ticket?
        for case .loadOrder(_, let ticket) in effects { order = ticket }
        _ = update(&state, .answer(try #require(page(effects)), .page([summary(1), summary(2)])))
        effects = update(&state, .answer(try #require(order), .order([1, 2, 3, 4].map { CaseID($0) })))
        effects += update(&state, .shown)
        var asked = 0
        while let effect = effects.first(where: { if case .loadRows = $0 { true } else { false } }), asked < 10 {
            guard case .loadRows(_, let ticket) = effect else { break }
            asked += 1
            effects = update(&state, .answer(ticket, .rows([summary(1), summary(2), summary(4)])))
            effects += update(&state, .shown)
        }
        #expect(asked == 1)
        #expect(view(state, theme: .terminal).picture().contains("CS-3"))
    }

    @Test("that fail leave no row, no mark and no key behind that could mean another queue's case")
    func nothingMeant() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5jj<Space>k")
        #expect(!seat.state.queue.marks.isEmpty)
        var tickets: [Ticket] = []
        for effect in update(&seat.state, .key(.character("2"))) {
            switch effect {
            case .loadPage(_, _, let ticket), .loadOrder(_, let ticket): tickets.append(ticket)
            default: break
            }
        }
        _ = update(&seat.state, .key(.character("t")))
        #expect(seat.state.queue.asked.held == [.character("t")], "the key waits for the rows")
        for ticket in tickets { _ = update(&seat.state, .answer(ticket, .failed(.locked("kim is importing")))) }
        #expect(seat.state.queue.asked.held == [])
        #expect(seat.picture().contains("R tries again."))
        for key in ["<Space>", "t", "v"] {
            seat.press(key)
            #expect(seat.state.queue.marks.isEmpty && seat.state.work.running.isEmpty, "\(key)")
        }
        await seat.type("R")
        #expect(seat.state.queue.cursor.position == 0)
        #expect(!seat.picture().contains("R tries again."))
    }

    @Test("rows that cannot be read are asked for once, and again when the store changes")
    func rowsFail() throws {
        var (state, effects) = opened()
        var order: Ticket?
        for case .loadOrder(_, let ticket) in effects { order = ticket }
        _ = update(&state, .answer(try #require(page(effects)), .page([summary(1)])))
        effects = update(&state, .answer(try #require(order), .order((1...9).map { CaseID(Int64($0)) })))
        effects += update(&state, .shown)
        let asked = try #require(
            effects.compactMap { if case .loadRows(_, let ticket) = $0 { ticket } else { nil } }.first)
        effects = update(&state, .answer(asked, .failed(.unavailable("the disk is gone")))) + update(&state, .shown)
        #expect(!effects.contains { if case .loadRows = $0 { true } else { false } })
        effects = update(&state, .revision(7)) + update(&state, .shown)
        #expect(effects.contains { if case .loadRows = $0 { true } else { false } })
    }
}
