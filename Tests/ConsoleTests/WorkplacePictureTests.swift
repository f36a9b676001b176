import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Workplaces as pictures")
struct WorkplacePictureTests {
    static let sizes: [(Int, Int)] = [(80, 24), (120, 40), (200, 60)]

    /// A screen by name, and the keys that lead to it.
    static let screens: [(String, [String])] = [
        ("home", ["gh"]), ("home-accounts", ["gh", "ll"]), ("roster", ["gc", "<Space>"]),
        ("roster-contacts", ["gc", "l", "j"]), ("sheet", ["gc", "/", "text:Nord<CR>", "<CR>", "jjj"]),
        ("cover", ["gc", "/", "text:Nord<CR>", "<CR>", "l"]),
        ("contacts", ["gc", "/", "text:Nord<CR>", "<CR>", "ll", "m"]),
        ("contracts", ["gc", "/", "text:Nord<CR>", "<CR>", "lll"]),
        ("renewals", ["gr"]), ("licences", ["gl"]), ("site", ["gs"]), ("situations", ["gx"]), ("duty", ["gd"]),
        ("roles", ["gd", "l"]), ("record", ["gl", "<CR>"]), ("acts", ["gl", "a"]),
        ("form", ["gl", "a", "text:Alloc<CR>", "text:500", "<CR>"]), ("alerts", ["gw"]),
        (
            "form-problem",
            [
                "gc", "/", "text:Nord<CR>", "<CR>", "lll", "+", "text:Contract<CR>", "text:X<CR>", "<Down>",
                "text:2027-02-31<CR>",
            ]
        ),
    ]

    private static var plain: Theme {
        var theme = Theme.terminal
        theme.glyphs = .ascii
        return theme
    }

    /// Presses keys in notation; after `text:` the words are typed, and `<CR>` at their end is Enter.
    static func press(_ keys: [String], _ seat: inout Seat) async {
        for key in keys {
            guard key.hasPrefix("text:") else {
                await seat.type(key)
                continue
            }
            let isEnded = key.hasSuffix("<CR>")
            await seat.write(String(key.dropFirst(5).dropLast(isEnded ? 4 : 0)))
            if isEnded { await seat.type("<CR>") }
        }
    }

    @Test("at every size, with colours and without", arguments: screens.map(\.0), sizes)
    func usual(_ name: String, _ size: (Int, Int)) async throws {
        let keys = try #require(Self.screens.first { $0.0 == name }?.1)
        for theme in [Theme.terminal, Self.plain] {
            var seat = try await Seat.open(
                WorkplaceStore.make(), columns: size.0, rows: size.1, theme: theme)
            await Self.press(keys, &seat)
            let ending = theme.glyphs == .ascii ? "-plain" : ""
            try expectPicture(
                view(seat.state, theme: theme), "place-\(name)-\(size.0)x\(size.1)\(ending)", theme: theme)
        }
    }

    @Test("with nothing in them", arguments: ["home", "roster", "renewals", "licences", "site", "situations"])
    func empty(_ name: String) async throws {
        let keys = try #require(Self.screens.first { $0.0 == name }?.1)
        let store = MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada")
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await Self.press(keys, &seat)
        try expectPicture(view(seat.state, theme: .terminal), "place-\(name)-empty")
    }

    @Test("with very much in them, long names and hostile ones too", arguments: [(80, 24), (120, 40)])
    func full(columns: Int, rows: Int) async throws {
        let store = try await WorkplaceStore.make()
        for number in 1...300 {
            let ending = number % 3 == 0 ? " of the United Northern and Southern Harbours and Railways" : ""
            let sign = number % 7 == 0 ? "\u{202E}" : number % 5 == 0 ? "東京" : ""
            let name = "\(sign)Company \(1000 + number)\(ending)"
            _ = try await store.save(Account(id: AccountID(0), name: name), by: SampleStore.ada, at: SampleStore.now)
        }
        var seat = try await Seat.open(store, columns: columns, rows: rows)
        await Self.press(["gc", "G", "<C-u>"], &seat)
        try expectPicture(view(seat.state, theme: .terminal), "place-roster-full-\(columns)x\(rows)")
    }

    @Test("while they load, and when the store cannot answer", arguments: ["loading", "failed"])
    func waiting(_ name: String) async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        let asked = { (effects: [Effect]) in
            effects.compactMap { if case .loadPlace(_, let ticket) = $0 { ticket } else { nil } }.last
        }
        var ticket: Ticket?
        for key in KeySequence(notation: "gr")?.keys ?? [] { ticket = asked(update(&seat.state, .key(key))) }
        if name == "failed", let ticket {
            _ = update(&seat.state, .answer(ticket, .failed(.locked("kim is importing since 13:58"))))
        }
        try expectPicture(view(seat.state, theme: .terminal), "place-\(name)")
    }
}
