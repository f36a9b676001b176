import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Screens as pictures")
struct PictureTests {
    static let sizes: [(Int, Int)] = [(80, 24), (120, 40), (40, 10)]

    private var plain: Theme {
        var theme = Theme.terminal
        theme.glyphs = .ascii
        return theme
    }

    /// The same keys under the usual theme and under one of ASCII signs without colours.
    private func both(_ name: String, _ columns: Int, _ rows: Int, _ keys: [String]) async throws {
        for theme in [Theme.terminal, plain] {
            var seat = try await Seat.open(SampleStore.make(), columns: columns, rows: rows, theme: theme)
            for key in keys { await seat.type(key) }
            let ending = theme.glyphs == .ascii ? "-plain" : ""
            try expectPicture(view(seat.state, theme: theme), "\(name)-\(columns)x\(rows)\(ending)", theme: theme)
        }
    }

    @Test("the queue", arguments: sizes)
    func queue(columns: Int, rows: Int) async throws {
        try await both("queue", columns, rows, ["5", "j<Space>"])
    }

    @Test("the case page", arguments: sizes)
    func page(columns: Int, rows: Int) async throws {
        try await both("page", columns, rows, ["1<CR>", "sc", "the<Space>log<CR>", "u"])
    }

    @Test("a wide queue has its preview at the right")
    func wide() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 200, rows: 50)
        await seat.type("5jj")
        try expectPicture(view(seat.state, theme: .terminal), "queue-200x50")
    }

    @Test(
        "clocks that run, wait, were met and missed",
        arguments: [(80, 24), (120, 40), (200, 60)])
    func clocks(columns: Int, rows: Int) async throws {
        for (theme, ending) in [(Theme.terminal, ""), (plain, "-plain")] {
            var seat = try await Seat.open(CoveredStore.make(), columns: columns, rows: rows, theme: theme)
            await seat.type("5j")
            try expectPicture(view(seat.state, theme: theme), "clocks-\(columns)x\(rows)\(ending)", theme: theme)
            await seat.type("<CR>")
            try expectPicture(view(seat.state, theme: theme), "clockpage-\(columns)x\(rows)\(ending)", theme: theme)
            await seat.type("<Esc>j")
            try expectPicture(view(seat.state, theme: theme), "uncovered-\(columns)x\(rows)\(ending)", theme: theme)
        }
    }

    @Test(
        "what lies on top", arguments: ["status", "note", "reply", "keys", "conflict", "confirm", "queues", "command"])
    func overlays(_ name: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("1")
        switch name {
        case "status": await seat.type("s")
        case "note":
            await seat.type("c")
            await seat.write("Traces are here:\n\n  /srv/traces")
        case "reply": await seat.type("r")
        case "keys": await seat.type("?")
        case "confirm": await seat.type("VX")
        case "queues": await seat.type("gq")
        case "command":
            await seat.type(":")
            await seat.write("se<")
            await seat.type("<BS><Tab><Tab>")
        default:
            await seat.type("e")
            await seat.write(" (2)")
            var kim = try await Seat.open(store, SampleStore.kim)
            await kim.type(":")
            await kim.write("set CS-1000002 subject=Mine")
            await kim.type("<CR>")
            await seat.type("<CR>y")
        }
        try expectPicture(view(seat.state, theme: .terminal), "overlay-\(name)")
    }

    @Test("what is not a queue or a case", arguments: ["offer", "failed", "empty", "opening", "small", "guest"])
    func others(_ name: String) async throws {
        let store = try await SampleStore.make()
        var seat = Seat(store, columns: 80, rows: 24)
        switch name {
        case "offer": seat.hear(.noStore(path: "~/.local/share/caseload/cases.db"))
        case "failed": seat.hear(.openFailed(.locked("kim is importing since 13:58")))
        case "empty":
            seat = try await Seat.open(store, columns: 80, rows: 24)
            await seat.type("3")
        case "small":
            seat = try await Seat.open(store, columns: 39, rows: 9)
        case "guest":
            seat = try await Seat.open(store, SampleStore.guest, columns: 80, rows: 24)
        default: break
        }
        try expectPicture(view(seat.state, theme: .terminal), "other-\(name)")
    }
}
