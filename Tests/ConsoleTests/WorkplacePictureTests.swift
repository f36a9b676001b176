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

    static let nord = ["gc", "/", "text:Nord<CR>", "<CR>"]

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
        Walk("alerts", ["gw"], tabs: ["alerts", "alerts-everybody", "alerts-all"]).busy,
        Walk("due", ["gh"], tabs: ["home-due", "home-desk-due"]).busy,
        Walk("record", ["gl", "<CR>"], [("record", [])]),
        Walk("acts", ["gl"], [("acts", ["a"])]),
        Walk("add", nord, [("add", ["+"])]),
        Walk("help", ["gr"], [("help", ["?"])]),
        Walk("next", [], [("next", ["g"])]),
        Walk("form", ["gl", "a", "text:Alloc<CR>"], [("form", ["text:500", "<CR>"])]),
        Walk("change", ["gl"], [("change", ["e"])]),
        Walk("call", ["gh", ":", "text:form new case<CR>", "text:Nord", "<Tab>", "<CR>"], [("call", [])]),
        Walk(
            "form-problem",
            nord + ["lll", "+", "text:Contract<CR>", "text:X<CR>", "<Down>", "text:2027-02-31<CR>"],
            [("form-problem", [])]),
    ]

    static var plain: Theme {
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
                    isDone: true,
                    lines: [
                        "Would be: allocated 500 of LI-1 to gate-2.nord.example. Version 3. "
                            + "Free 600 → 100 of 2,400; gate-2.nord.example 0 → 500."
                    ]))
            try expect("form-effect", seat, theme, size)
        }
    }

    func expect(_ name: String, _ seat: Seat, _ theme: Theme, _ size: (Int, Int)) throws {
        let ending = theme.glyphs == .ascii ? "-plain" : ""
        try expectPicture(
            view(seat.state, theme: theme), "place-\(name)-\(size.0)x\(size.1)\(ending)", theme: theme)
    }
}
