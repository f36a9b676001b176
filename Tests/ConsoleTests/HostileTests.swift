import CaseModel
import ConsoleCore
import GuidePolicy
import HostileText
import TerminalUI
import Testing

@Suite("Hostile text on both screens")
struct HostileTests {
    /// A store whose cases have these texts as subject and note, and in every other field that takes them.
    private func store(_ texts: [String], everywhere: Bool = true) async throws -> MemoryCaseStore {
        let store = try await SampleStore.make()
        let now = SampleStore.now
        let records = texts.enumerated().map { index, text -> LoadRecord in
            var values: [CaseField: String?] = [
                .subject: text, .severity: "2", .status: "open", .openedAt: (now - Int64(index)).description,
                .queue: "Hostile",
            ]
            if everywhere {
                for field in [.account, .contact, .product, .extra(text)] as [CaseField] { values[field] = text }
            }
            let first = HistoryEntry(
                at: now - 60, actor: everywhere ? text : "web form", action: .logged, values: values)
            let note = HistoryEntry(at: now - 30, actor: text, action: .noted, values: [:], text: text)
            return .history(CaseHistory(key: "hostile-\(index)", line: index, entries: [first, note]))
        }
        try await store.beginLoad(
            LoadHeader(source: "hostile", claim: SampleStore.ada, at: now, operation: OperationID("hostile")))
        _ = try await store.load(records)
        try await store.finishLoad()
        return store
    }

    /// Every cell holds something that can be seen; blanks are plain blanks.
    private func expectVisible(_ surface: Surface, _ what: String) {
        for cell in surface.rows.joined() {
            let scalars = [cell.scalar] + surface.marks(of: cell)
            for (index, scalar) in scalars.enumerated() {
                let category = scalar.properties.generalCategory
                let isFine =
                    switch category {
                    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
                    case .format: index > 0 && (scalar.value == 0x200C || scalar.value == 0x200D)
                    case .spaceSeparator: scalar == " "
                    default: true
                    }
                if !isFine { Issue.record("\(what): U+\(String(scalar.value, radix: 16)) reached the screen") }
            }
        }
    }

    /// What must stand at its place whatever the texts are: rules, heads, numbers, severities, footer.
    private func skeleton(_ surface: Surface) -> [String] {
        surface.picture(showing: .roles).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.unicodeScalars.map { "h+kTg".unicodeScalars.contains($0) ? Character($0) : " " })
                .trimmingEnd()
        }
    }

    @Test("shows visible marks only, everything else in its place", arguments: [(80, 24), (120, 40), (40, 10)])
    func bothScreens(columns: Int, rows: Int) async throws {
        // Every text on the usual screen; every fifth on the others, which differ in their columns alone.
        let texts = columns == 80 ? HostileText.all : HostileText.all.enumerated().filter { $0.0 % 5 == 0 }.map(\.1)
        let hostile = try await store(texts)
        let plain = try await store(texts.indices.map { "plain text \($0)" })
        var seats = [
            try await Seat.open(hostile, columns: columns, rows: rows),
            try await Seat.open(plain, columns: columns, rows: rows),
        ]
        for index in seats.indices {
            await seats[index].type(":")
            await seats[index].write("queue Hostile")
            await seats[index].type("<CR>gg")
            if columns > 40 { await seats[index].type("i") }
        }
        for step in 0..<texts.count {
            let surfaces = seats.map { view($0.state, theme: .terminal) }
            expectVisible(surfaces[0], "queue at \(step)")
            #expect(columnOfNumbers(surfaces[0]) == columnOfNumbers(surfaces[1]), "queue at \(step)")
            #expect(skeleton(surfaces[0])[1...2] == skeleton(surfaces[1])[1...2])
            #expect(skeleton(surfaces[0])[rows - 1] == skeleton(surfaces[1])[rows - 1])
            await seats[0].type("<CR>")
            for tab in 0..<4 {
                expectVisible(view(seats[0].state, theme: .terminal), "page at \(step), tab \(tab)")
                seats[0].press("]")
            }
            await seats[0].type("<Esc>")
            for index in seats.indices { await seats[index].type("j") }
        }
    }

    /// Where the number of the case stands in each row of the list; the preview is off, but for the smallest screen.
    private func columnOfNumbers(_ surface: Surface) -> [Int] {
        (3..<surface.size.rows - 2).compactMap { y in
            (0..<surface.size.columns - 10).first { x in
                surface[x, y].scalar == "C" && surface[x + 1, y].scalar == "S" && surface[x + 2, y].scalar == "-"
                    && surface[x + 3, y].scalar == "1" && surface[x, y].role != .title
            }
        }
    }

    @Test("takes text as large as a field may be")
    func large() async throws {
        let store = try await store(HostileText.large, everywhere: false)
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type(":")
        await seat.write("queue Hostile")
        await seat.type("<CR>")
        for _ in HostileText.large {
            expectVisible(view(seat.state, theme: .terminal), "queue")
            await seat.type("<CR>")
            expectVisible(view(seat.state, theme: .terminal), "page")
            await seat.type("<C-f>G]]]<Esc>j")
        }
        #expect(seat.row(-1).contains("? keys"))
    }

    @Test("is pasted without becoming commands or leaving its place")
    func pasted() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        let before = try await seat.store.revision()
        for (index, text) in HostileText.all.enumerated() {
            let opening = [":", "/", "c", "e", "T", "\\", "r"][index % 7]
            await seat.type(opening)
            seat.hear(.paste(text))
            await seat.rest()
            expectVisible(view(seat.state, theme: .terminal), "pasted after \(opening): \(index)")
            await seat.type("<C-u><Esc><Esc>1")
            seat.hear(.paste(text))
            await seat.rest()
            expectVisible(view(seat.state, theme: .terminal), "pasted nowhere: \(index)")
        }
        #expect(!seat.asked.contains(.quit))
        #expect(try await seat.store.revision() == before)
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
