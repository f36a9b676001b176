import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Workplaces as pictures")
struct WorkplacePictureTests {
    static let sizes: [(Int, Int)] = [(80, 24), (120, 40), (200, 60)]

    /// A way through screens: the keys that lead there, then the pictures on the way, each with the keys before it.
    struct Walk {
        var name: String
        var start: [String]
        var pictures: [(name: String, keys: [String])]
        /// Whether clocks run and alerts stand in its store.
        var isBusy = false

        init(_ name: String, _ start: [String], _ pictures: [(String, [String])]) {
            self.name = name
            self.start = start
            self.pictures = pictures
        }

        /// The same in a store where clocks run and alerts stand.
        var busy: Walk {
            var copy = self
            copy.isBusy = true
            return copy
        }

        /// The tabs of a place, from the first to the last.
        init(_ name: String, _ start: [String], tabs: [String]) {
            self.init(name, start, tabs.enumerated().map { ($1, $0 == 0 ? [] : ["l"]) })
        }
    }

    private static let nord = ["gc", "/", "text:Nord<CR>", "<CR>"]

    static let walks: [Walk] = [
        Walk("home", ["gh"], tabs: ["home", "home-desk", "home-accounts", "home-licensing", "home-situations"]),
        Walk(
            "roster", ["gc", "<Space>"],
            [("roster", []), ("roster-contacts", ["l", "j"]), ("roster-partners", ["l"]), ("roster-own", ["l"])]),
        Walk(
            "customer", nord,
            [("sheet", ["jjj"]), ("cover", ["l"]), ("contacts", ["l", "m"])]
                + [
                    "contracts", "memberships", "own-licences", "hardware", "hours", "partners", "purchases",
                    "compliance", "own-site", "own-notices", "cases",
                ].map { ($0, ["l"]) }),
        Walk(
            "renewals", ["gr"],
            tabs: ["renewals", "all-memberships", "ending-contracts", "ended-memberships", "notices", "own-ending"]),
        Walk("licences", ["gl"], tabs: ["licences", "expiring-licences", "products"]),
        Walk("site", ["gs"], tabs: ["site", "replacements", "access", "visits", "assets"]),
        Walk("situations", ["gx"], tabs: ["situations", "situations-ended"]),
        Walk("duty", ["gd"], tabs: ["duty", "roles"]),
        Walk(
            "policy", ["gp"],
            tabs: ["edition", "plans", "places", "people", "life", "duties", "references"].map {
                "policy-" + $0
            }),
        Walk("alerts", ["gw"], tabs: ["alerts", "alerts-all"]).busy,
        Walk("due", ["gh"], tabs: ["home-due", "home-desk-due"]).busy,
        Walk("record", ["gl", "<CR>"], [("record", [])]),
        Walk("acts", ["gl"], [("acts", ["a"])]),
        Walk("add", nord, [("add", ["+"])]),
        Walk("help", ["gr"], [("help", ["?"])]),
        Walk("next", [], [("next", ["g"])]),
        Walk("form", ["gl", "a", "text:Alloc<CR>"], [("form", ["text:500", "<CR>"])]),
        Walk("change", ["gl"], [("change", ["e"])]),
        Walk("call", ["gh", "+", "text:Nord", "<Tab>", "<CR>"], [("call", [])]),
        Walk(
            "form-problem",
            nord + ["lll", "+", "text:Contract<CR>", "text:X<CR>", "<Down>", "text:2027-02-31<CR>"],
            [("form-problem", [])]),
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

    @Test("at every size, with colours and without", arguments: walks.map(\.name), sizes)
    func usual(_ name: String, _ size: (Int, Int)) async throws {
        let walk = try #require(Self.walks.first { $0.name == name })
        let store = walk.isBusy ? try await CoveredStore.make() : try await WorkplaceStore.make()
        if walk.isBusy { try await store.raiseAlerts() }
        for theme in [Theme.terminal, Self.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await Self.press(walk.start, &seat)
            for picture in walk.pictures {
                await Self.press(picture.keys, &seat)
                try expect(picture.name, seat, theme, size)
            }
        }
    }

    @Test("a form that says what saving would do", arguments: sizes)
    func effect(_ size: (Int, Int)) async throws {
        let store = try await WorkplaceStore.make()
        for theme in [Theme.terminal, Self.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await Self.press(
                ["gl", "a", "text:Alloc<CR>", "text:500", "<CR>", "text:gate-2.nord.example", "<C-d>"], &seat)
            let tried = try #require(seat.asked.ran.last)
            await seat.answer(
                tried,
                CommandReport(
                    isDone: true, lines: ["Would be: allocated 500 of LI-1 to gate-2.nord.example. Version 3."]))
            try expect("form-effect", seat, theme, size)
        }
    }

    private func expect(_ name: String, _ seat: Seat, _ theme: Theme, _ size: (Int, Int)) throws {
        let ending = theme.glyphs == .ascii ? "-plain" : ""
        try expectPicture(
            view(seat.state, theme: theme), "place-\(name)-\(size.0)x\(size.1)\(ending)", theme: theme)
    }

    @Test(
        "with nothing in them",
        arguments: ["home", "roster", "renewals", "licences", "site", "situations", "alerts"])
    func empty(_ name: String) async throws {
        let keys = try #require(Self.walks.first { $0.name == name }?.start)
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

    @Test(
        "a customer of whom nothing is kept",
        arguments: ["sheet": "", "cover": "l", "contracts": "lll"].sorted { $0.key < $1.key })
    func bare(_ name: String, _ keys: String) async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await Self.press(["gc", "/", "text:Halden<CR>", "<CR>", keys], &seat)
        try expectPicture(view(seat.state, theme: .terminal), "place-\(name)-empty")
    }

    @Test("people, memberships and cases of long and hostile names", arguments: [(80, 24), (120, 40)])
    func hostile(columns: Int, rows: Int) async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        for (name, keys) in [
            ("roster-contacts", ["gc", "l", "G", "<C-u>"]), ("renewals", ["gr", "l", "G", "<C-u>"]),
            ("sheet", Self.nord + ["G"]), ("cases", Self.nord + ["h", "G"]), ("home", ["gh"]),
        ] {
            var seat = try await Seat.open(store, columns: columns, rows: rows)
            await Self.press(keys, &seat)
            try expectPicture(view(seat.state, theme: .terminal), "place-\(name)-full-\(columns)x\(rows)")
        }
    }

    @Test(
        "while they load, and when the store cannot answer",
        arguments: ["loading", "failed", "home-failed", "roster-failed", "sheet-failed", "record-failed", "stale"])
    func waiting(_ name: String) async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        let (before, last): ([String], String) =
            switch name {
            case "home-failed": ([], "gh")
            case "roster-failed": ([], "gc")
            case "sheet-failed": (["gc", "/", "text:Nord<CR>"], "<CR>")
            case "record-failed": (["gl"], "<CR>")
            case "stale": (["gr"], "R")
            default: ([], "gr")
            }
        await Self.press(before, &seat)
        var ticket: Ticket?
        for key in KeySequence(notation: last)?.keys ?? [] {
            for case .loadPlace(_, let asked) in update(&seat.state, .key(key)) { ticket = asked }
        }
        if name != "loading" {
            let asked = try #require(ticket)
            _ = update(&seat.state, .answer(asked, .failed(.locked("kim is importing since 13:58"))))
        }
        try expectPicture(view(seat.state, theme: .terminal), "place-\(name)")
    }
}
