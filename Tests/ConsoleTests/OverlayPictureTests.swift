import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("What lies on top of screens, at every size")
struct OverlayPictureTests {
    /// An overlay over a screen: its name and the keys to it.
    typealias Way = (name: String, keys: [String])

    /// Where few things are kept.
    static let usualWays: [Way] = [
        ("status", ["5", "j", "s"]), ("severity", ["5", "j", "p"]), ("why", ["5", "j", "W"]),
        ("keys", ["5", "?"]), ("keys-page", ["5", "<CR>", "?"]), ("keys-found", ["5", "?", "text:renew"]),
        ("queues", ["gq"]), ("agents", ["5", "a"]), ("move", ["5", "m"]), ("close", ["5", "x"]), ("sort", ["5", "S"]),
        ("ask", ["5", "I"]), ("snooze", ["5", "z"]), ("deny", ["5", "D"]),
        ("command", [":", "text:se", "<Tab>"]), ("command-wrong", [":", "text:set CS-1000001 stat=open<CR>"]),
        ("filter", ["5", "/", "text:severity:2 gateway"]), ("filter-wrong", ["5", "/", "text:sevrity:2"]),
        ("note", ["5", "c", "text:Traces are here:"]), ("reply", ["5", "r", "text:Thank you."]),
    ]

    /// Where there is more than any screen has room for.
    static let fullWays: [Way] = [
        ("agents", ["5", "a"]), ("bulk", ["5", "V", "p", "3", "text:as agreed<CR>"]), ("status", ["5", "s"]),
        ("note", ["5", "c", "text:" + String(repeating: "東京 and on it goes, ", count: 90)]),
    ]

    /// Made once: opening things changes nothing in it.
    private static let store = Task { try await CoveredStore.make() }

    private func expect(_ way: Way, _ ending: String, _ size: (Int, Int), _ store: MemoryCaseStore) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press(way.keys, &seat)
            try WorkplacePictureTests().expect("over-\(way.name)\(ending)", seat, theme, size)
        }
    }

    @Test("as usual", arguments: usualWays.map(\.name), WorkplacePictureTests.sizes)
    func usual(_ name: String, _ size: (Int, Int)) async throws {
        let way = try #require(Self.usualWays.first { $0.name == name })
        try await expect(way, "", size, Self.store.value)
    }

    @Test("with more than fits", arguments: fullWays.map(\.name), WorkplacePictureTests.sizes)
    func full(_ name: String, _ size: (Int, Int)) async throws {
        let way = try #require(Self.fullWays.first { $0.name == name })
        try await expect(way, "-full", size, FullPlaceTests.store.value)
    }
}
