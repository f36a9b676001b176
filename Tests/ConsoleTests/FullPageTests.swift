import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("The tabs of a case with nothing in them and with more than fits")
struct FullPageTests {
    static let tabs = ["timeline", "actions", "cover", "people", "files", "related", "fields", "history"]

    private func expect(_ ending: String, _ number: String, _ size: (Int, Int), _ store: MemoryCaseStore) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press([":", "text:open \(number)<CR>"], &seat)
            for tab in Self.tabs {
                if tab != Self.tabs[0] { await seat.type("]") }
                try WorkplacePictureTests().expect("tab-\(tab)-\(ending)", seat, theme, size)
            }
        }
    }

    @Test("a case that was just logged", arguments: WorkplacePictureTests.sizes)
    func empty(_ size: (Int, Int)) async throws {
        try await expect("empty", "CS-1000001", size, SampleStore.make())
    }

    @Test("a case with much in every tab", arguments: WorkplacePictureTests.sizes)
    func full(_ size: (Int, Int)) async throws {
        let store = try await FullStore.make()
        try await store.fillCases()
        let id = try await store.fillOneCase()
        try await expect("full", "\(id)", size, store)
    }
}

extension MemoryCaseStore {
    /// A case with much of everything a page shows, and its number.
    fileprivate func fillOneCase() async throws -> CaseID {
        let harbours = try await accounts(matching: FullStore.harbours, limit: 1)
        let account = try #require(harbours.first?.id)
        let caller = try await contacts(ContactQuery(of: account, text: "Person 1", limit: 10)).first
        let words = Guide.words
        let new = NewCase(
            subject: "Printing" + FullStore.ends[1] + FullStore.ends[2] + FullStore.ends[3],
            description: String(repeating: "All of them stand still. ", count: 40), severity: .one,
            type: words.usualType, channel: try #require(words.channel("phone")), account: account,
            contact: caller?.id, product: "Product 1" + FullStore.ends[1], troubleshootingDone: true)
        let id = try await log(new, operation("logged", ago: 86_400)).item.id
        let trace = try #require(Guide.book.inForce.duties.items.first).code
        let changes: [CaseChange] =
            [.status(.open), .take]
            + (1...12).map {
                .ask(
                    kind: trace, text: "Traces of host \($0)" + FullStore.ends[$0 % 4],
                    due: SampleStore.now + Int64($0 - 2) * 40_000)
            }
            + (1...12).map { .note("Looked at host \($0)" + FullStore.ends[$0 % 4]) } + [
                .reply("We are looking at it.")
            ]
            + [.tags(adding: (1...12).map { "tag-\($0)" }, removing: [])]
            + (1...8).map { .extra("source field \($0)", "value \($0)" + FullStore.ends[$0 % 4]) }
        for (place, change) in changes.enumerated() {
            let edits = [CaseEdit(id, base: nil, [change])]
            let outcome = try await apply(operation("change-\(place)", ago: 80_000 - Int64(place) * 60, edits))
            guard case .done? = outcome.edits.first else {
                Issue.record("\(change): \(outcome.edits)")
                return id
            }
        }
        for number in 1...25 {
            let file = NewAttachment(
                to: .item(id), name: "trace-\(number)" + FullStore.ends[number % 4] + ".txt",
                content: Array(repeating: 65, count: number * number * 97),
                text: number % 5 == 0 ? "of both hosts" : nil)
            _ = try await attach(file, operation("file-\(number)", ago: 40_000))
        }
        return id
    }

    private func operation(_ name: String, ago: Int64, _ edits: [CaseEdit] = []) -> CaseModel.Operation {
        CaseModel.Operation(
            id: OperationID("one-\(name)"), claim: SampleStore.ada, at: SampleStore.now - ago, edits: edits)
    }
}
