import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Screens that the store cannot answer")
struct FailedPlaceTests {
    /// The keys before, and the one whose answer never comes.
    static let ways: [(name: String, before: [String], last: String)] = [
        ("site", [], "gs"), ("licences", [], "gl"), ("situations", [], "gx"), ("partners", ["gc", "l"], "l"),
        ("notices", ["gr", "lll"], "l"), ("products", ["gl", "l"], "l"), ("own", ["gc", "ll"], "l"),
        ("hardware", ["gc", "/", "text:Nord<CR>", "<CR>", "llllll"], "R"),
        ("alerts", [], "gw"), ("duty", [], "gd"), ("next", ["5"], "w"), ("page", ["5"], "<CR>"),
        ("files", ["1<CR>", "]]]"], "]"), ("related", ["1<CR>", "]]]]"], "]"), ("aside", [], "gc"),
    ]

    @Test("say so", arguments: ways.map(\.name), WorkplacePictureTests.sizes)
    func failed(_ name: String, _ size: (Int, Int)) async throws {
        let way = try #require(Self.ways.first { $0.name == name })
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(WorkplaceStore.make(), columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press(way.before, &seat)
            seat.isLocked = true
            if name == "alerts" {
                seat.hear(.tick(SampleStore.now + 60))
                await seat.rest()
            }
            if name == "aside" { seat.isLocked = false }
            await seat.type(way.last)
            if name == "aside" {
                seat.isLocked = true
                await seat.type("j")
            }
            try WorkplacePictureTests().expect("\(name)-failed", seat, theme, size)
        }
    }
}
