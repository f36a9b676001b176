import CaseModel
import CaseSamples
import GuidePolicy
import SeededRandom
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Marked cases")
struct MarkTests {
    @Test("keep their marks when another case is changed")
    func another() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5<Space><Space>")
        await seat.type(":")
        await seat.write("take CS-1000006")
        await seat.type("<CR>")
        #expect(seat.row(-2).contains("2 marked"))
        await seat.type("<CR>")
        await seat.agree("3")
        #expect(seat.notice.contains("Set CS-1000002 to severity 3"))
        await seat.type("<Esc>")
        #expect(seat.row(-2).contains("2 marked"))
    }

    @Test("lose their marks when they are done; those that failed keep them, and the notice says why")
    func failures() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("take CS-1000001")
        await seat.type("<CR>")
        await seat.type("7V")
        #expect(seat.row(-2).contains("7 marked"))
        await seat.type("sr")
        #expect(seat.picture().contains("7 cases? 1 of them will be refused."))
        await seat.type("y")
        #expect(seat.notice.contains("Set 6 of 7 cases to status In review."))
        #expect(seat.notice.contains("1 was refused and keeps its mark: CS-1000007 is closed since"))
        await seat.type("j")
        #expect(seat.row(-2).contains("1 marked"))
        let marked = seat.picture().split(separator: "\n").filter { $0.dropFirst().hasPrefix("●") }
        #expect(marked.count == 1 && marked.first?.contains("CS-1000007") == true)
        await seat.type("X")
        #expect(!seat.row(-2).contains("marked"))
    }

    @Test("are those of a range that is still open, too")
    func openRange() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5vj")
        await seat.agree("4")
        #expect(seat.picture().contains("Severity 4: 2 cases?"))
        await seat.type("y")
        #expect(seat.notice.contains("Set 2 cases to severity 4."))
        #expect(!seat.row(-2).contains("range"))
    }

    @Test("are counted as changed only where they were not so already, whatever is set")
    func alreadySo() async throws {
        for (made, keys) in [
            ("status=review", ["s", "r"]), ("severity=4 --note agreed", ["p", "4", "text:as agreed<CR>"]),
            ("tags+=vip", ["T", "text:vip<CR>"]), ("owner=kim", ["a", "text:kim", "<CR>"]),
        ] {
            let store = try await SampleStore.make()
            var seat = try await Seat.open(store)
            await WorkplacePictureTests.press([":", "text:take CS-1000001<CR>", "5"], &seat)
            let id = try #require(seat.state.caseInSight)
            await WorkplacePictureTests.press(["V", ":", "text:set \(id) \(made)<CR>"] + keys + ["y"], &seat)
            let told = "\(made): \(seat.notice)"
            #expect(told.contains(" of 6 cases") && told.contains("already like that."), "\(told)")
        }
    }

    @Test("count a severity that was so already apart, though its reason is recorded")
    func agreedAlready() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5")
        // What the customer asked for is agreed to.
        let id = try #require(seat.state.caseInSight)
        let code = try await store.caseFile(id).item.severity.code
        await WorkplacePictureTests.press(["V", "p", "\(code)", "text:as agreed<CR>", "y"], &seat)
        #expect(seat.notice.contains("Set 5 of 6 cases to severity \(code)."), "\(seat.notice)")
        #expect(seat.notice.contains("1 was so already, and what was said is recorded."), "\(seat.notice)")
    }

    @Test("are counted, painted and asked about without being listed, however many there are")
    func many() throws {
        var state = ConsoleState(size: Size(columns: 120, rows: 40), now: SampleStore.now)
        let agent = Agent(id: AgentID(1), name: "ada", duties: [.engineer])
        let effects = update(&state, .opened(Session(agent: agent)))
        let ids = (1...100_000).map { CaseID(Int64($0)) }
        for case .loadOrder(_, let ticket) in effects { _ = update(&state, .answer(ticket, .order(ids))) }
        for key in "jV " { _ = update(&state, .key(.character(key.unicodeScalars.first ?? " "))) }
        #expect(view(state, theme: .terminal).picture().contains("99,999 marked"))
        _ = update(&state, .key(.character("p")))
        guard case .picker(let picker)? = state.overlays.last, case .marks? = picker.targets else {
            Issue.record("the marked cases were listed")
            return
        }
        _ = update(&state, .key(.character("2")))
        for key in "why" { _ = update(&state, .key(.character(key.unicodeScalars.first ?? " "))) }
        _ = update(&state, .key(.enter))
        #expect(view(state, theme: .terminal).picture().contains("Severity 2: 99,999 cases?"))
        let sent = update(&state, .key(.character("y")))
        guard case .apply(let edits, _)? = sent.first else {
            Issue.record("nothing was sent")
            return
        }
        #expect(edits.map(\.caseID) == [ids[0]] + ids[2...])
    }

    @Test("are the same as if each were kept by itself", arguments: [1, 2, 3] as [UInt64])
    func model(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var ids = (1...40).map { CaseID($0) }
        var order = CaseOrder(ids: ids, isComplete: true)
        var marks = CaseMarks()
        var wanted: Set<CaseID> = []
        marks.follow(order)
        for step in 0..<2000 {
            let count = order.count
            switch random.number(0...9) {
            case 0 where order.isComplete:
                marks.invert()
                wanted = Set(order.ids).subtracting(wanted)
            case 1:
                let low = random.number(0...count)
                let range = low..<random.number(low...count)
                marks.insert(range)
                wanted.formUnion(order.ids[range])
            case 2:
                let done = Set(random.some(of: ids, upTo: 5))
                marks.remove(done)
                wanted.subtract(done)
            case 3:
                // Another question: its first rows come, and then all of them.
                ids = random.some(of: (1...50).map { CaseID($0) }, upTo: 50)
                if random.chance(50) { ids.shuffle(using: &random) }
                order = CaseOrder(ids: Array(ids.prefix(10)), isComplete: false)
                marks.follow(order)
            case 4:
                order = CaseOrder(ids: ids, isComplete: true)
                marks.follow(order)
                wanted.formIntersection(ids)
            default:
                guard count > 0 else { continue }
                let place = random.number(0...(count - 1))
                marks.toggle(place)
                wanted.formSymmetricDifference([order.ids[place]])
            }
            let same = Set(marks.ids) == wanted && marks.count == wanted.count && marks.isEmpty == wanted.isEmpty
            let painted = order.ids.indices.allSatisfy { marks.contains($0) == wanted.contains(order.ids[$0]) }
            let first = marks.first.map { wanted.contains($0) } ?? wanted.isEmpty
            #expect(same && painted && first, "seed \(seed), step \(step)")
            if !(same && painted && first) { return }
        }
    }
}
