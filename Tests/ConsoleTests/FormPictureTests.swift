import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Forms with long texts, refused values and many fields")
struct FormPictureTests {
    private static let long = "text:" + String(repeating: "東京 and the Harbours, ", count: 12)
    private static let nord = WorkplacePictureTests.nord
    private static let harbours = FullPlaceTests.harbours

    static let ways: [(name: String, keys: [String])] = [
        ("form-long", nord + ["llllll", "+", "text:Replacement<CR>", "<Down>", "<Down>", long]),
        ("form-many", ["gs", "l", "e"] + Array(repeating: "<Down>", count: 7)),
        ("form-case", ["5", ":", "text:form new case<CR>", "text:AC-1", "<CR>"]),
        ("form-case-stranger", ["5", ":", "text:form new case<CR>", "text:nobody at all", "<CR>"]),
        ("form-case-end", ["5", ":", "text:form new case<CR>", "text:AC-1", "<C-d>"]),
        ("form-contract", nord + ["lll", "+", "text:Contract<CR>", long, "<Down><Down>"]),
        ("form-contact", nord + ["ll", "j", "e"]),
        ("form-marked", nord + ["ll", "V", "e"]),
        ("form-refused", nord + ["lll", "+", "text:Contract<CR>", "text:X", "<C-d>"]),
    ]

    static let fullWays: [(name: String, keys: [String])] = [
        ("form-customers", ["5", ":", "text:form new case<CR>", "text:n"]),
        ("form-people", harbours + ["lllllllllllll", "+", "<Down>"]),
        ("form-add", harbours + ["+"]),
    ]

    /// Made once: a form that is not saved changes nothing in it.
    private static let store = Task { try await WorkplaceStore.make() }

    private func expect(
        _ name: String, _ keys: [String], _ size: (Int, Int), _ store: MemoryCaseStore
    ) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press(keys, &seat)
            try WorkplacePictureTests().expect(name, seat, theme, size)
        }
    }

    @Test("as usual", arguments: ways.map(\.name), WorkplacePictureTests.sizes)
    func usual(_ name: String, _ size: (Int, Int)) async throws {
        let way = try #require(Self.ways.first { $0.name == name })
        try await expect(name, way.keys, size, Self.store.value)
    }

    @Test("with more choices than fit", arguments: fullWays.map(\.name), WorkplacePictureTests.sizes)
    func full(_ name: String, _ size: (Int, Int)) async throws {
        let way = try #require(Self.fullWays.first { $0.name == name })
        try await expect("\(name)-full", way.keys, size, FullPlaceTests.store.value)
    }
}
